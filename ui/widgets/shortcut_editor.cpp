#include "ui/widgets/shortcut_editor.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <algorithm>

namespace aq {

ShortcutEditor::ShortcutEditor(std::vector<ShortcutRow> rows, QWidget* parent)
    : QDialog(parent)
    , m_model(new ShortcutModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit)
    , m_view(new QTreeView)
    , m_key(new QKeySequenceEdit)
    , m_clash(new QLabel)
    , m_assign(new QPushButton(tr("&Assign")))
    , m_none(new QPushButton(tr("&No key")))
    , m_reset(new QPushButton(tr("&Reset")))
    , m_resetAll(new QPushButton(tr("Reset a&ll")))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_model->setRows(std::move(rows));
    makeView();
    auto* search = m_search;
    search->setPlaceholderText(tr("Search commands and keys"));
    search->setAccessibleName(tr("Search commands and keys"));
    search->setClearButtonEnabled(true);
    connect(search, &QLineEdit::textChanged, m_filter, [this](const QString& text) {
        m_filter->setFilterFixedString(text);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_filter->index(0, 0));
    });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->addButton(m_resetAll, QDialogButtonBox::ResetRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeEditRow());
    layout->addWidget(m_clash);
    layout->addWidget(buttons);

    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_model->resetAll();
        showCurrent();
    });
    m_view->setCurrentIndex(m_filter->index(0, 0));
    showCurrent();
    resize(fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 32);
}

/// Enter in the search leads to what was found; it is not the OK of the dialog.
void ShortcutEditor::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !m_search->hasFocus())
        return QDialog::keyPressEvent(event);
    m_view->setFocus();
}

void ShortcutEditor::makeView()
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1); // All of them.
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_filter);
    m_view->setAccessibleName(tr("Shortcuts"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSortingEnabled(true);
    m_view->header()->setSortIndicator(-1, Qt::AscendingOrder); // As in the menus.
    m_view->header()->setSortIndicatorClearable(true);
    const int letter = fontMetrics().averageCharWidth();
    m_view->header()->resizeSection(int(ShortcutModel::Column::Command), 36 * letter);
    m_view->header()->resizeSection(int(ShortcutModel::Column::Shortcut), 22 * letter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ShortcutEditor::showCurrent);
}

QWidget* ShortcutEditor::makeEditRow()
{
    auto* label = new QLabel(tr("New &key:"));
    label->setBuddy(m_key);
    m_key->setAccessibleName(tr("New key"));
    m_key->setToolTip(tr("Click here and press the keys"));
    if (auto* edit = m_key->findChild<QLineEdit*>())
        edit->setAccessibleName(tr("New key"));
    m_none->setToolTip(tr("The command stays in its menu, without a key"));
    m_reset->setToolTip(tr("Give the chosen command its standard key back"));
    m_clash->setTextFormat(Qt::PlainText);
    m_clash->setWordWrap(true);
    m_clash->setAccessibleDescription(tr("Whether the key is in use"));
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_key, 1);
    for (QPushButton* button : {m_assign, m_none, m_reset}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::tryKey);
    connect(m_assign, &QPushButton::clicked, this, &ShortcutEditor::assign);
    connect(m_none, &QPushButton::clicked, this, [this] {
        m_model->setKeys(currentRow(), {});
        showCurrent();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        const QList<QKeySequence> standard = m_model->rows()[std::size_t(currentRow())].standard;
        for (const QKeySequence& key : standard) // Back where it belongs.
            if (const int other = m_model->rowWith(key, currentRow()); other >= 0)
                m_model->setKeys(other, {});
        m_model->reset(currentRow());
        showCurrent();
    });
    return row;
}

int ShortcutEditor::currentRow() const
{
    return m_filter->mapToSource(m_view->currentIndex()).row();
}

void ShortcutEditor::showCurrent()
{
    const int row = currentRow();
    const ShortcutRow* current = row < 0 ? nullptr : &m_model->rows()[std::size_t(row)];
    const bool canChange = current && current->fixed.isEmpty();
    m_key->clear();
    m_key->setEnabled(canChange);
    m_assign->setEnabled(false); // Until a key is pressed.
    m_none->setEnabled(canChange && !current->current.isEmpty());
    m_reset->setEnabled(canChange && current->isChanged());
    m_resetAll->setEnabled(
        std::ranges::any_of(m_model->rows(), [](const auto& each) { return each.isChanged(); }));
    showClash(current ? current->fixed : tr("Choose a command."), false);
}

void ShortcutEditor::showClash(const QString& text, bool canTake)
{
    m_clash->setText(text);
    m_assign->setText(canTake ? tr("&Take it") : tr("&Assign"));
}

void ShortcutEditor::tryKey()
{
    const QKeySequence key = m_key->keySequence();
    const int row = currentRow();
    m_assign->setEnabled(row >= 0 && !key.isEmpty());
    if (key.isEmpty())
        return;
    const int other = m_model->rowWith(key, row);
    if (other < 0)
        return showClash({}, false);
    const ShortcutRow& owner = m_model->rows()[std::size_t(other)];
    const QString keyText = key.toString(QKeySequence::NativeText);
    m_assign->setEnabled(owner.fixed.isEmpty());
    if (owner.fixed.isEmpty())
        showClash(
            tr("%1 is the key of “%2”, which would have none then.").arg(keyText, owner.command),
            true);
    else
        showClash(
            tr("%1 is the key of “%2” and cannot be taken from it.").arg(keyText, owner.command),
            false);
}

void ShortcutEditor::assign()
{
    const QKeySequence key = m_key->keySequence();
    const int row = currentRow();
    if (const int other = m_model->rowWith(key, row); other >= 0)
        m_model->setKeys(other, {});
    m_model->setKeys(row, {key});
    showCurrent();
}

} // namespace aq
