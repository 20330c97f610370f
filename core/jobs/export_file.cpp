#include "core/base/job_gate.h"
#include "core/io/output_file.h"
#include "core/jobs/job.h"
#include "core/jobs/preflight.h"
#include "core/validate/tile_span.h"

#include <algorithm>

namespace aq {
namespace {

Result<void> copyAll(const ByteSource& from, OutputFile& to, const JobControl& control)
{
    std::vector<std::byte> buffer(std::size_t(std::min(copyBytes, from.size())));
    for (std::int64_t done = 0; done < from.size();) {
        const bool mayGoOn = !control.gate || control.gate->waitForTurn(0, control.cancelled);
        if (!mayGoOn || control.cancelled())
            return Error{ErrorCode::Cancelled, QStringLiteral("cancelled"), to.target()};
        const auto piece = std::span(buffer).first(
            std::size_t(std::min<std::int64_t>(copyBytes, from.size() - done)));
        if (const auto read = from.read(done, piece); !read)
            return read.error();
        if (const auto written = to.write(done, piece); !written)
            return written.error();
        done += std::int64_t(piece.size());
        control.progress({done, from.size(), QStringLiteral("export"), {}});
    }
    return to.finish(from.size());
}

} // namespace

Result<void> exportFile(
    const QString& from, const QString& to, bool overwrite, const JobControl& control)
{
    if (sameFile(from, to))
        return Error{
            ErrorCode::WriteFailed, QStringLiteral("is the file that is to be exported"), to};
    const auto source = openFile(from);
    if (!source)
        return source.error();
    if (const auto fits = checkTarget(to, overwrite, (*source)->size()); !fits)
        return fits.error();
    auto target = OutputFile::create(to, overwrite);
    if (!target)
        return target.error();
    if (const auto copied = copyAll(**source, **target, control); !copied)
        return copied.error();
    return (*target)->commit();
}

} // namespace aq
