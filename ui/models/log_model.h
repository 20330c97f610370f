#pragma once
#include "core/base/log_line.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <deque>

namespace aq {

/// What happened, oldest first; keeps the newest `mostLines`.
class LogModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Time, Level, Area, Text };
    static constexpr int columns = 4;
    static constexpr qsizetype mostLines = 5000;

    explicit LogModel(QObject* parent = nullptr);

    void append(const QList<LogLine>& lines);
    void clear();
    const LogLine& line(int row) const { return m_lines[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::deque<LogLine> m_lines;
};

/// The lines of at least a severity that contain a text.
class LogFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit LogFilterModel(LogModel& log, QObject* parent = nullptr);
    void setLeastSeverity(int least); ///< See severity().
    void setText(const QString& text);
    QString textOfRows(const QList<int>& rows) const; ///< As in the file, one line each.
    QString wholeText() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    const LogModel& m_log;
    int m_least = 0;
    QString m_text;
};

} // namespace aq
