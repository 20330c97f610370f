#pragma once
#include <QList>
#include <QWidget>
#include <cstdint>

class QTreeWidget;
class QTreeWidgetItem;

namespace aq {

class DropZone;

/// A model that was opened before, as the start page lists it.
struct RecentModel {
    QString path;
    std::int64_t bytes = 0; ///< Of all its files, when it was last open.
    QString format;         ///< Title for people: "Safetensors".
    QString lastResult;     ///< One line for people; empty: never quantized.
    bool missing = false;   ///< No longer there: listed, greyed.
    bool operator==(const RecentModel&) const = default;
};

/// The start page: drop a model, choose one, or take one from the list.
class OpenPage final : public QWidget {
    Q_OBJECT

public:
    explicit OpenPage(QWidget* parent = nullptr);
    void setRecents(const QList<RecentModel>& recents); ///< Newest first.

Q_SIGNALS:
    void openRequested(const QString& path); ///< Dropped on the page, or taken from the list.
    void openFileDialogRequested();
    void openFolderDialogRequested();
    void recentRemoved(const QString& path); ///< A wish: the list changes with setRecents().

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeChoices();
    QWidget* makeRecents();
    QWidget* makeProfiles();
    void openItem(QTreeWidgetItem* item);
    void removeCurrent();

    DropZone* m_dropZone;
    QTreeWidget* m_recents;
    QWidget* m_recentsBox;
};

} // namespace aq
