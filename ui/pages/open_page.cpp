#include "ui/pages/open_page.h"

#include "core/io/format.h"
#include "core/plan/recipe.h"
#include "ui/text/plain_tip.h"
#include "ui/text/units.h"
#include "ui/widgets/drop_zone.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace aq {
namespace {

constexpr int pathRole = Qt::UserRole;

QTreeWidgetItem* itemFor(const RecentModel& recent, const QPalette& colours)
{
    const QFileInfo file(recent.path); // Only takes the path apart; the disk is not asked.
    const QString result = recent.missing ? OpenPage::tr("Missing") : recent.lastResult;
    auto* item = new QTreeWidgetItem(
        {file.fileName(), bytesText(recent.bytes), recent.format, result, file.path()});
    item->setData(0, pathRole, recent.path);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    for (int column = 0; column < item->columnCount(); ++column) {
        item->setToolTip(column, plainTip(recent.path));
        if (recent.missing)
            item->setForeground(column, colours.brush(QPalette::Disabled, QPalette::Text));
    }
    return item;
}

QStringList droppedPaths(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

/// "Safetensors, PyTorch checkpoint, …": the table of formats, as one line.
QString formatTitles()
{
    QStringList titles;
    for (const Format* format : formats())
        titles << QString::fromUtf8(format->title);
    return titles.join(QStringLiteral(", "));
}

QWidget* profileNote(const Profile& profile)
{
    auto* box = new QGroupBox(QString::fromUtf8(profile.title));
    auto* layout = new QVBoxLayout(box);
    auto* bits = new QLabel(OpenPage::tr("%n bits per weight, groups of %1", nullptr, profile.bits)
                                .arg(profile.groupSize));
    auto* hardware = new QLabel(QString::fromUtf8(profile.hardware));
    hardware->setEnabled(false);
    layout->addWidget(bits);
    layout->addWidget(hardware);
    layout->addStretch();
    for (QLabel* label : {bits, hardware})
        label->setWordWrap(true);
    return box;
}

} // namespace

OpenPage::OpenPage(QWidget* parent)
    : QWidget(parent)
    , m_dropZone(new DropZone)
    , m_recents(new QTreeWidget)
{
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeChoices(), 3);
    layout->addWidget(makeRecents(), 4);
    layout->addWidget(makeProfiles());
    connect(m_dropZone, &QPushButton::clicked, this, &OpenPage::openFileDialogRequested);
    setRecents({});
}

QWidget* OpenPage::makeChoices()
{
    auto* file = new QPushButton(style()->standardIcon(QStyle::SP_FileIcon), tr("Open &file…"));
    auto* folder
        = new QPushButton(style()->standardIcon(QStyle::SP_DirOpenIcon), tr("Open f&older…"));
    folder->setToolTip(tr("A sharded model or a diffusers folder"));
    auto* about
        = new QLabel(tr("Reads %1. Opening reads only the table of contents.").arg(formatTitles()));
    about->setWordWrap(true);
    about->setAlignment(Qt::AlignCenter);
    connect(file, &QPushButton::clicked, this, &OpenPage::openFileDialogRequested);
    connect(folder, &QPushButton::clicked, this, &OpenPage::openFolderDialogRequested);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(file);
    buttons->addWidget(folder);
    buttons->addStretch();
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_dropZone, 1);
    layout->addLayout(buttons);
    layout->addWidget(about);
    return box;
}

QWidget* OpenPage::makeRecents()
{
    m_recents->setAccessibleName(tr("Recent models"));
    m_recents->setHeaderLabels(
        {tr("Name"), tr("Size"), tr("Format"), tr("Last result"), tr("Folder")});
    m_recents->setRootIsDecorated(false);
    m_recents->setUniformRowHeights(true);
    m_recents->setAlternatingRowColors(true);
    m_recents->setContextMenuPolicy(Qt::ActionsContextMenu);
    const int character = fontMetrics().averageCharWidth();
    for (const auto& [column, width] : {std::pair{0, 36}, {1, 11}, {2, 18}, {3, 30}})
        m_recents->setColumnWidth(column, width * character);

    auto* open = new QAction(tr("Open"), m_recents);
    auto* remove = new QAction(tr("Remove from list"), m_recents);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_recents->addActions({open, remove});
    connect(open, &QAction::triggered, this, [this] { openItem(m_recents->currentItem()); });
    connect(remove, &QAction::triggered, this, &OpenPage::removeCurrent);
    connect(m_recents, &QTreeWidget::itemActivated, this, &OpenPage::openItem);

    auto* box = new QGroupBox(tr("Recent models"));
    auto* layout = new QVBoxLayout(box);
    layout->addWidget(m_recents);
    m_recentsBox = box;
    return box;
}

QWidget* OpenPage::makeProfiles()
{
    auto* box = new QWidget;
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const Profile& profile : profiles())
        layout->addWidget(profileNote(profile), 1);
    return box;
}

void OpenPage::setRecents(const QList<RecentModel>& recents)
{
    m_recents->clear();
    for (const RecentModel& recent : recents)
        m_recents->addTopLevelItem(itemFor(recent, palette()));
    m_recents->setCurrentItem(m_recents->topLevelItem(0));
    m_recentsBox->setVisible(!recents.isEmpty());
}

void OpenPage::openItem(QTreeWidgetItem* item)
{
    if (item)
        Q_EMIT openRequested(item->data(0, pathRole).toString());
}

void OpenPage::removeCurrent()
{
    if (const QTreeWidgetItem* item = m_recents->currentItem())
        Q_EMIT recentRemoved(item->data(0, pathRole).toString());
}

void OpenPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (droppedPaths(*event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_dropZone->setHighlighted(true);
}

void OpenPage::dragLeaveEvent(QDragLeaveEvent*) { m_dropZone->setHighlighted(false); }

void OpenPage::dropEvent(QDropEvent* event)
{
    m_dropZone->setHighlighted(false);
    const QStringList paths = droppedPaths(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT openRequested(paths.first());
}

} // namespace aq
