#include "ui/models/log_model.h"

#include "ui/text/plain_tip.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <numeric>

namespace aq {
namespace {

QString levelText(QtMsgType level)
{
    switch (severity(level)) {
    case 0:
        return LogModel::tr("Debug");
    case 1:
        return LogModel::tr("Information");
    case 2:
        return LogModel::tr("Warning");
    default:
        return LogModel::tr("Error");
    }
}

QVariant levelColour(QtMsgType level)
{
    const QPalette palette = QGuiApplication::palette();
    switch (severity(level)) {
    case 2:
        return toneColor(Tone::Warning, palette);
    case 3:
        return toneColor(Tone::Bad, palette);
    default:
        return {};
    }
}

QString display(const LogLine& line, LogModel::Column column)
{
    switch (column) {
    case LogModel::Column::Time:
        return QDateTime::fromMSecsSinceEpoch(line.time).toString(QStringLiteral("HH:mm:ss.zzz"));
    case LogModel::Column::Level:
        return levelText(line.level);
    case LogModel::Column::Area:
        return line.area;
    case LogModel::Column::Text:
        return QString(line.text).replace(u'\n', QStringLiteral(" · "));
    }
    return {};
}

} // namespace

LogModel::LogModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void LogModel::append(const QList<LogLine>& lines)
{
    const qsizetype added = std::min(lines.size(), mostLines);
    const qsizetype excess = qsizetype(m_lines.size()) + added - mostLines;
    if (excess > 0) {
        beginRemoveRows({}, 0, int(excess) - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + excess);
        endRemoveRows();
    }
    if (added == 0)
        return;
    const int first = int(m_lines.size());
    beginInsertRows({}, first, first + int(added) - 1);
    m_lines.insert(m_lines.end(), lines.end() - added, lines.end());
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogLine& shown = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(shown, Column(index.column()));
    case Qt::ToolTipRole:
        return plainTip(logText(shown));
    case Qt::ForegroundRole:
        return Column(index.column()) == Column::Level ? levelColour(shown.level) : QVariant();
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Level:
        return tr("Level");
    case Column::Area:
        return tr("Area");
    case Column::Text:
        return tr("What happened");
    }
    return {};
}

LogFilterModel::LogFilterModel(LogModel& log, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_log(log)
{
    setSourceModel(&log);
}

void LogFilterModel::setLeastSeverity(int least)
{
    m_least = least;
    invalidateRowsFilter();
}

void LogFilterModel::setText(const QString& text)
{
    m_text = text;
    invalidateRowsFilter();
}

bool LogFilterModel::filterAcceptsRow(int row, const QModelIndex&) const
{
    const LogLine& line = m_log.line(row);
    return severity(line.level) >= m_least
        && (m_text.isEmpty() || line.text.contains(m_text, Qt::CaseInsensitive)
            || line.area.contains(m_text, Qt::CaseInsensitive));
}

QString LogFilterModel::textOfRows(const QList<int>& rows) const
{
    QString text;
    for (const int row : rows)
        text += logText(m_log.line(mapToSource(index(row, 0)).row())) + u'\n';
    return text;
}

QString LogFilterModel::wholeText() const
{
    QList<int> rows(rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return textOfRows(rows);
}

} // namespace aq
