#pragma once
#include "core/quant/scheme.h"

#include <QString>
#include <atomic>
#include <limits>
#include <vector>

namespace aq {

/// The elements themselves where they are aligned floats, otherwise converted into `scratch`.
std::span<const float> floatsOf(const Weights& weights, std::vector<float>& scratch);

/// The first element of a layer that something is wrong with, found by any number of threads.
class FirstElement {
public:
    static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();

    void note(std::int64_t element)
    {
        std::int64_t old = m_at;
        while (element < old && !m_at.compare_exchange_weak(old, element)) { }
    }
    std::int64_t at() const { return m_at; } ///< `none` while there is none.
    explicit operator bool() const { return m_at != none; }

private:
    std::atomic<std::int64_t> m_at{none};
};

QString valueText(float notFinite); ///< "NaN", "infinity", "-infinity"
/// "weights[17] is NaN"
QString notFiniteText(const Weights& weights, std::int64_t element);

} // namespace aq
