#include "ui/widgets/preset_dialog.h"

#include "ui/text/plain_tip.h"
#include "ui/text/preset_text.h"
#include "ui/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace aq {
namespace {

constexpr int idRole = Qt::UserRole;

QLabel* plainLabel(const QString& description)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAccessibleDescription(description);
    return label;
}

/// A button that says why it cannot be pressed.
void enable(QPushButton& button, bool enabled, const QString& tip, const QString& otherwise)
{
    button.setEnabled(enabled);
    button.setToolTip(enabled ? tip : otherwise);
}

} // namespace

PresetDialog::PresetDialog(QWidget* parent)
    : QDialog(parent)
    , m_filter(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_values(new QTreeWidget)
    , m_name(plainLabel(tr("preset")))
    , m_description(plainLabel(tr("about the preset")))
    , m_leaves(plainLabel(tr("left alone")))
{
    setWindowTitle(tr("Presets"));
    auto* splitter = new QSplitter;
    splitter->addWidget(makeList());
    splitter->addWidget(makeDetails());
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto* top = new QHBoxLayout;
    top->addWidget(splitter, 1);
    top->addWidget(makeButtons());
    auto* close = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top, 1);
    layout->addWidget(close);
    const int character = fontMetrics().averageCharWidth();
    resize(130 * character, 32 * fontMetrics().height());
    showDetails();
}

QWidget* PresetDialog::makeList()
{
    m_filter->setPlaceholderText(tr("Filter presets"));
    m_filter->setAccessibleName(tr("Filter presets"));
    m_filter->setClearButtonEnabled(true);
    m_tree->setAccessibleName(tr("Presets"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    auto* remove = new QAction(m_tree);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(remove);
    connect(remove, &QAction::triggered, this, [this] { m_remove->click(); });
    connect(m_filter, &QLineEdit::textChanged, this, &PresetDialog::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &PresetDialog::showDetails);
    connect(m_tree, &QTreeWidget::itemChanged, this, &PresetDialog::rename);
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, [this] { m_use->click(); });
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    return box;
}

QWidget* PresetDialog::makeDetails()
{
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_name->setFont(large);
    m_leaves->setForegroundRole(QPalette::PlaceholderText);
    m_values->setAccessibleName(tr("What the preset sets"));
    m_values->setHeaderLabels({tr("Sets"), tr("To")});
    m_values->setRootIsDecorated(false);
    m_values->setAlternatingRowColors(true);
    m_values->setWordWrap(true);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->addWidget(m_name);
    layout->addWidget(m_description);
    layout->addWidget(m_values, 1);
    layout->addWidget(m_leaves);
    return box;
}

QWidget* PresetDialog::makeButtons()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](QPushButton*& button, const QString& text, auto&& wish) {
        button = new QPushButton(text);
        button->setAutoDefault(false);
        column->addWidget(button);
        connect(button, &QPushButton::clicked, this, wish);
    };
    const auto onCurrent = [this](void (PresetDialog::*wish)(const QString&)) {
        return [this, wish] { Q_EMIT(this->*wish)(currentId()); };
    };
    add(m_use, tr("&Use"), onCurrent(&PresetDialog::useRequested));
    add(m_makeDefault, tr("Set as &default"), onCurrent(&PresetDialog::defaultRequested));
    column->addSpacing(fontMetrics().height());
    add(m_saveAs, tr("&Save plan as…"), [this] { Q_EMIT saveAsRequested(); });
    add(m_rename, tr("Re&name"), [this] {
        m_tree->setFocus();
        m_tree->editItem(m_tree->currentItem());
    });
    add(m_duplicate, tr("Dupli&cate"), onCurrent(&PresetDialog::duplicateRequested));
    add(m_remove, tr("De&lete"), onCurrent(&PresetDialog::removeRequested));
    column->addSpacing(fontMetrics().height());
    add(m_import, tr("&Import…"), [this] { Q_EMIT importRequested(); });
    add(m_export, tr("&Export…"), [this] { Q_EMIT exportRequested({currentId()}); });
    add(m_exportAll, tr("Export &all of mine…"), [this] {
        QStringList ids;
        for (const Preset& preset : m_presets)
            if (!preset.builtIn)
                ids << preset.id;
        Q_EMIT exportRequested(ids);
    });
    column->addStretch();
    add(m_restore, tr("&Restore built-in"), [this] { Q_EMIT restoreRequested(); });
    return box;
}

void PresetDialog::setPresets(const std::vector<Preset>& presets, const QString& defaultId)
{
    m_presets = presets;
    m_default = defaultId;
    fill();
}

void PresetDialog::setRestorable(bool restorable)
{
    m_isRestorable = restorable;
    showButtons();
}

void PresetDialog::setUsable(bool usable)
{
    m_isUsable = usable;
    showButtons();
}

void PresetDialog::fill()
{
    const QString chosen = currentId();
    const QScopedValueRollback filling(m_isFilling, true);
    m_tree->clear();
    QTreeWidgetItem* category = nullptr;
    QString last = QStringLiteral("-"); // Of no preset.
    QFont bold = font();
    bold.setBold(true);
    for (const Preset& preset : m_presets) {
        if (std::exchange(last, preset.category) != preset.category) {
            category = new QTreeWidgetItem(m_tree, {presetCategoryTitle(preset.category)});
            category->setFlags(Qt::ItemIsEnabled);
            category->setFont(0, bold);
        }
        auto* item = new QTreeWidgetItem(category, {preset.name});
        item->setData(0, idRole, preset.id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable
            | (preset.builtIn ? Qt::NoItemFlags : Qt::ItemIsEditable));
        QString tip = presetAbout(preset);
        if (preset.id == m_default) {
            item->setIcon(0, themeIcon(QStringLiteral("default")));
            item->setData(0, Qt::AccessibleDescriptionRole, tr("New models open with it"));
            tip += (tip.isEmpty() ? QString() : QStringLiteral("\n"))
                + tr("New models open with it");
        }
        item->setToolTip(0, plainTip(tip));
    }
    m_tree->expandAll();
    show(chosen);
    filter();
    showDetails();
}

void PresetDialog::filter()
{
    const QString text = m_filter->text().simplified();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* category = m_tree->topLevelItem(i);
        const bool all = category->text(0).contains(text, Qt::CaseInsensitive);
        bool any = false;
        for (int j = 0; j < category->childCount(); ++j) {
            QTreeWidgetItem* item = category->child(j);
            const bool shown = all || item->text(0).contains(text, Qt::CaseInsensitive);
            item->setHidden(!shown);
            any |= shown;
        }
        category->setHidden(!any);
    }
}

void PresetDialog::show(const QString& id)
{
    for (QTreeWidgetItemIterator at(m_tree); *at; ++at) {
        if ((*at)->data(0, idRole).toString() != id || id.isEmpty())
            continue;
        if ((*at)->isHidden())
            m_filter->clear();
        m_tree->setCurrentItem(*at);
        m_tree->scrollToItem(*at);
        return;
    }
}

QString PresetDialog::currentId() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item ? item->data(0, idRole).toString() : QString();
}

const Preset* PresetDialog::current() const
{
    const auto found = std::ranges::find(m_presets, currentId(), &Preset::id);
    return found == m_presets.end() ? nullptr : &*found;
}

void PresetDialog::rename(QTreeWidgetItem* item, int)
{
    const QString name = item->text(0).simplified(), id = item->data(0, idRole).toString();
    const auto old = std::ranges::find(m_presets, id, &Preset::id);
    if (m_isFilling || old == m_presets.end() || old->name == item->text(0))
        return;
    if (name.isEmpty() || name == old->name)
        item->setText(0, old->name);
    else // The list is filled anew while the editor of this very item is still open: later.
        QMetaObject::invokeMethod(
            this, [this, id, name] { Q_EMIT renameRequested(id, name); }, Qt::QueuedConnection);
}

void PresetDialog::showDetails()
{
    if (m_isFilling)
        return;
    const Preset* preset = current();
    m_name->setText(preset ? preset->name : tr("No preset chosen"));
    m_description->setText(preset ? presetAbout(*preset) : tr("Choose one to see what it sets."));
    m_description->setVisible(!m_description->text().isEmpty());
    m_values->clear();
    m_values->setVisible(preset);
    m_leaves->setVisible(preset);
    if (preset) {
        for (const PresetLine& line : presetLines(*preset)) {
            auto* item = new QTreeWidgetItem(m_values, {line.title, line.value});
            item->setToolTip(1, plainTip(line.value));
        }
        m_values->resizeColumnToContents(0);
        m_leaves->setText(presetLeaves(*preset));
    }
    showButtons();
}

void PresetDialog::showButtons()
{
    const Preset* preset = current();
    const bool own = preset && !preset->builtIn;
    const bool anyOwn = std::ranges::any_of(m_presets, [](const Preset& p) { return !p.builtIn; });
    const QString choose = tr("Choose a preset first"),
                  fixed = preset ? tr("Built-in presets stay as they are; duplicate it") : choose;
    enable(*m_use, preset && m_isUsable, tr("Takes its values, as one step"),
        preset ? tr("Open a model first") : choose);
    enable(
        *m_saveAs, m_isUsable, tr("Makes a preset of the plan as it is"), tr("Open a model first"));
    enable(*m_rename, own, tr("Gives it another name"), fixed);
    enable(*m_duplicate, preset, tr("Makes a preset of yours of it"), choose);
    m_remove->setText(preset && preset->builtIn ? tr("Hide") : tr("De&lete"));
    enable(*m_remove, preset,
        own ? tr("Removes its file; this can be undone") : tr("Takes it off the list"), choose);
    enable(*m_makeDefault, preset && preset->id != m_default, tr("New models open with it"),
        preset ? tr("New models open with it already") : choose);
    m_import->setToolTip(tr("Of a file with presets, a saved plan, or a recipe"));
    enable(*m_export, preset, tr("Writes it to a file, for another computer"), choose);
    enable(*m_exportAll, anyOwn, tr("Writes all presets of yours to one file"),
        tr("There is no preset of yours yet"));
    enable(*m_restore, m_isRestorable,
        tr("Lists all built-in presets again, with “Local” as the default"),
        tr("All built-in presets are listed, and the default is the usual one"));
}

} // namespace aq
