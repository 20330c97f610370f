#pragma once
#include "ui/models/tensor_columns.h"

#include <QAbstractItemModel>

namespace aq {

/// The tensors of a model, as a tree of blocks or as a flat list. Values in, wishes out elsewhere:
/// the model asks nobody for anything.
class TensorTableModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Arrangement { Tree, Flat };
    enum Role {
        SortRole = Qt::UserRole, ///< Raw number, NaN when unknown; of the name a string.
        BarRole,                 ///< Length of the cell's bar, 0 to 1; invalid: no bar.
        NameRole,                ///< Full name of a tensor or block, in any column.
        DimRole,                 ///< True: the number no longer belongs to what is shown.
        UnitTextRole             ///< For copies: a plain number in the C locale, or the text.
    };

    explicit TensorTableModel(QObject* parent = nullptr);

    /// When names and shapes are those shown, only values change: selection and expansion stay.
    void setRows(std::vector<TensorRow> rows);
    void setArrangement(Arrangement arrangement);
    Arrangement arrangement() const { return m_arrangement; }

    const std::vector<TensorRow>& rows() const { return m_rows; }
    bool isBlock(const QModelIndex& index) const;
    const TensorRow& row(const QModelIndex& index) const;       ///< Of a block: its sum.
    std::vector<int> tensorsOf(const QModelIndex& index) const; ///< Indices into rows().
    int nodeCount() const { return int(m_nodes.size()); }       ///< Lines at the top.
    std::span<const int> tensorsOfNode(int node) const
    {
        return rowsOf(m_nodes[std::size_t(node)]);
    }
    const TensorRow& sumOfNode(int node) const
    {
        return *m_nodes[std::size_t(node)].sum;
    } ///< Of a block.
    QModelIndex indexOf(int tensor, TensorColumn column = TensorColumn::Name) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void valuesChanged(); ///< After the dataChanged() of a setRows() that kept the lines.

private:
    /// A line at the top: a block, or a tensor that is in none.
    struct Node {
        int first = 0; ///< Of its tensors, in m_order.
        int count = 1;
        std::shared_ptr<TensorRow> sum = {}; ///< Only of a block.
        bool isBlock() const { return count > 1; }
    };
    struct Place {
        int node = 0;
        int child = -1; ///< -1: the node itself.
    };

    void arrange();
    std::span<const int> rowsOf(const Node& node) const
    {
        return std::span(m_order).subspan(std::size_t(node.first), std::size_t(node.count));
    }
    void orderByBlock();
    void updateSums();
    void updateScales();
    bool hasSameLines(const std::vector<TensorRow>& rows) const;
    void announce(const std::vector<bool>& changed);
    QString displayName(const QModelIndex& index) const;
    QVariant bar(const TensorColumnSpec& column, const TensorRow& row) const;

    std::vector<TensorRow> m_rows;
    std::vector<Node> m_nodes;
    std::vector<int> m_order;    ///< Tensors, node after node.
    std::vector<Place> m_places; ///< Of each tensor.
    Arrangement m_arrangement = Arrangement::Tree;
    double m_largestBytes = 0, m_largestBlockBytes = 0, m_largestError = 0;
};

} // namespace aq
