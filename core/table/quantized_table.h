#pragma once
#include "core/quant/scheme.h"
#include "core/table/c_owner.h"
#include "core/table/table_error.h"

#include <vector>

namespace aq {

/// A row of a table of quantized layers, seen where its producer keeps it. A kept one has no
/// scheme: `data.codes` are its elements of type `dtype`, side by side, which need not be floats.
struct QuantizedLayer {
    std::int64_t row = 0;
    QString name;
    Shape shape;
    Matrix matrix;                  ///< matrixOf(shape): how the codes are laid out.
    const Scheme* scheme = nullptr; ///< Null: kept as it was.
    DType dtype = DType::F32;       ///< Of the source, a float type; of the elements where kept.
    SchemeOptions options;          ///< Scales and zero points are F32.
    EncodedRowsView data;           ///< Exactly as many bytes as matrix, scheme and options need.

    std::int64_t bytes() const
    {
        return std::int64_t(data.codes.size() + data.scales.size() + data.zeros.size());
    }
};

struct QuantizedTable {
    std::vector<CArray> batches;
    std::vector<QuantizedLayer> layers;
    std::vector<LayerError> errors;
    std::int64_t rows = 0;
};

/// Reads the columns that quantizeTable() writes, and any table with the six of seed 002: the same
/// rules as for files, docs/formats/arrow.md. Fails as readWeightTable() does.
Result<QuantizedTable> readQuantizedTable(ArrowArrayStream* stream);

} // namespace aq
