// Index files: weight_map and model_index.json of any bytes are read, or refused. No name that is
// accepted leads out of the folder.
#include "core/io/formats/diffusers_index.h"
#include "core/io/formats/shard_index.h"

#include <cstdlib>

using namespace aq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Bytes bytes = std::as_bytes(std::span(data, size));
    if (const auto index = parseShardIndex(bytes)) {
        for (const int shard : index->shardOf)
            if (shard < 0 || shard >= index->shards.size())
                std::abort();
        for (const QString& shard : index->shards)
            if (shard.isEmpty() || shard[0] == u'/'
                || shard.split(u'/').contains(QStringLiteral("..")))
                std::abort();
    }
    if (const auto index = parseDiffusersIndex(bytes))
        for (const auto& component : index->components)
            if (component.id.isEmpty() || component.id.contains(u'/')
                || component.id == QStringLiteral(".") || component.id == QStringLiteral(".."))
                std::abort();
    return 0;
}
