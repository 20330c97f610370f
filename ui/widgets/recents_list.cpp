#include "ui/widgets/recents_list.h"

#include "ui/text/plain_tip.h"
#include "ui/text/units.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>

namespace aq {
namespace {

enum Column { Name, Size, Architecture, Result, Opened, Folder };

/// "Today, 14:05", "Yesterday, 9:12", then the date.
QString whenText(const QDateTime& when)
{
    if (!when.isValid())
        return {};
    const QLocale locale;
    const QString time = locale.toString(when.time(), QLocale::ShortFormat);
    const qint64 days = when.date().daysTo(QDate::currentDate());
    if (days == 0)
        return RecentsList::tr("Today, %1").arg(time);
    if (days == 1)
        return RecentsList::tr("Yesterday, %1").arg(time);
    return locale.toString(when.date(), QLocale::ShortFormat);
}

QString resultText(const RecentModel& recent)
{
    if (recent.missing)
        return RecentsList::tr("Missing");
    return recent.lastResult.isEmpty() ? RecentsList::tr("Not quantized yet") : recent.lastResult;
}

QTreeWidgetItem* itemFor(const RecentModel& recent, const QPalette& colours)
{
    const QFileInfo file(recent.path); // Only takes the path apart; the disk is not asked.
    auto* item = new QTreeWidgetItem({file.fileName(), bytesText(recent.bytes),
        recent.architecture.isEmpty() ? recent.format : recent.architecture, resultText(recent),
        whenText(recent.opened), file.path()});
    item->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    if (recent.pinned) {
        item->setIcon(Name, themeIcon(QStringLiteral("pin")));
        item->setData(Name, Qt::AccessibleDescriptionRole, RecentsList::tr("Pinned"));
    }
    const QString tip = recent.format.isEmpty()
        ? recent.path
        : QStringLiteral("%1\n%2").arg(recent.path, recent.format);
    for (int column = 0; column < item->columnCount(); ++column) {
        item->setToolTip(column, plainTip(tip));
        if (recent.missing || (column == Result && recent.lastResult.isEmpty()))
            item->setForeground(column, colours.brush(QPalette::Disabled, QPalette::Text));
    }
    return item;
}

/// Of the longest text in it, within limits.
int widthOf(Column column, const QTreeWidget& list, int least, int most)
{
    int widest = 0;
    for (int row = 0; row < list.topLevelItemCount(); ++row)
        widest = std::max(
            widest, list.fontMetrics().horizontalAdvance(list.topLevelItem(row)->text(column)));
    const int character = list.fontMetrics().averageCharWidth();
    return std::clamp(widest + 2 * character, least * character, most * character);
}

} // namespace

RecentsList::RecentsList(QWidget* parent)
    : QTreeWidget(parent)
    , m_open(new QAction(tr("&Open"), this))
    , m_locate(new QAction(tr("&Locate…"), this))
    , m_pin(new QAction(tr("&Pin to the top"), this))
    , m_remove(new QAction(tr("&Remove from list"), this))
    , m_copyPath(new QAction(tr("&Copy path"), this))
{
    setAccessibleName(tr("Recent models"));
    setHeaderLabels({tr("Name"), tr("Size"), tr("Architecture"), tr("Last result"), tr("Opened"),
        tr("Folder")});
    headerItem()->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideMiddle);
    header()->setSectionsMovable(false);
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    m_open->setShortcut(Qt::Key_Return); // Shown; the list itself activates.
    m_open->setShortcutContext(Qt::WidgetShortcut);
    addAction(m_remove);
    connect(m_open, &QAction::triggered, this, &RecentsList::openCurrent);
    connect(m_remove, &QAction::triggered, this, &RecentsList::removeCurrent);
    connect(m_locate, &QAction::triggered, this, [this] {
        if (const RecentModel* recent = current())
            Q_EMIT locateRequested(recent->path);
    });
    connect(m_pin, &QAction::triggered, this, [this] {
        if (const RecentModel* recent = current())
            Q_EMIT pinRequested(recent->path, !recent->pinned);
    });
    connect(m_copyPath, &QAction::triggered, this, [this] {
        if (const RecentModel* recent = current())
            QApplication::clipboard()->setText(recent->path);
    });
    connect(this, &QTreeWidget::itemActivated, this, &RecentsList::openCurrent);
}

void RecentsList::setRecents(const QList<RecentModel>& recents)
{
    const RecentModel* old = current();
    const QString chosen = old ? old->path : QString();
    m_recents.clear();
    clear();
    m_recents = recents;
    for (const RecentModel& recent : recents)
        addTopLevelItem(itemFor(recent, palette()));
    int row = 0;
    for (qsizetype i = 0; i < recents.size(); ++i)
        if (recents[i].path == chosen)
            row = int(i);
    setCurrentItem(topLevelItem(row));
    fitColumns();
}

const RecentModel* RecentsList::current() const
{
    const int row = indexOfTopLevelItem(currentItem());
    return row >= 0 && row < m_recents.size() ? &m_recents[row] : nullptr;
}

void RecentsList::openCurrent()
{
    const RecentModel* recent = current();
    if (recent && recent->missing)
        Q_EMIT locateRequested(recent->path);
    else if (recent)
        Q_EMIT openRequested(recent->path);
}

void RecentsList::removeCurrent()
{
    if (const RecentModel* recent = current())
        Q_EMIT removeRequested(recent->path);
}

void RecentsList::contextMenuEvent(QContextMenuEvent* event)
{
    const RecentModel* recent = current();
    if (!recent)
        return;
    m_pin->setText(recent->pinned ? tr("Un&pin") : tr("&Pin to the top"));
    m_open->setVisible(!recent->missing);
    m_locate->setVisible(recent->missing);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_open, m_locate, m_pin, m_copyPath});
    menu->addSeparator();
    menu->addAction(m_remove);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey
            ? viewport()->mapToGlobal(visualItemRect(currentItem()).bottomLeft() + QPoint(8, 0))
            : event->globalPos());
}

void RecentsList::changeEvent(QEvent* event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_recents.isEmpty())
        setRecents(QList<RecentModel>(m_recents));
}

void RecentsList::resizeEvent(QResizeEvent* event)
{
    QTreeWidget::resizeEvent(event);
    fitColumns();
}

/// The name gets what the others leave; where that is too little, the last of them give way.
void RecentsList::fitColumns()
{
    const int character = fontMetrics().averageCharWidth(), least = 26 * character;
    int left = viewport()->width();
    for (const auto& [column, width] :
        {std::pair{Size, 11 * character}, {Result, widthOf(Result, *this, 20, 34)},
            {Architecture, widthOf(Architecture, *this, 14, 34)}, {Opened, 18 * character},
            {Folder, 24 * character}}) {
        const bool fits = left - width >= least;
        setColumnHidden(column, !fits);
        setColumnWidth(column, width);
        left -= fits ? width : 0;
    }
    setColumnWidth(Name, std::max(left, least));
}

} // namespace aq
