#pragma once
#include "core/validate/validation_report.h"

namespace aq {

/// The tensors of a block, summed up: what a chart of a whole model shows.
struct BlockReport {
    QString name; ///< block_name.h; empty: tensors outside of all blocks.
    int tensors = 0;
    int quantized = 0; ///< Those that are neither kept nor failed.
    int missed = 0;    ///< That miss a limit or have failed.
    std::int64_t parameters = 0;
    std::int64_t bytesBefore = 0, bytesAfter = 0;
    double relRmse = 0; ///< Weighted by the parameters of its quantized tensors, as the totals.
    double worstRelRmse = 0; ///< Of its quantized tensors.
    QString worst;           ///< That tensor; empty: none is quantized.
};

/// One per block, in the order in which the source first names them.
std::vector<BlockReport> reportBlocks(const std::vector<TensorReport>& tensors);

/// Tensors that count as missed: below a limit, or failed.
bool isMissed(const TensorReport& tensor);
/// Tensors whose error counts: neither kept nor failed.
bool isQuantized(const TensorReport& tensor);

/// Positions of the tensors: failed first, then by error, then as in the file.
std::vector<std::size_t> worstFirst(const std::vector<TensorReport>& tensors);

/// Code bits of the tensors that are quantized with a floor, each once, ascending.
std::vector<int> widthsOf(const std::vector<TensorReport>& tensors);

} // namespace aq
