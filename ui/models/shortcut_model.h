#pragma once
#include <QAbstractTableModel>
#include <QKeySequence>
#include <QList>
#include <vector>

namespace aq {

/// A command and its key.
struct ShortcutRow {
    QString id;                   ///< Stable, saved in the settings: "file.open".
    QString menu;                 ///< "File".
    QString command;              ///< "Open…"
    QList<QKeySequence> standard; ///< What it has unless one changes it; the first is shown.
    QList<QKeySequence> current;
    QString fixed; ///< Why it cannot be changed; empty: it can.

    bool isChanged() const { return current != standard; }
};

/// Whether one could not tell them apart while typing: the same, or the beginning of the other.
bool clash(const QKeySequence& a, const QKeySequence& b);

/// All commands with their keys, to be looked at and changed.
class ShortcutModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Command, Menu, Shortcut, Standard };
    static constexpr int columns = 4;

    explicit ShortcutModel(QObject* parent = nullptr);

    void setRows(std::vector<ShortcutRow> rows);
    const std::vector<ShortcutRow>& rows() const { return m_rows; }
    void setKeys(int row, const QList<QKeySequence>& keys); ///< Empty: none.
    void reset(int row);
    void resetAll();
    int rowWith(
        const QKeySequence& key, int except = -1) const; ///< That it clashes with; -1: none.

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<ShortcutRow> m_rows;
};

} // namespace aq
