#pragma once
#include "core/io/formats/pickle_machine.h"
#include "core/tensor/tensor_info.h"

#include <QByteArray>
#include <QStringList>

namespace aq {

/// A tensor as the pickle of a checkpoint describes it: a view of a storage.
struct StoredTensor {
    QString name;
    DType dtype = DType::F32;
    Shape shape;
    Shape strides;                 ///< In elements; empty: contiguous, row-major.
    QByteArray storage;            ///< Key: digits. Its bytes are the record `data/<key>`.
    std::int64_t storageBytes = 0; ///< That the pickle claims; the record has to have them.
    std::int64_t offset = 0;       ///< Bytes from the start of the storage.
    std::int64_t span = 0;         ///< Bytes from its first element to the end of its last.
};

struct StateDict {
    std::vector<StoredTensor> tensors; ///< In the order of the dict; names unique.
    QStringList notes;                 ///< Which dict was taken, and what was left out.
};

/// Finds the weights in a checkpoint and checks every view against its storage. They are the
/// tensors of the outermost dict, or of the dict under `state_dict`, `model`, … in it: one dict
/// only, so that an optimizer's state does not get between the weights.
///
/// @return Unsupported: there is no dict of tensors. Corrupt: a view leaves its storage, a name is
///         there twice or is no UTF-8; the error names the tensor.
Result<StateDict> findStateDict(const PickleDocument& pickle);

} // namespace aq
