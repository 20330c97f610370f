#include "tests/ui/sample_model.h"

#include <cmath>

namespace aq::test {
namespace {

struct Part {
    const char* name;
    Shape shape;
};

/// One block of the network: 26 tensors.
const std::vector<Part>& parts()
{
    static const std::vector<Part> parts{
        {"0.in_layers.0.weight", {320}},
        {"0.in_layers.0.bias", {320}},
        {"0.in_layers.2.weight", {320, 320, 3, 3}},
        {"0.in_layers.2.bias", {320}},
        {"0.emb_layers.1.weight", {320, 1280}},
        {"0.emb_layers.1.bias", {320}},
        {"0.out_layers.3.weight", {320, 320, 3, 3}},
        {"0.out_layers.3.bias", {320}},
        {"1.norm.weight", {320}},
        {"1.norm.bias", {320}},
        {"1.proj_in.weight", {320, 320, 1, 1}},
        {"1.proj_in.bias", {320}},
        {"1.transformer_blocks.0.attn1.to_q.weight", {320, 320}},
        {"1.transformer_blocks.0.attn1.to_k.weight", {320, 320}},
        {"1.transformer_blocks.0.attn1.to_v.weight", {320, 320}},
        {"1.transformer_blocks.0.attn1.to_out.0.weight", {320, 320}},
        {"1.transformer_blocks.0.attn1.to_out.0.bias", {320}},
        {"1.transformer_blocks.0.attn2.to_q.weight", {320, 320}},
        {"1.transformer_blocks.0.attn2.to_k.weight", {320, 768}},
        {"1.transformer_blocks.0.attn2.to_v.weight", {320, 768}},
        {"1.transformer_blocks.0.ff.net.0.proj.weight", {2560, 320}},
        {"1.transformer_blocks.0.ff.net.0.proj.bias", {2560}},
        {"1.transformer_blocks.0.ff.net.2.weight", {320, 1280}},
        {"1.transformer_blocks.0.norm1.weight", {320}},
        {"1.transformer_blocks.0.norm2.weight", {320}},
        {"1.proj_out.weight", {320, 320, 1, 1}},
    };
    return parts;
}

TensorInfo tensor(const QString& name, const Shape& shape, std::int64_t& offset)
{
    TensorInfo info;
    info.name = name;
    info.dtype = DType::F16;
    info.shape = shape;
    info.data = {0, offset, *byteSize(shape, DType::F16)};
    offset += info.data.bytes;
    return info;
}

} // namespace

ModelHeader sampleHeader(int tensors)
{
    ModelHeader header;
    std::int64_t offset = 0;
    const QString prefix = QStringLiteral("model.diffusion_model.");
    if (tensors > 0)
        header.tensors.push_back(
            tensor(prefix + QStringLiteral("time_embed.0.weight"), {1280, 320}, offset));
    if (tensors > 1)
        header.tensors.push_back(
            tensor(prefix + QStringLiteral("time_embed.0.bias"), {1280}, offset));
    for (int block = 0; int(header.tensors.size()) < tensors; ++block) {
        for (const Part& part : parts()) {
            if (int(header.tensors.size()) == tensors)
                break;
            const QString name = QStringLiteral("%1input_blocks.%2.%3")
                                     .arg(prefix)
                                     .arg(block)
                                     .arg(QString::fromLatin1(part.name));
            header.tensors.push_back(tensor(name, part.shape, offset));
        }
    }
    return header;
}

ValidationReport sampleReport(const ModelHeader& header, const QuantPlan& plan)
{
    ValidationReport report;
    report.recipe = plan.recipe;
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        const Scheme* scheme = plan.tensors[i].scheme;
        TensorReport tensor;
        tensor.name = header.tensors[i].name;
        tensor.scheme = scheme ? QString::fromLatin1(scheme->id) : QStringLiteral("keep");
        tensor.relRmse = scheme ? 0.01 * double(1 + i % 12) : 0;
        tensor.sqnrDb = -20 * std::log10(tensor.relRmse);
        tensor.status = !scheme ? Status::Kept : i % 12 == 11 ? Status::BelowFloor : Status::Passed;
        report.tensors.push_back(std::move(tensor));
    }
    return report;
}

} // namespace aq::test
