#include "ui/models/picture_tables.h"

#include "ui/charts/picture_axes.h"
#include "ui/charts/range_chart.h"
#include "ui/text/units.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

namespace aq {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

struct PictureTables {
    Q_DECLARE_TR_FUNCTIONS(PictureTables)
};

double cellOf(const HeatMap& map, int cell)
{
    return std::size_t(cell) < map.cells.size() ? double(map.cells[std::size_t(cell)]) : nothing;
}

double binEdge(const Histogram& bins, int bin) { return bins.low + bin * bins.binWidth(); }

NumberLine both(const QString& what, const QString& meaning, const TensorPicture& picture,
    QString (*text)(const ValueStats&))
{
    const bool hasBoth = !picture.scheme.isEmpty();
    return {what, meaning, text(picture.original), hasBoth ? text(picture.decoded) : QString()};
}

} // namespace

void NumberTableModel::setNumbers(const QStringList& titles, int rows, Value value)
{
    beginResetModel();
    m_titles = titles;
    m_rows = rows;
    m_value = std::move(value);
    endResetModel();
}

int NumberTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int NumberTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant NumberTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight) | int(Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const double value = m_value(index.row(), index.column());
    if (std::isnan(value))
        return {};
    return role == SortRole ? QVariant(value) : QVariant(shortNumber(value));
}

QVariant NumberTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return m_titles.value(section);
}

void showValueBins(NumberTableModel& table, const TensorPicturePtr& picture)
{
    QStringList titles{
        PictureTables::tr("From"), PictureTables::tr("To"), PictureTables::tr("Original")};
    if (!picture)
        return table.setNumbers(titles, 0, {});
    if (!picture->scheme.isEmpty())
        titles << PictureTables::tr("Decoded");
    const int bins = int(picture->originalHistogram.counts.size());
    table.setNumbers(titles, bins, [picture](int bin, int column) {
        const Histogram& original = picture->originalHistogram;
        if (column < 2)
            return binEdge(original, bin + column);
        const auto& counts = column == 2 ? original.counts : picture->decodedHistogram.counts;
        return double(counts[std::size_t(bin)]);
    });
}

void showErrorBins(NumberTableModel& table, const TensorPicturePtr& picture)
{
    const QStringList titles{
        PictureTables::tr("From"), PictureTables::tr("To"), PictureTables::tr("Weights")};
    const int bins = picture ? int(picture->errorHistogram.counts.size()) : 0;
    table.setNumbers(titles, bins, [picture](int bin, int column) {
        const Histogram& errors = picture->errorHistogram;
        return column < 2 ? binEdge(errors, bin + column) : double(errors.counts[std::size_t(bin)]);
    });
}

void showChannels(NumberTableModel& table, const TensorPicturePtr& picture)
{
    const QStringList titles{PictureTables::tr("First channel"), PictureTables::tr("Last channel"),
        PictureTables::tr("Least"), PictureTables::tr("Greatest"), PictureTables::tr("RMS"),
        PictureTables::tr("Error (RMS)"), PictureTables::tr("Outliers")};
    table.setNumbers(
        titles, picture ? int(picture->channels.size()) : 0, [picture](int row, int column) {
            const ChannelRange& c = picture->channels[std::size_t(row)];
            const double values[] = {double(c.first), double(c.first + c.count - 1), c.min, c.max,
                c.rms, c.errorRms, double(c.outliers)};
            return values[column];
        });
}

void showCells(NumberTableModel& table, const TensorPicturePtr& picture)
{
    const QStringList titles{PictureTables::tr("First row"), PictureTables::tr("Last row"),
        PictureTables::tr("First column"), PictureTables::tr("Last column"),
        PictureTables::tr("Value"), PictureTables::tr("Decoded"), PictureTables::tr("Error")};
    table.setNumbers(
        titles, picture ? int(picture->values.cells.size()) : 0, [picture](int cell, int column) {
            const HeatMap& map = picture->values;
            const int y = cell / map.cellColumns, x = cell % map.cellColumns;
            switch (column) {
            case 0:
                return double(map.rowAt(y));
            case 1:
                return double(map.rowAt(y + 1) - 1);
            case 2:
                return double(map.columnAt(x));
            case 3:
                return double(map.columnAt(x + 1) - 1);
            case 4:
                return cellOf(map, cell);
            case 5:
                return cellOf(picture->decodedValues, cell);
            default:
                return cellOf(picture->error, cell);
            }
        });
}

std::vector<NumberLine> valueNumbers(const TensorPicture& picture)
{
    using Stats = const ValueStats&;
    std::vector<NumberLine> lines{
        both(PictureTables::tr("Weights"), PictureTables::tr("How many were looked at"), picture,
            [](Stats s) { return countText(s.count); }),
        both(PictureTables::tr("Least"), {}, picture, [](Stats s) { return shortNumber(s.min); }),
        both(
            PictureTables::tr("Greatest"), {}, picture, [](Stats s) { return shortNumber(s.max); }),
        both(PictureTables::tr("Mean"), {}, picture, [](Stats s) { return shortNumber(s.mean); }),
        both(PictureTables::tr("Deviation"),
            PictureTables::tr("Standard deviation around the mean"), picture,
            [](Stats s) { return shortNumber(s.deviation); }),
        both(PictureTables::tr("Kurtosis"),
            PictureTables::tr("3 for a normal distribution; more: heavier tails"), picture,
            [](Stats s) { return QLocale().toString(s.kurtosis, 'f', 2); }),
        both(PictureTables::tr("Outliers"),
            PictureTables::tr("Farther than 6 deviations of the original from its mean"), picture,
            [](Stats s) {
                return s.outlierShare > 0 ? percentText(s.outlierShare) : countText(0);
            }),
        both(PictureTables::tr("Zeros"), PictureTables::tr("Weights that are exactly 0"), picture,
            [](Stats s) { return countText(s.zeros); }),
    };
    if (picture.original.notFinite + picture.decoded.notFinite > 0)
        lines.push_back(
            both(PictureTables::tr("Not finite"), PictureTables::tr("NaN and infinities"), picture,
                [](Stats s) { return countText(s.notFinite); }));
    return lines;
}

std::vector<NumberLine> errorNumbers(const TensorPicture& picture)
{
    if (picture.scheme.isEmpty())
        return {};
    const ErrorSums& sums = picture.sums;
    return {
        {PictureTables::tr("Cosine"),
            PictureTables::tr("Between original and decoded; 1: the same direction"),
            cosineText(cosine(sums)), {}},
        {PictureTables::tr("Rel. RMSE"),
            PictureTables::tr("Error relative to the size of the weights"),
            percentText(relRmse(sums)), {}},
        {PictureTables::tr("SQNR"),
            PictureTables::tr("Signal to quantization noise; higher is closer"),
            decibelText(sqnrDb(sums)), {}},
        {PictureTables::tr("Max error"), PictureTables::tr("Largest difference of a weight"),
            shortNumber(sums.maxError), {}},
    };
}

std::vector<NumberLine> channelNumbers(const TensorPicture& picture)
{
    const auto& channels = picture.channels;
    if (channels.empty())
        return {};
    const auto widest = std::ranges::max_element(
        channels, {}, [](const ChannelRange& c) { return c.max - c.min; });
    std::vector<NumberLine> lines{
        {PictureTables::tr("Channels"), PictureTables::tr("Rows of the tensor's matrix"),
            countText(picture.rows), {}},
        {PictureTables::tr("Widest"), channelText(*widest), countText(widest->first), {}},
    };
    std::int64_t marked = 0;
    for (const ChannelRange& channel : channels)
        marked += channel.outliers > 0;
    lines.push_back({PictureTables::tr("With outliers"),
        PictureTables::tr("Channels, or groups of them, that have any"), countText(marked), {}});
    if (picture.sums.dd > 0) {
        const auto worst = std::ranges::max_element(channels, {}, &ChannelRange::errorRms);
        lines.push_back({PictureTables::tr("Worst"),
            PictureTables::tr("Channel with the largest error"), countText(worst->first), {}});
        lines.push_back({PictureTables::tr("Its error"),
            PictureTables::tr("Root of the mean squared error"), shortNumber(worst->errorRms), {}});
    }
    return lines;
}

} // namespace aq
