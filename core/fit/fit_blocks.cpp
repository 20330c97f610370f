#include "core/fit/fit_blocks.h"
#include "core/analysis/block_name.h"
#include "core/fit/fit_parts.h"

#include <QHash>

namespace aq {

FitBlocks::FitBlocks(const FitModel& model)
{
    QHash<QString, std::size_t> known;
    for (std::size_t tensor = 0; tensor < model.candidates->names.size(); ++tensor) {
        const QString name = blockOf(model.candidates->names[tensor]);
        const auto at = name.isEmpty() ? known.cend() : known.constFind(name);
        const std::size_t block = at == known.cend() ? members.size() : *at;
        if (at == known.cend()) {
            members.emplace_back();
            fixedCosts.push_back(0);
            if (!name.isEmpty())
                known.insert(name, block);
        }
        if (ofGene.size() < model.free.size() && model.free[ofGene.size()] == tensor) {
            members[block].push_back(ofGene.size());
            ofGene.push_back(block);
        } else {
            fixedCosts[block] += fixedCost(model, tensor);
        }
    }
}

} // namespace aq
