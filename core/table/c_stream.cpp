#include "core/table/c_export.h"

#include <cerrno>
#include <new>

namespace aq {
namespace {

struct StreamHolder {
    OwnedField schema;
    std::deque<OwnedArray> batches; ///< Those still to come.
    const char* lastError = nullptr;
};

StreamHolder& holderOf(ArrowArrayStream* stream)
{
    return *static_cast<StreamHolder*>(stream->private_data);
}

/// Runs `produce`, which may find no memory: exceptions do not cross into C.
template <typename Produce>
int guarded(StreamHolder& holder, Produce produce)
{
    try {
        produce();
        holder.lastError = nullptr;
        return 0;
    } catch (const std::bad_alloc&) {
        holder.lastError = "out of memory";
        return ENOMEM;
    }
}

int streamSchema(ArrowArrayStream* stream, ArrowSchema* out)
{
    StreamHolder& holder = holderOf(stream);
    return guarded(holder, [&] { exportField(holder.schema, out); });
}

/// The next batch, or past the last one an array that is marked as released.
int nextBatch(ArrowArrayStream* stream, ArrowArray* out)
{
    StreamHolder& holder = holderOf(stream);
    return guarded(holder, [&] {
        if (holder.batches.empty()) {
            *out = {};
            return;
        }
        exportArray(
            holder.batches.front(), out); // A copy of pointers: after a failure it is there.
        holder.batches.pop_front();
    });
}

const char* lastError(ArrowArrayStream* stream) { return holderOf(stream).lastError; }

void releaseStream(ArrowArrayStream* stream)
{
    delete static_cast<StreamHolder*>(stream->private_data);
    *stream = {};
}

} // namespace

void exportStream(OwnedField schema, std::deque<OwnedArray> batches, ArrowArrayStream* out)
{
    auto holder
        = std::make_unique<StreamHolder>(StreamHolder{std::move(schema), std::move(batches)});
    *out = {streamSchema, nextBatch, lastError, releaseStream, holder.release()};
}

} // namespace aq
