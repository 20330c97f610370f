#include "ui/widgets/preset_save_dialog.h"

#include "ui/text/type_text.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

namespace aq {

PresetSaveDialog::PresetSaveDialog(
    const Recipe& recipe, const std::vector<Preset>& own, QWidget* parent)
    : QDialog(parent)
    , m_recipe(recipe)
    , m_own(own)
    , m_name(new QLineEdit)
    , m_description(new QLineEdit)
    , m_target(new QCheckBox(tr("The &target, %1").arg(targetTitle(recipe.target))))
    , m_overrides(new QCheckBox(
          tr("%Ln tensor(s) chosen &one by one", nullptr, int(recipe.overrides.size()))))
    , m_note(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Save as preset"));
    m_name->setMaxLength(100);
    m_description->setMaxLength(500);
    m_description->setPlaceholderText(tr("What it is good for"));
    m_target->setChecked(true);
    m_target->setToolTip(tr("Without it the preset works for any target"));
    m_overrides->setEnabled(!recipe.overrides.empty());
    m_overrides->setToolTip(recipe.overrides.empty()
            ? tr("No tensor was chosen by itself")
            : tr("They fit models with the very same tensor names only"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setAccessibleDescription(tr("about the name"));
    auto* also = new QLabel(tr("Also holds:"));
    auto* about
        = new QLabel(tr("The architecture and the importance file of this model stay out."));
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);

    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(QString(), m_note);
    form->addRow(tr("&Description:"), m_description);
    form->addRow(also, m_target);
    form->addRow(QString(), m_overrides);
    form->addRow(about);
    form->addRow(m_buttons);
    setMinimumWidth(64 * fontMetrics().averageCharWidth());
    connect(m_name, &QLineEdit::textChanged, this, &PresetSaveDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PresetSaveDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void PresetSaveDialog::setName(const QString& name)
{
    m_name->setText(name);
    m_name->selectAll();
}

const Preset* PresetSaveDialog::taken() const
{
    const auto same = [name = m_name->text().simplified()](const Preset& preset) {
        return preset.name.compare(name, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::ranges::find_if(m_own, same);
    return found == m_own.end() ? nullptr : &*found;
}

void PresetSaveDialog::check()
{
    const bool hasName = !m_name->text().simplified().isEmpty();
    const Preset* replaced = taken();
    m_note->setText(!hasName ? tr("A preset needs a name.")
            : replaced       ? tr("The preset of this name will be replaced.")
                             : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    QPushButton* save = m_buttons->button(QDialogButtonBox::Save);
    save->setText(replaced ? tr("Replace") : tr("Save"));
    save->setEnabled(hasName);
    save->setToolTip(hasName ? QString() : m_note->text());
}

void PresetSaveDialog::save()
{
    Preset preset = presetOf(m_recipe, m_name->text().simplified(),
        {.target = m_target->isChecked(), .overrides = m_overrides->isChecked()});
    preset.description = m_description->text().simplified();
    if (const Preset* replaced = taken())
        preset.id = replaced->id;
    Q_EMIT saveRequested(preset);
    accept();
}

} // namespace aq
