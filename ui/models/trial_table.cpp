#include "ui/models/trial_table.h"

#include "core/base/printable.h"
#include "ui/text/compare_text.h"
#include "ui/text/units.h"

#include <QCoreApplication>

namespace aq {
namespace {

using Column = TrialTable::Column;
using View = std::shared_ptr<const TrialsView>;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrialTable)
};

const BlockComparison& blockOf(const View& view, int row)
{
    return view->comparison.blocks[std::size_t(row)];
}

/// An unknown number is an empty cell, not "nan".
QVariant known(double value) { return value == value ? QVariant(value) : QVariant(); }

Column sizeColumn(const View& view, std::size_t trial)
{
    const auto bytes = [view, trial](int row) { return blockOf(view, row).trials[trial].bytes; };
    return {Text::tr("%1: size").arg(printable(view->look(trial).title)), {},
        [bytes](int row) { return bytesText(bytes(row)); },
        [bytes](int row) { return QVariant(qlonglong(bytes(row))); }};
}

Column errorColumn(const View& view, std::size_t trial)
{
    const auto error = [view, trial](int row) {
        return errorOf(blockOf(view, row).trials[trial], view->measure);
    };
    return {Text::tr("%1: %2", "trial, measure")
                .arg(printable(view->look(trial).title), measureTitle(view->measure)),
        measureAbout(view->measure),
        [view, error](int row) { return errorText(error(row), view->measure); },
        [error](int row) { return known(error(row)); }};
}

void addChanges(std::vector<Column>& columns, const View& view, std::size_t trial)
{
    const QString title = printable(view->look(trial).title);
    const auto bytes = [view, trial](int row) {
        const BlockComparison& block = blockOf(view, row);
        return block.trials[trial].bytes - block.trials.front().bytes;
    };
    columns.push_back({Text::tr("%1: change of size").arg(title),
        Text::tr("Against the baseline; less than 0 is smaller"),
        [bytes](int row) { return bytesDifferenceText(bytes(row)); },
        [bytes](int row) { return QVariant(qlonglong(bytes(row))); }});
    const auto error = [view](int row, std::size_t of) {
        return errorOf(blockOf(view, row).trials[of], view->measure);
    };
    columns.push_back({Text::tr("%1: change of error").arg(title),
        Text::tr("Against the baseline, in the same measure"),
        [view, trial, error](int row) {
            return errorDifferenceText(error(row, trial), error(row, 0), view->measure);
        },
        [trial, error](int row) {
            const double of = error(row, trial), base = error(row, 0);
            return of == base ? QVariant(0.0) : known(of - base);
        }});
}

} // namespace

void TrialTable::setTable(std::vector<Column> columns, int rows)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = rows;
    endResetModel();
}

int TrialTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }

int TrialTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant TrialTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column& column = m_columns[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.text(index.row());
    case SortRole:
        return column.value ? column.value(index.row()) : QVariant(column.text(index.row()));
    case Qt::TextAlignmentRole:
        return int((column.value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant TrialTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column& column = m_columns[std::size_t(section)];
    return role == Qt::DisplayRole ? QVariant(column.title)
        : role == Qt::ToolTipRole  ? QVariant(column.meaning)
                                   : QVariant();
}

std::vector<Column> trialColumns(View view)
{
    const auto sums = [view](int row) { return view->trials[std::size_t(row)].sums; };
    std::vector<Column> columns;
    columns.push_back({Text::tr("Setting"), {},
        [view](int row) { return printable(view->trials[std::size_t(row)].title); }, {}});
    columns.push_back({Text::tr("Size"), Text::tr("Data of all tensors, without headers"),
        [sums](int row) { return bytesText(sums(row).bytes); },
        [sums](int row) { return QVariant(qlonglong(sums(row).bytes)); }});
    columns.push_back({Text::tr("Of the source"), {},
        [sums](int row) {
            return percentText(double(sums(row).bytes) / double(sums(row).bytesBefore));
        },
        [sums](
            int row) { return known(double(sums(row).bytes) / double(sums(row).bytesBefore)); }});
    columns.push_back({Text::tr("Bits per weight"), {},
        [sums](int row) { return bitsPerWeightText(sums(row).bitsPerWeight()); },
        [sums](int row) { return QVariant(sums(row).bitsPerWeight()); }});
    for (const ErrorMeasure measure : errorMeasures)
        columns.push_back({measureTitle(measure), measureAbout(measure),
            [sums, measure](int row) { return errorText(errorOf(sums(row), measure), measure); },
            [sums, measure](int row) { return known(errorOf(sums(row), measure)); }});
    const auto cost = [view](int row) { return bytesPerDb(*view, view->trials[std::size_t(row)]); };
    columns.push_back({Text::tr("Cost per dB"),
        Text::tr("Bytes for each decibel of SQNR between it and the baseline"),
        [cost](int row) {
            return std::isfinite(cost(row)) ? bytesText(std::llround(cost(row)))
                                            : QStringLiteral("–");
        },
        [cost](int row) { return known(cost(row)); }});
    columns.push_back({Text::tr("Beaten by"), Text::tr("No larger, and closer to the source"),
        [view](int row) {
            const int by = view->trials[std::size_t(row)].dominatedBy;
            return by < 0 ? QString() : printable(view->trials[std::size_t(by)].title);
        },
        {}});
    return columns;
}

std::vector<Column> blockColumns(View view)
{
    std::vector<Column> columns;
    columns.push_back({Text::tr("Block"), {},
        [view](int row) {
            const QString& name = blockOf(view, row).name;
            return name.isEmpty() ? Text::tr("(outside blocks)") : printable(name);
        },
        {}});
    const auto tensors = [view](int row) { return qlonglong(blockOf(view, row).tensors.size()); };
    columns.push_back(
        {Text::tr("Tensors"), {}, [tensors](int row) { return countText(tensors(row)); },
            [tensors](int row) { return QVariant(tensors(row)); }});
    for (std::size_t trial = 0; trial < view->compared.size(); ++trial) {
        columns.push_back(sizeColumn(view, trial));
        columns.push_back(errorColumn(view, trial));
    }
    for (std::size_t trial = 1; trial < view->compared.size(); ++trial)
        addChanges(columns, view, trial);
    return columns;
}

} // namespace aq
