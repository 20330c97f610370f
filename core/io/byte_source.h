#pragma once
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace aq {

using Bytes = std::span<const std::byte>;
using MutableBytes = std::span<std::byte>;

/// Bytes that can be read by position, from any thread. A file, or memory in tests and fuzzers.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    virtual std::int64_t size() const = 0; ///< Fixed when opened; the only truth about the length.

    /// Fills `into` from `offset`. Short files, I/O errors and ranges outside [0, size()) are
    /// errors; nothing is ever read past the end.
    virtual Result<void> read(std::int64_t offset, MutableBytes into) const = 0;
};

/// Opens a regular file for reading by position (pread, O_CLOEXEC). Pipes, devices, sockets and
/// folders are refused at once, so opening never blocks.
Result<std::shared_ptr<const ByteSource>> openFile(const QString& path);

std::shared_ptr<const ByteSource> memoryBytes(std::vector<std::byte> bytes);

/// `bytes` bytes from `offset`, as a vector. Refuses ranges outside the source before allocating.
Result<std::vector<std::byte>> readBytes(
    const ByteSource& source, std::int64_t offset, std::int64_t bytes);

} // namespace aq
