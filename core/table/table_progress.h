#pragma once
#include <QString>
#include <cstdint>
#include <functional>

namespace aq {

/// How far a call over a table is. Bytes are those of the weights, whatever is done with them.
struct TableProgress {
    std::int64_t layersDone = 0, layersTotal = 0;
    std::int64_t bytesDone = 0, bytesTotal = 0;
    QString layer; ///< The one worked on; empty at the end.
};

/// What work on a table may ask of, and tell, the outside: both on the thread that called.
struct TableControl {
    std::function<bool()> cancelled = [] { return false; }; ///< Asked between tiles.
    /// At most ten times a second and once at the end; never goes back.
    std::function<void(const TableProgress&)> progress = [](const TableProgress&) {};
};

} // namespace aq
