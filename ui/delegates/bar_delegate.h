#pragma once
#include <QStyledItemDelegate>

namespace aq {

/// Numbers (what is aligned to the right) with a bar behind them; text as usual. The bar repeats
/// what the number says; its colours are the palette's, so that both can be read in light, dark and
/// selected rows.
class BarDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `barRole`: length of the bar, 0 to 1, or nothing. `dimRole`: true greys the text.
    BarDelegate(int barRole, int dimRole, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    int m_barRole, m_dimRole;
};

} // namespace aq
