#include "ui/charts/chart_frame.h"

#include "ui/text/plain_tip.h"
#include "ui/theme.h"
#include "ui/widgets/elided_label.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <algorithm>

namespace aq {
namespace {

constexpr int measuredRows = 100; ///< That decide the first widths of a table's columns.

QToolButton* smallButton(const QString& text, const QString& hint)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(hint);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// "Error per tensor" -> "error-per-tensor": letters and digits of any script.
QString fileNameOf(const QString& title)
{
    QString name;
    for (const QChar c : title.toLower()) {
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("chart") : name;
}

} // namespace

ChartSaveEvent::ChartSaveEvent(ChartFrame* from, const QString& as)
    : QEvent(eventType())
    , frame(from)
    , suffix(as)
    , suggestedName(fileNameOf(from->title()) + u'.' + as)
{
    ignore();
}

QEvent::Type ChartSaveEvent::eventType()
{
    static const auto type = QEvent::Type(QEvent::registerEventType());
    return type;
}

ChartFrame::ChartFrame(const QString& title, QWidget* picture, QWidget* parent)
    : QWidget(parent)
    , m_picture(picture)
    , m_titleLabel(new QLabel)
    , m_reading(new ElidedLabel)
    , m_empty(new QLabel)
    , m_legend(new ChartLegend)
    , m_stack(new QStackedWidget)
    , m_sorted(new QSortFilterProxyModel(this))
{
    m_asTable = smallButton(tr("Table"), tr("Show the same numbers as a table"));
    m_asTable->setCheckable(true);
    m_all = smallButton(tr("Show all"), tr("Show all of it again (0)"));
    m_more = smallButton({}, tr("Save or copy this chart"));
    QFont bold = m_titleLabel->font();
    bold.setBold(true);
    m_titleLabel->setFont(bold);
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reading->setAccessibleDescription(tr("Value that is pointed at"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_empty->setMargin(12);
    makeTable();
    makeMenu();
    for (QWidget* page :
        {m_picture, static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_empty)})
        m_stack->addWidget(page);
    m_picture->installEventFilter(this);
    if (m_picture->focusPolicy() == Qt::NoFocus)
        m_picture->setFocusPolicy(Qt::StrongFocus);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(makeTop());
    layout->addWidget(m_legend);
    layout->addWidget(m_stack, 1);
    m_legend->hide();
    m_all->hide();
    setTitle(title);
    updatePage();

    connect(m_asTable, &QToolButton::toggled, this, &ChartFrame::setTableShown);
    connect(m_all, &QToolButton::clicked, this, &ChartFrame::showAllRequested);
    connect(m_legend, &ChartLegend::toggled, this, &ChartFrame::seriesToggled);
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex& at) { Q_EMIT tableActivated(m_sorted->mapToSource(at)); });
}

QLayout* ChartFrame::makeTop()
{
    auto* top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_titleLabel);
    top->addSpacing(8);
    top->addWidget(m_reading, 1);
    top->addSpacing(4);
    top->addWidget(m_all);
    top->addWidget(m_asTable);
    top->addWidget(m_more);
    return top;
}

void ChartFrame::makeTable()
{
    m_table = new QTableView;
    m_table->setModel(m_sorted);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // As they came.
    m_table->setSortingEnabled(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle); // Names of one model differ at their ends.
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->installEventFilter(this);
}

void ChartFrame::makeMenu()
{
    m_menu = new QMenu(this);
    const auto add = [&](const QString& text, auto work) {
        return m_menu->addAction(text, this, std::move(work));
    };
    add(tr("Save as &SVG…"), [this] { requestSave(QStringLiteral("svg")); });
    add(tr("Save as &PNG…"), [this] { requestSave(QStringLiteral("png")); });
    m_tableActions << add(tr("Save as &CSV…"), [this] { requestSave(QStringLiteral("csv")); });
    m_menu->addSeparator();
    add(tr("Copy p&icture"), [this] { copyPicture(); });
    m_tableActions << add(tr("Copy &table"), [this] { copyTable(); });
    m_menu->addSeparator();
    m_showAll = add(tr("Show &all"), [this] { Q_EMIT showAllRequested(); });
    m_showAll->setEnabled(false);
    m_more->setIcon(themeIcon(QStringLiteral("more")));
    connect(m_more, &QToolButton::clicked, this,
        [this] { showMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void ChartFrame::setTitle(const QString& title)
{
    m_title = title;
    m_titleLabel->setText(title);
    m_picture->setAccessibleName(title);
    m_table->setAccessibleName(tr("%1 table").arg(title));
    m_asTable->setAccessibleName(tr("%1 as table").arg(title));
    m_more->setAccessibleName(tr("%1 menu").arg(title));
    m_all->setAccessibleName(tr("%1: show all").arg(title));
}

void ChartFrame::setTable(QAbstractItemModel* table, int sortRole)
{
    m_model = table;
    m_sortRole = sortRole;
    m_sorted->setSortRole(sortRole);
    m_columnsFit = false;
    updatePage();
}

void ChartFrame::setDraw(Draw draw) { m_draw = std::move(draw); }

void ChartFrame::setReading(const QString& text)
{
    if (text == m_reading->text())
        return;
    m_reading->setText(text);
    m_reading->setToolTip(plainTip(text));
}

QString ChartFrame::reading() const { return m_reading->text(); }

void ChartFrame::setSummary(const QString& text) { m_picture->setAccessibleDescription(text); }

void ChartFrame::setLegend(const std::vector<LegendEntry>& entries)
{
    m_legend->setEntries(entries);
    m_legend->setVisible(entries.size() > 1 && !isTableShown());
}

void ChartFrame::setLegendToggles(bool toggles) { m_legend->setToggles(toggles); }

void ChartFrame::setZoomed(bool zoomed)
{
    m_all->setVisible(zoomed);
    m_showAll->setEnabled(zoomed);
}

void ChartFrame::setTableShown(bool shown)
{
    m_asTable->setChecked(shown);
    updatePage();
}

bool ChartFrame::isTableShown() const { return m_stack->currentWidget() == m_table; }

void ChartFrame::setEmptyText(const QString& text)
{
    if (text == m_empty->text())
        return;
    m_empty->setText(text);
    updatePage();
}

/// The table is attached only while it is seen: a proxy over 20,000 live rows is not free.
void ChartFrame::updatePage()
{
    const bool empty = !m_empty->text().isEmpty(), asTable = m_asTable->isChecked() && m_model;
    m_asTable->setVisible(m_model);
    for (QAction* action : m_tableActions)
        action->setVisible(m_model);
    m_sorted->setSourceModel(asTable ? m_model.data() : nullptr);
    if (asTable && !m_columnsFit) {
        m_columnsFit = true;
        m_table->horizontalHeader()->setResizeContentsPrecision(measuredRows);
        m_table->resizeColumnsToContents();
        for (int column = 0; column < m_sorted->columnCount(); ++column)
            m_table->setColumnWidth(column,
                std::clamp(m_table->columnWidth(column) + fontMetrics().averageCharWidth() * 2, 60,
                    fontMetrics().averageCharWidth() * 50));
    }
    m_stack->setCurrentWidget(asTable ? m_table : empty ? m_empty : m_picture);
    m_legend->setVisible(m_legend->entries().size() > 1 && !asTable);
}

void ChartFrame::requestSave(const QString& suffix)
{
    ChartSaveEvent event(this, suffix);
    for (QWidget* around = parentWidget(); around && !event.isAccepted();
         around = around->parentWidget())
        QCoreApplication::sendEvent(around, &event);
}

void ChartFrame::showMenu(const QPoint& global) { m_menu->popup(global); }

void ChartFrame::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

/// Ctrl+C copies what is seen; the context menu is that of the button.
bool ChartFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ContextMenu) {
        showMenu(static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        watched == m_table ? copyTable() : copyPicture();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace aq
