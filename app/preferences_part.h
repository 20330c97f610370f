#pragma once
#include "app/shell.h"
#include "ui/preferences.h"

#include <QPointer>
#include <memory>

class QActionGroup;

namespace aq {

class PreferencesDialog;
class SystemTheme;

/// The preferences dialog, and the theme: chosen here or in the View menu, followed while the
/// desktop changes its mind. What is taken is used at once where it can be.
class PreferencesPart final : public QObject {
    Q_OBJECT
public:
    PreferencesPart(Shell& shell, QObject* parent);
    ~PreferencesPart() override;
    void open();

Q_SIGNALS:
    void changed(); ///< Preferences were taken: see Shell::settings().

private:
    void makeThemeMenu();
    void useTheme(const QString& id);
    void take(const Preferences& preferences);
    void askWorkspace(const QString& path);
    void answerName(const QString& pattern);

    Shell& m_shell;
    SystemTheme* m_system;
    QActionGroup* m_themes;
    QPointer<PreferencesDialog> m_dialog;
};

} // namespace aq
