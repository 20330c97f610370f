#include "ui/models/rule_list_model.h"

#include "core/plan/pattern.h"
#include "ui/text/plain_tip.h"
#include "ui/text/plan_text.h"

#include <QBrush>
#include <QGuiApplication>
#include <QPalette>
#include <algorithm>
#include <array>

namespace aq {
namespace {

/// Red that can be read on the list's own background.
QBrush problemBrush()
{
    const bool dark = QGuiApplication::palette().color(QPalette::Base).lightness() < 128;
    return QColor(dark ? 0xffff8a80 : 0xffb00020);
}

} // namespace

RuleListModel::RuleListModel(Kind kind, QObject* parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
{
}

RuleListModel::Line RuleListModel::lineFor(const Rule& rule)
{
    const auto pattern = Pattern::compile(rule.pattern);
    return {rule, pattern ? QString() : pattern.error().detail};
}

void RuleListModel::setRules(const std::vector<Rule>& rules)
{
    if (rules == this->rules())
        return;
    beginResetModel();
    m_lines.clear();
    for (const Rule& rule : rules)
        m_lines.push_back(lineFor(rule));
    endResetModel();
}

std::vector<Rule> RuleListModel::rules() const
{
    std::vector<Rule> rules;
    for (const Line& line : m_lines) {
        if (line.isUsable())
            rules.push_back(line.rule);
    }
    return rules;
}

QStringList RuleListModel::patterns() const
{
    QStringList patterns;
    for (const Rule& rule : rules())
        patterns << rule.pattern;
    return patterns;
}

void RuleListModel::setCounts(const QHash<QString, QString>& counts)
{
    m_counts = counts;
    if (!m_lines.empty())
        Q_EMIT dataChanged(
            index(0, int(Column::Matches)), index(rowCount() - 1, int(Column::Matches)));
}

void RuleListModel::setChoices(const QList<ActionChoice>& choices) { m_choices = choices; }

QStringList RuleListModel::groupChoices()
{
    QStringList texts{tr("Default")};
    for (const int size : groupSizes())
        texts << groupSizeText(size);
    return texts;
}

int RuleListModel::add(const Rule& rule)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_lines.push_back(rule.pattern.isEmpty() ? Line{rule, {}} : lineFor(rule));
    endInsertRows();
    if (m_lines.back().isUsable())
        Q_EMIT edited(tr("Add pattern %1").arg(rule.pattern));
    return row;
}

void RuleListModel::remove(int row)
{
    const Line line = m_lines[std::size_t(row)];
    beginRemoveRows({}, row, row);
    m_lines.erase(m_lines.begin() + row);
    endRemoveRows();
    if (line.isUsable())
        Q_EMIT edited(tr("Remove pattern %1").arg(line.rule.pattern));
}

void RuleListModel::dropEmpty()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_lines[std::size_t(row)].rule.pattern.isEmpty())
            remove(row);
    }
}

void RuleListModel::choose(const QModelIndex& index, int choice)
{
    Line& line = m_lines[std::size_t(index.row())];
    const Rule before = line.rule;
    if (Column(index.column()) == Column::Type) {
        const auto groupSize = line.rule.action.groupSize;
        line.rule.action = m_choices[choice].action.value_or(Action{});
        if (!line.rule.action.isKeep())
            line.rule.action.groupSize = groupSize;
    } else {
        line.rule.action.groupSize
            = choice == 0 ? std::nullopt : std::optional(groupSizes()[std::size_t(choice - 1)]);
    }
    if (line.rule == before)
        return;
    changed(index.row());
    if (line.isUsable())
        Q_EMIT edited(tr("Set %1 to %2").arg(line.rule.pattern, actionTitle(line.rule.action)));
}

int RuleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int RuleListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString RuleListModel::matches(const Line& line) const
{
    if (!line.problem.isEmpty())
        return line.problem;
    return line.rule.pattern.isEmpty() ? QString() : m_counts.value(line.rule.pattern, tr("…"));
}

QString RuleListModel::text(const Line& line, Column column) const
{
    const Action& action = line.rule.action;
    switch (column) {
    case Column::Pattern:
        return line.rule.pattern;
    case Column::Type:
        return actionTitle({action.scheme, std::nullopt});
    case Column::Group:
        if (action.isKeep())
            return {};
        return action.groupSize ? groupSizeText(*action.groupSize) : groupChoices().first();
    case Column::Matches:
        return matches(line);
    }
    return {};
}

QVariant RuleListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    const auto column = Column(index.column());
    const bool hasCheck = m_kind == Kind::Rules && column == Column::Pattern;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(line, column);
    case Qt::ToolTipRole:
        return plainTip(line.problem.isEmpty() ? text(line, column) : line.problem);
    case Qt::CheckStateRole:
        return hasCheck ? QVariant(int(line.rule.enabled ? Qt::Checked : Qt::Unchecked))
                        : QVariant();
    case Qt::ForegroundRole:
        return line.problem.isEmpty() ? QVariant() : QVariant(problemBrush());
    case ChoiceRole:
        if (column == Column::Type) {
            const Action type{line.rule.action.scheme, std::nullopt};
            const auto at
                = std::ranges::find(m_choices, std::optional(type), &ActionChoice::action);
            return int(at == m_choices.end() ? 0 : std::distance(m_choices.begin(), at));
        }
        if (const auto size = line.rule.action.groupSize; column == Column::Group && size)
            return 1 + int(std::ranges::find(groupSizes(), *size) - groupSizes().begin());
        return 0;
    default:
        return {};
    }
}

bool RuleListModel::setPattern(int row, const QString& text)
{
    Line& line = m_lines[std::size_t(row)];
    const QString pattern = text.trimmed();
    if (pattern == line.rule.pattern)
        return false;
    const Line before
        = std::exchange(line, lineFor({pattern, line.rule.action, line.rule.enabled}));
    const bool isUsable = line.isUsable();
    changed(row);
    if (before.isUsable())
        Q_EMIT edited(tr("Change pattern %1 to %2").arg(before.rule.pattern, pattern));
    else if (isUsable)
        Q_EMIT edited(tr("Add pattern %1").arg(pattern));
    return true;
}

bool RuleListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || Column(index.column()) != Column::Pattern)
        return false;
    if (role == Qt::EditRole)
        return setPattern(index.row(), value.toString());
    if (role != Qt::CheckStateRole || m_kind != Kind::Rules)
        return false;
    Line& line = m_lines[std::size_t(index.row())];
    line.rule.enabled = value.toInt() == Qt::Checked;
    changed(index.row());
    if (line.isUsable())
        Q_EMIT edited(line.rule.enabled ? tr("Switch on %1").arg(line.rule.pattern)
                                        : tr("Switch off %1").arg(line.rule.pattern));
    return true;
}

void RuleListModel::changed(int row) { Q_EMIT dataChanged(index(row, 0), index(row, columns - 1)); }

QVariant RuleListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= columns)
        return {};
    const std::array titles{tr("Pattern"), tr("Type"), tr("Group"), tr("Matches")};
    return titles[std::size_t(section)];
}

Qt::ItemFlags RuleListModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const bool isKeep = m_lines[std::size_t(index.row())].rule.action.isKeep();
    const auto column = Column(index.column());
    if (column == Column::Pattern || column == Column::Type || (column == Column::Group && !isKeep))
        flags |= Qt::ItemIsEditable;
    if (column == Column::Pattern && m_kind == Kind::Rules)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace aq
