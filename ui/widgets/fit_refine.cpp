#include "ui/widgets/fit_refine.h"

#include "ui/charts/chart_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

namespace aq {
namespace {

ChartText historyText()
{
    ChartText text;
    text.title = FitRefine::tr("Best so far");
    text.xTitle = FitRefine::tr("Generation");
    text.yTitle = FitRefine::tr("Objective");
    text.yDecimals = 4;
    return text;
}

} // namespace

FitRefine::FitRefine(QWidget* parent)
    : QGroupBox(tr("Refine"), parent)
    , m_worst(new QCheckBox(tr("Worst tensor")))
    , m_block(new QCheckBox(tr("Worst block")))
    , m_missed(new QCheckBox(tr("Missed limits")))
    , m_seed(new QSpinBox)
    , m_start(new QPushButton(tr("Refine")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_progress(new QProgressBar)
    , m_outcome(new QLabel)
    , m_history(new ChartPanel(PlotStyle::Line, historyText()))
{
    m_worst->setToolTip(tr("Makes the error of the worst tensor small as well"));
    m_block->setToolTip(tr("Makes the summed error of the worst block small as well"));
    m_missed->setToolTip(tr("Makes tensors below their limits fewer as well"));
    m_worst->setChecked(true);
    m_missed->setChecked(true);
    m_seed->setRange(1, 1'000'000);
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setPrefix(tr("seed "));
    m_seed->setToolTip(tr("The same seed gives the same answer"));
    m_start->setToolTip(tr("Searches by evolution, from the answer that there is"));
    m_progress->setAccessibleName(tr("Progress of the search"));
    m_cancel->setAccessibleName(tr("Cancel the search"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setAccessibleDescription(tr("what the search found"));
    m_history->setMinimumHeight(150);
    auto* about = new QLabel(tr("Looks for a mix of the same size that is better in more than the "
                                "total error. It never takes a worse one."));
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);
    auto* choices = new QHBoxLayout;
    for (QCheckBox* box : {m_worst, m_block, m_missed})
        choices->addWidget(box);
    choices->addStretch(1);
    auto* run = new QHBoxLayout;
    run->addWidget(m_seed);
    run->addWidget(m_start);
    run->addWidget(m_progress, 1);
    run->addWidget(m_cancel);
    run->addStretch(0);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addLayout(choices);
    layout->addLayout(run);
    layout->addWidget(m_outcome);
    layout->addWidget(m_history);
    connect(m_start, &QPushButton::clicked, this,
        [this] { Q_EMIT refineWished(objective(), quint64(m_seed->value())); });
    connect(m_cancel, &QPushButton::clicked, this, &FitRefine::cancelWished);
    setView({});
}

FitObjective FitRefine::objective() const
{
    FitObjective objective;
    objective.worst = m_worst->isChecked() ? 1 : 0;
    objective.block = m_block->isChecked() ? 1 : 0;
    objective.missed = m_missed->isChecked() ? 1 : 0;
    return objective;
}

void FitRefine::setView(const FitView& view)
{
    const FitRefining& refining = view.refining;
    const bool runs = refining.isRunning;
    m_start->setVisible(!runs);
    m_seed->setVisible(!runs);
    m_start->setEnabled(view.canRefine);
    m_start->setToolTip(view.isFitted
            ? tr("Searches by evolution, from the answer that there is")
            : tr("Fit to a size first: the search begins with the answer"));
    m_progress->setVisible(runs);
    m_cancel->setVisible(runs);
    for (QCheckBox* box : {m_worst, m_block, m_missed})
        box->setEnabled(!runs);
    m_progress->setRange(0, std::max(1, refining.generations));
    m_progress->setValue(int(refining.history.size()));
    m_outcome->setText(refining.outcome);
    m_outcome->setVisible(!refining.outcome.isEmpty());
    showHistory(refining);
}

void FitRefine::showHistory(const FitRefining& refining)
{
    m_history->setVisible(!refining.history.empty());
    if (refining.history.size() == m_history->points().size())
        return;
    std::vector<ChartPoint> points;
    for (const EvolutionStep& step : refining.history)
        points.push_back({double(step.generation), step.best, {}, false});
    m_history->setPoints(std::move(points));
}

} // namespace aq
