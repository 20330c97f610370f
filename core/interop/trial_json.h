#pragma once
#include "core/validate/trial.h"
#include "core/validate/trial_comparison.h"

#include <QByteArray>
#include <QDateTime>

namespace aq {

/// By what a model is known again: another file of that name is another model.
struct ModelMark {
    QString path;           ///< Absolute.
    QStringList components; ///< Those that were chosen; empty: all.
    std::int64_t bytes = 0; ///< Of all its files.
    QDateTime changed;      ///< The newest of its files.
    std::int64_t tensors = 0;
    bool operator==(const ModelMark&) const = default;
};

/// What is remembered about the trials of one model.
struct TrialList {
    ModelMark model;
    std::vector<Trial> trials; ///< In the order of the person.
    std::vector<int> compared; ///< Ids, at most four, in the order of their colours.
    int baseline = 0;          ///< Id; 0: the first that is compared.
    std::int64_t fitBytes = 0; ///< The size to fit; 0: none.
    ErrorMeasure measure = ErrorMeasure::RelRmse;
    int nextId = 1;
};

/// JSON, versioned; numbers read back exactly. Of a plan only the recipe is kept: its sizes follow
/// from it, and `plan` and (of plans) `tensors` are null after reading.
QByteArray trialsToJson(const TrialList& list);

/// Reading leaves out trials that cannot be used: no recipe where there must be one, lists of
/// another length than ModelMark::tensors, a negative size. Ids are made unique. InvalidPlan: not
/// a list of trials, or of a later version.
Result<TrialList> trialsFromJson(const QByteArray& json);

} // namespace aq
