#pragma once
#include <QDialog>
#include <functional>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QRadioButton;
class QTreeWidget;

namespace aq {

/// Where the files of new jobs go, and how they are called.
struct JobTargetChoice {
    enum class Existing { OtherName, Replace, Ask };
    bool intoFolder = false; ///< Else each is kept in the program until it is exported.
    QString folder;
    QString pattern; ///< "{model}-{recipe}.{ext}"
    Existing existing = Existing::OtherName;
    bool operator==(const JobTargetChoice&) const = default;
};

/// A type that a model can be quantized to, beside the plan's own.
struct JobVariant {
    QString id;    ///< Of a scheme or named recipe.
    QString title; ///< "Q4_K_M"
    QString about;
    bool chosen = false;
};

/// Adds jobs to the queue: the plan as it is, several types of it, or several models. Knows no
/// models: sizes and names are handed in.
class JobAddDialog final : public QDialog {
    Q_OBJECT
public:
    enum class What { Plan, Variants, Models };
    JobAddDialog(What what, const JobTargetChoice& choice, QWidget* parent = nullptr);

    void setVariants(const std::vector<JobVariant>& variants);
    void setVariantSize(const QString& id, const QString& text); ///< "3.2 GiB", or why not.
    void addModels(const QStringList& paths);
    /// Says how files would be called; asked for each time the pattern changes.
    void setExample(std::function<QString(const QString& pattern)> example);

    JobTargetChoice choice() const;
    QStringList variants() const; ///< Ids of those that are chosen.
    QStringList models() const;
    bool isTrial() const; ///< Measured, nothing is written.

Q_SIGNALS:
    void modelFilesRequested();
    void modelFolderRequested();

private:
    QWidget* makeVariants();
    QWidget* makeModels();
    QWidget* makeTarget(const JobTargetChoice& choice);
    void askForFolder();
    void update();

    What m_what;
    QTreeWidget* m_variants = nullptr;
    QListWidget* m_models = nullptr;
    QRadioButton *m_trial, *m_keep, *m_write;
    QLineEdit *m_folder, *m_pattern;
    QComboBox* m_existing;
    QLabel *m_example, *m_why;
    QWidget* m_fileFields;
    QDialogButtonBox* m_buttons;
    std::function<QString(const QString&)> m_exampleFor;
};

} // namespace aq
