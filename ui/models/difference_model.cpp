#include "ui/models/difference_model.h"

#include "core/base/printable.h"
#include "ui/models/tensor_row.h"
#include "ui/text/compare_text.h"
#include "ui/text/plain_tip.h"
#include "ui/text/units.h"

#include <QGuiApplication>
#include <cmath>

namespace aq {

/// What a person has scrolled to and selected stays when only titles or the measure changed.
void DifferenceModel::setView(std::shared_ptr<const TrialsView> view)
{
    if (m_view && view && rowCount() > 0 && m_view->tensors == view->tensors
        && m_view->comparison.tensors.size() == view->comparison.tensors.size()) {
        m_view = std::move(view);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        return;
    }
    beginResetModel();
    m_view = std::move(view);
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_view ? 0 : int(m_view->comparison.tensors.size());
}

int DifferenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_view ? 0 : 2 + 3 * int(m_view->compared.size());
}

QString DifferenceModel::textOf(int row, int column) const
{
    const TensorInfo& info = m_view->header().tensors[std::size_t(row)];
    switch (kindOf(column)) {
    case Name:
        return printable(info.name);
    case Weights:
        return shortCountText(info.elements());
    case Scheme:
        return schemeText(tensorOf(trialOf(column), row).scheme);
    case Size:
        return bytesText(tensorOf(trialOf(column), row).bytes);
    case Error:
        return errorText(errorOf(tensorOf(trialOf(column), row), m_view->measure), m_view->measure);
    }
    return {};
}

QVariant DifferenceModel::valueOf(int row, int column) const
{
    const TensorInfo& info = m_view->header().tensors[std::size_t(row)];
    switch (kindOf(column)) {
    case Name:
        return info.name;
    case Weights:
        return qlonglong(info.elements());
    case Scheme:
        return tensorOf(trialOf(column), row).scheme;
    case Size:
        return qlonglong(tensorOf(trialOf(column), row).bytes);
    case Error:
        return errorOf(tensorOf(trialOf(column), row), m_view->measure);
    }
    return {};
}

bool DifferenceModel::isAsInBaseline(int row, int column) const
{
    const int trial = trialOf(column);
    if (trial <= 0)
        return false;
    const TrialTensor &base = tensorOf(0, row), &other = tensorOf(trial, row);
    switch (kindOf(column)) {
    case Scheme:
        return base.scheme == other.scheme;
    case Size:
        return base.bytes == other.bytes;
    case Error:
        return base.relRmse == other.relRmse && base.cosineGap == other.cosineGap;
    default:
        return false;
    }
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row(), column = index.column();
    const TensorInfo& info = m_view->header().tensors[std::size_t(row)];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case Qt::ToolTipRole:
        return plainTip(kindOf(column) == Name
                ? QStringLiteral("%1\n%2").arg(printable(info.name, 1000), shapeText(info.shape))
                : QStringLiteral("%1\n%2").arg(printable(info.name, 1000), textOf(row, column)));
    case SortRole:
        return valueOf(row, column);
    case NameRole:
        return info.name;
    case DiffersRole:
        return m_view->comparison.tensors[std::size_t(row)].any();
    case Qt::ForegroundRole:
        return isAsInBaseline(row, column)
            ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
            : QVariant();
    case Qt::TextAlignmentRole: {
        const Kind kind = kindOf(column);
        const bool isText = kind == Name || kind == Scheme;
        return int((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const int trial = trialOf(section);
    const QString what = [&] {
        switch (kindOf(section)) {
        case Name:
            return tr("Tensor");
        case Weights:
            return tr("Weights");
        case Scheme:
            return tr("Type");
        case Size:
            return tr("Size");
        case Error:
            return measureShortTitle(m_view->measure);
        }
        return QString();
    }();
    if (role == Qt::TextAlignmentRole)
        return int(
            (kindOf(section) == Name || kindOf(section) == Scheme ? Qt::AlignLeft : Qt::AlignRight)
            | Qt::AlignVCenter);
    if (trial < 0)
        return role == Qt::DisplayRole ? QVariant(what) : QVariant();
    const TrialLook& look = m_view->look(std::size_t(trial));
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1\n%2").arg(printable(look.title, 24), what);
    case Qt::ToolTipRole:
        return plainTip(tr("%1 of %2", "number, trial").arg(what, roleText(look)));
    case Qt::DecorationRole:
        return kindOf(section) == Scheme ? QVariant(
                   trialIcon(look.slot, QGuiApplication::palette(), qGuiApp->devicePixelRatio()))
                                         : QVariant();
    default:
        return {};
    }
}

DifferenceFilter::DifferenceFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(DifferenceModel::SortRole);
}

void DifferenceFilter::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateRowsFilter();
}

void DifferenceFilter::setOnlyDiffering(bool only)
{
    m_onlyDiffering = only;
    invalidateRowsFilter();
}

bool DifferenceFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_onlyDiffering && !index.data(DifferenceModel::DiffersRole).toBool())
        return false;
    return m_text.isEmpty()
        || index.data(DifferenceModel::NameRole).toString().contains(m_text, Qt::CaseInsensitive);
}

/// The unknown comes last, whatever the others.
bool DifferenceFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(DifferenceModel::SortRole),
                   b = right.data(DifferenceModel::SortRole);
    if (a.typeId() == QMetaType::QString)
        return naturalCompare(a.toString(), b.toString()) < 0;
    const double x = a.toDouble(), y = b.toDouble();
    if (std::isnan(x) || std::isnan(y))
        return (std::isnan(y) && !std::isnan(x)) == (sortOrder() == Qt::AscendingOrder);
    return x < y;
}

} // namespace aq
