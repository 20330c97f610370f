#include "ui/widgets/preferences_dialog.h"

#include "ui/theme.h"
#include "ui/widgets/preferences_pages.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace aq {

PreferencesDialog::PreferencesDialog(QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
    , m_problem(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel
          | QDialogButtonBox::Apply | QDialogButtonBox::RestoreDefaults))
{
    setWindowTitle(tr("Preferences"));
    m_list->setAccessibleName(tr("Pages"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setAccessibleDescription(tr("problem"));
    m_buttons->button(QDialogButtonBox::RestoreDefaults)
        ->setToolTip(tr("Shows the values as they are at first; nothing is taken before OK"));

    auto* general = new GeneralPage;
    auto* files = new FilesPage;
    add(general, tr("General"));
    add(new JobsPage, tr("Jobs"));
    add(new QualityPage, tr("Quality"));
    add(files, tr("Files"));
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 6 * fontMetrics().averageCharWidth());

    auto* row = new QHBoxLayout;
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(row, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);

    connect(general, &PreferencesPage::edited, this,
        [this] { Q_EMIT themePreviewed(preferences().theme); });
    connect(files, &FilesPage::workspaceAsked, this, &PreferencesDialog::workspaceAsked);
    connect(files, &FilesPage::nameAsked, this, &PreferencesDialog::nameAsked);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &PreferencesDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
        &PreferencesDialog::apply);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
        &PreferencesDialog::restoreDefaults);
    check();
}

void PreferencesDialog::add(PreferencesPage* page, const QString& title)
{
    m_pages << page;
    m_list->addItem(title);
    m_stack->addWidget(page);
    connect(page, &PreferencesPage::edited, this, &PreferencesDialog::check);
}

void PreferencesDialog::setPreferences(const Preferences& preferences)
{
    m_inUse = preferences;
    findChild<GeneralPage*>()->setLanguageInUse(preferences.language);
    show(preferences);
}

void PreferencesDialog::show(const Preferences& preferences)
{
    for (PreferencesPage* page : m_pages)
        page->show(preferences);
    check();
}

Preferences PreferencesDialog::preferences() const
{
    Preferences shown = m_inUse;
    for (const PreferencesPage* page : m_pages)
        page->read(shown);
    return shown;
}

void PreferencesDialog::setWorkspace(
    const QString& path, std::int64_t freeBytes, const QString& problem)
{
    findChild<FilesPage*>()->setWorkspace(path, freeBytes, problem);
}

void PreferencesDialog::setLanguages(const QList<std::pair<QString, QString>>& languages)
{
    findChild<GeneralPage*>()->setLanguages(languages);
}

void PreferencesDialog::setDefaultWorkspace(const QString& path)
{
    findChild<FilesPage*>()->setDefaultWorkspace(path);
}

void PreferencesDialog::setNameExample(
    const QString& pattern, const QString& example, const QString& problem)
{
    findChild<FilesPage*>()->setNameExample(pattern, example, problem);
}

/// A page with a problem is marked, and nothing is taken until it is solved.
void PreferencesDialog::check()
{
    QString first;
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        const QString problem = m_pages[i]->problem();
        QListWidgetItem* item = m_list->item(int(i));
        item->setIcon(problem.isEmpty() ? QIcon() : themeIcon(QStringLiteral("missed")));
        item->setData(Qt::AccessibleDescriptionRole, problem);
        if (first.isEmpty() && !problem.isEmpty())
            first = tr("%1: %2", "page: problem").arg(item->text(), problem);
    }
    m_problem->setText(first);
    m_problem->setVisible(!first.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(first.isEmpty());
    QPushButton* apply = m_buttons->button(QDialogButtonBox::Apply);
    apply->setEnabled(first.isEmpty() && preferences() != m_inUse);
    apply->setToolTip(first.isEmpty() ? tr("Takes the changes and stays open") : first);
}

void PreferencesDialog::apply()
{
    const Preferences shown = preferences();
    if (shown == m_inUse)
        return;
    m_inUse = shown;
    check();
    Q_EMIT applied(shown);
}

void PreferencesDialog::restoreDefaults() { show(Preferences()); }

void PreferencesDialog::accept()
{
    if (!m_buttons->button(QDialogButtonBox::Ok)->isEnabled())
        return;
    apply();
    QDialog::accept();
}

void PreferencesDialog::reject()
{
    show(m_inUse); // The theme that was tried on goes with it.
    QDialog::reject();
}

} // namespace aq
