#pragma once
#include "core/table/c_columns.h"
#include "core/table/table_error.h"
#include "core/tensor/tensor_info.h"

#include <QSet>

namespace aq {

/// What keeps a row from being a layer.
struct RowProblem {
    QString column; ///< Empty: none in particular.
    QString detail;
};

/// The names of the layers of a table. Of two rows with one name, the second is wrong.
class LayerNames {
public:
    /// Puts the name of a row into `name`, unless it has none that can be used.
    std::optional<RowProblem> read(const CTexts& names, std::int64_t row, QString& name);

private:
    QSet<QString> m_seen;
};

/// Puts a row's extents into `shape`. Their product is not looked at.
/// @pre the row is not null
std::optional<RowProblem> readShape(const CRuns& shapes, std::int64_t row, Shape& shape);

} // namespace aq
