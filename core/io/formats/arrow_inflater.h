#pragma once
#include "core/io/formats/arrow_decoder.h"

namespace aq {

/// A buffer as it lies in the file.
struct ArrowRun {
    std::int64_t offset
        = 0; ///< Of the first byte behind the length that compressed ones begin with.
    std::int64_t packed = 0; ///< Bytes there.
    std::int64_t bytes = 0;  ///< That they hold; `packed` if not compressed.
    ArrowCodec codec = ArrowCodec::None;
};

/// Decompresses a buffer from its first byte to its last. Needs memory for a piece of the input.
class ArrowInflater {
public:
    /// @pre `run` is compressed; `file` and `decoder` live as long as this
    ArrowInflater(const ByteSource& file, const ArrowRun& run, ArrowDecoder& decoder);

    std::int64_t position() const { return m_made; } ///< Bytes made so far.
    /// Fills `into` with the next bytes. With the last of the run the frame must end, and nothing
    /// may follow: Corrupt. @pre no more than are left
    Result<void> read(MutableBytes into);

private:
    Result<void> fill(); ///< Input, unless there is some.
    Result<void> finish();

    const ByteSource& m_file;
    ArrowRun m_run;
    ArrowDecoder& m_decoder;
    std::vector<std::byte> m_piece;
    Bytes m_input;            ///< What is left of it.
    std::int64_t m_taken = 0; ///< Bytes read of the run.
    std::int64_t m_made = 0;
    bool m_frameEnded = false;
};

} // namespace aq
