#pragma once
#include "core/interop/trial_json.h"
#include "core/io/model_source.h"

#include <optional>

namespace aq {

/// What was remembered about the trials of a model.
struct StoredTrials {
    TrialList list;
    std::optional<Error> error = {}; ///< Then the list is empty.
    bool canSave = true;             ///< Nothing that could not be read lies in the way.
};

QString trialFolder(); ///< Where the lists are kept, a file per model.

/// The list of a model, with the plans of its recipes made anew. A list that cannot be read is set
/// aside: nothing is written over it. For the background.
StoredTrials readTrials(const ModelSource& model, const QStringList& components);

/// Under the name of its model. For the background.
Result<void> writeTrials(const TrialList& list);

} // namespace aq
