#pragma once
#include "core/io/byte_source.h"

namespace aq {

namespace arrow {
struct Message;
}

inline constexpr std::int64_t arrowPrefixBytes = 8; ///< 0xFFFFFFFF and the metadata's length.
inline constexpr std::uint32_t arrowMark = 0xFFFFFFFF;

/// The message in the bytes behind a prefix once it has passed the verifier; else null.
const arrow::Message* verifiedArrowMessage(Bytes metadata);

/// Whether these first bytes of a file of `size` bytes are those of an Arrow IPC stream: a mark, a
/// length inside the file, and a schema message, verified as far as `head` goes.
bool beginsAsArrowStream(Bytes head, std::int64_t size);

} // namespace aq
