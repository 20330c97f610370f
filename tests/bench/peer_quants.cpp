#include "tests/bench/peer_quants.h"

#include <QByteArray>
#include <array>
#include <cstring>

using namespace aq;

namespace {

/// Numbers of the types as files hold them: they never change. The library is not asked for names
/// of others, since it does not check the number.
struct Type {
    const char* id;
    int number;
};
constexpr std::array types{Type{"f16", 1}, Type{"q4_0", 2}, Type{"q4_1", 3}, Type{"q5_0", 6},
    Type{"q5_1", 7}, Type{"q8_0", 8}, Type{"q2_k", 10}, Type{"q3_k", 11}, Type{"q4_k", 12},
    Type{"q5_k", 13}, Type{"q6_k", 14}, Type{"iq4_nl", 20}, Type{"iq4_xs", 23}, Type{"bf16", 30}};

Error unsupported(const QString& path, const QString& detail)
{
    return {ErrorCode::Unsupported, detail, path};
}

} // namespace

Result<PeerQuants> PeerQuants::open(const QString& path)
{
    PeerQuants peer;
    peer.m_library = std::make_shared<QLibrary>(path);
    if (!peer.m_library->load())
        return Error{ErrorCode::NotReadable, peer.m_library->errorString(), path};
    const char* missing = nullptr;
    const auto find = [&](auto& function, const char* name) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(
            peer.m_library->resolve(name));
        missing = function ? missing : name;
    };
    find(peer.m_typeName, "ggml_type_name");
    find(peer.m_traits, "ggml_get_type_traits");
    find(peer.m_blockElements, "ggml_blck_size");
    find(peer.m_blockBytes, "ggml_type_size");
    find(peer.m_rowSize, "ggml_row_size");
    find(peer.m_initialize, "ggml_quantize_init");
    find(peer.m_quantize, "ggml_quantize_chunk");
    if (missing)
        return unsupported(path, QStringLiteral("no function %1").arg(QLatin1StringView(missing)));
    if (!peer.isAsDeclared())
        return unsupported(path, QStringLiteral("its ggml_type_traits are laid out differently"));
    return peer;
}

/// What the structure says must be what the functions say.
bool PeerQuants::isAsDeclared() const
{
    for (const char* id : {"q4_0", "q8_0", "q4_k", "q6_k"}) {
        const auto type = typeNamed(id);
        if (!type)
            return false;
        const Traits& traits = *m_traits(*type);
        if (traits.name != m_typeName(*type) || traits.blockElements != m_blockElements(*type)
            || traits.blockBytes != m_blockBytes(*type) || !traits.isQuantized)
            return false;
    }
    return true;
}

std::optional<int> PeerQuants::typeNamed(const char* id) const
{
    for (const Type& type : types)
        if (std::strcmp(type.id, id) == 0 && qstricmp(m_typeName(type.number), id) == 0)
            return type.number;
    return {};
}

std::int64_t PeerQuants::rowBytes(int type, std::int64_t columns) const
{
    m_initialize(type);
    return std::int64_t(m_rowSize(type, columns));
}

void PeerQuants::encode(int type, std::span<const float> x, std::int64_t columns,
    std::span<const float> importance, MutableBytes out) const
{
    m_quantize(type, x.data(), out.data(), 0, std::int64_t(x.size()) / columns, columns,
        importance.empty() ? nullptr : importance.data());
}

void PeerQuants::decode(int type, Bytes in, std::span<float> x) const
{
    m_traits(type)->toFloat(in.data(), x.data(), std::int64_t(x.size()));
}
