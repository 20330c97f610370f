#pragma once
#include "core/io/format.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace aq {

/// Which parts of a diffusers folder to open. Show it with open(): it never blocks.
class ComponentDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ComponentDialog(QWidget* parent = nullptr);
    /// All are checked, or those named in `chosen`.
    void setComponents(const std::vector<Component>& components, const QStringList& chosen = {});
    QStringList checkedIds() const; ///< In the order of the folder.

Q_SIGNALS:
    void componentsChosen(const QStringList& ids); ///< OK was pressed; at least one.

private:
    void checkAll(Qt::CheckState state);
    void updateButton();

    QListWidget* m_list;
    QPushButton* m_open;
};

} // namespace aq
