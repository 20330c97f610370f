// What leaves a ChartFrame: pictures, CSV, the clipboard.
#include "core/interop/csv_cell.h"
#include "core/interop/text_number.h"
#include "core/io/output_file.h"
#include "ui/charts/chart_frame.h"
#include "ui/text/error_text.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileInfo>
#include <QGraphicsView>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QMimeData>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QSvgGenerator>
#include <QTableView>
#include <algorithm>

namespace aq {
namespace {

constexpr double margin = 12;
constexpr double leastWidth = 700; ///< Of a saved picture, in logical pixels.

bool isNumber(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Double:
    case QMetaType::Float:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return true;
    default:
        return false;
    }
}

QByteArray csvValue(const QVariant& value, const QString& shown)
{
    if (!isNumber(value))
        return csvCell(shown);
    const bool isReal = value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Float;
    return isReal ? numberText(value.toDouble()) : numberText(std::int64_t(value.toLongLong()));
}

Result<void> writeBytes(const QString& path, const QByteArray& bytes)
{
    return writeFile(path,
        {reinterpret_cast<const std::byte*>(bytes.constData()), std::size_t(bytes.size())}, true);
}

Result<void> writePng(const QString& path, const QImage& image)
{
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return Error{ErrorCode::Internal, QStringLiteral("the picture could not be encoded"), path};
    return writeBytes(path, buffer.data());
}

/// Tabs and line breaks would begin new cells.
QString tsvCell(QString text)
{
    for (QChar& c : text)
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    return text;
}

} // namespace

QByteArray ChartFrame::csv() const
{
    if (!m_model)
        return {};
    const QAbstractItemModel& model
        = m_sorted->sourceModel() ? static_cast<const QAbstractItemModel&>(*m_sorted) : *m_model;
    QByteArray text;
    const int columns = model.columnCount();
    for (int column = 0; column < columns; ++column)
        text += (column ? "," : "") + csvCell(model.headerData(column, Qt::Horizontal).toString());
    text += "\r\n";
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < columns; ++column) {
            const QModelIndex at = model.index(row, column);
            text += (column ? "," : "") + csvValue(at.data(m_sortRole), at.data().toString());
        }
        text += "\r\n";
    }
    return text;
}

QString ChartFrame::tableText() const
{
    if (!m_model)
        return {};
    const QAbstractItemModel& model
        = m_sorted->sourceModel() ? static_cast<const QAbstractItemModel&>(*m_sorted) : *m_model;
    QString text;
    const auto line = [&](auto cell) {
        for (int column = 0; column < model.columnCount(); ++column)
            text += (column ? QStringLiteral("\t") : QString()) + tsvCell(cell(column));
        text += u'\n';
    };
    line([&](int column) { return model.headerData(column, Qt::Horizontal).toString(); });
    const auto* selection = isTableShown() ? m_table->selectionModel() : nullptr;
    const bool all = !selection || !selection->hasSelection();
    for (int row = 0; row < model.rowCount(); ++row)
        if (all || selection->isRowSelected(row))
            line([&](int column) { return model.index(row, column).data().toString(); });
    return text;
}

void ChartFrame::paint(QPainter& painter, const QRectF& area) const
{
    painter.save();
    const QPalette colours = palette();
    painter.fillRect(area, colours.base());
    QRectF rest = area.adjusted(margin, margin, -margin, -margin);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colours.color(QPalette::Text));
    const double line = QFontMetricsF(bold).height();
    painter.drawText(QRectF(rest.topLeft(), QSizeF(rest.width(), line)),
        int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), m_title);
    rest.setTop(rest.top() + line + 4);
    if (m_legend->entries().size() > 1)
        rest.setTop(rest.top()
            + drawLegend(
                &painter, rest, m_legend->entries(), font(), colours.color(QPalette::Text)));
    painter.setClipRect(rest);
    if (m_draw) {
        m_draw(painter, rest);
    } else if (auto* view = qobject_cast<QGraphicsView*>(m_picture)) {
        view->render(&painter, rest);
    } else {
        const QSizeF size = m_picture->size();
        const double scale = std::min(rest.width() / size.width(), rest.height() / size.height());
        painter.translate(rest.topLeft());
        painter.scale(scale, scale);
        m_picture->render(&painter, {}, {}, QWidget::DrawChildren);
    }
    painter.restore();
}

/// With the proportions of the screen, so that nothing stays empty, but never too small to be read.
QSizeF ChartFrame::exportSize() const
{
    const QSizeF shown = m_picture->size();
    const QSizeF picture = shown * std::max(1.0, leastWidth / std::max(1.0, shown.width()));
    QFont bold = font();
    bold.setBold(true);
    double head = QFontMetricsF(bold).height() + 4;
    if (m_legend->entries().size() > 1)
        head += drawLegend(
            nullptr, QRectF({}, picture), m_legend->entries(), font(), palette().text().color());
    return {picture.width() + 2 * margin, picture.height() + head + 2 * margin};
}

QImage ChartFrame::image(double scale) const
{
    const QSizeF size = exportSize();
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.setText(QStringLiteral("Title"), m_title);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, QRectF({}, size));
    return image;
}

QByteArray ChartFrame::svg() const
{
    QBuffer buffer;
    QSvgGenerator generator;
    const QSizeF size = exportSize();
    generator.setOutputDevice(&buffer);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF({}, size));
    generator.setResolution(96);
    generator.setTitle(m_title);
    generator.setDescription(m_picture->accessibleDescription());
    QPainter painter(&generator);
    paint(painter, QRectF({}, size));
    painter.end();
    return buffer.data();
}

std::function<Result<void>()> ChartFrame::writer(const QString& path, double scale) const
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1StringView("png"))
        return [path, picture = image(scale)] { return writePng(path, picture); };
    if (suffix == QLatin1StringView("svg"))
        return [path, bytes = svg()] { return writeBytes(path, bytes); };
    if (suffix == QLatin1StringView("csv") && m_model)
        return [path, bytes = csv()] { return writeBytes(path, bytes); };
    return [path]() -> Result<void> {
        return Error{
            ErrorCode::Unsupported, QStringLiteral("a chart is saved as .svg, .png or .csv"), path};
    };
}

QString ChartFrame::saveTo(const QString& path, double scale) const
{
    const Result<void> written = writer(path, scale)();
    return written ? QString() : errorText(written.error()).details();
}

void ChartFrame::copyPicture() const
{
    auto* picture = new QMimeData;
    picture->setImageData(image());
    picture->setData(QStringLiteral("image/svg+xml"), svg());
    QGuiApplication::clipboard()->setMimeData(picture);
}

void ChartFrame::copyTable() const { QGuiApplication::clipboard()->setText(tableText()); }

} // namespace aq
