#pragma once
#include "core/base/result.h"
#include "core/io/byte_source.h"
#include "core/quant/scheme.h"
#include "core/tensor/tensor_info.h"

#include <QHash>
#include <QString>
#include <memory>
#include <span>
#include <vector>

namespace aq {

/// How much each input column of a tensor matters: mean squared activations of a calibration run,
/// as llama.cpp's imatrix files hold them. The h_j of every error sum.
struct ImportanceMatrix {
    QString path;
    QHash<QString, std::vector<float>> columns; ///< By tensor name; finite, none negative.
    std::int64_t chunks = 0;                    ///< Of calibration text; 0: not stated.
    QStringList datasets;

    /// The weights of a tensor's columns, scaled to a mean of 1; empty when there are none or their
    /// number differs from the row length (or from `rowElements` evenly repeated).
    std::vector<float> forTensor(const QString& name, std::int64_t rowElements) const;
};
/// Whether the encoder of a scheme looks at the weights of columns: a search does, but for the one
/// for the range of a whole tensor, and so does every fit by least squares.
bool weighsColumns(const Scheme& scheme, const SchemeOptions& options);

using ImportancePtr = std::shared_ptr<const ImportanceMatrix>;

/// Reads a legacy `.dat` or a GGUF imatrix by content. Errors start with the path.
Result<ImportancePtr> loadImportance(const QString& path);

/// The same from an open file; without a path.
Result<ImportanceMatrix> readImportance(const ByteSource& file);

} // namespace aq
