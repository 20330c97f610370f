#include "ui/models/report_table_model.h"

#include "core/base/printable.h"
#include "core/validate/report_blocks.h"
#include "ui/text/plain_tip.h"
#include "ui/text/plan_text.h"
#include "ui/text/units.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QIcon>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

namespace aq {
namespace {

using Column = ReportTableModel::Column;

struct StatusLook {
    Status status;
    const char* icon;
    int severity; ///< Larger is worse.
};
constexpr std::array statuses{
    StatusLook{Status::Kept, "unknown", 0},
    StatusLook{Status::Passed, "passed", 1},
    StatusLook{Status::BelowFloor, "missed", 2},
    StatusLook{Status::BelowMinimum, "missed", 3},
    StatusLook{Status::Failed, "missed", 4},
};
static_assert([] {
    for (std::size_t i = 0; i < statuses.size(); ++i)
        if (statuses[i].status != Status(i))
            return false;
    return true;
}());

const StatusLook& lookOf(Status status) { return statuses.at(std::size_t(status)); }

QString translated(const char* text)
{
    return *text ? QCoreApplication::translate("ReportTable", text) : QString();
}

/// Severity, and within it the error: relRmse mapped to [0, 1).
double badness(const TensorReport& t)
{
    const double error = std::isfinite(t.relRmse) ? t.relRmse / (1 + t.relRmse) : 0.999999;
    return lookOf(t.status).severity + error;
}

struct ColumnSpec {
    Column column;
    const char* title;
    const char* hint;
    double (*number)(const TensorReport&); ///< To sort by; null: by text.
    QString (*text)(const TensorReport&);
    bool isNumber = true;
    bool isShownAtFirst = true;
};

QString number(double value, char format, int digits)
{
    return std::isfinite(value) ? QLocale().toString(value, format, digits) : QStringLiteral("∞");
}

constexpr std::array columns{
    ColumnSpec{Column::Status, QT_TRANSLATE_NOOP("ReportTable", "Status"),
        QT_TRANSLATE_NOOP("ReportTable", "Against the limits above the table"),
        [](const TensorReport& t) { return badness(t); },
        [](const TensorReport& t) { return statusText(t.status); }, false},
    ColumnSpec{Column::Name, QT_TRANSLATE_NOOP("ReportTable", "Tensor"), "", nullptr,
        [](const TensorReport& t) { return printable(t.name); }, false},
    ColumnSpec{Column::Scheme, QT_TRANSLATE_NOOP("ReportTable", "Scheme"),
        QT_TRANSLATE_NOOP("ReportTable", "How it is stored; keep: byte for byte as in the source"),
        nullptr, [](const TensorReport& t) { return t.scheme; }, false},
    ColumnSpec{Column::Cosine, QT_TRANSLATE_NOOP("ReportTable", "Cosine"),
        QT_TRANSLATE_NOOP(
            "ReportTable", "Cosine similarity with the source; 1 is the same direction"),
        [](const TensorReport& t) { return t.cosine; },
        [](const TensorReport& t) { return cosineText(t.cosine); }},
    ColumnSpec{Column::RelRmse, QT_TRANSLATE_NOOP("ReportTable", "Relative RMSE"),
        QT_TRANSLATE_NOOP(
            "ReportTable", "Root mean square error over that of the source; 0 is exact"),
        [](const TensorReport& t) { return t.relRmse; },
        [](const TensorReport& t) { return number(t.relRmse, 'f', 5); }},
    ColumnSpec{Column::Sqnr, QT_TRANSLATE_NOOP("ReportTable", "SQNR"),
        QT_TRANSLATE_NOOP("ReportTable", "Signal to quantization noise; higher is closer"),
        [](const TensorReport& t) { return t.sqnrDb; },
        [](const TensorReport& t) { return decibelText(t.sqnrDb); }},
    ColumnSpec{Column::MaxError, QT_TRANSLATE_NOOP("ReportTable", "Max error"),
        QT_TRANSLATE_NOOP("ReportTable", "Largest difference of a single weight"),
        [](const TensorReport& t) { return t.maxError; },
        [](const TensorReport& t) { return number(t.maxError, 'g', 4); }},
    ColumnSpec{Column::BitsPerWeight, QT_TRANSLATE_NOOP("ReportTable", "Bits/weight"),
        QT_TRANSLATE_NOOP("ReportTable", "Codes, scales and zero points"),
        [](const TensorReport& t) { return t.bitsPerWeight; },
        [](const TensorReport& t) { return number(t.bitsPerWeight, 'f', 2); }},
    ColumnSpec{Column::BytesBefore, QT_TRANSLATE_NOOP("ReportTable", "Source size"),
        QT_TRANSLATE_NOOP("ReportTable", "In the source file"),
        [](const TensorReport& t) { return double(t.bytesBefore); },
        [](const TensorReport& t) { return bytesText(t.bytesBefore); }, true, false},
    ColumnSpec{Column::BytesAfter, QT_TRANSLATE_NOOP("ReportTable", "Size"),
        QT_TRANSLATE_NOOP("ReportTable", "In the written file"),
        [](const TensorReport& t) { return double(t.bytesAfter); },
        [](const TensorReport& t) { return bytesText(t.bytesAfter); }},
    ColumnSpec{Column::Dimensions, QT_TRANSLATE_NOOP("ReportTable", "Shape"), "",
        [](const TensorReport& t) { return double(t.parameters); },
        [](const TensorReport& t) { return shapeText(t.shape); }, false, false},
    ColumnSpec{Column::Reason, QT_TRANSLATE_NOOP("ReportTable", "Why"),
        QT_TRANSLATE_NOOP("ReportTable", "The rule of the plan that chose the scheme"), nullptr,
        [](const TensorReport& t) { return reasonLine(t.reason); }, false, false},
    ColumnSpec{Column::Message, QT_TRANSLATE_NOOP("ReportTable", "Message"), "", nullptr,
        [](const TensorReport& t) { return printable(t.message, 400); }, false},
};
static_assert([] {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].column != Column(i))
            return false;
    return true;
}());

QVariant statusIcon(Status status)
{
    const StatusLook& look = lookOf(status);
    const QPalette palette = QGuiApplication::palette();
    const QColor colour = look.severity == 0
        ? palette.color(QPalette::PlaceholderText)
        : toneColor(look.severity == 1 ? Tone::Good : Tone::Bad, palette);
    return QIcon(tintedIcon(QLatin1StringView(look.icon), colour, 16, qGuiApp->devicePixelRatio()));
}

} // namespace

bool ReportFilter::accepts(const TensorReport& tensor) const
{
    const bool shown = show == Show::All || (show == Show::Kept && tensor.status == Status::Kept)
        || (show == Show::Missed && isMissed(tensor))
        || (show == Show::Quantized && tensor.status != Status::Kept);
    return shown
        && (text.isEmpty() || tensor.name.contains(text, Qt::CaseInsensitive)
            || tensor.scheme.contains(text, Qt::CaseInsensitive)
            || tensor.message.contains(text, Qt::CaseInsensitive));
}

bool ReportTableModel::isShownAtFirst(Column column)
{
    return columns[std::size_t(column)].isShownAtFirst;
}

QString ReportTableModel::title(Column column)
{
    return translated(columns[std::size_t(column)].title);
}

QString ReportTableModel::text(Column column, const TensorReport& tensor)
{
    return columns[std::size_t(column)].text(tensor);
}

void ReportTableModel::setFilter(const ReportFilter& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

int ReportTableModel::rowOf(const QString& name) const
{
    const auto found = std::ranges::find(
        m_order, name, [&](std::size_t index) -> const QString& { return m_tensors[index].name; });
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

void ReportTableModel::setTensors(std::vector<TensorReport> tensors)
{
    beginResetModel();
    m_tensors = std::move(tensors);
    m_hasMessages = !std::ranges::all_of(m_tensors, &QString::isEmpty, &TensorReport::message);
    arrange();
    endResetModel();
}

void ReportTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    Q_EMIT layoutAboutToBeChanged();
    m_sortColumn = column;
    m_sortOrder = order;
    const QModelIndexList before = persistentIndexList();
    const std::vector<std::size_t> rows = m_order;
    arrange();
    std::vector<int> newRow(m_tensors.size());
    for (std::size_t row = 0; row < m_order.size(); ++row)
        newRow[m_order[row]] = int(row);
    QModelIndexList after;
    for (const QModelIndex& index : before)
        after << this->index(newRow[rows[std::size_t(index.row())]], index.column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

/// Equal ones keep the order of the source.
void ReportTableModel::arrange()
{
    const ColumnSpec& spec = columns[std::size_t(m_sortColumn)];
    std::vector<double> numbers;
    std::vector<QString> texts;
    for (const TensorReport& tensor : m_tensors) {
        if (spec.number)
            numbers.push_back(spec.number(tensor));
        else
            texts.push_back(spec.text(tensor));
    }
    m_order.clear();
    for (std::size_t i = 0; i < m_tensors.size(); ++i)
        if (m_filter.accepts(m_tensors[i]))
            m_order.push_back(i);
    const auto less = [&](std::size_t a, std::size_t b) {
        return spec.number ? numbers[a] < numbers[b] : texts[a] < texts[b];
    };
    if (m_sortOrder == Qt::AscendingOrder)
        std::ranges::stable_sort(m_order, less);
    else
        std::ranges::stable_sort(m_order, [&](std::size_t a, std::size_t b) { return less(b, a); });
}

int ReportTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ReportTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(columns.size());
}

QVariant ReportTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ColumnSpec& spec = columns[std::size_t(index.column())];
    const TensorReport& tensor = this->tensor(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return spec.text(tensor);
    case Qt::ToolTipRole:
        return spec.isNumber ? QVariant() : QVariant(plainTip(spec.text(tensor)));
    case Qt::DecorationRole:
        return spec.column == Column::Status ? statusIcon(tensor.status) : QVariant();
    case Qt::TextAlignmentRole:
        return int((spec.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnSpec& spec = columns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return translated(spec.title);
    case Qt::ToolTipRole:
        return translated(spec.hint);
    case Qt::TextAlignmentRole:
        return int((spec.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace aq
