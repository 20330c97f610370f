#include "core/jobs/source_hash.h"

#include <QStringList>
#include <openssl/evp.h>

namespace aq {
namespace {

constexpr qsizetype hexDigits = 64;
constexpr std::int64_t pieceBytes = 1 << 20;

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

Error failed()
{
    return {ErrorCode::Internal, QStringLiteral("SHA-256 could not be computed"), {}};
}

} // namespace

SourceHash::SourceHash(const ModelSource& source)
    : m_source(source)
    , m_thread([this] {
        QStringList hashes;
        for (const auto& part : m_source.opened().parts) {
            auto hash = hashOf(*part);
            if (!hash) {
                m_text = hash.error().in(m_source.path());
                return;
            }
            hashes << *hash;
        }
        m_text = hashes.join(u',');
    })
{
}

SourceHash::~SourceHash()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

Result<QString> SourceHash::text()
{
    if (m_thread.joinable())
        m_thread.join();
    return m_text;
}

QString SourceHash::placeholder(const ModelSource& source)
{
    return QStringList(qsizetype(source.opened().parts.size()), QString(hexDigits, u'0'))
        .join(u',');
}

Result<QString> SourceHash::hashOf(const ByteSource& bytes) const
{
    const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
        return failed();
    std::vector<std::byte> buffer(std::size_t(std::min(pieceBytes, bytes.size())));
    for (std::int64_t at = 0; at < bytes.size() && !m_stop; at += pieceBytes) {
        const auto piece
            = std::span(buffer).first(std::size_t(std::min(pieceBytes, bytes.size() - at)));
        if (auto read = bytes.read(at, piece); !read)
            return read.error();
        if (EVP_DigestUpdate(context.get(), piece.data(), piece.size()) != 1)
            return failed();
    }
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (EVP_DigestFinal_ex(context.get(), digest, &size) != 1)
        return failed();
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(digest), size).toHex());
}

} // namespace aq
