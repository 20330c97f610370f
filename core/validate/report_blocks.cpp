#include "core/validate/report_blocks.h"

#include "core/analysis/block_name.h"

#include <QHash>
#include <algorithm>
#include <numeric>
#include <set>

namespace aq {

bool isMissed(const TensorReport& tensor)
{
    return tensor.status != Status::Kept && tensor.status != Status::Passed;
}

bool isQuantized(const TensorReport& tensor)
{
    return tensor.status != Status::Kept && tensor.status != Status::Failed;
}

namespace {

void add(BlockReport& block, const TensorReport& tensor, double& weighted, double& weight)
{
    ++block.tensors;
    block.missed += isMissed(tensor) ? 1 : 0;
    block.parameters += tensor.parameters;
    block.bytesBefore += tensor.bytesBefore;
    block.bytesAfter += tensor.bytesAfter;
    if (!isQuantized(tensor))
        return;
    ++block.quantized;
    weighted += tensor.relRmse * double(tensor.parameters);
    weight += double(tensor.parameters);
    if (block.worst.isEmpty() || tensor.relRmse > block.worstRelRmse) {
        block.worst = tensor.name;
        block.worstRelRmse = tensor.relRmse;
    }
}

} // namespace

std::vector<BlockReport> reportBlocks(const std::vector<TensorReport>& tensors)
{
    std::vector<BlockReport> blocks;
    std::vector<double> weighted, weights;
    QHash<QString, std::size_t> known;
    for (const TensorReport& tensor : tensors) {
        const QString name = blockOf(tensor.name);
        const auto at = known.find(name);
        const std::size_t index = at == known.end() ? blocks.size() : *at;
        if (at == known.end()) {
            known.insert(name, index);
            blocks.push_back({.name = name, .worst = {}});
            weighted.push_back(0);
            weights.push_back(0);
        }
        add(blocks[index], tensor, weighted[index], weights[index]);
    }
    for (std::size_t i = 0; i < blocks.size(); ++i)
        blocks[i].relRmse = weights[i] > 0 ? weighted[i] / weights[i] : 0;
    return blocks;
}

std::vector<std::size_t> worstFirst(const std::vector<TensorReport>& tensors)
{
    std::vector<std::size_t> order(tensors.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const bool aFailed = tensors[a].status == Status::Failed;
        const bool bFailed = tensors[b].status == Status::Failed;
        return aFailed != bFailed ? aFailed : tensors[a].relRmse > tensors[b].relRmse;
    });
    return order;
}

std::vector<int> widthsOf(const std::vector<TensorReport>& tensors)
{
    std::set<int> widths;
    QString last;
    for (const TensorReport& tensor : tensors) {
        if (!isQuantized(tensor) || tensor.scheme == last)
            continue;
        last = tensor.scheme;
        if (const int bits = codeBitsOf(tensor.scheme); bits > 0)
            widths.insert(bits);
    }
    return {widths.begin(), widths.end()};
}

} // namespace aq
