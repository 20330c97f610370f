#include "ui/pages/queue_page.h"

#include "ui/models/queue_model.h"
#include "ui/text/job_text.h"
#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/job_actions.h"
#include "ui/widgets/job_error_list.h"
#include "ui/widgets/job_log_view.h"
#include "ui/widgets/job_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace aq {
namespace {

constexpr int steps = 1000; ///< Of the bar.

QToolButton* toolButton(const QString& icon, const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(themeIcon(icon));
    button->setText(text);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRaise(true);
    return button;
}

QToolButton* toolButton(QAction& action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(&action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRaise(true);
    return button;
}

} // namespace

QueuePage::QueuePage(QWidget* parent)
    : QWidget(parent)
    , m_model(new QueueModel(this))
    , m_table(new JobTable)
    , m_actions(new JobActions(*m_table))
    , m_pages(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Vertical))
{
    auto* upper = new QWidget;
    auto* column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeBar());
    column->addWidget(makeTable(), 1);
    column->addWidget(makeTotals());
    m_splitter->addWidget(upper);
    m_splitter->addWidget(makeDetails());
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({300, 400}); // Some jobs are in sight in a low window too.
    m_splitter->setChildrenCollapsible(false);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(m_splitter);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_pages);

    connect(m_actions, &JobActions::triggered, this,
        [this](JobVerb verb) { Q_EMIT verbRequested(verb, selectedJobs()); });
    connect(m_model, &QueueModel::moveRequested, this, &QueuePage::moveRequested);
    connect(m_table, &JobTable::pauseToggled, this, &QueuePage::togglePause);
    connect(m_table, &JobTable::reportWanted, this, [this] {
        if (m_actions->action(JobVerb::ShowReport).isEnabled())
            m_actions->action(JobVerb::ShowReport).trigger();
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &QueuePage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &QueuePage::noteSelection);
    setTotals({});
    noteSelection();
}

QWidget* QueuePage::makeBar()
{
    auto* bar = new QWidget;
    auto* flow = new FlowLayout(bar);
    auto* variants = toolButton(QStringLiteral("add"), tr("Add variants…"),
        tr("Add several types of the open model at once"));
    auto* models = toolButton(
        QStringLiteral("add"), tr("Add models…"), tr("Add several models with the open plan"));
    m_variantButtons.push_back(variants);
    connect(variants, &QToolButton::clicked, this, &QueuePage::addVariantsRequested);
    connect(models, &QToolButton::clicked, this, &QueuePage::addModelsRequested);
    flow->addWidget(variants);
    flow->addWidget(models);
    for (const JobVerb verb :
        {JobVerb::Pause, JobVerb::Resume, JobVerb::Cancel, JobVerb::Retry, JobVerb::Edit,
            JobVerb::Up, JobVerb::Down, JobVerb::Remove, JobVerb::ShowReport, JobVerb::Export})
        flow->addWidget(toolButton(m_actions->action(verb)));
    return bar;
}

QWidget* QueuePage::makeTable()
{
    m_table->setModel(m_model);
    const int em = fontMetrics().averageCharWidth();
    const std::pair<QueueModel::Column, int> widths[]
        = {{QueueModel::Column::Position, 4}, {QueueModel::Column::State, 15},
            {QueueModel::Column::Model, 28}, {QueueModel::Column::Setting, 16},
            {QueueModel::Column::Output, 22}, {QueueModel::Column::Progress, 14},
            {QueueModel::Column::Rate, 12}, {QueueModel::Column::Left, 11},
            {QueueModel::Column::Size, 12}, {QueueModel::Column::Error, 10}};
    for (const auto& [column, letters] : widths)
        m_table->setColumnWidth(int(column),
            std::max(letters * em, m_table->horizontalHeader()->sectionSizeHint(int(column))));
    m_table->setMinimumHeight(fontMetrics().height() * 7);
    m_table->setWhatsThis(
        tr("The jobs in the order they are taken; drag them to change it. One that "
           "is paused or interrupted goes on where it was. A job that fails stops "
           "no other."));
    return m_table;
}

QWidget* QueuePage::makeTotals()
{
    auto* line = new QWidget;
    m_totals = new QLabel;
    m_totals->setAccessibleDescription(tr("queue status"));
    m_overall = new QProgressBar;
    m_overall->setRange(0, steps);
    m_overall->setAccessibleName(tr("Progress of the queue"));
    m_overall->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    m_hold = toolButton(QStringLiteral("waiting"), tr("Finish and stop"),
        tr("Jobs that run are finished; no other is taken until you say so"));
    m_hold->setCheckable(true);
    m_pauseAll = toolButton(QStringLiteral("pause"), {}, {});
    m_clear = toolButton(QStringLiteral("remove"), tr("Clear finished"),
        tr("Takes jobs that ended off the list; files that were not exported stay"));
    connect(m_hold, &QToolButton::clicked, this, &QueuePage::holdRequested);
    connect(m_clear, &QToolButton::clicked, this, &QueuePage::clearEndedRequested);
    connect(m_pauseAll, &QToolButton::clicked, this, [this] {
        if (m_pauseAll->property("resumes").toBool())
            Q_EMIT resumeAllRequested();
        else
            Q_EMIT pauseAllRequested();
    });
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_totals, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_overall, m_hold, m_pauseAll, m_clear})
        layout->addWidget(widget);
    return line;
}

QWidget* QueuePage::makeEmpty()
{
    auto* page = new QWidget;
    auto* title = new QLabel(tr("No jobs yet"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    title->setFont(large);
    auto* text = new QLabel(
        tr("Quantize or try a plan, and watch it here. Several models and several types of one "
           "model can wait in line; what is not finished goes on after a restart."));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    text->setFixedWidth(fontMetrics().averageCharWidth() * 70);
    auto* middle = new QHBoxLayout; // Not aligned: then its height would not follow its width.
    middle->addStretch(1);
    middle->addWidget(text);
    middle->addStretch(1);
    auto* open = new QPushButton(themeIcon(QStringLiteral("open")), tr("Open a model…"));
    auto* variants
        = new QPushButton(themeIcon(QStringLiteral("add")), tr("Add variants of the open model…"));
    auto* models = new QPushButton(themeIcon(QStringLiteral("add")), tr("Add models…"));
    m_variantButtons.push_back(variants);
    connect(open, &QPushButton::clicked, this, &QueuePage::openRequested);
    connect(variants, &QPushButton::clicked, this, &QueuePage::addVariantsRequested);
    connect(models, &QPushButton::clicked, this, &QueuePage::addModelsRequested);
    auto* layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addLayout(middle);
    layout->addSpacing(fontMetrics().height());
    for (QPushButton* button : {open, variants, models}) {
        button->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(2);
    return page;
}

QWidget* QueuePage::makeDetails()
{
    m_tabs = new QTabWidget;
    m_live = new JobLiveView;
    m_log = new JobLogView;
    m_errors = new JobErrorList;
    m_tabs->setAccessibleName(tr("Details of the job"));
    m_tabs->addTab(m_live, tr("&Live"));
    m_tabs->addTab(m_log, tr("L&og"));
    m_tabs->addTab(m_errors, tr("E&rrors"));
    connect(m_log, &JobLogView::saveRequested, this, &QueuePage::saveLogRequested);
    connect(m_errors, &JobErrorList::tensorActivated, this, &QueuePage::tensorActivated);
    return m_tabs;
}

void QueuePage::setRows(std::vector<QueueRow> rows)
{
    const int row = m_table->currentIndex().row();
    const QList<int> selected = selectedJobs();
    {
        const QScopedValueRollback quiet(m_changing, true); // One change, at the end.
        m_model->setRows(std::move(rows));
    }
    if (!m_table->selectionModel()->hasSelection())
        selectAgain(selected, row);
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    noteSelection();
}

/// The same jobs, else what lies where they were. Not by selectRow(): that would extend the
/// selection while Ctrl is down, as it is when a job was just started by its key.
void QueuePage::selectAgain(const QList<int>& ids, int row)
{
    QList<int> rows;
    for (const int id : ids)
        if (const int at = m_model->rowOf(id); at >= 0)
            rows << at;
    if (rows.isEmpty() && m_model->rowCount() > 0)
        rows << std::clamp(row, 0, m_model->rowCount() - 1);
    if (rows.isEmpty())
        return;
    std::ranges::sort(rows);
    QItemSelection selection; // Rows side by side are one range of it: many would be slow.
    for (qsizetype i = 0, end = 0; i < rows.size(); i = end) {
        for (end = i + 1; end < rows.size() && rows[end] == rows[end - 1] + 1;)
            ++end;
        selection.select(
            m_model->index(rows[i], 0), m_model->index(rows[end - 1], m_model->columnCount() - 1));
    }
    m_table->selectionModel()->setCurrentIndex(
        m_model->index(rows.front(), 0), QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void QueuePage::setRow(const QueueRow& row)
{
    const QueueRow* before = m_model->find(row.id);
    const bool matters = !before || before->state != row.state || before->stopping != row.stopping
        || before->exporting != row.exporting || before->repairing != row.repairing
        || before->hasFile != row.hasFile || before->hasReport != row.hasReport
        || before->otherModel != row.otherModel;
    m_model->setRow(row);
    if (matters)
        noteSelection();
}

void QueuePage::setTotals(const QueueTotals& totals)
{
    const int all = totals.ended + totals.running + totals.waiting + totals.paused;
    QStringList parts{tr("%1 of %n jobs ended", nullptr, all).arg(countText(totals.ended))};
    if (totals.running > 0)
        parts << tr("%n running", nullptr, totals.running);
    if (totals.waiting > 0)
        parts << (totals.held ? tr("%n held", nullptr, totals.waiting)
                              : tr("%n waiting", nullptr, totals.waiting));
    if (totals.paused > 0)
        parts << tr("%n paused", nullptr, totals.paused);
    if (totals.bytesPerSecond > 0)
        parts << rateText(totals.bytesPerSecond, {});
    m_totals->setText(parts.join(QStringLiteral(" · ")));
    const bool busy = totals.running + totals.waiting > 0;
    m_overall->setValue(int(steps * totals.fraction));
    m_overall->setEnabled(busy);
    m_hold->setChecked(totals.held);
    const bool resumes
        = totals.running == 0 && (totals.paused > 0 || (totals.held && totals.waiting > 0));
    m_pauseAll->setProperty("resumes", resumes);
    m_pauseAll->setText(resumes ? tr("Resume all") : tr("Pause all"));
    m_pauseAll->setToolTip(resumes ? tr("Every paused job goes on where it was")
                                   : tr("Every job stops for now; what is done stays done"));
    m_pauseAll->setIcon(themeIcon(resumes ? QStringLiteral("resume") : QStringLiteral("pause")));
    m_pauseAll->setEnabled(busy || totals.paused > 0);
    m_clear->setEnabled(totals.ended > 0);
}

void QueuePage::select(int id)
{
    if (const int row = m_model->rowOf(id); row >= 0) {
        selectAgain({id}, row);
        m_table->scrollTo(m_model->index(row, 0));
    }
}

QList<int> QueuePage::selectedJobs() const
{
    QList<int> rows, ids;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::ranges::sort(rows);
    for (const int row : rows)
        ids << m_model->rows()[std::size_t(row)].id;
    return ids;
}

void QueuePage::noteSelection()
{
    if (m_changing)
        return;
    const QList<int> ids = selectedJobs();
    std::vector<QueueRow> rows;
    for (const int id : ids)
        rows.push_back(*m_model->find(id));
    const bool first = !ids.isEmpty() && m_model->rowOf(ids.front()) == 0;
    const bool last = !ids.isEmpty() && m_model->rowOf(ids.back()) == m_model->rowCount() - 1;
    m_actions->setSelection(rows, first, last);
    const int current = ids.size() == 1 ? ids.front() : 0;
    if (current == m_current)
        return;
    m_current = current;
    if (current == 0) {
        m_live->clear();
        m_log->setLines({});
        setErrors({}, {});
    }
    Q_EMIT currentJobChanged(current);
}

void QueuePage::showMenu(const QPoint& where)
{
    if (selectedJobs().isEmpty())
        return;
    auto* menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (int verb = int(JobVerb::ShowReport); verb <= int(JobVerb::Remove); ++verb) {
        if (JobVerb(verb) == JobVerb::Pause || JobVerb(verb) == JobVerb::Edit
            || JobVerb(verb) == JobVerb::ToTop || JobVerb(verb) == JobVerb::Remove)
            menu->addSeparator();
        QAction& action = m_actions->action(JobVerb(verb));
        if (JobVerb(verb) != JobVerb::UseModelAnyway || action.isEnabled())
            menu->addAction(&action);
    }
    menu->popup(m_table->viewport()->mapToGlobal(where));
}

void QueuePage::togglePause()
{
    for (const JobVerb verb : {JobVerb::Pause, JobVerb::Resume})
        if (m_actions->action(verb).isEnabled())
            return m_actions->action(verb).trigger();
}

void QueuePage::showJob(
    const JobFigures& job, std::span<const TensorDone> done, std::span<const ChartPoint> rates)
{
    m_live->setJob(job, done, rates);
}

void QueuePage::setLog(const QStringList& lines) { m_log->setLines(lines); }

void QueuePage::setErrors(const std::vector<Error>& errors, std::span<const TensorDone> done)
{
    m_errors->setErrors(errors, done);
    const int count = m_errors->count();
    m_tabs->setTabText(m_tabs->indexOf(m_errors),
        count > 0 ? tr("E&rrors (%1)").arg(countText(count)) : tr("E&rrors"));
}

void QueuePage::showLog() { m_tabs->setCurrentWidget(m_log); }

void QueuePage::setCanAdd(bool variants, const QString& why)
{
    for (QWidget* button : m_variantButtons) {
        button->setEnabled(variants);
        button->setToolTip(variants ? tr("Add several types of the open model at once") : why);
    }
}

} // namespace aq
