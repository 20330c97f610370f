#include "core/jobs/picture_job.h"

#include "core/analysis/picture_builder.h"
#include "core/base/printable.h"
#include "core/jobs/picture_parts.h"
#include "core/jobs/progress_throttle.h"
#include "core/jobs/source_error.h"
#include "core/jobs/tile_worker.h"
#include "core/validate/comparison.h"

#include <QPromise>
#include <QtConcurrent/QtConcurrentRun>
#include <algorithm>
#include <exception>

namespace aq {
namespace {

using Use = PictureBuilder::Use;

Error cancelled()
{
    return {ErrorCode::Cancelled, QStringLiteral("the picture was cancelled"), {}};
}

QString typeOf(const TensorInfo& tensor)
{
    const Scheme* scheme = tensor.encoding ? schemeNamed(tensor.encoding->scheme) : nullptr;
    return QLatin1StringView(scheme ? scheme->title : nameOf(tensor.dtype));
}

/// Where a plan is asked about without its target: one that takes its scheme.
const Target& targetFor(const PictureRequest& request)
{
    if (request.target)
        return *request.target;
    const auto takes = [&](const Target& target) {
        return !target.decoded
            && QLatin1StringView(target.family) == QLatin1StringView(request.plan->scheme->family);
    };
    const auto found = std::ranges::find_if(targets(), takes);
    return found == targets().end() ? targets().front() : *found;
}

bool needsRange(const TensorTask& task)
{
    return task.scheme && task.scheme->blockElements == 0 && task.options.groupSize == 0;
}

/// One picture on its way: which values are compared, and both passes over them.
class Picturing {
public:
    Picturing(const PictureRequest& request, const JobControl& control);
    Result<TensorPicture> run();

private:
    enum class Mode : std::uint8_t { Original, Kept, Planned, Written };

    Result<void> prepare();
    Result<void> prepareWritten();
    Result<void> preparePlanned();
    void countWork();

    Result<void> firstPass();
    Result<void> secondPass();
    Result<void> pass();
    Result<void> readAlone(const PicturePart& part);
    Result<void> readBoth(const PicturePart& part);
    Result<void> encode(const PicturePart& part);
    Result<void> findRange();
    bool takesAnotherWay(const Error& error);

    Result<void> proceed(std::int64_t elements);
    Error located(const Error& error) const { return locatedAt(m_request.source, m_tensor, error); }
    TensorPicture finished() const;

    const PictureRequest& m_request;
    const JobControl& m_control;
    const TensorInfo& m_tensor;
    Mode m_mode = Mode::Original;
    QString m_scheme, m_problem;
    Matrix m_matrix; ///< Rows that are read at once; the picture's own may be others.
    TensorTask m_task;
    const TensorInfo* m_written = nullptr;
    bool m_canBeKept = false;
    bool m_scaleDoesNotFit = false; ///< Why the last pass ended.
    std::optional<TensorRange> m_range;

    PicturePlan m_parts;
    PictureBuilder m_builder;
    LoadedPiece m_before, m_after;
    TileWorker m_worker;
    Use m_use = Use::Both; ///< Of the part that the worker is at.
    std::vector<float> m_x, m_y;
    std::int64_t m_elementsDone = 0, m_elementsTotal = 0;
};

PictureGrain grainOf(const PictureRequest& request)
{
    return {request.bins, request.mostChannels, request.cells, request.firstRow, request.rows,
        request.firstColumn, request.columns};
}

Picturing::Picturing(const PictureRequest& request, const JobControl& control)
    : m_request(request)
    , m_control(control)
    , m_tensor(request.source.header().tensors[std::size_t(request.tensor)])
    , m_builder(matrixOf(m_tensor.shape), grainOf(request))
    , m_before(request.source)
    , m_after(request.written)
    , m_worker(request.source, nullptr)
{
    m_worker.setLook([this](std::int64_t first, std::span<const float> x,
                         std::span<const float> y) { m_builder.add(first, x, y, m_use); });
}

Result<TensorPicture> Picturing::run()
{
    if (auto ready = prepare(); !ready)
        return located(ready.error());
    m_parts = picturePlan(m_matrix, matrixOf(m_tensor.shape), m_request);
    countWork();
    if (auto done = firstPass(); !done)
        return done.error().code == ErrorCode::Cancelled ? done.error() : located(done.error());
    if (auto done = secondPass(); !done)
        return done.error().code == ErrorCode::Cancelled ? done.error() : located(done.error());
    return finished();
}

Result<void> Picturing::prepare()
{
    if (!isFloat(m_tensor.dtype))
        return Error{ErrorCode::Unsupported,
            QStringLiteral("%1 cannot be read as floats")
                .arg(QLatin1StringView(nameOf(m_tensor.dtype))),
            {}};
    if (const QString problem = undecodable(m_tensor); !problem.isEmpty())
        return Error{ErrorCode::Unsupported, problem, {}};
    m_matrix = codingMatrix(m_tensor);
    if (m_request.written)
        return prepareWritten();
    if (!m_request.plan)
        return {};
    if (m_request.plan->scheme)
        return preparePlanned();
    m_mode = Mode::Kept;
    m_scheme = typeOf(m_tensor);
    return {};
}

Result<void> Picturing::prepareWritten()
{
    const ModelHeader& theirs = m_request.written.header();
    for (const TensorPair& pair : pairUp(m_request.source.header(), theirs)) {
        if (pair.original != &m_tensor || !pair.written)
            continue;
        const auto rows = commonRows(m_tensor, *pair.written);
        const QString problem
            = pair.mismatch.isEmpty() ? undecodable(*pair.written) : pair.mismatch;
        if (!problem.isEmpty() || !rows)
            return Error{ErrorCode::Unsupported,
                problem.isEmpty() ? QStringLiteral("no rows in common") : problem,
                m_request.written.path()};
        m_mode = Mode::Written;
        m_matrix = *rows;
        m_written = pair.written;
        m_canBeKept = pair.canBeKept;
        m_scheme = typeOf(*pair.written);
        return {};
    }
    return Error{ErrorCode::InvalidPlan, QStringLiteral("is not in the written file"),
        m_request.written.path()};
}

Result<void> Picturing::preparePlanned()
{
    const auto task = quantizeTask(m_request.source.header(), std::size_t(m_request.tensor),
        *m_request.plan, targetFor(m_request), m_request.importance.get());
    if (!task) { // Its own values can be seen all the same.
        m_problem = task.error().detail;
        return {};
    }
    m_task = *task;
    m_matrix = taskMatrix(m_task);
    m_mode = Mode::Planned;
    m_scheme = QLatin1StringView(m_request.plan->scheme->title);
    return {};
}

void Picturing::countWork()
{
    for (const PicturePart& part : m_parts.parts) {
        const bool isTwice = !m_request.mapsOnly && part.use != Use::Maps;
        m_elementsTotal += part.span.elements() * (isTwice ? 2 : 1);
    }
    if (m_mode == Mode::Planned && needsRange(m_task))
        m_elementsTotal
            += m_matrix.elements() * TensorRangeSearch(*m_task.scheme, m_task.options, 0).passes();
}

/// Counts work as done, and stops it when that is wished.
Result<void> Picturing::proceed(std::int64_t elements)
{
    if (m_control.cancelled())
        return cancelled();
    m_elementsDone = std::min(m_elementsDone + elements, m_elementsTotal);
    const double bytes
        = double(m_tensor.bytes()) / double(std::max<std::int64_t>(1, m_matrix.elements()));
    m_control.progress({.bytesDone = std::int64_t(bytes * double(m_elementsDone)),
        .bytesTotal = std::int64_t(bytes * double(m_elementsTotal)),
        .stage = QStringLiteral("picture"),
        .tensor = m_tensor.name});
    return {};
}

Result<void> Picturing::firstPass()
{
    for (const PicturePart& part : m_parts.parts) {
        if (part.use == Use::Maps)
            continue;
        if (auto loaded = m_before.load(m_tensor, m_matrix, part.span); !loaded)
            return loaded;
        for (const TileSpan& strip : cut(part.span.matrix(), stripElements)) {
            m_x.resize(std::size_t(strip.elements()));
            m_before.toFloats(strip, m_x);
            m_builder.addRange(m_x);
        }
        if (auto on = proceed(part.span.elements()); !on)
            return on;
    }
    m_builder.endRange();
    return {};
}

/// Where a plan does not fit the values, the next way is tried as a job would, and in the end the
/// original is shown alone.
Result<void> Picturing::secondPass()
{
    for (;;) {
        auto done = pass();
        if (done || !takesAnotherWay(done.error()))
            return done;
        m_builder.dropSecondPass();
    }
}

bool Picturing::takesAnotherWay(const Error& error)
{
    if (m_mode != Mode::Planned || error.code != ErrorCode::Unsupported)
        return false;
    if (m_scaleDoesNotFit && m_task.wider) {
        m_task.options = *std::exchange(m_task.wider, std::nullopt);
        return true;
    }
    m_mode = Mode::Original;
    m_problem = error.detail;
    m_scheme.clear();
    return true;
}

Result<void> Picturing::pass()
{
    if (m_mode == Mode::Planned) {
        if (auto found = findRange(); !found)
            return found;
    }
    for (const PicturePart& part : m_parts.parts) {
        m_use = part.use;
        auto done = m_mode == Mode::Planned ? encode(part)
            : m_mode == Mode::Written       ? readBoth(part)
                                            : readAlone(part);
        if (!done)
            return done;
        if (auto on = proceed(part.span.elements()); !on)
            return on;
    }
    return {};
}

Result<void> Picturing::readAlone(const PicturePart& part)
{
    if (auto loaded = m_before.load(m_tensor, m_matrix, part.span); !loaded)
        return loaded;
    for (const TileSpan& strip : cut(part.span.matrix(), stripElements)) {
        m_x.resize(std::size_t(strip.elements()));
        m_before.toFloats(strip, m_x);
        m_builder.add(firstElement(m_matrix, part.span, strip), m_x,
            m_mode == Mode::Kept ? std::span<const float>(m_x) : std::span<const float>(),
            part.use);
    }
    return {};
}

Result<void> Picturing::readBoth(const PicturePart& part)
{
    if (auto loaded = m_before.load(m_tensor, m_matrix, part.span); !loaded)
        return loaded;
    if (auto loaded = m_after.load(*m_written, m_matrix, part.span); !loaded)
        return loaded.error().in(m_request.written.path());
    for (const TileSpan& strip : cut(part.span.matrix(), stripElements)) {
        m_x.resize(std::size_t(strip.elements()));
        m_y.resize(m_x.size());
        m_before.toFloats(strip, m_x);
        m_after.toFloats(strip, m_y);
        m_builder.add(firstElement(m_matrix, part.span, strip), m_x, m_y, part.use);
    }
    return {};
}

Result<void> Picturing::encode(const PicturePart& part)
{
    const TileResult result
        = m_worker.process(m_task, part.span, {}, m_range ? &*m_range : nullptr);
    m_scaleDoesNotFit = result.scaleDoesNotFit;
    return result.error ? Result<void>(*result.error) : Result<void>();
}

/// Of the whole tensor, also where only a part is shown: its one scale follows from all of it.
Result<void> Picturing::findRange()
{
    m_range.reset();
    if (!needsRange(m_task))
        return {};
    const std::vector<TileSpan> tiles = cut(m_matrix, tileElements);
    TensorRangeSearch search(*m_task.scheme, m_task.options, std::int64_t(tiles.size()));
    m_scaleDoesNotFit = false;
    for (int pass = 0; pass < search.passes(); ++pass) {
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            if (auto added = m_worker.addToRange(m_task, tiles[i], pass, std::int64_t(i), search);
                !added)
                return added;
            if (auto on = proceed(tiles[i].elements()); !on)
                return on;
        }
        search.endPass(pass);
    }
    const auto range = search.range();
    m_scaleDoesNotFit = !range;
    if (!range)
        return range.error();
    m_range = *range;
    return {};
}

TensorPicture Picturing::finished() const
{
    using Decoded = PictureBuilder::Decoded;
    TensorPicture picture = m_builder.picture(m_mode == Mode::Original ? Decoded::None
            : m_mode == Mode::Kept                                     ? Decoded::Kept
                                                                       : Decoded::Given);
    if (m_mode == Mode::Written)
        picture.isKept = m_canBeKept && picture.sums.dd == 0;
    picture.name = m_tensor.name;
    picture.scheme = m_scheme;
    picture.problem = m_problem;
    picture.isSampled = m_parts.isSampled;
    picture.sampledRows = m_parts.sampledRows;
    return picture;
}

Pictured pictured(const PictureRequest& request, const JobControl& control)
{
    try {
        return {pictureOf(request, control)};
    } catch (const std::bad_alloc&) {
        return {Error{ErrorCode::Internal, QStringLiteral("not enough memory"), {}}};
    } catch (const std::exception& bug) {
        return {Error{ErrorCode::Internal, QString::fromUtf8(bug.what()), {}}};
    }
}

} // namespace

Result<TensorPicture> pictureOf(const PictureRequest& request, const JobControl& control)
{
    return Picturing(request, control).run();
}

QFuture<Pictured> startPicture(QThreadPool& pool, PictureRequest request)
{
    return QtConcurrent::run(&pool, [request = std::move(request)](QPromise<Pictured>& promise) {
        promise.setProgressRange(0, 1000);
        ProgressThrottle throttle([&](const Progress& progress) {
            if (progress.bytesTotal > 0)
                promise.setProgressValueAndText(
                    int(1000 * progress.bytesDone / progress.bytesTotal), progress.tensor);
        });
        JobControl control;
        control.cancelled = [&] { return promise.isCanceled(); };
        control.progress = [&](const Progress& progress) { throttle.add(progress); };
        promise.addResult(pictured(request, control));
    });
}

} // namespace aq
