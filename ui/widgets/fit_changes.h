#pragma once
#include "ui/models/fit_view.h"

#include <QGroupBox>

class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace aq {

class TrialTable;

/// The tensors whose types a fit changed, with what that gains and costs.
class FitChanges final : public QGroupBox {
    Q_OBJECT
public:
    explicit FitChanges(QWidget* parent = nullptr);
    void setView(std::shared_ptr<const FitView> view);

Q_SIGNALS:
    void baselineWished(aq::FitBaseline baseline);
    void tensorWished(const QString& name); ///< Return or double click.

private:
    QComboBox* m_baseline;
    QLabel* m_about;
    TrialTable* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    std::shared_ptr<const FitView> m_view;
};

} // namespace aq
