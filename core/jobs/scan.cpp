#include "core/jobs/scan.h"

#include "core/jobs/scan_cache.h"
#include "core/jobs/scan_pass.h"
#include "core/jobs/source_hash.h"

#include <optional>

namespace aq {
namespace {

/// Empty: it could not be read, or the scan was cancelled before.
QString textOf(SourceHash& hash, const JobControl& control)
{
    const auto text = hash.text(control.cancelled);
    return text ? *text : QString();
}

/// A scan with a cache: what is known of the same content is not measured again. The content is
/// known by the files' stamps; else all is hashed while the scan goes on, or before it, when a
/// model of the same lengths is known.
Result<SensitivityPtr> scanRemembering(const ScanRequest& request, const JobControl& control)
{
    ScanCache cache(request.cache);
    const QList<FileStamp> stamps = stampsOf(request.source);
    QString content = cache.contentOf(stamps);
    std::optional<SourceHash> hash;
    if (content.isEmpty())
        hash.emplace(request.source, control.gate);
    if (hash && cache.knowsLengths(stamps)) {
        control.progress({0, request.source.fileBytes(), QStringLiteral("scan"), {}});
        content = textOf(*hash, control);
    }
    ScanMemory memory = content.isEmpty() ? ScanMemory() : cache.load(content);
    auto result = scanPass(request, control, memory);
    if (!result && result.error().code != ErrorCode::Cancelled)
        return result;
    if (content.isEmpty())
        content = textOf(*hash, control);
    if (!content.isEmpty() && areUnchanged(stamps))
        cache.save(content, stamps, memory);
    return result;
}

} // namespace

Result<SensitivityPtr> scanModel(const ScanRequest& request, const JobControl& control)
{
    if (!request.cache.isEmpty() && !stampsOf(request.source).isEmpty())
        return scanRemembering(request, control);
    ScanMemory memory;
    return scanPass(request, control, memory);
}

} // namespace aq
