#include "ui/pages/compare_details.h"

#include "core/base/printable.h"
#include "ui/charts/chart_frame.h"
#include "ui/models/difference_model.h"
#include "ui/text/units.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <algorithm>

namespace aq {
namespace {

enum Tab { Tensors, Histograms };

} // namespace

CompareDetails::CompareDetails(QWidget* parent)
    : QTabWidget(parent)
    , m_model(new DifferenceModel(this))
    , m_filter(new DifferenceFilter(this))
    , m_table(new QTableView)
    , m_text(new QLineEdit)
    , m_only(new QCheckBox(tr("Only those that differ")))
    , m_count(new QLabel)
    , m_strip(new HistogramStrip)
    , m_bins(new TrialTable(this))
{
    setDocumentMode(true);
    setAccessibleName(tr("Details of the comparison"));
    setAccessibleDescription(tr("What differs between the settings, tensor by tensor"));
    m_filter->setSourceModel(m_model);
    addTab(makeTable(), tr("Tensors"));
    addTab(makeHistograms(), tr("Histograms"));
    setTabToolTip(Tensors, tr("What each setting makes of each tensor"));
    setTabToolTip(Histograms, tr("The values of the selected tensor, before and after"));
    connect(this, &QTabWidget::currentChanged, this, &CompareDetails::askForHistograms);
}

QWidget* CompareDetails::makeTable()
{
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Tensors that differ"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->installEventFilter(this);
    m_text->setPlaceholderText(tr("Part of a name"));
    m_text->setClearButtonEnabled(true);
    m_text->setAccessibleName(tr("Filter tensors"));
    m_text->setMaximumWidth(320);
    m_only->setChecked(true);
    m_count->setAccessibleDescription(tr("Tensors shown"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_look = new QPushButton(tr("Histograms"));
    m_look->setToolTip(tr("Looks at the values of the selected tensor (Return)"));
    m_plan = new QPushButton(themeIcon(QStringLiteral("plan")), tr("Show in plan"));
    m_plan->setToolTip(tr("Finds the selected tensor in the table of the Plan page"));

    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_only);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_look);
    row->addWidget(m_plan);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);

    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        showCount();
    });
    connect(m_only, &QCheckBox::toggled, this, [this](bool only) {
        m_filter->setOnlyDiffering(only);
        showCount();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &CompareDetails::takeCurrent);
    connect(m_table, &QTableView::activated, this, [this] { setCurrentIndex(Histograms); });
    connect(m_look, &QPushButton::clicked, this, [this] { setCurrentIndex(Histograms); });
    connect(m_plan, &QPushButton::clicked, this, [this] { Q_EMIT planWished(m_tensor); });
    takeCurrent();
    return page;
}

QWidget* CompareDetails::makeHistograms()
{
    m_frame = new ChartFrame(tr("Histograms"), m_strip);
    m_frame->setTable(m_bins, TrialTable::SortRole);
    m_frame->setDraw(
        [this](QPainter& painter, const QRectF& area) { m_strip->draw(painter, area); });
    m_frame->setEmptyText(tr("Select a tensor in the table to see its values."));
    connect(m_strip, &HistogramStrip::pointedAt, m_frame, &ChartFrame::setReading);
    return m_frame;
}

void CompareDetails::setView(std::shared_ptr<const TrialsView> view)
{
    const QString tensor = m_tensor;
    const bool sameColumns = m_view && view->compared.size() == m_columns;
    m_view = view;
    m_model->setView(std::move(view));
    m_columns = m_view->compared.size();
    if (!sameColumns)
        makeColumns();
    const auto& tensors = m_view->model ? m_view->header().tensors : std::vector<TensorInfo>();
    const auto at = std::ranges::find(tensors, tensor, &TensorInfo::name);
    if (at != tensors.end()) {
        const QModelIndex index
            = m_filter->mapFromSource(m_model->index(int(at - tensors.begin()), 0));
        m_table->setCurrentIndex(index);
    }
    takeCurrent();
    showCount();
    setTabText(Tensors,
        m_view->compared.size() < 2 ? tr("Tensors")
                                    : tr("%n tensor(s) differ", "", m_view->comparison.differing));
    askForHistograms();
}

/// Names get what is left when every trial has what it needs.
void CompareDetails::makeColumns()
{
    const auto lettersFor = [](DifferenceModel::Kind kind) {
        switch (kind) {
        case DifferenceModel::Name:
            return 40;
        case DifferenceModel::Weights:
            return 9;
        case DifferenceModel::Scheme:
            return 14;
        default:
            return 10;
        }
    };
    const int letter = fontMetrics().averageCharWidth();
    QHeaderView* header = m_table->horizontalHeader();
    for (int column = 0; column < m_model->columnCount(); ++column)
        header->resizeSection(column,
            std::max(
                letter * lettersFor(m_model->kindOf(column)), header->sectionSizeHint(column)));
}

void CompareDetails::showCount()
{
    m_count->setText(tr("%1 of %2 tensors", "how many are shown")
                         .arg(countText(m_filter->rowCount()), countText(m_model->rowCount())));
}

void CompareDetails::takeCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    m_tensor = index.isValid() ? index.data(DifferenceModel::NameRole).toString() : QString();
    for (QPushButton* button : {m_look, m_plan})
        button->setEnabled(!m_tensor.isEmpty());
}

QString CompareDetails::currentTensor() const { return m_tensor; }

void CompareDetails::askForHistograms()
{
    if (currentIndex() != Histograms || !m_view)
        return;
    if (m_tensor.isEmpty())
        return setHistograms({}, {});
    const QModelIndex source = m_filter->mapToSource(m_table->currentIndex());
    if (source.isValid())
        Q_EMIT tensorWished(source.row());
}

void CompareDetails::setHistograms(const QString& tensor, std::vector<HistogramStrip::Panel> panels)
{
    if (tensor == m_shown && panels == m_strip->panels())
        return;
    m_shown = tensor;
    m_frame->setTitle(
        tensor.isEmpty() ? tr("Histograms") : tr("Histograms of %1").arg(printable(tensor, 80)));
    m_strip->setPanels(std::move(panels));
    m_bins->setTable(m_strip->columns(), m_strip->bins());
    m_frame->setEmptyText(
        tensor.isEmpty() ? tr("Select a tensor in the table to see its values.") : QString());
    m_frame->setSummary(m_strip->summary());
}

void CompareDetails::showBlock(const QString& block)
{
    setCurrentIndex(Tensors);
    m_text->setText(block.isEmpty() ? QString() : block + u'.');
}

bool CompareDetails::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            copySelection();
            return true;
        }
    }
    return QTabWidget::eventFilter(watched, event);
}

/// Tab-separated, with a line of titles.
void CompareDetails::copySelection() const
{
    QStringList cells, lines;
    for (int column = 0; column < m_filter->columnCount(); ++column)
        cells << m_filter->headerData(column, Qt::Horizontal).toString().replace(u'\n', u' ');
    lines << cells.join(u'\t');
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex& row : rows) {
        cells.clear();
        for (int column = 0; column < m_filter->columnCount(); ++column)
            cells << row.siblingAtColumn(column).data().toString().simplified();
        lines << cells.join(u'\t');
    }
    if (!rows.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

} // namespace aq
