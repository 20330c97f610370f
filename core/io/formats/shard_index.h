#pragma once
#include "core/base/result.h"
#include "core/io/byte_source.h"

#include <QHash>
#include <QMap>
#include <QStringList>
#include <optional>

namespace aq {

/// What an index file says: which tensor lies in which shard.
struct ShardIndex {
    QMap<QString, QString> metadata;       ///< Texts only.
    std::optional<std::int64_t> totalSize; ///< metadata.total_size, bytes; never trusted.
    QHash<QString, int> shardOf;           ///< By tensor name: index into `shards`.
    QStringList shards;                    ///< Relative paths, sorted, each once.
};

/// Parses `*.index.json`: `{"metadata": {…}, "weight_map": {tensor: shard}}`. Duplicate names and
/// shard paths that could lead out of the folder by their text are refused; links are followed
/// wherever they lead. Rules: docs/formats/sharded.md.
Result<ShardIndex> parseShardIndex(Bytes text);

/// Empty, or what is wrong with a relative path that a file names: "..", a leading "/" or "~", an
/// empty part, "\", ":", a control character.
QString pathProblem(QStringView path);

} // namespace aq
