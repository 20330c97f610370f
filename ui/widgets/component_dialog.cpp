#include "ui/widgets/component_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace aq {
namespace {

QListWidgetItem* itemFor(const Component& component)
{
    const QString text = component.title.isEmpty()
        ? component.id
        : QStringLiteral("%1 – %2").arg(component.id, component.title);
    auto* item = new QListWidgetItem(text);
    item->setData(Qt::UserRole, component.id);
    item->setToolTip(component.path);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    return item;
}

} // namespace

ComponentDialog::ComponentDialog(QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget)
{
    setWindowTitle(tr("Choose components"));
    auto* about
        = new QLabel(tr("This folder holds several networks. &Open these together, as one model:"));
    about->setWordWrap(true);
    about->setBuddy(m_list);
    m_list->setAccessibleName(tr("Components"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_open = buttons->button(QDialogButtonBox::Ok);
    m_open->setText(tr("Open"));
    auto* all = buttons->addButton(tr("&All"), QDialogButtonBox::ActionRole);
    auto* none = buttons->addButton(tr("&None"), QDialogButtonBox::ActionRole);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);

    connect(all, &QPushButton::clicked, this, [this] { checkAll(Qt::Checked); });
    connect(none, &QPushButton::clicked, this, [this] { checkAll(Qt::Unchecked); });
    connect(m_list, &QListWidget::itemChanged, this, &ComponentDialog::updateButton);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT componentsChosen(checkedIds()); });
}

void ComponentDialog::setComponents(
    const std::vector<Component>& components, const QStringList& chosen)
{
    m_list->clear();
    for (const Component& component : components) {
        QListWidgetItem* item = itemFor(component);
        const bool checked = chosen.isEmpty() || chosen.contains(component.id);
        item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
        m_list->addItem(item);
    }
    m_list->setCurrentRow(0);
    updateButton();
}

QStringList ComponentDialog::checkedIds() const
{
    QStringList ids;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            ids << m_list->item(i)->data(Qt::UserRole).toString();
    }
    return ids;
}

void ComponentDialog::checkAll(Qt::CheckState state)
{
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setCheckState(state);
}

void ComponentDialog::updateButton()
{
    const bool any = !checkedIds().isEmpty();
    m_open->setEnabled(any);
    m_open->setToolTip(any ? QString() : tr("Check at least one component"));
}

} // namespace aq
