#include "app/log_book.h"

#include "core/base/printable.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>

namespace aq {

Q_LOGGING_CATEGORY(logOpen, "aq.open", QtInfoMsg)
Q_LOGGING_CATEGORY(logPlan, "aq.plan", QtInfoMsg)
Q_LOGGING_CATEGORY(logJob, "aq.job", QtInfoMsg)
Q_LOGGING_CATEGORY(logExport, "aq.export", QtInfoMsg)
Q_LOGGING_CATEGORY(logWindow, "aq.window", QtInfoMsg)
Q_LOGGING_CATEGORY(logDesktop, "aq.desktop", QtInfoMsg)

namespace {

constexpr qsizetype mostLetters = 4000; ///< Of one message.

QString areaOf(const char* category)
{
    QString area = QString::fromUtf8(category ? category : "default");
    if (area.startsWith(QStringLiteral("aq.")))
        area.remove(0, 3);
    return area == QStringLiteral("default") ? QStringLiteral("qt") : area;
}

/// Line by line: a name from a file can neither start a line of its own nor turn the text around.
QString safe(const QString& text)
{
    QStringList lines = text.left(mostLetters).split(u'\n');
    for (QString& line : lines)
        line = printable(line, mostLetters);
    return lines.join(u'\n');
}

} // namespace

void LogFile::open(const QString& folder, const QString& name)
{
    QDir().mkpath(folder);
    m_file.setFileName(QDir(folder).filePath(name + QStringLiteral(".log")));
    m_file.open(QIODevice::Append | QIODevice::Text);
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void LogFile::write(const QString& line)
{
    if (!m_file.isOpen())
        return;
    if (m_file.size() >= mostBytes) {
        const QString path = m_file.fileName();
        const QString before = path.chopped(4) + QStringLiteral(".1.log");
        m_file.close();
        QFile::remove(before);
        QFile::rename(path, before);
        open(QFileInfo(path).path(), QFileInfo(path).completeBaseName());
    }
    m_file.write(line.toUtf8() + '\n');
    m_file.flush(); // What is not written when the program dies cannot tell why.
}

LogBook& LogBook::get()
{
    static LogBook book;
    return book;
}

LogBook::~LogBook() { qInstallMessageHandler(nullptr); }

void LogBook::start(const QString& folder)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!folder.isEmpty())
            m_file.open(folder, QStringLiteral("arrowquant"));
    }
    qInstallMessageHandler(take);
}

QString LogBook::file() const
{
    const QMutexLocker lock(&m_mutex);
    return m_file.path();
}

void LogBook::take(QtMsgType level, const QMessageLogContext& context, const QString& text)
{
    thread_local bool busy = false;
    if (busy)
        return; // A file that cannot be written says so: that is not logged into it.
    busy = true;
    const LogLine line{
        QDateTime::currentMSecsSinceEpoch(), level, areaOf(context.category), safe(text)};
    if (severity(level) >= severity(QtWarningMsg))
        std::fprintf(
            stderr, "arrowquant: %s: %s\n", qUtf8Printable(line.area), qUtf8Printable(line.text));
    get().append(line);
    busy = false;
}

void LogBook::append(const LogLine& line)
{
    const QMutexLocker lock(&m_mutex);
    m_file.write(logText(line));
    m_lines << line;
    ++m_total;
    if (m_lines.size() > mostLines)
        m_lines.removeFirst();
    if (std::exchange(m_telling, true))
        return;
    const auto tell = [this] {
        {
            const QMutexLocker again(&m_mutex);
            m_telling = false;
        }
        Q_EMIT appended();
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

QList<LogLine> LogBook::since(qint64& seen) const
{
    const QMutexLocker lock(&m_mutex);
    const qint64 unseen = std::clamp<qint64>(m_total - seen, 0, m_lines.size());
    seen = m_total;
    return m_lines.last(unseen);
}

} // namespace aq
