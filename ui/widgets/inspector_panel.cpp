#include "ui/widgets/inspector_panel.h"

#include "ui/charts/chart_frame.h"
#include "ui/charts/heat_map_view.h"
#include "ui/charts/range_chart.h"
#include "ui/text/error_text.h"
#include "ui/text/units.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/number_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>

namespace aq {
namespace {

/// A frame around a picture that steps through its things, kept up to date with it.
ChartFrame* framed(const QString& title, SteppedChart* chart, NumberTableModel* table)
{
    auto* frame = new ChartFrame(title, chart);
    frame->setTable(table, NumberTableModel::SortRole);
    frame->setDraw([chart](QPainter& painter, const QRectF& area) { chart->draw(painter, area); });
    QObject::connect(chart, &SteppedChart::pointed, frame, &ChartFrame::setReading);
    return frame;
}

QLabel* wrappedLabel()
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

InspectorPanel::InspectorPanel(QWidget* parent)
    : QWidget(parent)
    , m_hint(wrappedLabel())
    , m_pages(new QStackedWidget)
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setMargin(24);
    m_picturePage = makePictures();
    m_pages->addWidget(m_hint);
    m_pages->addWidget(m_picturePage);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(makeTop());
    layout->addWidget(m_pages, 1);
    clear(tr("Select a tensor in the table to see its values."));
}

QWidget* InspectorPanel::makeTop()
{
    m_name = new ElidedLabel;
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_name->setAccessibleDescription(tr("tensor that is inspected"));
    m_about = wrappedLabel();
    m_note = wrappedLabel();
    m_note->setAccessibleDescription(tr("what there is to know about these numbers"));
    m_side = new QComboBox;
    m_side->addItems({tr("As planned"), tr("As written")});
    m_side->setAccessibleName(tr("What is decoded"));
    m_side->setToolTip(
        tr("Compare with what the plan would give, or with the file that was written"));
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_progress->setAccessibleName(tr("Reading the tensor"));
    QSizePolicy keepsRoom = m_progress->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsRoom);
    m_progress->hide();
    connect(m_side, &QComboBox::currentIndexChanged, this, &InspectorPanel::sideChanged);

    auto* top = new QWidget;
    auto* layout = new QGridLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(m_side, 0, 1, 2, 1, Qt::AlignTop);
    layout->addWidget(m_about, 1, 0);
    layout->addWidget(m_note, 2, 0, 1, 2);
    layout->addWidget(m_progress, 3, 0, 1, 2);
    return top;
}

QWidget* InspectorPanel::makePictures()
{
    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(16);
    layout->addWidget(makeHistogram());
    layout->addWidget(makeMaps());
    layout->addWidget(makeChannels());
    layout->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Pictures of the tensor"));
    return area;
}

QWidget* InspectorPanel::makeHistogram()
{
    m_histogram = new HistogramChart;
    m_bins = new NumberTableModel(this);
    m_histogramFrame = framed(tr("Distribution"), m_histogram, m_bins);
    m_valueNumbers = new NumberList(tr("Numbers of the values"));
    m_errors = new QCheckBox(tr("E&rrors"));
    m_errors->setToolTip(tr("Shows how far decoded values are from the original"));
    m_logarithmic = new QCheckBox(tr("&Logarithmic"));
    m_logarithmic->setToolTip(tr("Counts by their logarithm: rare values are seen too"));
    connect(m_errors, &QCheckBox::toggled, this, &InspectorPanel::showHistogram);
    connect(m_logarithmic, &QCheckBox::toggled, m_histogram, &HistogramChart::setLogarithmic);
    auto* options = new QHBoxLayout;
    options->addWidget(m_errors);
    options->addWidget(m_logarithmic);
    options->addStretch(1);
    auto* picture = new QWidget;
    auto* layout = new QVBoxLayout(picture);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_histogramFrame, 1);
    layout->addLayout(options);
    picture->setMinimumHeight(250);
    return new PictureSection(picture, m_valueNumbers);
}

QWidget* InspectorPanel::makeMaps()
{
    m_maps = new HeatMapView;
    m_cells = new NumberTableModel(this);
    m_mapsFrame = new ChartFrame(tr("Heat maps"), m_maps);
    m_mapsFrame->setTable(m_cells, NumberTableModel::SortRole);
    m_mapsFrame->setDraw(
        [this](QPainter& painter, const QRectF& area) { m_maps->draw(painter, area); });
    m_reading = wrappedLabel();
    m_reading->setAccessibleDescription(tr("Cell that is pointed at"));
    m_reading->setMinimumHeight(2 * fontMetrics().height());
    m_reading->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_errorNumbers = new NumberList(tr("Numbers of the error"));
    connect(m_maps, &HeatMapView::pointed, this, [this](const QString& reading) {
        m_reading->setText(reading.isEmpty()
                ? tr("Drag or turn the wheel to zoom; Shift and drag to move.")
                : reading);
    });
    connect(m_mapsFrame, &ChartFrame::showAllRequested, m_maps, &HeatMapView::showAll);
    connect(m_maps, &HeatMapView::partWished, this, [this] {
        m_mapsFrame->setZoomed(m_maps->isZoomed());
        m_mapsFrame->setSummary(m_maps->summary());
        if (m_maps->isZoomed())
            Q_EMIT mapPartWished();
        else
            showCells(*m_cells, m_picture);
    });
    auto* picture = new QWidget;
    auto* layout = new QVBoxLayout(picture);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_mapsFrame, 1);
    layout->addWidget(m_reading);
    picture->setMinimumHeight(290);
    return new PictureSection(picture, m_errorNumbers);
}

QWidget* InspectorPanel::makeChannels()
{
    m_channels = new RangeChart;
    m_ranges = new NumberTableModel(this);
    m_channelsFrame = framed(tr("Channels"), m_channels, m_ranges);
    m_channelsFrame->setMinimumHeight(300);
    m_channelNumbers = new NumberList(tr("Numbers of the channels"));
    return new PictureSection(m_channelsFrame, m_channelNumbers);
}

InspectorPanel::Side InspectorPanel::side() const
{
    return m_side->currentIndex() == 1 ? Side::Written : Side::Planned;
}

void InspectorPanel::setWrittenAvailable(bool available)
{
    if (!available)
        m_side->setCurrentIndex(0);
    m_side->setVisible(available);
}

MatrixPart InspectorPanel::mapPart() const { return m_maps->part(); }

void InspectorPanel::setTensor(const QString& name, const QString& about)
{
    m_name->setText(name);
    m_about->setText(about);
    m_about->show();
    if (m_picture && m_picture->name != name)
        m_picturePage->setEnabled(false);
}

void InspectorPanel::setProgress(int percent)
{
    m_progress->setValue(percent);
    m_progress->setVisible(percent < 100);
}

void InspectorPanel::setPicture(TensorPicturePtr picture)
{
    m_picture = std::move(picture);
    setProgress(100);
    m_picturePage->setEnabled(true);
    m_pages->setCurrentWidget(m_picturePage);
    const bool hasErrors = !m_picture->errorHistogram.counts.empty();
    m_errors->setEnabled(hasErrors);
    if (!hasErrors)
        m_errors->setChecked(false);
    m_histogram->setPicture(m_picture);
    showHistogram();
    m_channels->setPicture(m_picture);
    m_channelsFrame->setLegend(m_channels->legend());
    m_channelsFrame->setSummary(m_channels->summary());
    m_maps->setPicture(m_picture);
    m_mapsFrame->setZoomed(m_maps->isZoomed());
    m_mapsFrame->setSummary(m_maps->summary());
    showChannels(*m_ranges, m_picture);
    showCells(*m_cells, m_picture);
    m_valueNumbers->setLines(valueNumbers(*m_picture));
    m_channelNumbers->setLines(channelNumbers(*m_picture));
    m_errorNumbers->setLines(errorNumbers(*m_picture));
    showNote();
}

void InspectorPanel::setMaps(TensorPicturePtr maps)
{
    setProgress(100);
    showCells(*m_cells, maps);
    m_maps->setMaps(std::move(maps));
    m_mapsFrame->setSummary(m_maps->summary());
}

void InspectorPanel::showHistogram()
{
    const bool errors = m_errors->isChecked();
    m_histogram->setShown(errors ? HistogramChart::Show::Errors : HistogramChart::Show::Values);
    m_histogramFrame->setTitle(errors ? tr("Errors") : tr("Distribution"));
    m_histogramFrame->setLegend(m_histogram->legend());
    m_histogramFrame->setSummary(m_histogram->summary());
    if (errors)
        showErrorBins(*m_bins, m_picture);
    else
        showValueBins(*m_bins, m_picture);
}

/// What the numbers do not say themselves.
void InspectorPanel::showNote()
{
    QStringList notes;
    if (!m_picture->problem.isEmpty())
        notes << tr("Cannot be quantized as planned: %1").arg(m_picture->problem);
    else if (m_picture->isKept)
        notes << tr("Kept as it is: nothing is lost.");
    if (m_picture->isSampled)
        notes << tr("Numbers are of %1 evenly spaced rows of %2.")
                     .arg(countText(m_picture->sampledRows), countText(m_picture->rows));
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
}

void InspectorPanel::showError(const Error& error)
{
    showHint(tr("%1\n%2").arg(errorHeadline(error.code), error.detail));
}

void InspectorPanel::showHint(const QString& hint)
{
    setProgress(100);
    m_picture.reset();
    m_note->hide();
    m_pages->setCurrentWidget(m_hint);
    m_hint->setText(hint);
}

void InspectorPanel::clear(const QString& hint)
{
    m_name->setText({});
    m_about->hide();
    showHint(hint);
}

} // namespace aq
