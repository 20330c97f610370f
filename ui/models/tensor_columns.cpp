#include "ui/models/tensor_columns.h"

#include "core/base/printable.h"
#include "ui/text/plan_text.h"
#include "ui/text/units.h"

#include <QCoreApplication>
#include <array>
#include <cmath>
#include <limits>

namespace aq {
namespace {

struct TensorTable {
    Q_DECLARE_TR_FUNCTIONS(TensorTable)
};

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

QString nameText(const TensorRow& row) { return printable(row.name, 400); }

QString shapeOrCount(const TensorRow& row)
{
    return row.tensors > 1 ? TensorTable::tr("%Ln tensors", nullptr, row.tensors)
                           : shapeText(row.kind->shape);
}

/// Vectors before matrices before kernels, each by size.
double shapeOrder(const TensorRow& row)
{
    return double(row.kind->shape.size()) * 1e15 + double(row.kind->parameters);
}

/// Plain types as the table of types has them, then quantized ones by their bits.
double typeOrder(const TensorRow& row)
{
    if (row.tensors > 1)
        return -1;
    if (const auto dtype = dtypeNamed(QLatin1StringView(row.kind->sourceType.toLatin1())))
        return double(*dtype);
    const Scheme* scheme = schemeNamed(row.kind->sourceType.toLower());
    return scheme ? 1000 + scheme->codeBits : 2000;
}

double plannedOrder(const TensorRow& row)
{
    if (!row.kind->planned)
        return unknown;
    return row.kind->scheme ? row.kind->scheme->codeBits : 1000;
}

QString whyText(const TensorRow& row)
{
    if (!row.kind->planned || row.tensors > 1)
        return {};
    const QString reason = reasonText(row.kind->reason);
    QString why = row.kind->because.isEmpty()
        ? reason
        : TensorTable::tr("%1: %2").arg(reason, row.kind->because);
    if (!row.kind->storedShape.empty())
        why += TensorTable::tr("; stored as %1").arg(shapeText(row.kind->storedShape));
    return why;
}

QString whyTip(const TensorRow& row)
{
    if (!row.kind->planned || row.tensors > 1)
        return {};
    QStringList lines = QStringList{reasonMeaning(row.kind->reason)} + row.kind->chain;
    if (!row.kind->storedShape.empty())
        lines << TensorTable::tr("Stored as %1, the same weights in other rows")
                     .arg(shapeText(row.kind->storedShape));
    if (!row.facts->storedName.isEmpty())
        lines << TensorTable::tr("Stored as “%1”").arg(printable(row.facts->storedName));
    return lines.join(u'\n');
}

QString plannedTip(const TensorRow& row)
{
    if (!row.kind->planned)
        return {};
    if (row.tensors > 1)
        return TensorTable::tr("%1\n%2 of %Ln tensors are quantized", nullptr, row.tensors)
            .arg(row.kind->plannedText, countText(row.quantized));
    return row.kind->quantizable
        ? TensorTable::tr("%1\nPress F2 or double-click to change").arg(row.kind->plannedText)
        : TensorTable::tr("%1\n%2").arg(row.kind->plannedText, reasonMeaning(Reason::NotFloat));
}

QString exactBytes(std::int64_t bytes) { return TensorTable::tr("%1 bytes").arg(countText(bytes)); }

double ratioOf(const TensorRow& row)
{
    return row.kind->bytesAfter > 0 ? double(row.kind->bytesBefore) / double(row.kind->bytesAfter)
                                    : unknown;
}

QString errorTip(const TensorRow& row)
{
    if (std::isnan(row.facts->relRmse))
        return TensorTable::tr("Not measured yet: try the plan, or run it");
    QString tip = row.tensors > 1
        ? TensorTable::tr("Worst tensor of the block: %1").arg(percentText(row.facts->relRmse))
        : TensorTable::tr("Relative RMSE %1").arg(percentText(row.facts->relRmse));
    if (row.facts->outdated)
        tip += u'\n' + TensorTable::tr("Measured with another plan");
    return tip;
}

QString statusOrNothing(const TensorRow& row)
{
    if (!row.facts->status)
        return {};
    return row.facts->outdated ? TensorTable::tr("Outdated") : statusText(*row.facts->status);
}

QString statusTip(const TensorRow& row)
{
    const QString status = statusOrNothing(row);
    return row.facts->message.isEmpty() ? status
                                        : TensorTable::tr("%1: %2").arg(status, row.facts->message);
}

using Row = const TensorRow&;

// One row per column; everything else loops over these.
constexpr std::array columns{
    TensorColumnSpec{TensorColumn::Name, QT_TRANSLATE_NOOP("TensorTable", "Name"),
        QT_TRANSLATE_NOOP("TensorTable", "Full name in the file"), nullptr, nullptr, nameText,
        nullptr, BarScale::None, true, 33},
    TensorColumnSpec{TensorColumn::SourceType, QT_TRANSLATE_NOOP("TensorTable", "Source"),
        QT_TRANSLATE_NOOP("TensorTable", "Type of the elements in the file"), nullptr, typeOrder,
        [](Row r) { return r.kind->sourceType; }, nullptr, BarScale::None, true, 7},
    TensorColumnSpec{TensorColumn::Planned, QT_TRANSLATE_NOOP("TensorTable", "Planned"),
        QT_TRANSLATE_NOOP("TensorTable", "Type and group size after quantization"), nullptr,
        plannedOrder, [](Row r) { return r.kind->plannedText; }, plannedTip, BarScale::None, true,
        17},
    TensorColumnSpec{TensorColumn::Why, QT_TRANSLATE_NOOP("TensorTable", "Why"),
        QT_TRANSLATE_NOOP("TensorTable",
            "What decided. A row override beats a pattern, which beats the keep-list, the recipe "
            "and the default"),
        nullptr,
        [](Row r) { return r.kind->planned && r.tensors == 1 ? double(r.kind->reason) : unknown; },
        whyText, whyTip, BarScale::None, true, 18},
    TensorColumnSpec{TensorColumn::BytesAfter, QT_TRANSLATE_NOOP("TensorTable", "Size after"),
        QT_TRANSLATE_NOOP("TensorTable", "Bytes in the output, scales included"), "bytes",
        [](Row r) { return double(r.kind->bytesAfter); },
        [](Row r) { return bytesText(r.kind->bytesAfter); },
        [](Row r) { return exactBytes(r.kind->bytesAfter); }, BarScale::Size, true, 10},
    TensorColumnSpec{TensorColumn::Error, QT_TRANSLATE_NOOP("TensorTable", "Error"),
        QT_TRANSLATE_NOOP("TensorTable", "Relative RMSE; lower is closer to the original"), "%",
        [](Row r) { return 100 * r.facts->relRmse; },
        [](Row r) { return percentText(r.facts->relRmse); }, errorTip, BarScale::Error, true, 8},
    TensorColumnSpec{TensorColumn::Extents, QT_TRANSLATE_NOOP("TensorTable", "Shape"),
        QT_TRANSLATE_NOOP("TensorTable", "Outermost extent first; of a block, how many tensors"),
        nullptr, shapeOrder, shapeOrCount, nullptr, BarScale::None, true, 12},
    TensorColumnSpec{TensorColumn::Status, QT_TRANSLATE_NOOP("TensorTable", "Status"),
        QT_TRANSLATE_NOOP("TensorTable", "What the last trial or run says"), nullptr,
        [](Row r) { return r.facts->status ? double(*r.facts->status) : unknown; }, statusOrNothing,
        statusTip, BarScale::None, true, 13},
    TensorColumnSpec{TensorColumn::BytesBefore, QT_TRANSLATE_NOOP("TensorTable", "Size before"),
        QT_TRANSLATE_NOOP("TensorTable", "Bytes in the source"), "bytes",
        [](Row r) { return double(r.kind->bytesBefore); },
        [](Row r) { return bytesText(r.kind->bytesBefore); },
        [](Row r) { return exactBytes(r.kind->bytesBefore); }, BarScale::Size, true, 11},
    TensorColumnSpec{TensorColumn::Share, QT_TRANSLATE_NOOP("TensorTable", "Share"),
        QT_TRANSLATE_NOOP("TensorTable", "Part of the output's weights that is in this tensor"),
        "%", [](Row r) { return 100 * r.kind->share; },
        [](Row r) { return percentText(r.kind->share); }, nullptr, BarScale::Share, true, 9},
    TensorColumnSpec{TensorColumn::Ratio, QT_TRANSLATE_NOOP("TensorTable", "Ratio"),
        QT_TRANSLATE_NOOP("TensorTable", "Size before, divided by size after"), "x", ratioOf,
        [](Row r) { return ratioText(ratioOf(r)); }, nullptr, BarScale::None, true, 8},
    TensorColumnSpec{TensorColumn::Sqnr, QT_TRANSLATE_NOOP("TensorTable", "SQNR"),
        QT_TRANSLATE_NOOP(
            "TensorTable", "Signal to quantization noise; higher is closer to the original"),
        "dB", [](Row r) { return r.facts->sqnrDb.value; },
        [](Row r) { return decibelText(r.facts->sqnrDb); }, errorTip, BarScale::None, true, 10},
    TensorColumnSpec{TensorColumn::Parameters, QT_TRANSLATE_NOOP("TensorTable", "Parameters"),
        QT_TRANSLATE_NOOP("TensorTable", "Number of elements"), "",
        [](Row r) { return double(r.kind->parameters); },
        [](Row r) { return countText(r.kind->parameters); }, nullptr, BarScale::None, false, 12},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].column != TensorColumn(i))
            return false;
    }
    return columns.back().column == TensorColumn::Parameters;
}
static_assert(inOrder());

} // namespace

QString TensorColumnSpec::titleText() const { return TensorTable::tr(title); }

QString TensorColumnSpec::meaningText() const { return TensorTable::tr(meaning); }

std::span<const TensorColumnSpec> tensorColumns() { return columns; }

} // namespace aq
