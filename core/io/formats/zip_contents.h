#pragma once
#include "core/io/formats/zip_directory.h"

#include <functional>
#include <memory>

namespace aq {

/// Inflates an entry (or copies a stored one) piece by piece, 64 KiB at most each, and checks its
/// length and CRC-32 at the end.
///
/// @param sink  gets the pieces in order; its first error ends the work and is returned.
Result<void> unpack(const ByteSource& archive, const ZipEntry& entry,
    const std::function<Result<void>(std::int64_t offset, Bytes piece)>& sink);

/// The whole contents in memory. Refuses more than `limit` bytes before allocating.
Result<std::vector<std::byte>> unpackedBytes(
    const ByteSource& archive, const ZipEntry& entry, std::int64_t limit);

/// The archive itself, whose stored `entries` are checked against their CRC-32 when one of their
/// bytes is first read. That reads the entry once more; an entry that fails cannot be read.
std::shared_ptr<const ByteSource> checkedEntries(
    std::shared_ptr<const ByteSource> archive, std::vector<ZipEntry> entries);

/// Deflated entries, one behind the other as if stored so. Each is inflated, and checked, into an
/// unlinked temporary file when one of its bytes is first read.
std::shared_ptr<const ByteSource> inflatedEntries(
    std::shared_ptr<const ByteSource> archive, std::vector<ZipEntry> entries);

} // namespace aq
