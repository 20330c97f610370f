#include "core/jobs/source_hash.h"

#include "core/base/job_gate.h"

#include <QStringList>
#include <chrono>
#include <openssl/evp.h>

namespace aq {
namespace {

constexpr qsizetype hexDigits = 64;
constexpr std::int64_t pieceBytes = 1 << 20;
constexpr std::chrono::milliseconds askAgain(50); ///< Whether the job was cancelled.

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

Error failed()
{
    return {ErrorCode::Internal, QStringLiteral("SHA-256 could not be computed"), {}};
}

} // namespace

SourceHash::SourceHash(const ModelSource& source, std::shared_ptr<JobGate> gate)
    : m_source(source)
    , m_gate(std::move(gate))
    , m_thread([this] {
        auto text = hashAll();
        const std::lock_guard lock(m_mutex);
        m_text = std::move(text);
        m_isDone.notify_all();
    })
{
}

SourceHash::~SourceHash()
{
    m_stop = true;
    if (m_gate)
        m_gate->wake();
    m_thread.join();
}

Result<QString> SourceHash::text(const std::function<bool()>& cancelled)
{
    std::unique_lock lock(m_mutex);
    while (!m_text) {
        lock.unlock();
        if (cancelled())
            return Error{ErrorCode::Cancelled, QStringLiteral("cancelled"), m_source.path()};
        lock.lock();
        m_isDone.wait_for(lock, askAgain, [&] { return m_text.has_value(); });
    }
    return *m_text;
}

QString SourceHash::placeholder(const ModelSource& source)
{
    return QStringList(qsizetype(source.opened().parts.size()), QString(hexDigits, u'0'))
        .join(u',');
}

bool SourceHash::mayGoOn() const
{
    const auto stopped = [&] { return m_stop.load(); };
    return !m_stop && (!m_gate || m_gate->waitForTurn(0, stopped));
}

Result<QString> SourceHash::hashAll() const
{
    QStringList hashes;
    for (const auto& part : m_source.opened().parts) {
        auto hash = hashOf(*part);
        if (!hash)
            return hash.error().in(m_source.path());
        hashes << *hash;
    }
    return hashes.join(u',');
}

Result<QString> SourceHash::hashOf(const ByteSource& bytes) const
{
    const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
        return failed();
    std::vector<std::byte> buffer(std::size_t(std::min(pieceBytes, bytes.size())));
    for (std::int64_t at = 0; at < bytes.size() && mayGoOn(); at += pieceBytes) {
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
