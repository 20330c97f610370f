#pragma once
#include <QTableView>
#include <optional>

namespace aq {

class ReportTableModel;

/// The tensors of a report: Enter or a double click leads to the tensor in the plan; a menu has
/// that, the inspector and copying; the header's menu chooses columns.
class ReportTableView final : public QTableView {
    Q_OBJECT
public:
    explicit ReportTableView(ReportTableModel* model, QWidget* parent = nullptr);

    void selectTensor(const QString& name); ///< And scrolls to it; nothing when it is not listed.
    QString currentTensor() const;          ///< Empty: none.
    Q_INVOKABLE void copy() const; ///< Selected rows, as shown, tab separated, with titles.
    void resetColumns();
    void restoreColumns(const QByteArray& state); ///< Of the horizontal header.

Q_SIGNALS:
    void selected(const QString& name);
    void showRequested(const QString& name);
    void inspectRequested(const QString& name);
    void columnsChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitMessage();
    void fitName();
    void showHeaderMenu(const QPoint& at);

    ReportTableModel* m_model;
    std::optional<bool> m_messageFits; ///< Messages, or their absence; nothing: not yet.
};

} // namespace aq
