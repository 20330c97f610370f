#include "tests/support/c_arrays.h"

#include <algorithm>

namespace aq::test {
namespace {

/// What a struct that is handed out points to.
template <typename T>
struct Holder {
    Holder(const CArrayData& described, ProducerCount& counted)
        : name(described.name)
        , format(described.format)
        , metadata(described.metadata)
        , ownBuffers(described.buffers)
        , count(&counted)
    {
    }
    std::string name, format, metadata;
    std::vector<CBuffer> ownBuffers; ///< Children have theirs.
    ProducerCount* count;
    std::vector<T> children = {};
    std::vector<T*> childPointers = {};
    T dictionary{};
    std::vector<const void*> buffers = {};
};

template <typename T>
void release(T* released)
{
    auto* holder = static_cast<Holder<T>*>(released->private_data);
    for (T& child : holder->children)
        if (child.release)
            child.release(&child);
    if (holder->dictionary.release)
        holder->dictionary.release(&holder->dictionary);
    holder->count->released += 1;
    delete holder;
    released->release = nullptr;
}

/// What schemas and arrays have in common: children, dictionary, release.
template <typename T, typename Make>
Holder<T>* fill(T& out, const CArrayData& array, ProducerCount& count, Make make)
{
    auto* holder = new Holder<T>(array, count);
    count.made += 1;
    for (const CArrayData& child : array.children)
        holder->children.push_back(make(child, count));
    for (T& child : holder->children)
        holder->childPointers.push_back(&child);
    if (array.dictionary) {
        holder->dictionary = make(*array.dictionary, count);
        out.dictionary = &holder->dictionary;
    }
    out.n_children = std::int64_t(holder->children.size());
    out.children = holder->childPointers.data();
    out.release = release<T>;
    out.private_data = holder;
    return holder;
}

struct StreamHolder {
    CArrayData schema;
    std::vector<CArrayData> batches;
    ProducerCount* count;
    StreamFault fault;
    std::size_t next = 0;
};

StreamHolder& holderOf(ArrowArrayStream* stream)
{
    return *static_cast<StreamHolder*>(stream->private_data);
}

int streamSchema(ArrowArrayStream* stream, ArrowSchema* out)
{
    const StreamHolder& holder = holderOf(stream);
    if (holder.fault.schemaError != 0)
        return holder.fault.schemaError;
    *out = schemaOf(holder.schema, *holder.count);
    return 0;
}

int nextBatch(ArrowArrayStream* stream, ArrowArray* out)
{
    StreamHolder& holder = holderOf(stream);
    if (holder.fault.batchError != 0 && holder.next == holder.fault.atBatch)
        return holder.fault.batchError;
    if (holder.next == holder.batches.size()) {
        *out = {};
        return 0;
    }
    *out = arrayOf(holder.batches[holder.next], *holder.count);
    holder.batches[holder.next++] = {}; // The batch alone keeps its buffers.
    return 0;
}

const char* lastError(ArrowArrayStream* stream) { return holderOf(stream).fault.message; }

void releaseStream(ArrowArrayStream* stream)
{
    holderOf(stream).count->released += 1;
    delete static_cast<StreamHolder*>(stream->private_data);
    stream->release = nullptr;
}

template <typename Offset>
CBuffer offsetsOf(const std::vector<std::int64_t>& sizes)
{
    std::vector<Offset> offsets{0};
    for (const std::int64_t size : sizes)
        offsets.push_back(Offset(offsets.back() + size));
    return bufferOf(offsets);
}

} // namespace

CBuffer bitmapOf(const std::vector<bool>& valid)
{
    std::vector<std::uint8_t> bytes((valid.size() + 7) / 8);
    for (std::size_t i = 0; i < valid.size(); ++i)
        if (valid[i])
            bytes[i / 8] = std::uint8_t(bytes[i / 8] | 1u << (i % 8));
    return bufferOf(bytes);
}

CArrayData withNulls(
    CArrayData array, std::initializer_list<std::int64_t> nulls, std::int64_t nullCount)
{
    std::vector<bool> valid(std::size_t(array.offset + array.length), true);
    for (const std::int64_t value : nulls)
        valid[std::size_t(array.offset + value)] = false;
    array.buffers[0] = bitmapOf(valid);
    array.nullCount = nullCount;
    return array;
}

CArrayData slice(CArrayData array, std::int64_t first, std::int64_t length)
{
    array.offset += first;
    array.length = length;
    array.nullCount = array.nullCount == 0 ? 0 : -1;
    return array;
}

CArrayData textColumn(
    const char* name, const std::vector<std::optional<std::string>>& values, const char* format)
{
    std::vector<std::int64_t> sizes;
    std::vector<char> bytes;
    std::vector<bool> valid;
    bool nulls = false;
    for (const auto& value : values) {
        const std::string text = value.value_or("");
        bytes.insert(bytes.end(), text.begin(), text.end());
        sizes.push_back(std::int64_t(text.size()));
        valid.push_back(value.has_value());
        nulls = nulls || !value;
    }
    const bool wide = *format == 'U' || *format == 'Z';
    return {.name = name,
        .format = format,
        .length = std::int64_t(values.size()),
        .nullCount = nulls ? -1 : 0,
        .buffers = {nulls ? bitmapOf(valid) : nullptr,
            wide ? offsetsOf<std::int64_t>(sizes) : offsetsOf<std::int32_t>(sizes),
            bufferOf(bytes)}};
}

CArrayData viewColumn(const char* name, const std::vector<std::optional<std::string>>& values)
{
    struct View {
        std::int32_t length = 0;
        char text[12] = {}; ///< Or four bytes of it, the buffer, and where in it.
    };
    std::vector<View> views;
    std::vector<char> data[2];
    std::vector<bool> valid;
    for (const auto& value : values) {
        const std::string text = value.value_or("");
        View& view = views.emplace_back();
        view.length = std::int32_t(text.size());
        std::memcpy(view.text, text.data(), std::min<std::size_t>(text.size(), 12));
        if (text.size() > 12) {
            const std::int32_t place[]
                = {std::int32_t(views.size() % 2), std::int32_t(data[views.size() % 2].size())};
            std::memcpy(view.text + 4, place, sizeof(place));
            data[place[0]].insert(data[place[0]].end(), text.begin(), text.end());
        }
        valid.push_back(value.has_value());
    }
    const std::vector<std::int64_t> sizes{
        std::int64_t(data[0].size()), std::int64_t(data[1].size())};
    return {.name = name,
        .format = "vu",
        .length = std::int64_t(values.size()),
        .nullCount = -1,
        .buffers = {bitmapOf(valid), bufferOf(views), bufferOf(data[0]), bufferOf(data[1]),
            bufferOf(sizes)}};
}

CArrayData listColumn(
    const char* name, const std::vector<std::int64_t>& sizes, CArrayData items, ListForm form)
{
    CArrayData list{.name = name, .format = "+l", .length = std::int64_t(sizes.size())};
    list.buffers = {nullptr, offsetsOf<std::int32_t>(sizes)};
    if (form == ListForm::Large) {
        list.format = "+L";
        list.buffers[1] = offsetsOf<std::int64_t>(sizes);
    } else if (form == ListForm::Fixed) {
        list.format = "+w:" + std::to_string(sizes.empty() ? 0 : sizes[0]);
        list.buffers.pop_back();
    }
    list.children.push_back(std::move(items));
    return list;
}

CArrayData tableOf(std::vector<CArrayData> columns)
{
    CArrayData table{.name = "", .format = "+s", .buffers = {nullptr}};
    table.length = columns.empty() ? 0 : columns[0].length;
    table.children = std::move(columns);
    return table;
}

ArrowSchema schemaOf(const CArrayData& array, ProducerCount& count)
{
    ArrowSchema schema{};
    const auto* holder = fill(schema, array, count, schemaOf);
    schema.format = holder->format.c_str();
    schema.name = holder->name.c_str();
    schema.metadata = holder->metadata.empty() ? nullptr : holder->metadata.data();
    schema.flags = ARROW_FLAG_NULLABLE;
    return schema;
}

ArrowArray arrayOf(const CArrayData& array, ProducerCount& count)
{
    ArrowArray out{};
    auto* holder = fill(out, array, count, arrayOf);
    for (const CBuffer& buffer : holder->ownBuffers)
        holder->buffers.push_back(buffer ? buffer->data() : nullptr);
    out.length = array.length;
    out.null_count = array.nullCount;
    out.offset = array.offset;
    out.n_buffers = std::int64_t(array.buffers.size());
    out.buffers = holder->buffers.data();
    return out;
}

ArrowArrayStream streamOf(std::vector<CArrayData> batches, ProducerCount& count, StreamFault fault)
{
    CArrayData schema = batches.at(0);
    return streamOf(std::move(schema), std::move(batches), count, fault);
}

ArrowArrayStream streamOf(
    CArrayData schema, std::vector<CArrayData> batches, ProducerCount& count, StreamFault fault)
{
    count.made += 1;
    return {streamSchema, nextBatch, lastError, releaseStream,
        new StreamHolder{std::move(schema), std::move(batches), &count, fault}};
}

} // namespace aq::test
