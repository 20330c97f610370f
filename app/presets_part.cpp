#include "app/presets_part.h"

#include "app/session.h"
#include "ui/pages/plan_page.h"
#include "ui/text/preset_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/preset_bar.h"
#include "ui/widgets/preset_dialog.h"

#include <QMenu>
#include <algorithm>

namespace aq {
namespace {
const QString usual = QStringLiteral("profiles/local");
}

PresetsPart::PresetsPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_bar(shell.planPage().presets())
    , m_store(defaultPresetFolder())
{
    makeMenu();
    connectHistory();
    connectStore();
    connect(&m_bar, &PresetBar::chosen, this, &PresetsPart::choose);
    m_shell.session().setOpeningRecipe(withPreset(Recipe(), *m_store.find(defaultId())));
    showPresets();
}

void PresetsPart::makeMenu()
{
    QMenu& edit = m_shell.menu(Shell::Menu::Edit);
    edit.addSeparator();
    QMenu* menu = edit.addMenu(tr("Prese&ts"));
    menu->setToolTipsVisible(true);
    QMenu* chooser = menu->addMenu(tr("&Choose"));
    connect(chooser, &QMenu::aboutToShow, this, [this, chooser] { fillChooser(*chooser); });
    menu->addSeparator();
    m_save = menu->addAction(tr("&Save preset"), this, &PresetsPart::save);
    m_saveAs = menu->addAction(tr("Save as &preset…"), this, &PresetsPart::saveAs);
    m_revert = menu->addAction(tr("&Revert to preset"), this, [this] {
        if (const Preset* preset = current())
            choose(preset->id);
    });
    m_makeDefault = menu->addAction(tr("Use for &new models"), this, [this] {
        if (const Preset* preset = current())
            setDefault(preset->id);
    });
    menu->addSeparator();
    m_manage = menu->addAction(tr("&Manage presets…"), this, &PresetsPart::manage);
    auto* separator = new QAction(this);
    separator->setSeparator(true);
    m_bar.setActions({m_save, m_saveAs, m_revert, m_makeDefault, separator, m_manage});
}

/// All that are listed, of other targets too: a menu per category.
void PresetsPart::fillChooser(QMenu& menu)
{
    menu.clear();
    QMenu* category = nullptr;
    QString last = QStringLiteral("-"); // Of no preset.
    for (const Preset& preset : listed()) {
        if (std::exchange(last, preset.category) != preset.category)
            category = menu.addMenu(presetCategoryTitle(preset.category));
        QString name = preset.name;
        QAction* action = category->addAction(name.replace(u'&', QStringLiteral("&&")));
        action->setEnabled(bool(m_shell.session().model()));
        connect(action, &QAction::triggered, this, [this, id = preset.id] { choose(id); });
    }
}

void PresetsPart::connectHistory()
{
    Session& session = m_shell.session();
    connect(&session, &Session::opened, this, [this] { m_choices = {{0, nullptr, defaultId()}}; });
    connect(&session, &Session::closed, this, &PresetsPart::showCurrent);
    connect(&session.history(), &RecipeHistory::changed, this, &PresetsPart::showCurrent);
    connect(&session.history().stack(), &QUndoStack::indexChanged, this, &PresetsPart::showCurrent);
    // Before the history takes the edit: what a card changes is known by what it was before.
    connect(&m_shell.planPage(), &PlanPage::recipeEdited, this, &PresetsPart::noteProfile);
}

void PresetsPart::connectStore()
{
    connect(&m_store, &PresetStore::changed, this, &PresetsPart::showPresets);
    connect(&m_store, &PresetStore::loaded, this, &PresetsPart::takeLoaded);
    connect(&m_store, &PresetStore::failed, this,
        [this](const Error& error) { m_shell.messages().showError(error); });
    connect(&m_store, &PresetStore::damageFound, this, [this](const std::vector<Error>& errors) {
        QStringList details;
        for (const Error& error : errors)
            details << QStringLiteral("%1: %2").arg(error.where, error.detail);
        m_shell.messages().showMessage(MessageBar::Kind::Warning,
            tr("%Ln preset file(s) cannot be read and are left as they are.", nullptr,
                int(errors.size())),
            details.join(u'\n'), errors.front().where.section(QStringLiteral(": "), 0, 0));
    });
    connect(&m_store, &PresetStore::imported, this, [this](const QStringList& ids) {
        m_shell.messages().showMessage(MessageBar::Kind::Success,
            tr("%Ln preset(s) were imported.", nullptr, int(ids.size())));
        if (m_dialog && !ids.isEmpty())
            m_dialog->show(ids.first());
    });
    connect(&m_store, &PresetStore::exported, this, [this](const QString& path) {
        m_shell.messages().showMessage(
            MessageBar::Kind::Success, tr("The presets were exported."), path, path);
    });
}

/// A model may have been opened before the default preset was read.
void PresetsPart::takeLoaded()
{
    Session& session = m_shell.session();
    const Recipe before = session.openingRecipe();
    session.setOpeningRecipe(withPreset(Recipe(), *m_store.find(defaultId())));
    const bool untouched = session.model() && session.history().stack().count() == 0
        && session.history().recipe() == before;
    if (untouched && session.openingRecipe() != before) {
        m_choices = {{0, nullptr, defaultId()}};
        session.history().reset(session.openingRecipe());
    }
    showCurrent();
}

QString PresetsPart::defaultId() const
{
    const QString& id = m_shell.settings().defaultPreset;
    return m_store.find(id) ? id : usual;
}

void PresetsPart::setDefault(const QString& id)
{
    const Preset* preset = m_store.find(id);
    if (!preset)
        return;
    m_shell.settings().defaultPreset = id == usual ? QString() : id;
    m_shell.session().setOpeningRecipe(withPreset(Recipe(), *preset));
    showPresets();
    Q_EMIT defaultChanged();
}

void PresetsPart::choose(const QString& id)
{
    Session& session = m_shell.session();
    const Preset* preset = m_store.find(id);
    if (!preset || !session.model())
        return showCurrent(); // The list shows what is.
    session.history().edit(
        withPreset(session.history().recipe(), *preset), tr("Choose preset %1").arg(preset->name));
    note(id);
}

void PresetsPart::note(const QString& id)
{
    const QUndoStack& stack = m_shell.session().history().stack();
    const int index = stack.index();
    m_choices.removeIf([index](const Choice& choice) { return choice.index > index; });
    m_choices.append({index, stack.command(index - 1), id});
    showCurrent();
}

void PresetsPart::noteProfile(const Recipe& edited)
{
    const Recipe& before = m_shell.session().history().recipe();
    const Profile* profile = profileNamed(edited.profile);
    if (!profile || before.profile == edited.profile)
        return;
    Recipe card = before;
    applyProfile(card, *profile);
    if (card != edited)
        return;
    const QString id = QStringLiteral("profiles/") + edited.profile;
    QMetaObject::invokeMethod(
        this, [this, id] { note(id); }, Qt::QueuedConnection);
}

const Preset* PresetsPart::current() const
{
    Session& session = m_shell.session();
    const QUndoStack& stack = session.history().stack();
    if (!session.model())
        return nullptr;
    for (auto choice = m_choices.crbegin(); choice != m_choices.crend(); ++choice)
        if (choice->index <= stack.index() && stack.command(choice->index - 1) == choice->step)
            return m_store.find(choice->id);
    return nullptr;
}

bool PresetsPart::isModified() const
{
    const Preset* preset = current();
    return preset && aq::isModified(m_shell.session().history().recipe(), *preset);
}

std::vector<Preset> PresetsPart::listed() const
{
    std::vector<Preset> presets = m_store.own();
    for (const Preset& preset : builtInPresets())
        if (!m_shell.settings().hiddenPresets.contains(preset.id))
            presets.push_back(preset);
    return presets;
}

void PresetsPart::showPresets()
{
    const std::vector<Preset> presets = listed();
    m_bar.setPresets(presets, defaultId());
    if (m_dialog) {
        m_dialog->setPresets(presets, defaultId());
        m_dialog->setRestorable(
            !m_shell.settings().hiddenPresets.isEmpty() || defaultId() != usual);
    }
    showCurrent();
}

void PresetsPart::showCurrent()
{
    const Preset* preset = current();
    const bool modified = isModified(), hasModel = bool(m_shell.session().model());
    m_bar.setCurrent(preset ? preset->id : QString(), modified);
    m_bar.setEnabled(hasModel);
    const bool own = preset && !preset->builtIn;
    m_save->setEnabled(own && modified);
    m_save->setToolTip(own ? tr("Its values were not changed")
            : preset       ? tr("Built-in presets stay as they are; save it under another name")
                           : tr("The plan comes from no preset"));
    m_saveAs->setEnabled(hasModel);
    m_saveAs->setToolTip(hasModel ? QString() : tr("Open a model first"));
    m_revert->setEnabled(modified);
    m_revert->setToolTip(
        modified ? tr("Takes its values again, as one step") : tr("Its values were not changed"));
    m_makeDefault->setEnabled(preset && preset->id != defaultId());
    m_makeDefault->setToolTip(preset && preset->id == defaultId()
            ? tr("New models open with it already")
            : tr("New models open with the preset of this plan"));
    if (m_dialog)
        m_dialog->setUsable(hasModel);
}

} // namespace aq
