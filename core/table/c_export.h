#pragma once
#include "core/io/byte_source.h"
#include "core/table/arrowquant.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace aq {

/// Memory that arrays share: 64-byte aligned, not filled with zeros, on huge pages where it is
/// large. Null for no bytes at all.
class TableBuffer {
public:
    static std::shared_ptr<TableBuffer> allocate(std::int64_t bytes); ///< Null: out of memory.
    ~TableBuffer();
    TableBuffer(const TableBuffer&) = delete;
    TableBuffer& operator=(const TableBuffer&) = delete;

    MutableBytes bytes() { return {m_data, m_bytes}; }
    Bytes bytes() const { return {m_data, m_bytes}; }

private:
    TableBuffer() = default;
    std::byte* m_data = nullptr;
    std::size_t m_bytes = 0;
};

/// A type with its name, to be handed out: format strings of the Arrow C data interface.
struct OwnedField {
    std::string name;
    std::string format; ///< "u", "+l", "+s"
    std::vector<OwnedField> children = {};
    bool nullable = false;
};

/// An array in buffers of ours, from offset 0; children as its field has them.
struct OwnedArray {
    std::int64_t length = 0;
    /// [0] is the validity: null, as there are no nulls, or a bitmap.
    std::vector<std::shared_ptr<const TableBuffer>> buffers = {};
    std::vector<OwnedArray> children = {};
};

/// Hand values out by the rules of the Arrow C data interface. Consumers may release the struct, or
/// move children out and release those later, in any order and on any thread; buffers go with the
/// last array that shares them. Nothing is copied: consumers read the bytes of the buffers. Only
/// std::bad_alloc is thrown.
void exportField(const OwnedField& field, ArrowSchema* out);
void exportArray(OwnedArray array, ArrowArray* out);
/// A stream of struct arrays ("+s"). Its batches outlive it.
void exportStream(OwnedField schema, std::deque<OwnedArray> batches, ArrowArrayStream* out);

} // namespace aq
