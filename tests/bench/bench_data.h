#pragma once
#include "core/base/result.h"
#include "core/quant/scheme.h"
#include "tests/bench/huge_pages.h"

#include <QString>
#include <vector>

/// Weights to measure with: the same numbers as F32 and as F16, in rows of benchColumns.
struct BenchData {
    QString name;
    HugeVector<float> floats;           ///< Every one of them is exact in F16.
    HugeVector<std::byte> halves;       ///< F16, little endian.
    std::vector<float> importance = {}; ///< Of the error in each column; empty: all alike.

    std::int64_t rows() const;
    aq::Weights asFloats(std::int64_t row, std::int64_t rows) const;
    aq::Weights asHalves(std::int64_t row, std::int64_t rows) const;
};

constexpr std::int64_t benchColumns = 4096;
constexpr double benchSigma = 0.02; ///< Standard deviation, as of a layer with 2500 inputs.

/// Normal weights; the same ones on every machine, up to the last bits of its logarithm and cosine.
BenchData gaussianData(std::int64_t weights);

/// Student's t with 4 degrees of freedom, scaled by benchSigma: tails as heavy as any layer's.
BenchData studentData(std::int64_t weights);

/// Importance of benchColumns columns: log-normal, as mean squares of a layer's inputs are.
std::vector<float> benchImportance();

/// The float tensors of a model one after the other, of each the same share of its start, `weights`
/// in all at most. Fails with what openModel() says, or when there is not one row.
aq::Result<BenchData> modelData(const QString& path, std::int64_t weights);
