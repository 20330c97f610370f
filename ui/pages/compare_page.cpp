#include "ui/pages/compare_page.h"

#include "core/base/printable.h"
#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_frame.h"
#include "ui/charts/diverging_bars.h"
#include "ui/charts/size_error_chart.h"
#include "ui/models/trial_table.h"
#include "ui/pages/compare_details.h"
#include "ui/text/compare_text.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>

namespace aq {
namespace {

QPushButton* bigButton(const QString& icon, const QString& text)
{
    auto* button = new QPushButton(themeIcon(icon), text);
    button->setMinimumHeight(2 * button->fontMetrics().height() + 8);
    button->setMinimumWidth(34 * button->fontMetrics().averageCharWidth());
    return button;
}

QLabel* textLabel(const QString& description, double size, bool bold)
{
    auto* label = new QLabel;
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * size);
    font.setBold(bold);
    label->setFont(font);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleDescription(description);
    return label;
}

} // namespace

ComparePage::ComparePage(QWidget* parent)
    : QWidget(parent)
    , m_view(std::make_shared<TrialsView>())
    , m_stack(new QStackedWidget)
    , m_panel(new CompareTrialsPanel)
    , m_details(new CompareDetails)
    , m_trialTable(new TrialTable(this))
    , m_blockTable(new TrialTable(this))
{
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_stack);
    setView(m_view);
}

/// What can be done when there is nothing to compare yet.
QWidget* ComparePage::makeEmpty()
{
    m_emptyTitle = textLabel(tr("Nothing to compare yet"), 1.6, true);
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyText = textLabel(tr("What can be compared"), 1, false);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_usual = bigButton(QStringLiteral("measure"), tr("Compare the usual settings"));
    m_usual->setDefault(true);
    m_current = bigButton(QStringLiteral("plan"), tr("Add the current plan"));
    m_file = bigButton(QStringLiteral("open"), tr("Add a finished file…"));
    m_open = bigButton(QStringLiteral("open"), tr("Open a model…"));
    auto* column = new QVBoxLayout;
    column->setSpacing(10);
    for (QPushButton* button : {m_usual, m_current, m_file, m_open})
        column->addWidget(button, 0, Qt::AlignHCenter);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(m_emptyTitle);
    layout->addSpacing(6);
    layout->addWidget(m_emptyText);
    layout->addSpacing(18);
    layout->addLayout(column);
    layout->addStretch(3);
    connect(m_usual, &QPushButton::clicked, this,
        [this] { Q_EMIT m_panel->choicesWished(m_usualWords); });
    connect(m_current, &QPushButton::clicked, m_panel, &CompareTrialsPanel::currentPlanWished);
    connect(m_file, &QPushButton::clicked, m_panel, &CompareTrialsPanel::fileWished);
    connect(m_open, &QPushButton::clicked, this, &ComparePage::openWished);
    return page;
}

QWidget* ComparePage::makeContent()
{
    m_verdict = textLabel(tr("What it comes to"), 1.1, true);
    m_note = textLabel(tr("About these numbers"), 0.9, false);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setText(tr("Error of the weights stands in for what you will see: it ranks settings "
                       "well, but look at pictures before you settle."));

    m_chart = new SizeErrorChart;
    m_chartFrame = new ChartFrame(tr("Size and error"), m_chart);
    m_chartFrame->setTable(m_trialTable, TrialTable::SortRole);
    m_chartFrame->setDraw(
        [this](QPainter& painter, const QRectF& area) { m_chart->draw(painter, area); });
    m_bars = new DivergingBars;
    m_barsFrame = new ChartFrame(tr("Block by block"), m_bars);
    m_barsFrame->setTable(m_blockTable, TrialTable::SortRole);
    m_barsFrame->setDraw(
        [this](QPainter& painter, const QRectF& area) { m_bars->draw(painter, area); });

    auto* pictures = new QSplitter(Qt::Horizontal);
    pictures->addWidget(m_chartFrame);
    pictures->addWidget(m_barsFrame);
    auto* right = new QSplitter(Qt::Vertical);
    right->addWidget(pictures);
    right->addWidget(m_details);
    right->setStretchFactor(0, 11);
    right->setStretchFactor(1, 9);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_verdict);
    column->addWidget(m_note);
    column->addWidget(makeTools());
    column->addWidget(right, 1);
    auto* whole = new QSplitter(Qt::Horizontal);
    whole->addWidget(m_panel);
    whole->addWidget(body);
    whole->setStretchFactor(1, 1);
    whole->setSizes({36 * fontMetrics().averageCharWidth(), 1000});
    for (QSplitter* splitter : {pictures, right, whole}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(9);
    }

    const auto select
        = [this](int trial) { m_panel->select(m_view->trials[std::size_t(trial)].id); };
    connect(m_chart, &SizeErrorChart::clicked, this, select);
    connect(m_chart, &SizeErrorChart::activated, this, [this](int trial) {
        const TrialLook& look = m_view->trials[std::size_t(trial)];
        Q_EMIT m_panel->compareWished(look.id, look.slot < 0);
    });
    connect(m_chart, &SizeErrorChart::pointedAt, this, [this](int trial) {
        m_chartFrame->setReading(
            trial < 0 ? QString() : readingText(*m_view, m_view->trials[std::size_t(trial)]));
    });
    connect(m_chartFrame, &ChartFrame::tableActivated, this,
        [select](const QModelIndex& row) { select(row.row()); });
    connect(m_bars, &DivergingBars::pointedAt, m_barsFrame, &ChartFrame::setReading);
    connect(m_bars, &DivergingBars::activated, m_details, &CompareDetails::showBlock);
    connect(m_barsFrame, &ChartFrame::tableActivated, this, [this](const QModelIndex& row) {
        m_details->showBlock(m_view->comparison.blocks[std::size_t(row.row())].name);
    });
    connect(m_panel, &CompareTrialsPanel::selectionChanged, this, [this](int id) {
        const auto at = std::ranges::find(m_view->trials, id, &TrialLook::id);
        m_chart->setCurrent(at == m_view->trials.end() ? -1 : int(at - m_view->trials.begin()));
    });
    return whole;
}

QWidget* ComparePage::makeTools()
{
    m_measure = new QComboBox;
    for (const ErrorMeasure measure : errorMeasures) {
        m_measure->addItem(measureTitle(measure), int(measure));
        m_measure->setItemData(m_measure->count() - 1, measureAbout(measure), Qt::ToolTipRole);
    }
    m_fit = new QDoubleSpinBox;
    m_fit->setSpecialValueText(tr("any"));
    m_fit->setKeyboardTracking(false);
    m_fit->setToolTip(tr("What must fit: drawn as a line, and the closest that fits is named"));
    m_order = new QComboBox;
    m_order->addItem(tr("as in the model"), int(DivergingBars::Order::Model));
    m_order->addItem(tr("largest change of size"), int(DivergingBars::Order::Size));
    m_order->addItem(tr("largest change of error"), int(DivergingBars::Order::Error));
    m_save = new QPushButton(themeIcon(QStringLiteral("export")), tr("Save comparison…"));
    m_save->setToolTip(tr("As a web page that needs no other file, or as CSV"));
    auto* box = new QWidget;
    auto* flow = new FlowLayout(box);
    flow->setContentsMargins(0, 2, 0, 2);
    const auto add = [&](const QString& text, QWidget* field) {
        auto* label = new QLabel(text);
        label->setBuddy(field);
        auto* pair = new QWidget; // Stays together where the line is broken.
        auto* row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 12, 0);
        row->addWidget(label);
        row->addWidget(field);
        flow->addWidget(pair);
    };
    add(tr("Erro&r:"), m_measure);
    add(tr("Size to f&it:"), m_fit);
    add(tr("&Blocks:"), m_order);
    flow->addWidget(m_save);
    connect(m_measure, &QComboBox::activated, this,
        [this] { Q_EMIT measureChosen(ErrorMeasure(m_measure->currentData().toInt())); });
    connect(m_fit, &QDoubleSpinBox::valueChanged, this,
        [this](double value) { Q_EMIT fitChosen(qint64(value * m_fitUnit)); });
    connect(m_order, &QComboBox::activated, this,
        [this] { m_bars->setOrder(DivergingBars::Order(m_order->currentData().toInt())); });
    connect(m_save, &QPushButton::clicked, this, &ComparePage::saveWished);
    return box;
}

void ComparePage::setChoices(const std::vector<TrialChoice>& choices)
{
    QStringList titles;
    m_usualWords.clear();
    for (const TrialChoice& choice : choices) {
        if (!choice.isUsual)
            continue;
        titles << choice.title;
        m_usualWords << choice.word;
    }
    m_usual->setText(titles.isEmpty() ? tr("Compare the usual settings")
                                      : tr("Compare %1").arg(titles.join(QStringLiteral(", "))));
    m_panel->setChoices(choices);
}

void ComparePage::setView(std::shared_ptr<const TrialsView> view)
{
    m_view = std::move(view);
    const bool open = bool(m_view->model);
    m_stack->setCurrentIndex(open && !m_view->trials.empty() ? 1 : 0);
    m_emptyTitle->setText(open
            ? tr("Which setting is right for %1?").arg(printable(m_view->modelName))
            : tr("Compare settings of a model"));
    m_emptyText->setText(open
            ? tr("Try some side by side: sizes at once, errors as soon as they "
                 "are measured. Nothing is written.")
            : tr("Open a model first; then plans, trials and finished files of it "
                 "can be compared here."));
    for (QPushButton* button : {m_usual, m_current, m_file})
        button->setVisible(open);
    m_open->setVisible(!open);
    m_panel->setView(m_view);
    showTools();
    showVerdict();
    showPictures();
}

void ComparePage::showTools()
{
    const QSignalBlocker quietMeasure(m_measure), quietFit(m_fit);
    m_measure->setCurrentIndex(m_measure->findData(int(m_view->measure)));
    m_measure->setToolTip(measureAbout(m_view->measure));
    m_fitUnit = byteUnit(std::max(1.0, double(m_view->sourceBytes) / 2));
    const double source = double(m_view->sourceBytes) / m_fitUnit;
    m_fit->setSuffix(m_fitUnit >= 1024.0 * 1024 * 1024 ? tr(" GiB")
            : m_fitUnit >= 1024.0 * 1024               ? tr(" MiB")
                                                       : tr(" KiB"));
    m_fit->setDecimals(source < 20 ? 2 : 0);
    m_fit->setSingleStep(source < 20 ? 0.25 : 10);
    m_fit->setRange(0, std::max(1.0, 2 * source));
    m_fit->setValue(double(m_view->fitBytes) / m_fitUnit);
    m_save->setEnabled(m_view->compared.size() >= 2);
}

QStringList ComparePage::verdictText() const
{
    const QString advice = adviceText(*m_view);
    return advice.isEmpty() ? verdict(*m_view) : QStringList{advice};
}

void ComparePage::showVerdict() { m_verdict->setText(verdictText().join(u'\n')); }

/// The colours of the legend are those of the palette.
void ComparePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_view->compared.size() >= 2)
        m_barsFrame->setLegend(trialLegend(*m_view, palette()));
}

void ComparePage::showPictures()
{
    m_chart->setView(m_view);
    m_chartFrame->setSummary(m_chart->summary());
    m_trialTable->setTable(trialColumns(m_view), int(m_view->trials.size()));
    m_bars->setView(m_view);
    const bool any = m_view->compared.size() >= 2;
    m_barsFrame->setLegend(any ? trialLegend(*m_view, palette()) : std::vector<LegendEntry>());
    m_barsFrame->setEmptyText(any ? QString() : adviceText(*m_view));
    m_barsFrame->setSummary(m_bars->summary());
    m_blockTable->setTable(any ? blockColumns(m_view) : std::vector<TrialTable::Column>(),
        any ? int(m_view->comparison.blocks.size()) : 0);
    m_details->setView(m_view);
}

} // namespace aq
