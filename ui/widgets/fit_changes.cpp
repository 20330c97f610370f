#include "ui/widgets/fit_changes.h"

#include "core/base/printable.h"
#include "ui/models/trial_table.h"
#include "ui/text/compare_text.h"
#include "ui/text/units.h"
#include "ui/widgets/recipe_section.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <numeric>

namespace aq {
namespace {

using Column = TrialTable::Column;
using View = std::shared_ptr<const FitView>;

std::vector<Column> columnsOf(const View& view)
{
    const auto line
        = [view](int row) -> const FitChangeLine& { return view->changes[std::size_t(row)]; };
    return {
        {FitChanges::tr("Tensor"), {}, [line](int row) { return printable(line(row).tensor); }, {}},
        {FitChanges::tr("Before"), {}, [line](int row) { return line(row).before; }, {}},
        {FitChanges::tr("After"), {}, [line](int row) { return line(row).after; }, {}},
        {FitChanges::tr("Size"), FitChanges::tr("More or fewer bytes than before"),
            [line](int row) { return bytesDifferenceText(line(row).bytes); },
            [line](int row) { return QVariant(qlonglong(line(row).bytes)); }},
        {FitChanges::tr("Error"), FitChanges::tr("Relative RMSE of the tensor, before and after"),
            [line](int row) {
                return FitChanges::tr("%1 → %2", "error before, after")
                    .arg(percentText(line(row).errorBefore), percentText(line(row).errorAfter));
            },
            [line](int row) { return QVariant(line(row).errorAfter - line(row).errorBefore); }},
        {FitChanges::tr("Cost"), FitChanges::tr("What the change adds to the total error"),
            [line](int row) { return QLocale().toString(line(row).cost, 'g', 3); },
            [line](int row) { return QVariant(line(row).cost); }}};
}

QString aboutText(const FitView& view)
{
    if (!view.hasBaseline)
        return FitChanges::tr("Nothing to compare with yet.");
    if (view.changes.empty())
        return FitChanges::tr("No type has changed.");
    const std::int64_t bytes
        = std::accumulate(view.changes.begin(), view.changes.end(), std::int64_t(0),
            [](std::int64_t sum, const FitChangeLine& line) { return sum + line.bytes; });
    return FitChanges::tr("%Ln type(s) changed: %1", nullptr, int(view.changes.size()))
        .arg(bytesDifferenceText(bytes));
}

} // namespace

FitChanges::FitChanges(QWidget* parent)
    : QGroupBox(tr("What changed"), parent)
    , m_baseline(new QComboBox)
    , m_about(new QLabel)
    , m_model(new TrialTable(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
{
    m_baseline->addItem(tr("since the plan before"), int(FitBaseline::Plan));
    m_baseline->addItem(tr("since the last point"), int(FitBaseline::Point));
    m_baseline->setAccessibleName(tr("What the changes are relative to"));
    ignoreWheelWithoutFocus(*m_baseline);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setAccessibleDescription(tr("what changed in all"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TrialTable::SortRole);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Changed tensors"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setAlternatingRowColors(true);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->setMinimumHeight(fontMetrics().height() * 9);
    m_table->setToolTip(tr("Return or a double click shows the tensor in the plan"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_about, 1);
    top->addWidget(m_baseline);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_table);
    connect(m_baseline, &QComboBox::activated, this,
        [this] { Q_EMIT baselineWished(FitBaseline(m_baseline->currentData().toInt())); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const int row = m_sorted->mapToSource(index).row();
        Q_EMIT tensorWished(m_view->changes[std::size_t(row)].tensor);
    });
}

void FitChanges::setView(std::shared_ptr<const FitView> view)
{
    const bool isFirst = !m_view || m_view->changes.empty();
    m_view = std::move(view);
    m_baseline->setCurrentIndex(m_baseline->findData(int(m_view->baseline)));
    m_about->setText(aboutText(*m_view));
    m_table->setVisible(!m_view->changes.empty());
    m_model->setTable(columnsOf(m_view), int(m_view->changes.size()));
    if (!isFirst || m_view->changes.empty())
        return;
    const int letter = fontMetrics().averageCharWidth();
    int column = 0;
    for (const int letters : {24, 12, 12, 12, 18, 10})
        m_table->setColumnWidth(column++, letters * letter);
}

} // namespace aq
