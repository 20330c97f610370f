#pragma once
#include "app/shell.h"
#include "ui/widgets/recents_list.h"

#include <QHash>
#include <QObject>
#include <functional>

class QMenu;
class QProcess;

namespace aq {

class OpenPage;
class PresetsPart;
struct OpenedInfo;
struct QueuedJob;

/// The start page's wires: what is known of recent models and of the profiles on them, files that
/// are dropped anywhere on the window, unfinished jobs, the sample.
class StartPart final : public QObject {
    Q_OBJECT
public:
    /// Takes the files that are dropped; asks which is the model where there are several.
    using Open = std::function<void(const QStringList& paths)>;
    StartPart(Shell& shell, OpenPage& page, QMenu& recentMenu, Open open, QObject* parent);

    void showRecents();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectPage();
    void connectSession();
    void takeOpened(const OpenedInfo& info);
    void takeEnded(const QueuedJob& job);
    void change(const QString& path, const std::function<void(RecentModel&)>& edit);
    void setRecents(const QList<RecentModel>& recents);
    void fillMenu(const QList<RecentModel>& recents);
    void showFigures();
    void showDefault();
    void showUnfinished();
    void locate(const QString& path);
    void makeSample();
    QString openPath() const; ///< Of the open model; empty: none.

    Shell& m_shell;
    OpenPage& m_page;
    QMenu& m_menu;
    Open m_openPaths;
    PresetsPart* m_presets;
    QProcess* m_sampleMaker = nullptr;
};

} // namespace aq
