#include "core/jobs/fit_frame.h"

#include "core/fit/fit_parts.h"
#include "core/jobs/planned_file.h"

#include <QHash>
#include <algorithm>

namespace aq {
namespace {

/// Nothing in it needs an escape, so that all names of its length take as much.
bool isPlain(const QString& name)
{
    return std::ranges::all_of(name, [](QChar c) {
        return (c >= u'0' && c <= u'z' && c.isLetterOrNumber()) || c == u'.' || c == u'_'
            || c == u'-';
    });
}

/// Sizes of files of one tensor, of which many are alike.
class FrameSizes {
public:
    FrameSizes(const ModelHeader& header, const QuantPlan& plan)
        : m_header(header)
        , m_plan(plan)
        , m_format(outputFormat(plan))
    {
        // Places in the file have as many digits as in the whole one.
        m_ballast.shape = {std::max<std::int64_t>(plan.bytesAfter / 4096, 1), 1024};
    }
    /// Of the file with this tensor; only differences say something.
    std::optional<std::int64_t> of(std::size_t tensor, const TensorPlan& plan);
    /// That stands beside each: what a file says once, because it is quantized, is said always.
    bool setWitness(std::size_t tensor, const TensorPlan& plan);

private:
    std::optional<OutputTensor> outputFor(std::size_t tensor, const TensorPlan& plan) const;
    QByteArray keyOf(const OutputTensor& tensor) const;

    const ModelHeader& m_header;
    const QuantPlan& m_plan;
    const Format& m_format;
    OutputTensor m_ballast;
    std::optional<OutputTensor> m_witness;
    QHash<QByteArray, std::int64_t> m_known;
};

std::optional<OutputTensor> FrameSizes::outputFor(std::size_t tensor, const TensorPlan& plan) const
{
    const auto task = quantizeTask(m_header, tensor, plan, *m_plan.target);
    return task ? std::optional(outputOf(*task)) : std::nullopt;
}

bool FrameSizes::setWitness(std::size_t tensor, const TensorPlan& plan)
{
    m_witness = outputFor(tensor, plan);
    if (m_witness && !m_witness->encoding)
        m_witness.reset();
    return m_witness.has_value();
}

QByteArray FrameSizes::keyOf(const OutputTensor& tensor) const
{
    const bool plain = isPlain(tensor.name);
    QByteArray key = plain ? QByteArray::number(tensor.name.size()) : tensor.name.toUtf8();
    key += plain ? '\0' : '\1';
    key += char(tensor.dtype);
    const auto add = [&](const Shape& shape) {
        for (const std::int64_t extent : shape)
            key += QByteArray::number(qint64(extent)) + ',';
        key += '\0';
    };
    add(tensor.shape);
    if (tensor.encoding) {
        const SchemeOptions& options = tensor.encoding->options;
        key += tensor.encoding->scheme.toUtf8() + QByteArray::number(options.groupSize) + ':';
        key += char(options.symmetry);
        key += char(options.scaleType);
        key += char(options.zeroType);
        add(tensor.encoding->shape);
    }
    return key;
}

std::optional<std::int64_t> FrameSizes::of(std::size_t tensor, const TensorPlan& plan)
{
    const auto output = outputFor(tensor, plan);
    if (!output)
        return {};
    const QByteArray key = keyOf(*output);
    if (const auto known = m_known.constFind(key); known != m_known.constEnd())
        return *known;
    OutputManifest manifest;
    manifest.tensors = {m_ballast, *m_witness, *output};
    manifest.tensors[0].name = output->name + u'?';
    manifest.tensors[1].name = output->name + u'!';
    const auto bytes = m_format.fileBytes(manifest);
    if (!bytes)
        return {};
    return *m_known.insert(key, *bytes);
}

/// The first choice that is a code, anywhere.
bool findWitness(const FitModel& model, FrameSizes& sizes)
{
    for (const std::size_t tensor : model.free)
        for (const Candidate& candidate : model.candidates->tensors[tensor])
            if (candidate.plan.scheme && sizes.setWitness(tensor, candidate.plan))
                return true;
    return false;
}

/// As makeFitModel() says it: one byte more than keeping the tensor.
void shunUnusable(FitModel& model, std::size_t position)
{
    const auto& candidates = model.candidates->tensors[model.free[position]];
    const auto kept = std::ranges::find_if(
        candidates, [](const Candidate& candidate) { return candidate.action.isKeep(); });
    std::vector<FitChoice>& choices = model.problem.tensors[position];
    const std::int64_t bytes = choices[std::size_t(kept - candidates.begin())].bytes + 1;
    for (std::size_t choice = 0; choice < choices.size(); ++choice)
        if (!isUsable(model, position, int(choice)))
            choices[choice].bytes = bytes;
}

} // namespace

void countFrames(FitModel& model, const QuantizeRequest& request, std::int64_t alignment)
{
    const QuantPlan& base = model.candidates->base;
    FrameSizes sizes(request.source.header(), base);
    if (!findWitness(model, sizes))
        return;
    for (std::size_t i = 0; i < model.free.size(); ++i) {
        const std::size_t tensor = model.free[i];
        const TensorPlan& planned = base.tensors[tensor];
        const auto ground = sizes.of(tensor, planned);
        if (!ground)
            continue;
        const std::int64_t bytes = alignedUp(planned.outputBytes, alignment);
        const auto& candidates = model.candidates->tensors[tensor];
        std::vector<FitChoice>& choices = model.problem.tensors[i];
        for (std::size_t choice = 0; choice < choices.size(); ++choice)
            if (const auto size = sizes.of(tensor, candidates[choice].plan))
                choices[choice].bytes = bytes + *size - *ground;
        shunUnusable(model, i);
    }
}

} // namespace aq
