#pragma once
#include "ui/models/trial.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace aq {

/// Every tensor with what each compared trial makes of it: scheme, size, error. What is as in the
/// baseline is grey.
class DifferenceModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole, NameRole, DiffersRole };
    enum Kind { Name, Weights, Scheme, Size, Error }; ///< The last three once per trial.

    using QAbstractTableModel::QAbstractTableModel;

    void setView(std::shared_ptr<const TrialsView> view);
    Kind kindOf(int column) const
    {
        return column < 2 ? Kind(column) : Kind(Scheme + (column - 2) % 3);
    }
    int trialOf(int column) const { return column < 2 ? -1 : (column - 2) / 3; } ///< In `compared`.

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const TrialTensor& tensorOf(int trial, int row) const
    {
        return (*m_view->tensors[std::size_t(trial)])[std::size_t(row)];
    }
    QString textOf(int row, int column) const;
    QVariant valueOf(int row, int column) const;
    bool isAsInBaseline(int row, int column) const;

    std::shared_ptr<const TrialsView> m_view;
};

/// Sorts it, names as people count, and leaves out what does not differ or match.
class DifferenceFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit DifferenceFilter(QObject* parent = nullptr);

    void setText(const QString& text); ///< Found anywhere in a name, in any case of letters.
    void setOnlyDiffering(bool only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QString m_text;
    bool m_onlyDiffering = true;
};

} // namespace aq
