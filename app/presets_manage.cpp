// What is done with presets: saved, renamed, removed, shared.

#include "app/presets_part.h"
#include "app/save_dialog.h"
#include "app/session.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/preset_dialog.h"
#include "ui/widgets/preset_save_dialog.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace aq {

void PresetsPart::manage()
{
    if (!m_dialog) {
        m_dialog = new PresetDialog(&m_shell.window());
        connect(m_dialog, &PresetDialog::useRequested, this, &PresetsPart::choose);
        connect(m_dialog, &PresetDialog::saveAsRequested, this, &PresetsPart::saveAs);
        connect(m_dialog, &PresetDialog::renameRequested, this, &PresetsPart::rename);
        connect(m_dialog, &PresetDialog::duplicateRequested, this, &PresetsPart::duplicate);
        connect(m_dialog, &PresetDialog::removeRequested, this, &PresetsPart::remove);
        connect(m_dialog, &PresetDialog::defaultRequested, this, &PresetsPart::setDefault);
        connect(m_dialog, &PresetDialog::importRequested, this, &PresetsPart::askForImport);
        connect(m_dialog, &PresetDialog::exportRequested, this, &PresetsPart::askForExport);
        connect(m_dialog, &PresetDialog::restoreRequested, this, &PresetsPart::restore);
        showPresets();
    }
    const Preset* preset = current();
    m_dialog->show(preset ? preset->id : defaultId());
    m_dialog->open();
}

void PresetsPart::save()
{
    const Preset* preset = current();
    if (!preset || preset->builtIn)
        return;
    Preset next = *preset;
    next.recipe = m_shell.session().history().recipe();
    next.recipe.name = next.name;
    m_store.save(next);
}

void PresetsPart::saveAs()
{
    QWidget* parent = &m_shell.window();
    if (m_dialog && m_dialog->isVisible())
        parent = m_dialog;
    auto* dialog
        = new PresetSaveDialog(m_shell.session().history().recipe(), m_store.own(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const Preset* preset = current();
    dialog->setName(!preset ? tr("My preset")
            : preset->builtIn
            ? freeName(tr("My %1", "a preset's name").arg(preset->name), m_store.names())
            : preset->name);
    connect(dialog, &PresetSaveDialog::saveRequested, this, [this](const Preset& saved) {
        const QString id = m_store.save(saved);
        note(id);
        if (m_dialog)
            m_dialog->show(id);
    });
    dialog->open();
}

void PresetsPart::rename(const QString& id, const QString& name)
{
    const Preset* preset = m_store.find(id);
    if (!preset || preset->builtIn)
        return;
    Preset next = *preset;
    QStringList others = m_store.names();
    others.removeOne(preset->name);
    next.name = freeName(name, others);
    next.recipe.name = next.name;
    m_store.save(next);
}

void PresetsPart::duplicate(const QString& id)
{
    const Preset* preset = m_store.find(id);
    if (!preset)
        return;
    Preset next = *preset;
    next.id.clear();
    next.name = freeName(preset->name, m_store.names());
    next.recipe.name = next.name;
    const QString made = m_store.save(next);
    if (m_dialog)
        m_dialog->show(made);
}

/// An own one is gone for good only when nobody wants it back; a built-in one is no more listed.
void PresetsPart::remove(const QString& id)
{
    const Preset* found = m_store.find(id);
    if (!found)
        return;
    const Preset preset = *found;
    const bool wasDefault = defaultId() == id;
    if (preset.builtIn) {
        m_shell.settings().hiddenPresets << id;
        showPresets();
    } else {
        m_store.remove(id);
        if (wasDefault)
            setDefault(QStringLiteral("profiles/local"));
    }
    const auto undo = [this, preset, wasDefault] {
        if (preset.builtIn)
            m_shell.settings().hiddenPresets.removeAll(preset.id);
        else
            m_store.save(preset);
        if (wasDefault)
            setDefault(preset.id);
        showPresets();
    };
    m_shell.messages().showMessage(MessageBar::Kind::Information,
        preset.builtIn ? tr("The preset “%1” is no longer listed.").arg(preset.name)
                       : tr("The preset “%1” was deleted.").arg(preset.name),
        {}, {}, {{tr("Undo"), undo}});
}

void PresetsPart::restore()
{
    m_shell.settings().hiddenPresets.clear();
    setDefault(QStringLiteral("profiles/local"));
}

void PresetsPart::askForImport()
{
    auto* dialog = new QFileDialog(m_dialog, tr("Import presets"), m_shell.settings().planFolder,
        tr("Presets, plans and recipes (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        m_shell.settings().planFolder = QFileInfo(paths.first()).absolutePath();
        for (const QString& path : paths)
            m_store.importFile(path);
    });
    dialog->open();
}

void PresetsPart::askForExport(const QStringList& ids)
{
    std::vector<Preset> presets;
    for (const QString& id : ids)
        if (const Preset* preset = m_store.find(id))
            presets.push_back(*preset);
    if (presets.empty())
        return;
    QString name = presets.size() == 1 ? presets.front().name : tr("presets", "file name");
    static const QRegularExpression unsafe(QStringLiteral("[\\\\/:*?\"<>|]+"));
    name.replace(unsafe, QStringLiteral("-"));
    QString folder = m_shell.settings().planFolder;
    if (folder.isEmpty())
        folder = QDir::homePath();
    QFileDialog* dialog = saveDialog(m_dialog, tr("Export presets"),
        QDir(folder).filePath(name + QStringLiteral(".json")), {tr("Presets (*.json)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, presets](const QString& path) {
        m_shell.settings().planFolder = QFileInfo(path).absolutePath();
        m_store.exportTo(path, presets);
    });
    dialog->open();
}

} // namespace aq
