#pragma once
#include "core/io/byte_source.h"

namespace aq {

/// How the buffers of a record batch are compressed.
enum class ArrowCodec : std::uint8_t { None, Lz4Frame, Zstd };

/// Decompresses frames, piece by piece, one behind the other as often as there is input.
class ArrowDecoder {
public:
    struct Step {
        std::size_t taken = 0; ///< Bytes of the input that are done with.
        std::size_t made = 0;  ///< Bytes of the output that were filled.
        bool frameEnded = false;
    };

    virtual ~ArrowDecoder() = default;
    virtual void reset() = 0; ///< Forgets the frame it is in.
    /// Goes on until either span is used up or a frame ends. Corrupt: the frame is damaged.
    virtual Result<Step> decode(Bytes in, MutableBytes out) = 0;
};

/// Null: out of memory. @pre not None
std::unique_ptr<ArrowDecoder> arrowDecoder(ArrowCodec codec);

/// The most bytes that `packed` bytes of whole frames can become. @pre not negative
std::int64_t mostDecoded(ArrowCodec codec, std::int64_t packed);

} // namespace aq
