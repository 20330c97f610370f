#pragma once
#include <QStyledItemDelegate>

namespace aq {

/// A cell that is edited with a combo box: the person picks one of a few texts, and the model (or
/// whoever listens) gets its number. The model need not take the edit itself.
class ChoiceDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ChoiceDelegate(const QString& accessibleName, QObject* parent = nullptr);
    void setChoices(const QStringList& choices) { m_choices = choices; }
    /// Role that holds the number of the current choice; without it the first is offered.
    void setCurrentRole(int role) { m_currentRole = role; }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(
        QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

Q_SIGNALS:
    void chosen(const QModelIndex& index, int choice) const;

private:
    QString m_accessibleName;
    QStringList m_choices;
    int m_currentRole = -1;
};

} // namespace aq
