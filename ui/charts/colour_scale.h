#pragma once
#include <QPalette>
#include <QRgb>
#include <array>

namespace aq {

/// Colours for the cells of a heat map: equal steps of the value are equal steps of lightness
/// (Oklab), and the two signs differ in blue and orange, which the common kinds of colour blindness
/// tell apart. Zero has the colour of the paper, in light and in dark.
class ColourScale {
public:
    enum class Kind {
        Diverging, ///< From -reach over 0 to reach.
        Sequential ///< From 0 to reach.
    };
    /// @param reach  what gets the last colour, together with all beyond it; 0: everything is 0
    ColourScale(Kind kind, double reach, const QPalette& palette);

    QRgb at(double value) const; ///< Not finite: transparent.
    double low() const { return m_kind == Kind::Diverging ? -m_reach : 0; }
    double high() const { return m_reach; }

private:
    static constexpr int steps = 255; ///< Odd: 0 is the middle one of a diverging scale.
    Kind m_kind;
    double m_reach;
    std::array<QRgb, steps> m_colours;
};

} // namespace aq
