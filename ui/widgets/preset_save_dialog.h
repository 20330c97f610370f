#pragma once
#include "core/plan/preset.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace aq {

/// Asks for the name of a new preset, and which of the plan's values that speak of one file or one
/// model it is to hold.
class PresetSaveDialog final : public QDialog {
    Q_OBJECT

public:
    /// `own`: a name that one of them has replaces it.
    PresetSaveDialog(
        const Recipe& recipe, const std::vector<Preset>& own, QWidget* parent = nullptr);
    void setName(const QString& name);

Q_SIGNALS:
    void saveRequested(const aq::Preset& preset); ///< With the id of what it replaces.

private:
    void check();
    void save();
    const Preset* taken() const;

    Recipe m_recipe;
    std::vector<Preset> m_own;
    QLineEdit *m_name, *m_description;
    QCheckBox *m_target, *m_overrides;
    QLabel* m_note;
    QDialogButtonBox* m_buttons;
};

} // namespace aq
