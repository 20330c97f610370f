#pragma once
#include "ui/preferences.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace aq {

/// Some of the preferences as controls.
class PreferencesPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void show(const Preferences& preferences) = 0; ///< May be answered with edited().
    virtual void read(Preferences& preferences) const = 0; ///< Sets its own, leaves the others.
    virtual QString problem() const { return {}; }         ///< Why they cannot be taken.

Q_SIGNALS:
    void edited();
};

class GeneralPage final : public PreferencesPage {
    Q_OBJECT

public:
    explicit GeneralPage(QWidget* parent = nullptr);
    void setLanguages(const QList<std::pair<QString, QString>>& languages);
    void setLanguageInUse(const QString& id); ///< Another one waits for the next start.
    void show(const Preferences& preferences) override;
    void read(Preferences& preferences) const override;

private:
    void showRestart();

    QString m_languageInUse;
    QComboBox *m_theme, *m_language, *m_notifications;
    QLabel* m_restart;
    QSpinBox* m_recents;
};

class JobsPage final : public PreferencesPage {
    Q_OBJECT

public:
    explicit JobsPage(QWidget* parent = nullptr);
    void show(const Preferences& preferences) override;
    void read(Preferences& preferences) const override;

private:
    QSpinBox *m_threads, *m_memory, *m_atOnce;
    QCheckBox* m_continue;
    QLabel* m_about;
};

class QualityPage final : public PreferencesPage {
    Q_OBJECT

public:
    explicit QualityPage(QWidget* parent = nullptr);
    void show(const Preferences& preferences) override;
    void read(Preferences& preferences) const override;

private:
    QComboBox* m_source;
    QDoubleSpinBox* m_minCosine;
    QCheckBox* m_floors;
};

class FilesPage final : public PreferencesPage {
    Q_OBJECT

public:
    explicit FilesPage(QWidget* parent = nullptr);
    void show(const Preferences& preferences) override;
    void read(Preferences& preferences) const override;
    QString problem() const override;

    void setWorkspace(const QString& path, std::int64_t freeBytes, const QString& problem);
    void setDefaultWorkspace(const QString& path);
    void setNameExample(const QString& pattern, const QString& example, const QString& problem);

Q_SIGNALS:
    void workspaceAsked(const QString& path);
    void nameAsked(const QString& pattern);

private:
    void chooseFolder();

    QLineEdit *m_workspace, *m_name;
    QLabel *m_space, *m_example;
    QComboBox* m_whenExists;
    QString m_workspaceProblem, m_nameProblem;
};

} // namespace aq
