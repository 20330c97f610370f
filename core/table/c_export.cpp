#include "core/table/c_export.h"

#include <array>

namespace aq {
namespace {

/// What an exported schema points to. Dies with its release, and takes along the children that
/// nobody has moved out.
struct FieldHolder {
    std::string name, format;
    std::vector<ArrowSchema> children;
    std::vector<ArrowSchema*> childPointers;

    explicit FieldHolder(const OwnedField& field)
        : name(field.name)
        , format(field.format)
        , children(field.children.size())
        , childPointers(field.children.size())
    {
    }
    FieldHolder(const FieldHolder&) = delete;
    FieldHolder& operator=(const FieldHolder&) = delete;
    ~FieldHolder()
    {
        for (ArrowSchema& child : children)
            if (child.release)
                child.release(&child);
    }
};

/// Likewise for an array; its buffers are shared with whoever else holds them.
struct ArrayHolder {
    std::vector<std::shared_ptr<const TableBuffer>> buffers;
    std::vector<const void*> bufferPointers;
    std::vector<ArrowArray> children;
    std::vector<ArrowArray*> childPointers;

    explicit ArrayHolder(OwnedArray& array)
        : buffers(std::move(array.buffers))
        , bufferPointers(buffers.size())
        , children(array.children.size())
        , childPointers(array.children.size())
    {
    }
    ArrayHolder(const ArrayHolder&) = delete;
    ArrayHolder& operator=(const ArrayHolder&) = delete;
    ~ArrayHolder()
    {
        for (ArrowArray& child : children)
            if (child.release)
                child.release(&child);
    }
};

void releaseField(ArrowSchema* field)
{
    delete static_cast<FieldHolder*>(field->private_data);
    *field = {};
}

void releaseArray(ArrowArray* array)
{
    delete static_cast<ArrayHolder*>(array->private_data);
    *array = {};
}

/// What is pointed to where there are no bytes. The format allows null then, but not every consumer
/// does, and the offsets of no rows are one zero.
alignas(64) constexpr std::array<std::byte, 64> noBytes{};

/// The buffers of `holder`, without the validity where nothing is null.
void pointToBuffers(ArrayHolder& holder)
{
    for (std::size_t i = 0; i < holder.buffers.size(); ++i) {
        const auto& buffer = holder.buffers[i];
        const void* data = buffer ? buffer->bytes().data() : nullptr;
        holder.bufferPointers[i] = data || i == 0 ? data : noBytes.data();
    }
}

} // namespace

void exportField(const OwnedField& field, ArrowSchema* out)
{
    auto holder = std::make_unique<FieldHolder>(field);
    for (std::size_t i = 0; i < field.children.size(); ++i) {
        exportField(field.children[i], &holder->children[i]);
        holder->childPointers[i] = &holder->children[i];
    }
    *out = {};
    out->format = holder->format.c_str();
    out->name = holder->name.c_str();
    out->flags = field.nullable ? ARROW_FLAG_NULLABLE : 0;
    out->n_children = std::int64_t(holder->children.size());
    out->children = holder->children.empty() ? nullptr : holder->childPointers.data();
    out->release = releaseField;
    out->private_data = holder.release();
}

void exportArray(OwnedArray array, ArrowArray* out)
{
    auto holder = std::make_unique<ArrayHolder>(array);
    pointToBuffers(*holder);
    for (std::size_t i = 0; i < array.children.size(); ++i) {
        exportArray(std::move(array.children[i]), &holder->children[i]);
        holder->childPointers[i] = &holder->children[i];
    }
    *out = {};
    out->length = array.length;
    out->null_count = !holder->buffers.empty() && holder->bufferPointers[0] ? -1 : 0;
    out->n_buffers = std::int64_t(holder->bufferPointers.size());
    out->buffers = holder->bufferPointers.data();
    out->n_children = std::int64_t(holder->children.size());
    out->children = holder->children.empty() ? nullptr : holder->childPointers.data();
    out->release = releaseArray;
    out->private_data = holder.release();
}

} // namespace aq
