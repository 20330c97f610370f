#include "ui/models/findings_model.h"

#include "core/base/printable.h"
#include "ui/text/finding_text.h"
#include "ui/text/plain_tip.h"
#include "ui/text/units.h"
#include "ui/theme.h"

#include <QGuiApplication>
#include <QHash>

namespace aq {
namespace {

constexpr quintptr topLevel = 0; ///< Internal id of a kind's line; of a finding's, its kind's + 1.

std::vector<std::vector<int>> kindsOf(const std::vector<Finding>& findings)
{
    std::vector<std::vector<int>> kinds;
    QHash<QByteArray, std::size_t> known;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const QByteArray key = QByteArray(severityId(findings[i].severity)) + findings[i].id;
        const auto [at, isNew] = [&] {
            const auto found = known.constFind(key);
            return found == known.constEnd() ? std::pair(kinds.size(), true)
                                             : std::pair(*found, false);
        }();
        if (isNew) {
            known.insert(key, at);
            kinds.emplace_back();
        }
        kinds[at].push_back(int(i));
    }
    return kinds;
}

} // namespace

FindingsModel::FindingsModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_findings(std::make_shared<const std::vector<Finding>>())
{
}

void FindingsModel::setFindings(const FindingsPtr& findings, const QStringList& names)
{
    beginResetModel();
    m_findings = findings;
    m_names = names;
    m_kinds = kindsOf(*findings);
    endResetModel();
}

std::vector<int> FindingsModel::findingsOf(const QModelIndex& line) const
{
    if (!line.isValid())
        return {};
    if (line.internalId() == topLevel)
        return m_kinds[std::size_t(line.row())];
    return {m_kinds[std::size_t(line.internalId() - 1)][std::size_t(line.row())]};
}

QModelIndex FindingsModel::lineLike(const char* id, std::int64_t tensor) const
{
    for (std::size_t kind = 0; kind < m_kinds.size(); ++kind) {
        const Kind& members = m_kinds[kind];
        if (qstrcmp((*m_findings)[std::size_t(members.front())].id, id) != 0)
            continue;
        const QModelIndex top = index(int(kind), 0);
        for (std::size_t i = 0; members.size() > 1 && i < members.size(); ++i) {
            if ((*m_findings)[std::size_t(members[i])].tensor == tensor)
                return index(int(i), 0, top);
        }
        return top;
    }
    return {};
}

QString FindingsModel::tensorName(const Finding& finding) const
{
    return finding.tensor < 0 ? QString() : m_names.value(qsizetype(finding.tensor));
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : topLevel);
}

QModelIndex FindingsModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return {};
    return createIndex(int(index.internalId() - 1), 0, topLevel);
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_kinds.size());
    if (parent.column() > 0 || parent.internalId() != topLevel)
        return 0;
    const Kind& kind = m_kinds[std::size_t(parent.row())];
    return kind.size() > 1 ? int(kind.size()) : 0;
}

int FindingsModel::columnCount(const QModelIndex&) const { return 2; }

QString FindingsModel::textOf(const QModelIndex& index) const
{
    const std::vector<int> members = findingsOf(index);
    const Finding& finding = (*m_findings)[std::size_t(members.front())];
    if (Column(index.column()) == Column::Tensor)
        return members.size() > 1 ? tr("%1 tensors").arg(countText(std::int64_t(members.size())))
            : finding.tensor < 0  ? tr("the whole file")
                                  : printable(tensorName(finding), 400);
    if (index.internalId() != topLevel)
        return printable(whatText(finding), 400);
    return QStringLiteral("%1: %2").arg(severityText(finding.severity),
        members.size() > 1 ? kindText(finding) : printable(whatText(finding), 400));
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding& finding = (*m_findings)[std::size_t(findingsOf(index).front())];
    const bool isTop = index.internalId() == topLevel && Column(index.column()) == Column::What;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index);
    case Qt::ToolTipRole:
        return plainTip(textOf(index) + u'\n' + whyText(finding));
    case Qt::DecorationRole:
        return isTop ? themeIcon(QLatin1StringView(severityIcon(finding.severity))) : QVariant();
    case Qt::ForegroundRole:
        if (isTop && finding.severity == Severity::Blocking)
            return toneColor(Tone::Bad, QGuiApplication::palette());
        return {};
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return Column(section) == Column::What ? tr("Finding") : tr("Tensor");
}

} // namespace aq
