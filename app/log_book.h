#pragma once
#include "core/base/log_line.h"

#include <QFile>
#include <QList>
#include <QLoggingCategory>
#include <QMutex>
#include <QObject>

namespace aq {

// What the window notes of itself. Core stays silent: what it has to say comes back as values.
Q_DECLARE_LOGGING_CATEGORY(logOpen)
Q_DECLARE_LOGGING_CATEGORY(logPlan)
Q_DECLARE_LOGGING_CATEGORY(logJob)
Q_DECLARE_LOGGING_CATEGORY(logExport)
Q_DECLARE_LOGGING_CATEGORY(logWindow)
Q_DECLARE_LOGGING_CATEGORY(logDesktop)

/// A log file that starts anew at mostBytes and keeps the one before: `name`.log, `name`.1.log.
class LogFile {
public:
    static constexpr qint64 mostBytes = 1 << 20;
    void open(const QString& folder, const QString& name); ///< Without success, write() is silent.
    void write(const QString& line);
    QString path() const { return m_file.fileName(); }

private:
    QFile m_file;
};

/// Everything that is logged through Qt, by any thread: the newest lines in memory, all in a file,
/// warnings on stderr.
class LogBook final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostLines = 5000;
    static LogBook& get(); ///< Of the program.
    ~LogBook() override;

    /// Takes Qt's messages from here on. `folder`: of the file; empty: none.
    void start(const QString& folder);
    QString file() const;

    /// The lines after the first `seen` ones, as far as they are kept; sets `seen` to all so far.
    QList<LogLine> since(qint64& seen) const;

Q_SIGNALS:
    void appended(); ///< In the thread of the book, once for all lines of a moment.

private:
    LogBook() = default;
    static void take(QtMsgType level, const QMessageLogContext& context, const QString& text);
    void append(const LogLine& line);

    mutable QMutex m_mutex;
    QList<LogLine> m_lines;
    qint64 m_total = 0;
    bool m_telling = false;
    LogFile m_file;
};

} // namespace aq
