#pragma once
#include "ui/preferences.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QStackedWidget;

namespace aq {

class PreferencesPage;

/// What a person chooses once, page by page. Nothing is taken until OK or Apply; only the theme is
/// shown while it is chosen, and taken back by Cancel.
class PreferencesDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PreferencesDialog(QWidget* parent = nullptr);

    void setPreferences(const Preferences& preferences); ///< As they are in use.
    Preferences preferences() const;                     ///< As shown.

    /// The workspace folder as shown, answered for exactly that path. `problem`: it cannot be used.
    void setWorkspace(const QString& path, std::int64_t freeBytes, const QString& problem);
    /// Id and title of each, as their speakers call them.
    void setLanguages(const QList<std::pair<QString, QString>>& languages);
    void setDefaultWorkspace(const QString& path); ///< What an empty path stands for.
    void setNameExample(const QString& pattern, const QString& example, const QString& problem);

Q_SIGNALS:
    void applied(const aq::Preferences& preferences); ///< By OK or Apply, when there is a change.
    void themePreviewed(const QString& theme); ///< Of the choice that is shown, Cancel included.
    void workspaceAsked(const QString& path);  ///< A setWorkspace() is wanted.
    void nameAsked(const QString& pattern);    ///< A setNameExample() is wanted.

public Q_SLOTS:
    void reject() override;
    void accept() override;

private:
    void add(PreferencesPage* page, const QString& title);
    void show(const Preferences& preferences);
    void check();
    void apply();
    void restoreDefaults();

    Preferences m_inUse;
    QList<PreferencesPage*> m_pages;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    QLabel* m_problem;
    QDialogButtonBox* m_buttons;
};

} // namespace aq
