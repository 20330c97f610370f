#pragma once
#include "core/plan/findings.h"

#include <QAbstractItemModel>
#include <memory>

namespace aq {

using FindingsPtr = std::shared_ptr<const std::vector<Finding>>; ///< Never null where it is given.

/// Findings as lines; several of one kind and severity are one line with the single ones under it.
class FindingsModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Column { What, Tensor };

    explicit FindingsModel(QObject* parent = nullptr);

    /// `names`: of all tensors of the model, by index.
    void setFindings(const FindingsPtr& findings, const QStringList& names);
    const std::vector<Finding>& findings() const { return *m_findings; }

    /// Those that a line stands for, as indices into findings(); never empty for a valid line.
    std::vector<int> findingsOf(const QModelIndex& line) const;
    /// The line of a finding like this one, or of its kind; invalid: there is none any more.
    QModelIndex lineLike(const char* id, std::int64_t tensor) const;
    QString tensorName(const Finding& finding) const; ///< Empty: it is about the whole file.

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    using Kind = std::vector<int>; ///< Indices of findings alike; one: it has no lines below.
    QString textOf(const QModelIndex& index) const;

    FindingsPtr m_findings;
    QStringList m_names;
    std::vector<Kind> m_kinds;
};

} // namespace aq
