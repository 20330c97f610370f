#include "ui/widgets/log_view.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>
#include <algorithm>

namespace aq {
namespace {

QToolButton* button(const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

LogView::LogView(LogModel& log, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_filter(new LogFilterModel(log, this))
    , m_level(new QComboBox)
    , m_search(new QLineEdit)
    , m_follow(new QCheckBox(tr("Follow")))
    , m_view(new QTreeView)
    , m_empty(new QLabel)
{
    m_level->addItems({tr("Everything"), tr("Information and above"), tr("Warnings and errors"),
        tr("Errors only")}); // In the order of severity().
    auto* levelLabel = new QLabel(tr("Level:"));
    levelLabel->setBuddy(m_level);
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Keep the newest line in sight"));
    auto* copyButton = button(tr("Copy"), tr("Copy the selected lines, or all that are shown"));
    auto* save = button(tr("Save…"), tr("Save all lines that are shown"));
    auto* clear = button(tr("Clear"), tr("Empty this list; the log file stays as it is"));

    auto* bar = new QHBoxLayout;
    bar->addWidget(levelLabel);
    bar->addWidget(m_level);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_follow);
    for (QToolButton* each : {copyButton, save, clear})
        bar->addWidget(each);
    makeView();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setAccessibleDescription(tr("log is empty"));
    auto* lines = new QStackedLayout;
    lines->setStackingMode(QStackedLayout::StackOne);
    lines->addWidget(m_view);
    lines->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(bar);
    layout->addLayout(lines, 1);

    connect(m_level, &QComboBox::currentIndexChanged, m_filter, &LogFilterModel::setLeastSeverity);
    connect(m_search, &QLineEdit::textChanged, m_filter, &LogFilterModel::setText);
    connect(m_follow, &QCheckBox::toggled, this, &LogView::applyFollow);
    connect(copyButton, &QToolButton::clicked, this, &LogView::copy);
    connect(
        save, &QToolButton::clicked, this, [this] { Q_EMIT saveRequested(m_filter->wholeText()); });
    connect(clear, &QToolButton::clicked, &m_log, &LogModel::clear);
    const auto update = [this, lines] {
        updateEmpty();
        lines->setCurrentWidget(m_filter->rowCount() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
        applyFollow();
    };
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, update);
    connect(m_filter, &QAbstractItemModel::modelReset, this, update);
    m_level->setCurrentIndex(1);
    update();
}

void LogView::makeView()
{
    m_view->setModel(m_filter);
    m_view->setAccessibleName(tr("Log"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setTextElideMode(Qt::ElideRight);
    const int letter = fontMetrics().averageCharWidth();
    int column = 0;
    for (const int letters : {15, 14, 10})
        m_view->header()->resizeSection(column++, letters * letter);
    auto* copyAction = new QAction(tr("Copy"), m_view);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &LogView::copy);
    m_view->addAction(copyAction);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_view->verticalScrollBar(), &QScrollBar::actionTriggered, this, &LogView::noteScroll);
}

void LogView::showErrors()
{
    m_level->setCurrentIndex(2);
    m_search->clear();
    m_view->scrollToBottom();
    m_view->setFocus();
}

void LogView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LogView::copy()
{
    QList<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        rows << index.row();
    std::ranges::sort(rows);
    QApplication::clipboard()->setText(
        rows.isEmpty() ? m_filter->wholeText() : m_filter->textOfRows(rows));
}

void LogView::applyFollow()
{
    if (m_follow->isChecked())
        m_view->scrollToBottom();
}

/// Who scrolls up wants to read; who scrolls to the end wants to follow again.
void LogView::noteScroll()
{
    const QScrollBar* bar = m_view->verticalScrollBar();
    m_follow->setChecked(bar->sliderPosition() >= bar->maximum());
}

void LogView::updateEmpty()
{
    m_empty->setText(m_log.rowCount() > 0 ? tr("No line matches the level and the search.")
                                          : tr("Nothing has happened yet."));
}

} // namespace aq
