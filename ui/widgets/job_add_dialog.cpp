#include "ui/widgets/job_add_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace aq {
namespace {

QString titleOf(JobAddDialog::What what)
{
    switch (what) {
    case JobAddDialog::What::Plan:
        return JobAddDialog::tr("Add to the queue");
    case JobAddDialog::What::Variants:
        return JobAddDialog::tr("Add variants");
    case JobAddDialog::What::Models:
        return JobAddDialog::tr("Add models");
    }
    return {};
}

} // namespace

JobAddDialog::JobAddDialog(What what, const JobTargetChoice& choice, QWidget* parent)
    : QDialog(parent)
    , m_what(what)
    , m_why(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(titleOf(what));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Add to queue"));
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_why->setAccessibleDescription(tr("what is missing"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    if (what == What::Variants)
        layout->addWidget(makeVariants(), 1);
    if (what == What::Models)
        layout->addWidget(makeModels(), 1);
    layout->addWidget(makeTarget(choice));
    layout->addWidget(m_why);
    layout->addWidget(m_buttons);
    const int em = fontMetrics().averageCharWidth();
    resize(80 * em, what == What::Plan ? sizeHint().height() : 34 * fontMetrics().height());
    update();
}

QWidget* JobAddDialog::makeVariants()
{
    auto* box = new QGroupBox(tr("Types"));
    m_variants = new QTreeWidget;
    m_variants->setHeaderLabels({tr("Type"), tr("Estimated size"), tr("About")});
    m_variants->setAccessibleName(tr("Types to add"));
    m_variants->setRootIsDecorated(false);
    m_variants->setAlternatingRowColors(true);
    m_variants->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_variants->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_variants, &QTreeWidget::itemChanged, this, &JobAddDialog::update);
    auto* note = new QLabel(tr("Everything else is as in the open plan."));
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(box);
    layout->addWidget(m_variants);
    layout->addWidget(note);
    return box;
}

QWidget* JobAddDialog::makeModels()
{
    auto* box = new QGroupBox(tr("Models"));
    m_models = new QListWidget;
    m_models->setAccessibleName(tr("Models to add"));
    m_models->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_models->setTextElideMode(Qt::ElideMiddle);
    auto* files = new QPushButton(tr("Add &files…"));
    auto* folder = new QPushButton(tr("Add fol&der…"));
    auto* remove = new QPushButton(tr("&Remove"));
    connect(files, &QPushButton::clicked, this, &JobAddDialog::modelFilesRequested);
    connect(folder, &QPushButton::clicked, this, &JobAddDialog::modelFolderRequested);
    connect(remove, &QPushButton::clicked, this, [this] {
        qDeleteAll(m_models->selectedItems());
        update();
    });
    auto* note = new QLabel(tr("Each becomes a job with the open plan; what a model does not have "
                               "is left out of it."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* side = new QVBoxLayout;
    for (QPushButton* button : {files, folder, remove})
        side->addWidget(button);
    side->addStretch();
    auto* row = new QHBoxLayout;
    row->addWidget(m_models, 1);
    row->addLayout(side);
    auto* layout = new QVBoxLayout(box);
    layout->addLayout(row);
    layout->addWidget(note);
    return box;
}

QWidget* JobAddDialog::makeTarget(const JobTargetChoice& choice)
{
    auto* box = new QGroupBox(tr("Result"));
    m_trial = new QRadioButton(tr("&Try only: measure the error, write nothing"));
    m_keep = new QRadioButton(tr("&Keep the file in ArrowQuant until I export it"));
    m_write = new QRadioButton(tr("&Write into a folder"));
    m_folder = new QLineEdit(QDir::toNativeSeparators(choice.folder));
    m_pattern = new QLineEdit(choice.pattern);
    m_existing = new QComboBox;
    m_existing->addItems({tr("Take another name"), tr("Replace it"), tr("Ask me now")});
    m_existing->setCurrentIndex(int(choice.existing));
    m_example = new QLabel;
    m_example->setTextFormat(Qt::PlainText);
    m_example->setAccessibleDescription(tr("example name"));
    m_pattern->setToolTip(tr("{model}, {recipe}, {target} and {ext} stand for what they are"));
    auto* browse = new QPushButton(tr("&Browse…"));
    auto* folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(browse);
    m_fileFields = new QWidget;
    auto* form = new QFormLayout(m_fileFields);
    form->setContentsMargins(fontMetrics().averageCharWidth() * 3, 0, 0, 0);
    auto* folderLabel = new QLabel(tr("F&older:"));
    folderLabel->setBuddy(m_folder);
    form->addRow(folderLabel, folderRow);
    form->addRow(tr("&Name:"), m_pattern);
    form->addRow(tr("For example:"), m_example);
    form->addRow(tr("If the file &exists:"), m_existing);

    (choice.intoFolder ? m_write : m_keep)->setChecked(true);
    auto* layout = new QVBoxLayout(box);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_trial, m_keep, m_write, m_fileFields})
        layout->addWidget(widget);
    for (QRadioButton* button : {m_trial, m_keep, m_write})
        connect(button, &QRadioButton::toggled, this, &JobAddDialog::update);
    connect(m_folder, &QLineEdit::textChanged, this, &JobAddDialog::update);
    connect(m_pattern, &QLineEdit::textChanged, this, &JobAddDialog::update);
    connect(browse, &QPushButton::clicked, this, &JobAddDialog::askForFolder);
    return box;
}

void JobAddDialog::setVariants(const std::vector<JobVariant>& variants)
{
    m_variants->clear();
    for (const JobVariant& variant : variants) {
        auto* item = new QTreeWidgetItem({variant.title, {}, variant.about});
        item->setData(0, Qt::UserRole, variant.id);
        item->setCheckState(0, variant.chosen ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(2, variant.about);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        m_variants->addTopLevelItem(item);
    }
    if (m_variants->topLevelItemCount() > 0)
        m_variants->setCurrentItem(m_variants->topLevelItem(0));
    update();
}

void JobAddDialog::setVariantSize(const QString& id, const QString& text)
{
    for (int i = 0; i < m_variants->topLevelItemCount(); ++i)
        if (QTreeWidgetItem* item = m_variants->topLevelItem(i); item->data(0, Qt::UserRole) == id)
            item->setText(1, text);
}

void JobAddDialog::addModels(const QStringList& paths)
{
    const QStringList known = models();
    for (const QString& path : paths) {
        if (known.contains(path))
            continue;
        auto* item = new QListWidgetItem(QDir::toNativeSeparators(path), m_models);
        item->setData(Qt::UserRole, path);
        item->setToolTip(item->text());
    }
    update();
}

void JobAddDialog::setExample(std::function<QString(const QString&)> example)
{
    m_exampleFor = std::move(example);
    update();
}

JobTargetChoice JobAddDialog::choice() const
{
    return {m_write->isChecked(), QDir::fromNativeSeparators(m_folder->text()), m_pattern->text(),
        JobTargetChoice::Existing(m_existing->currentIndex())};
}

QStringList JobAddDialog::variants() const
{
    QStringList ids;
    for (int i = 0; m_variants && i < m_variants->topLevelItemCount(); ++i)
        if (m_variants->topLevelItem(i)->checkState(0) == Qt::Checked)
            ids << m_variants->topLevelItem(i)->data(0, Qt::UserRole).toString();
    return ids;
}

QStringList JobAddDialog::models() const
{
    QStringList paths;
    for (int i = 0; m_models && i < m_models->count(); ++i)
        paths << m_models->item(i)->data(Qt::UserRole).toString();
    return paths;
}

bool JobAddDialog::isTrial() const { return m_trial->isChecked(); }

void JobAddDialog::askForFolder()
{
    auto* dialog = new QFileDialog(this, tr("Choose a folder"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

/// What is missing is said beside the button that it disables.
void JobAddDialog::update()
{
    m_fileFields->setEnabled(m_write->isChecked());
    m_example->setText(m_exampleFor ? m_exampleFor(m_pattern->text()) : QString());
    QString why;
    if (m_what == What::Variants && variants().isEmpty())
        why = tr("Tick at least one type.");
    else if (m_what == What::Models && models().isEmpty())
        why = tr("Add at least one model.");
    else if (m_write->isChecked() && m_folder->text().trimmed().isEmpty())
        why = tr("Choose a folder.");
    else if (m_write->isChecked() && m_pattern->text().trimmed().isEmpty())
        why = tr("Give the files a name.");
    m_why->setText(why);
    QPushButton* add = m_buttons->button(QDialogButtonBox::Ok);
    add->setEnabled(why.isEmpty());
    add->setToolTip(why);
}

} // namespace aq
