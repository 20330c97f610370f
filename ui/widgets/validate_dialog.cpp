#include "ui/widgets/validate_dialog.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace aq {

ValidateDialog::ValidateDialog(QWidget* parent)
    : QDialog(parent)
    , m_original(new QLineEdit)
    , m_written(new QLineEdit)
{
    setWindowTitle(tr("Validate two files"));
    auto* about = new QLabel(tr("Every tensor of the quantized file is decoded and compared with "
                                "the original. Nothing is written."));
    about->setWordWrap(true);
    auto* grid = new QGridLayout;
    const auto add = [&](const QString& caption, QLineEdit* edit, const QString& browse) {
        const int row = grid->rowCount();
        auto* label = new QLabel(caption);
        label->setBuddy(edit);
        auto* button = new QPushButton(tr("Browse…"));
        button->setAccessibleName(browse);
        button->setAutoDefault(false);
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row, 1);
        grid->addWidget(button, row, 2);
        connect(edit, &QLineEdit::textChanged, this, &ValidateDialog::updateState);
        return button;
    };
    QPushButton* original = add(tr("&Original:"), m_original, tr("Browse for the original"));
    QPushButton* written = add(tr("&Quantized:"), m_written, tr("Browse for the quantized file"));
    connect(original, &QPushButton::clicked, this, &ValidateDialog::originalWished);
    connect(written, &QPushButton::clicked, this, &ValidateDialog::writtenWished);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_start = buttons->addButton(tr("&Validate"), QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addSpacing(6);
    layout->addLayout(grid);
    layout->addSpacing(6);
    layout->addWidget(buttons);
    m_start->setDefault(true); // Only now it has a dialog to be the default of.
    m_original->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    updateState();
}

void ValidateDialog::setOriginal(const QString& path) { m_original->setText(path); }
void ValidateDialog::setWritten(const QString& path) { m_written->setText(path); }
QString ValidateDialog::original() const { return m_original->text().trimmed(); }
QString ValidateDialog::written() const { return m_written->text().trimmed(); }

void ValidateDialog::updateState()
{
    const bool both = !original().isEmpty() && !written().isEmpty();
    m_start->setEnabled(both && original() != written());
    m_start->setToolTip(!both         ? tr("Choose both files first")
            : original() == written() ? tr("These are one and the same file")
                                      : QString());
}

} // namespace aq
