#pragma once
#include "core/base/result.h"
#include "core/io/byte_source.h"

#include <QLibrary>
#include <memory>
#include <optional>
#include <span>

/// The quantization functions of ggml, in a shared library of the person's own: nothing of it is
/// compiled or linked into this program. Called through the functions that its ggml.h declares.
class PeerQuants {
public:
    /// Opens libggml-base. Fails (Unsupported) when a function is missing or when the one public
    /// structure that is read here is laid out differently from what ggml 0.21 declares.
    static aq::Result<PeerQuants> open(const QString& path);

    /// Its number for a type, by our id ("q4_k"); nothing when it has none.
    std::optional<int> typeNamed(const char* id) const;
    std::int64_t rowBytes(int type, std::int64_t columns) const;

    /// Encodes whole rows of `columns`; `importance` is empty or one weight per column. `out` holds
    /// rows * rowBytes().
    void encode(int type, std::span<const float> x, std::int64_t columns,
        std::span<const float> importance, aq::MutableBytes out) const;
    void decode(int type, aq::Bytes in, std::span<float> x) const;

private:
    /// struct ggml_type_traits
    struct Traits {
        const char* name;
        std::int64_t blockElements;
        std::int64_t interleave;
        std::size_t blockBytes;
        bool isQuantized;
        void (*toFloat)(const void* in, float* out, std::int64_t count);
        void (*fromFloat)(const float* in, void* out, std::int64_t count);
    };

    PeerQuants() = default;
    bool isAsDeclared() const;

    std::shared_ptr<QLibrary> m_library;
    const char* (*m_typeName)(int type) = nullptr;
    const Traits* (*m_traits)(int type) = nullptr;
    std::int64_t (*m_blockElements)(int type) = nullptr;
    std::size_t (*m_blockBytes)(int type) = nullptr;
    std::size_t (*m_rowSize)(int type, std::int64_t elements) = nullptr;
    void (*m_initialize)(int type) = nullptr;
    std::size_t (*m_quantize)(int type, const float* x, void* out, std::int64_t start,
        std::int64_t rows, std::int64_t columns, const float* importance)
        = nullptr;
};
