#include "core/io/formats/arrow_decoder.h"

#include "core/io/refusal.h"

#include <limits>
#include <lz4frame.h>
#include <zstd.h>

namespace aq {
namespace {

// LZ4: a byte of a run's length stands for 255 at most. Zstandard: a block has at most 128 KiB and
// takes at least 4 bytes.
constexpr std::int64_t lz4Ratio = 255;
constexpr std::int64_t zstdRatio = 32768;

class Lz4Decoder final : public ArrowDecoder {
public:
    static std::unique_ptr<ArrowDecoder> create()
    {
        LZ4F_dctx* context = nullptr;
        if (LZ4F_isError(LZ4F_createDecompressionContext(&context, LZ4F_VERSION)))
            return nullptr;
        return std::unique_ptr<ArrowDecoder>(new Lz4Decoder(context));
    }
    ~Lz4Decoder() override { LZ4F_freeDecompressionContext(m_context); }
    Lz4Decoder(const Lz4Decoder&) = delete;
    Lz4Decoder& operator=(const Lz4Decoder&) = delete;

    void reset() override { LZ4F_resetDecompressionContext(m_context); }

    Result<Step> decode(Bytes in, MutableBytes out) override
    {
        Step step{in.size(), out.size(), false};
        const std::size_t status
            = LZ4F_decompress(m_context, out.data(), &step.made, in.data(), &step.taken, nullptr);
        if (LZ4F_isError(status))
            return corrupt(QStringLiteral("its LZ4 frame is damaged (%1)")
                               .arg(QLatin1StringView(LZ4F_getErrorName(status))));
        step.frameEnded = status == 0;
        return step;
    }

private:
    explicit Lz4Decoder(LZ4F_dctx* context)
        : m_context(context)
    {
    }
    LZ4F_dctx* m_context;
};

class ZstdDecoder final : public ArrowDecoder {
public:
    static std::unique_ptr<ArrowDecoder> create()
    {
        ZSTD_DStream* context = ZSTD_createDStream();
        return context ? std::unique_ptr<ArrowDecoder>(new ZstdDecoder(context)) : nullptr;
    }
    ~ZstdDecoder() override { ZSTD_freeDStream(m_context); }
    ZstdDecoder(const ZstdDecoder&) = delete;
    ZstdDecoder& operator=(const ZstdDecoder&) = delete;

    void reset() override { ZSTD_DCtx_reset(m_context, ZSTD_reset_session_only); }

    Result<Step> decode(Bytes in, MutableBytes out) override
    {
        ZSTD_inBuffer input{in.data(), in.size(), 0};
        ZSTD_outBuffer output{out.data(), out.size(), 0};
        const std::size_t status = ZSTD_decompressStream(m_context, &output, &input);
        if (ZSTD_isError(status))
            return corrupt(QStringLiteral("its Zstandard frame is damaged (%1)")
                               .arg(QLatin1StringView(ZSTD_getErrorName(status))));
        return Step{input.pos, output.pos, status == 0};
    }

private:
    explicit ZstdDecoder(ZSTD_DStream* context)
        : m_context(context)
    {
    }
    ZSTD_DStream* m_context; ///< Refuses frames that look back further than 128 MiB.
};

} // namespace

std::unique_ptr<ArrowDecoder> arrowDecoder(ArrowCodec codec)
{
    return codec == ArrowCodec::Zstd ? ZstdDecoder::create() : Lz4Decoder::create();
}

std::int64_t mostDecoded(ArrowCodec codec, std::int64_t packed)
{
    const std::int64_t ratio = codec == ArrowCodec::Zstd ? zstdRatio : lz4Ratio;
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    return packed > most / ratio ? most : packed * ratio;
}

} // namespace aq
