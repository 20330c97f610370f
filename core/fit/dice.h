#pragma once
#include <cstdint>
#include <random>

namespace aq {

/// Random numbers that are the same with every standard library: std::mt19937_64 is defined to the
/// bit, the standard's distributions are not.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_engine(seed)
    {
    }
    /// 0 to count - 1, each as likely as any other. @pre count > 0
    std::size_t below(std::size_t count)
    {
        const std::uint64_t surplus = (max % count + 1) % count; // 2^64 mod count
        std::uint64_t value = m_engine();
        while (value > max - surplus)
            value = m_engine();
        return std::size_t(value % count);
    }
    double unit() { return double(m_engine() >> 11) * 0x1p-53; } ///< 0 to less than 1.
    bool chance(double probability) { return unit() < probability; }
    /// How often something happens that does so `mean` times on average (binomial, 16 draws).
    int times(double mean)
    {
        constexpr int draws = 16;
        int count = 0;
        for (int i = 0; i < draws; ++i)
            count += chance(mean / draws) ? 1 : 0;
        return count;
    }

private:
    static constexpr std::uint64_t max = ~std::uint64_t(0);
    std::mt19937_64 m_engine;
};

} // namespace aq
