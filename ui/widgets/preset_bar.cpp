#include "ui/widgets/preset_bar.h"

#include "ui/text/plain_tip.h"
#include "ui/text/preset_text.h"
#include "ui/theme.h"
#include "ui/widgets/recipe_section.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStandardItemModel>
#include <QToolButton>

namespace aq {

PresetBar::PresetBar(QWidget* parent)
    : QWidget(parent)
    , m_combo(new QComboBox)
    , m_menu(new QToolButton)
{
    auto* label = new QLabel(tr("&Preset:"));
    label->setBuddy(m_combo);
    m_combo->setMaxVisibleItems(30);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(14);
    ignoreWheelWithoutFocus(*m_combo);
    m_menu->setIcon(themeIcon(QStringLiteral("more")));
    m_menu->setToolTip(tr("Save, manage and share presets"));
    m_menu->setAccessibleName(tr("Preset actions"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(new QMenu(m_menu));
    m_menu->menu()->setToolTipsVisible(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 4, 6, 2);
    row->addWidget(label);
    row->addWidget(m_combo, 1);
    row->addWidget(m_menu);
    connect(m_combo, &QComboBox::activated, this, [this](int index) {
        if (const QString id = m_combo->itemData(index).toString(); !id.isEmpty())
            Q_EMIT chosen(id);
    });
}

void PresetBar::setPresets(const std::vector<Preset>& presets, const QString& defaultId)
{
    if (m_presets == presets && m_default == defaultId)
        return;
    m_presets = presets;
    m_default = defaultId;
    fill();
}

void PresetBar::setCurrent(const QString& id, bool modified)
{
    if (m_current == id && m_isModified == modified && m_combo->currentIndex() >= 0)
        return;
    m_current = id;
    m_isModified = modified;
    fill();
}

void PresetBar::setTarget(const QString& target)
{
    if (std::exchange(m_target, target) != target)
        fill();
}

void PresetBar::setActions(const QList<QAction*>& actions)
{
    m_menu->menu()->clear();
    m_menu->menu()->addActions(actions);
}

/// A category is a line that cannot be chosen, its presets stand below it.
void PresetBar::fill()
{
    m_combo->clear();
    const auto* model = qobject_cast<QStandardItemModel*>(m_combo->model());
    QString category = QStringLiteral("-"); // Of no preset.
    int current = -1;
    for (const Preset& preset : m_presets) {
        const bool isOfTarget = preset.category.isEmpty() || preset.category == m_target
            || preset.category == QLatin1StringView("profiles") || preset.id == m_current;
        if (!isOfTarget)
            continue;
        if (std::exchange(category, preset.category) != preset.category) {
            m_combo->addItem(presetCategoryTitle(category));
            QStandardItem* header = model->item(m_combo->count() - 1);
            header->setFlags(Qt::NoItemFlags);
            QFont bold = font();
            bold.setBold(true);
            header->setFont(bold);
        }
        const bool isCurrent = preset.id == m_current;
        QString title = presetTitle(preset.name, isCurrent && m_isModified);
        QString tip = presetAbout(preset);
        if (preset.id == m_default) {
            m_combo->addItem(themeIcon(QStringLiteral("default")), title, preset.id);
            tip = tip.isEmpty() ? tr("New models open with it")
                                : tr("%1\nNew models open with it").arg(tip);
        } else {
            m_combo->addItem(title, preset.id);
        }
        m_combo->setItemData(m_combo->count() - 1, plainTip(tip), Qt::ToolTipRole);
        if (isCurrent)
            current = m_combo->count() - 1;
    }
    m_combo->setCurrentIndex(current);
    m_combo->setPlaceholderText(tr("None"));
    const QString about = current < 0 ? tr("The plan comes from no preset of the list")
        : m_isModified ? tr("Values of the preset were changed; choose it again to go back to them")
                       : tr("Values that are set together; choosing is one step");
    m_combo->setToolTip(about);
    m_combo->setAccessibleDescription(about);
}

} // namespace aq
