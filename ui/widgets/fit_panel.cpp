#include "ui/widgets/fit_panel.h"

#include "core/base/printable.h"
#include "ui/charts/chart_frame.h"
#include "ui/charts/fit_chart.h"
#include "ui/models/trial_table.h"
#include "ui/text/fit_text.h"
#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/fit_changes.h"
#include "ui/widgets/fit_controls.h"
#include "ui/widgets/fit_refine.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/recipe_section.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <array>
#include <cmath>

namespace aq {
namespace {

constexpr qsizetype longestTensor = 26; ///< Longer ones would widen the panel.
constexpr int permille = 1000;          ///< Of the progress bar.

QLabel* textLabel(const QString& description = {}, bool isMuted = false)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAccessibleDescription(description);
    if (isMuted)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QString kindText(FitSpot::Kind kind)
{
    switch (kind) {
    case FitSpot::Kind::Curve:
        return FitPanel::tr("Best for its size");
    case FitSpot::Kind::Suggestion:
        return FitPanel::tr("Suggested");
    case FitSpot::Kind::Recipe:
        return FitPanel::tr("Same type everywhere");
    case FitSpot::Kind::Profile:
        return FitPanel::tr("Profile");
    }
    return {};
}

double decibels(double error) { return -20 * std::log10(error); }

/// The picture as a table.
std::vector<TrialTable::Column> columnsOf(std::shared_ptr<const std::vector<FitSpot>> spots)
{
    const auto spot = [spots = std::move(spots)](
                          int row) -> const FitSpot& { return (*spots)[std::size_t(row)]; };
    return {{FitPanel::tr("What"), {}, [spot](int row) { return kindText(spot(row).kind); }, {}},
        {FitPanel::tr("Name"), {}, [spot](int row) { return printable(spot(row).title); }, {}},
        {FitPanel::tr("Size"), {}, [spot](int row) { return bytesText(spot(row).bytes); },
            [spot](int row) { return QVariant(qlonglong(spot(row).bytes)); }},
        {FitPanel::tr("Relative RMSE"), {},
            [spot](int row) { return percentText(spot(row).error); },
            [spot](int row) { return QVariant(spot(row).error); }},
        {FitPanel::tr("SQNR"), {},
            [spot](int row) { return decibelText(decibels(spot(row).error)); },
            [spot](int row) { return QVariant(decibels(spot(row).error)); }}};
}

QString explanation()
{
    return FitPanel::tr(
        "Measures what every type costs every tensor of this model, once. Then any size is a "
        "matter "
        "of a moment: the types are chosen so that the whole error is as small as it can be.");
}

} // namespace

FitPanel::FitPanel(QWidget* parent)
    : QWidget(parent)
    , m_view(std::make_shared<const FitView>())
    , m_pages(new QStackedWidget)
{
    m_measurePage = makeMeasure();
    m_fitPage = new QScrollArea;
    m_fitPage->setWidget(makeFit());
    m_fitPage->setWidgetResizable(true);
    m_fitPage->setFrameShape(QFrame::NoFrame);
    m_fitPage->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_fitPage->setAccessibleName(tr("Fit to a size"));
    m_fitPage->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(m_measurePage);
    m_pages->addWidget(m_fitPage);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 0, 8);
    layout->addWidget(m_pages);
    connectParts();
    setView(m_view);
}

QWidget* FitPanel::makeMeasure()
{
    m_about = textLabel(tr("what fitting does"));
    m_about->setText(explanation());
    m_state = textLabel(tr("how far the measurement is"), true);
    m_measure = new QPushButton(themeIcon(QStringLiteral("measure")), tr("Measure sensitivity"));
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the measurement"));
    m_progress = new QProgressBar;
    m_progress->setRange(0, permille);
    m_progress->setAccessibleName(tr("Progress of the measurement"));
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 8, 16, 8);
    layout->addStretch(1);
    layout->addWidget(m_about);
    layout->addSpacing(6);
    layout->addWidget(m_measure, 0, Qt::AlignLeft);
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    layout->addStretch(2);
    return page;
}

QWidget* FitPanel::makeChart()
{
    m_chart = new FitChart;
    m_chart->setWhatsThis(tr("The lowest error for every size of the file. Point at it, or use the "
                             "arrow keys, to read single values; a click or Return takes the size. "
                             "Triangles and squares use the same type everywhere."));
    m_chartTable = new TrialTable(this);
    m_chartFrame = new ChartFrame(tr("Size and error of the fit"), m_chart);
    m_chartFrame->setTable(m_chartTable, TrialTable::SortRole);
    m_chartFrame->setDraw(
        [this](QPainter& painter, const QRectF& area) { m_chart->draw(painter, area); });
    m_chartFrame->setMinimumHeight(fontMetrics().height() * 17);
    return m_chartFrame;
}

QWidget* FitPanel::makeNumbers()
{
    m_size = textLabel(tr("size of the file"));
    m_bits = textLabel(tr("bits per weight"));
    m_error = textLabel(tr("error of all weights"));
    m_missed = textLabel(tr("tensors below a limit"));
    m_measured = textLabel(tr("what was measured"), true);
    m_worst = new QPushButton;
    m_worst->setFlat(true);
    m_worst->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_weight = new QComboBox;
    for (const ErrorWeight weight :
        {ErrorWeight::Parameters, ErrorWeight::Energy, ErrorWeight::Tensors}) {
        m_weight->addItem(weightTitle(weight), int(weight));
        m_weight->setItemData(m_weight->count() - 1, weightAbout(weight), Qt::ToolTipRole);
    }
    ignoreWheelWithoutFocus(*m_weight);
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(3);
    form->addRow(tr("Size:"), m_size);
    form->addRow(tr("Bits per weight:"), m_bits);
    form->addRow(tr("Error:"), m_error);
    form->addRow(tr("Worst tensor:"), m_worst);
    form->addRow(tr("Below a limit:"), m_missed);
    auto* weight = new QLabel(tr("Weigh by:"));
    weight->setBuddy(m_weight);
    form->addRow(weight, m_weight);
    return box;
}

QWidget* FitPanel::makeFit()
{
    m_controls = new FitControls;
    m_suggestions = new QWidget;
    m_suggestions->setAccessibleName(tr("Suggested sizes"));
    auto* flow = new FlowLayout(m_suggestions);
    flow->setContentsMargins(0, 0, 0, 0);
    m_locked = textLabel(tr("what is not fitted"));
    m_sampled = textLabel(tr("about the measurement"), true);
    m_measureAll = new QPushButton(tr("Measure all of it"));
    m_measureAll->setToolTip(tr("Reads every weight; takes longer"));
    m_stop = new QPushButton(tr("Stop fitting"));
    m_stop->setToolTip(tr("The plan goes back to its types without the fit"));
    m_changes = new FitChanges;
    m_refine = new FitRefine;
    QLabel* proxy = textLabel(tr("what the error stands for"), true);
    proxy->setText(tr("The error of the weights stands in for the quality of pictures; it is not "
                      "the picture itself. Look at pictures before you settle."));
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_controls);
    layout->addWidget(m_suggestions);
    layout->addWidget(makeChart());
    layout->addWidget(makeNumbers());
    layout->addWidget(m_locked);
    layout->addWidget(proxy);
    layout->addWidget(m_sampled);
    layout->addWidget(m_measureAll, 0, Qt::AlignLeft);
    layout->addWidget(m_changes);
    layout->addWidget(m_refine);
    layout->addWidget(m_stop, 0, Qt::AlignLeft);
    layout->addStretch(1);
    return content;
}

void FitPanel::connectParts()
{
    connect(m_measure, &QPushButton::clicked, this, [this] { Q_EMIT measureWished(false); });
    connect(m_measureAll, &QPushButton::clicked, this, [this] { Q_EMIT measureWished(true); });
    connect(m_cancel, &QPushButton::clicked, this, &FitPanel::cancelWished);
    connect(m_controls, &FitControls::bytesWished, this, &FitPanel::bytesWished);
    connect(m_controls, &FitControls::errorWished, this, &FitPanel::errorWished);
    connect(m_controls, &FitControls::settled, this, &FitPanel::settled);
    connect(m_stop, &QPushButton::clicked, this, &FitPanel::stopWished);
    connect(m_weight, &QComboBox::activated, this,
        [this] { Q_EMIT weightWished(ErrorWeight(m_weight->currentData().toInt())); });
    connect(m_changes, &FitChanges::baselineWished, this, &FitPanel::baselineWished);
    connect(m_changes, &FitChanges::tensorWished, this, &FitPanel::tensorWished);
    connect(m_refine, &FitRefine::refineWished, this, &FitPanel::refineWished);
    connect(m_refine, &FitRefine::cancelWished, this, &FitPanel::refineCancelled);
    connect(m_worst, &QPushButton::clicked, this, [this] {
        if (m_view->now)
            Q_EMIT tensorWished(m_view->now->worstTensor);
    });
    connect(m_chart, &SteppedChart::pointed, m_chartFrame, &ChartFrame::setReading);
    const auto take = [this](qint64 bytes) {
        Q_EMIT settled();
        Q_EMIT bytesWished(bytes);
    };
    connect(m_chart, &FitChart::sizeWished, this, take);
    connect(m_chartFrame, &ChartFrame::tableActivated, this, [this, take](const QModelIndex& row) {
        take((*m_view->spots)[std::size_t(row.row())].bytes);
    });
}

void FitPanel::setView(std::shared_ptr<const FitView> view)
{
    const bool isOtherCurve = m_view->spots != view->spots;
    m_view = std::move(view);
    const bool isReady = m_view->stage == FitView::Stage::Ready;
    m_pages->setCurrentWidget(isReady ? static_cast<QWidget*>(m_fitPage) : m_measurePage);
    if (!isReady)
        return showMeasure();
    m_controls->setView(*m_view);
    showChart();
    if (isOtherCurve) {
        m_chartTable->setTable(columnsOf(m_view->spots), int(m_view->spots->size()));
        showSuggestions();
    }
    showNumbers();
    m_changes->setView(m_view);
    m_refine->setView(*m_view);
    m_stop->setEnabled(m_view->isFitted || m_view->wishedBytes > 0 || m_view->wishedError > 0);
}

void FitPanel::showMeasure()
{
    using Stage = FitView::Stage;
    const Stage stage = m_view->stage;
    const bool runs = stage == Stage::Measuring;
    m_measure->setVisible(stage == Stage::Unmeasured);
    m_progress->setVisible(runs || stage == Stage::Preparing);
    m_progress->setRange(0, runs ? permille : 0); // Preparing: nobody knows how long.
    m_progress->setValue(int(permille * m_view->fraction));
    m_cancel->setVisible(runs);
    QString state = m_view->problem;
    if (runs)
        state = timeLeftText(m_view->secondsLeft);
    else if (state.isEmpty() && stage == Stage::Empty)
        state = tr("Open a model first.");
    else if (state.isEmpty() && stage == Stage::Unmeasured)
        state = tr("%Ln tensor(s) have a choice of types; %1 are measured in all.", nullptr,
            m_view->tensors)
                    .arg(countText(m_view->candidates));
    m_state->setText(state);
}

void FitPanel::showChart()
{
    m_chart->setView(m_view);
    m_chartFrame->setLegend(m_chart->legend());
    m_chartFrame->setSummary(m_chart->summary());
}

void FitPanel::showSuggestions()
{
    qDeleteAll(m_suggested);
    m_suggested.clear();
    for (const FitSpot& spot : *m_view->spots) {
        if (spot.kind != FitSpot::Kind::Suggestion)
            continue;
        auto* button = new QPushButton(
            tr("%1: %2", "suggestion, size").arg(spot.title, bytesText(spot.bytes)));
        button->setToolTip(tr("%1\n%2").arg(spot.about, spotText(spot)));
        button->setAccessibleDescription(spot.about);
        m_suggestions->layout()->addWidget(button);
        m_suggested << button;
        connect(button, &QPushButton::clicked, this, [this, bytes = spot.bytes] {
            Q_EMIT settled();
            Q_EMIT bytesWished(bytes);
        });
    }
    m_suggestions->setVisible(!m_suggested.isEmpty());
}

void FitPanel::showNumbers()
{
    const auto& now = m_view->now;
    const QString none = QStringLiteral("–");
    m_size->setText(!now   ? none
            : now->isExact ? exactSizeText(now->bytes, m_view->sourceBytes)
                           : tr("≈ %1").arg(bytesText(now->bytes)));
    m_bits->setText(now ? bitsPerWeightText(now->bitsPerWeight) : none);
    m_error->setText(!now ? none
            : now->error == 0
            ? fitErrorText(0)
            : tr("%1 (%2)", "error, in decibels")
                  .arg(percentText(now->error), decibelText(decibels(now->error))));
    const bool hasWorst = now && !now->worstTensor.isEmpty();
    m_worst->setEnabled(hasWorst);
    m_worst->setToolTip(hasWorst
            ? tr("Shows %1 in the table of the plan").arg(printable(now->worstTensor))
            : QString());
    m_worst->setText(hasWorst
            ? tr("%1 (%2)", "tensor, error")
                  .arg(printable(now->worstTensor, longestTensor), percentText(now->worst))
            : none);
    m_missed->setText(!now ? none
            : now->missed == 0
            ? tr("none: every tensor reaches its floor")
            : tr("%Ln tensor(s) below a floor or the minimum cosine", nullptr, now->missed));
    m_locked->setText(lockedText(*m_view));
    m_locked->setVisible(!m_locked->text().isEmpty());
    m_weight->setCurrentIndex(m_weight->findData(int(m_view->weight)));
    m_weight->setToolTip(weightAbout(m_view->weight));
    m_sampled->setVisible(m_view->isSampled);
    m_measureAll->setVisible(m_view->isSampled);
    m_sampled->setText(tr("Of large tensors a sample was measured, evenly spread."));
}

void FitPanel::focusStart()
{
    if (m_view->stage == FitView::Stage::Ready)
        m_controls->focusSize();
    else if (m_measure->isVisibleTo(this))
        m_measure->setFocus();
}

/// The colours of the legend are those of the palette.
void FitPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_chart)
        m_chartFrame->setLegend(m_chart->legend());
}

} // namespace aq
