#pragma once
#include "core/plan/preset.h"

#include <QWidget>

class QAction;
class QComboBox;
class QToolButton;

namespace aq {

/// The presets to choose from, above the settings of a plan, and what can be done with them. The
/// combo box lists own presets, profiles, and the types of the plan's target; others are in the
/// presets dialog.
class PresetBar final : public QWidget {
    Q_OBJECT

public:
    explicit PresetBar(QWidget* parent = nullptr);

    void setPresets(const std::vector<Preset>& presets, const QString& defaultId);
    /// The one that the plan was made from, and whether its values were changed since. An id that
    /// is not listed: none.
    void setCurrent(const QString& id, bool modified);
    void setTarget(const QString& target);
    void setActions(const QList<QAction*>& actions); ///< Of the menu beside the list.

Q_SIGNALS:
    void chosen(const QString& id);

private:
    void fill();

    std::vector<Preset> m_presets;
    QString m_default, m_current, m_target;
    bool m_isModified = false;
    QComboBox* m_combo;
    QToolButton* m_menu;
};

} // namespace aq
