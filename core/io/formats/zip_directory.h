#pragma once
#include "core/io/byte_source.h"

#include <QByteArray>
#include <vector>

namespace aq {

/// One file in a zip archive.
struct ZipEntry {
    QByteArray name;              ///< Bytes as in the archive; never used as a path on disk.
    bool deflated = false;        ///< Else stored as it is.
    std::uint32_t crc = 0;        ///< CRC-32 of the contents.
    std::int64_t offset = 0;      ///< Of its (compressed) bytes from the start of the archive.
    std::int64_t packedBytes = 0; ///< Inside the archive, checked.
    std::int64_t bytes = 0;       ///< When unpacked; at most 1100 times packedBytes.
};

/// Reads the directory of a zip archive, in the archive's own order, with the 64-bit extensions.
/// Stricter than most: the end record ends the file, the directory ends at it, every local header
/// agrees with the directory, names are unique, and no two entries share bytes.
///
/// @return Corrupt: a rule is broken; Unsupported: encrypted, split, or neither stored nor deflate.
/// @see    PKWARE APPNOTE.TXT 6.3, sections 4.3 and 4.5.3.
Result<std::vector<ZipEntry>> readZipDirectory(const ByteSource& archive);

} // namespace aq
