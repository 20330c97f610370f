#include "ui/widgets/preferences_pages.h"

#include "ui/text/units.h"
#include "ui/widgets/recipe_section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QThread>

namespace aq {
namespace {

void addRow(QFormLayout& form, const QString& text, QWidget* control, const QString& tip)
{
    auto* label = new QLabel(text);
    label->setBuddy(control);
    label->setToolTip(tip);
    control->setToolTip(tip);
    control->setAccessibleDescription(tip);
    ignoreWheelWithoutFocus(*control);
    form.addRow(label, control);
}

QLabel* note(const QString& description = {})
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAccessibleDescription(description);
    return label;
}

QFormLayout* formOn(QWidget* page)
{
    auto* form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    return form;
}

void choose(QComboBox& combo, const QString& value)
{
    combo.setCurrentIndex(std::max(0, combo.findData(value)));
}

} // namespace

GeneralPage::GeneralPage(QWidget* parent)
    : PreferencesPage(parent)
    , m_theme(new QComboBox)
    , m_language(new QComboBox)
    , m_notifications(new QComboBox)
    , m_restart(note(tr("about the language")))
    , m_recents(new QSpinBox)
{
    m_theme->addItem(tr("As the system"), QStringLiteral("system"));
    m_theme->addItem(tr("Light"), QStringLiteral("light"));
    m_theme->addItem(tr("Dark"), QStringLiteral("dark"));
    setLanguages({});
    m_notifications->addItem(tr("When all jobs have ended"), QStringLiteral("queue"));
    m_notifications->addItem(tr("When a job has ended"), QStringLiteral("each"));
    m_notifications->addItem(tr("Never"), QStringLiteral("never"));
    m_recents->setRange(0, Preferences::mostRecents);
    m_recents->setSpecialValueText(tr("None"));
    auto* form = formOn(this);
    addRow(*form, tr("&Theme:"), m_theme, tr("Shown at once"));
    addRow(*form, tr("&Language:"), m_language, tr("Of menus, texts and numbers"));
    form->addRow(QString(), m_restart);
    addRow(
        *form, tr("&Notify:"), m_notifications, tr("Only while the window is in the background"));
    addRow(*form, tr("&Recent models:"), m_recents,
        tr("How many are remembered; pinned ones always are"));
    for (QComboBox* combo : {m_theme, m_language, m_notifications})
        connect(combo, &QComboBox::currentIndexChanged, this, &PreferencesPage::edited);
    connect(m_recents, &QSpinBox::valueChanged, this, &PreferencesPage::edited);
    connect(m_language, &QComboBox::currentIndexChanged, this, &GeneralPage::showRestart);
}

void GeneralPage::setLanguages(const QList<std::pair<QString, QString>>& languages)
{
    const QString chosen = m_language->currentData().toString();
    const QSignalBlocker quiet(m_language);
    m_language->clear();
    m_language->addItem(tr("As the system"), QString());
    for (const auto& [id, title] : languages)
        m_language->addItem(title, id);
    choose(*m_language, chosen);
}

void GeneralPage::setLanguageInUse(const QString& id)
{
    m_languageInUse = id;
    showRestart();
}

void GeneralPage::showRestart()
{
    const bool changed = m_language->currentData().toString() != m_languageInUse;
    m_restart->setText(changed ? tr("Used from the next start of ArrowQuant on.") : QString());
}

void GeneralPage::show(const Preferences& preferences)
{
    choose(*m_theme, preferences.theme);
    choose(*m_language, preferences.language);
    choose(*m_notifications, preferences.notifications);
    m_recents->setValue(preferences.recentModels);
    showRestart();
}

void GeneralPage::read(Preferences& preferences) const
{
    preferences.theme = m_theme->currentData().toString();
    preferences.language = m_language->currentData().toString();
    preferences.notifications = m_notifications->currentData().toString();
    preferences.recentModels = m_recents->value();
}

JobsPage::JobsPage(QWidget* parent)
    : PreferencesPage(parent)
    , m_threads(new QSpinBox)
    , m_memory(new QSpinBox)
    , m_atOnce(new QSpinBox)
    , m_continue(new QCheckBox(tr("&Continue on errors")))
    , m_about(note())
{
    m_threads->setRange(0, Preferences::mostThreads);
    m_threads->setSpecialValueText(tr("All cores (%1)").arg(QThread::idealThreadCount()));
    m_memory->setRange(Preferences::leastMemoryMiB, Preferences::mostMemoryMiB);
    m_memory->setSingleStep(64);
    m_memory->setSuffix(tr(" MiB"));
    m_memory->setGroupSeparatorShown(true);
    m_atOnce->setRange(1, Preferences::mostJobsAtOnce);
    m_continue->setToolTip(tr("A tensor that fails is kept as it is, and listed"));
    m_about->setText(tr("Threads and memory are shared by all jobs that run. A running job takes a "
                        "change of its threads at its next tensor."));
    auto* form = formOn(this);
    addRow(*form, tr("&Threads:"), m_threads, tr("That all jobs together may use"));
    addRow(*form, tr("&Memory:"), m_memory,
        tr("For the pieces of tensors being worked on; tables of contents come on top"));
    addRow(*form, tr("&Jobs at once:"), m_atOnce, tr("More wait in the queue"));
    form->addRow(QString(), m_continue);
    form->addRow(m_about);
    for (QSpinBox* spin : {m_threads, m_memory, m_atOnce})
        connect(spin, &QSpinBox::valueChanged, this, &PreferencesPage::edited);
    connect(m_continue, &QCheckBox::toggled, this, &PreferencesPage::edited);
}

void JobsPage::show(const Preferences& preferences)
{
    m_threads->setValue(preferences.threads);
    m_memory->setValue(preferences.memoryMiB);
    m_atOnce->setValue(preferences.jobsAtOnce);
    m_continue->setChecked(preferences.continueOnError);
}

void JobsPage::read(Preferences& preferences) const
{
    preferences.threads = m_threads->value();
    preferences.memoryMiB = m_memory->value();
    preferences.jobsAtOnce = m_atOnce->value();
    preferences.continueOnError = m_continue->isChecked();
}

QualityPage::QualityPage(QWidget* parent)
    : PreferencesPage(parent)
    , m_source(new QComboBox)
    , m_minCosine(new QDoubleSpinBox)
    , m_floors(new QCheckBox(tr("Also require the &floors per width")))
{
    m_source->addItem(tr("As the plan says"), false);
    m_source->addItem(tr("Always this value"), true);
    m_minCosine->setRange(0, 1);
    m_minCosine->setDecimals(4);
    m_minCosine->setSingleStep(0.01);
    m_floors->setToolTip(
        tr("What a width should reach at least; most profiles' own minimum accepts "
           "badly broken weights"));
    auto* about = note();
    about->setText(tr("A tensor that is less like its source than this fails in the report. On the "
                      "report page the thresholds of one report can be changed."));
    auto* form = formOn(this);
    addRow(*form, tr("&Minimum cosine:"), m_source, tr("Of a tensor that passes"));
    addRow(*form, tr("&Value:"), m_minCosine, tr("Used in place of the plan's own"));
    form->addRow(QString(), m_floors);
    form->addRow(about);
    connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
        m_minCosine->setEnabled(m_source->currentData().toBool());
        Q_EMIT edited();
    });
    connect(m_minCosine, &QDoubleSpinBox::valueChanged, this, &PreferencesPage::edited);
    connect(m_floors, &QCheckBox::toggled, this, &PreferencesPage::edited);
}

void QualityPage::show(const Preferences& preferences)
{
    m_source->setCurrentIndex(preferences.ownMinCosine ? 1 : 0);
    m_minCosine->setValue(preferences.minCosine);
    m_minCosine->setEnabled(preferences.ownMinCosine);
    m_floors->setChecked(preferences.floorsPerWidth);
}

void QualityPage::read(Preferences& preferences) const
{
    preferences.ownMinCosine = m_source->currentData().toBool();
    preferences.minCosine = m_minCosine->value();
    preferences.floorsPerWidth = m_floors->isChecked();
}

FilesPage::FilesPage(QWidget* parent)
    : PreferencesPage(parent)
    , m_workspace(new QLineEdit)
    , m_name(new QLineEdit)
    , m_space(note(tr("about the workspace folder")))
    , m_example(note(tr("about the name")))
    , m_whenExists(new QComboBox)
{
    const int width = 44 * fontMetrics().averageCharWidth();
    for (QLineEdit* edit : {m_workspace, m_name}) {
        edit->setMinimumWidth(width);
        edit->setClearButtonEnabled(true);
    }
    m_whenExists->addItem(tr("Ask"), QStringLiteral("ask"));
    m_whenExists->addItem(tr("Take a free name"), QStringLiteral("rename"));
    m_whenExists->addItem(tr("Replace it"), QStringLiteral("replace"));
    auto* folder = new QPushButton(tr("C&hoose…"));
    folder->setToolTip(tr("Choose the workspace folder"));
    auto* row = new QWidget;
    auto* rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(0, 0, 0, 0);
    rowLayout->addWidget(m_workspace, 1);
    rowLayout->addWidget(folder);

    const QString workspaceTip
        = tr("Files are kept here until they are exported; empty: with the program's data");
    m_workspace->setToolTip(workspaceTip);
    m_workspace->setAccessibleDescription(workspaceTip);
    auto* workspaceLabel = new QLabel(tr("&Workspace folder:"));
    workspaceLabel->setBuddy(m_workspace);
    auto* form = formOn(this);
    form->addRow(workspaceLabel, row);
    form->addRow(QString(), m_space);
    addRow(*form, tr("File &name:"), m_name,
        tr("{model}, {recipe}, {target} and {ext} are filled in; empty: the usual name"));
    form->addRow(QString(), m_example);
    addRow(*form, tr("&If the file exists:"), m_whenExists, tr("Of files that jobs write"));
    connect(folder, &QPushButton::clicked, this, &FilesPage::chooseFolder);
    connect(m_workspace, &QLineEdit::textChanged, this, [this](const QString& path) {
        Q_EMIT workspaceAsked(path.trimmed());
        Q_EMIT edited();
    });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& pattern) {
        Q_EMIT nameAsked(pattern.trimmed());
        Q_EMIT edited();
    });
    connect(m_whenExists, &QComboBox::currentIndexChanged, this, &PreferencesPage::edited);
}

void FilesPage::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Choose the workspace folder"),
        m_workspace->text().isEmpty() ? m_workspace->placeholderText() : m_workspace->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_workspace, &QLineEdit::setText);
    dialog->open();
}

void FilesPage::show(const Preferences& preferences)
{
    m_workspace->setText(preferences.workspaceFolder);
    m_name->setText(preferences.outputName);
    choose(*m_whenExists, preferences.whenExists);
    Q_EMIT workspaceAsked(preferences.workspaceFolder); // Asked even where nothing changed.
    Q_EMIT nameAsked(preferences.outputName);
}

void FilesPage::read(Preferences& preferences) const
{
    preferences.workspaceFolder = m_workspace->text().trimmed();
    preferences.outputName = m_name->text().trimmed();
    preferences.whenExists = m_whenExists->currentData().toString();
}

QString FilesPage::problem() const
{
    return m_workspaceProblem.isEmpty() ? m_nameProblem : m_workspaceProblem;
}

void FilesPage::setWorkspace(const QString& path, std::int64_t freeBytes, const QString& problem)
{
    if (path != m_workspace->text().trimmed())
        return; // An answer to what was typed before.
    m_workspaceProblem = problem;
    m_space->setText(problem.isEmpty() ? tr("%1 free").arg(bytesText(freeBytes)) : problem);
    Q_EMIT edited();
}

void FilesPage::setDefaultWorkspace(const QString& path) { m_workspace->setPlaceholderText(path); }

void FilesPage::setNameExample(
    const QString& pattern, const QString& example, const QString& problem)
{
    if (pattern != m_name->text().trimmed())
        return;
    m_nameProblem = problem;
    m_example->setText(problem.isEmpty() ? tr("For instance %1").arg(example) : problem);
    Q_EMIT edited();
}

} // namespace aq
