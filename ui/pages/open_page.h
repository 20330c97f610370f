#pragma once
#include "ui/widgets/recents_list.h"

#include <QWidget>

class QGroupBox;
class QLabel;
class QPushButton;

namespace aq {

class DropZone;
class ProfileCard;
class ResumeCard;

/// The start page: drop a model, choose one, or take one from the list; the profiles, and what was
/// left unfinished.
class OpenPage final : public QWidget {
    Q_OBJECT

public:
    explicit OpenPage(QWidget* parent = nullptr);
    void setRecents(const QList<RecentModel>& recents); ///< Newest first, pinned ones before.
    void setDropping(bool dropping);                    ///< A model is dragged over the window.
    void setSampleOffered(bool offered, bool busy = false);

    /// What new models open with: the id of a profile, or the name of another preset.
    void setDefault(const QString& profile, const QString& preset);
    /// What is known of the profiles on the model that is, or was last, open.
    void setFigures(const QString& model, const QMap<QString, ProfileFigures>& figures);
    void setUnfinished(const QStringList& jobs); ///< Titles; none: no card.

Q_SIGNALS:
    void openRequested(const QString& path);
    void openFileDialogRequested();
    void openFolderDialogRequested();
    void recentRemoved(const QString& path); ///< A wish: the list changes with setRecents().
    void recentPinned(const QString& path, bool pinned);
    void locateRequested(const QString& path); ///< Of a missing one.
    void sampleRequested();
    void profileChosen(const QString& id); ///< For models opened from now on.
    void resumeRequested();
    void queueRequested();

private:
    QWidget* makeChoices();
    QWidget* makeRecents();
    QWidget* makeProfiles();

    DropZone* m_dropZone;
    RecentsList* m_recents;
    QGroupBox *m_recentsBox, *m_profilesBox;
    QLabel *m_figuresOf, *m_otherDefault;
    QList<ProfileCard*> m_cards;
    ResumeCard* m_resume;
    QPushButton* m_sample;
};

} // namespace aq
