#include "ui/charts/colour_scale.h"

#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace aq {
namespace {

/// A colour by lightness (0 to 1), colourfulness and hue (degrees).
struct Shade {
    double lightness, chroma, hue;
};

int byteOf(double linear)
{
    const double c = std::clamp(linear, 0.0, 1.0);
    const double s = c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055; // sRGB
    return int(std::lround(255 * s));
}

/// Oklab to sRGB. @see Björn Ottosson, "A perceptual color space for image processing", 2020
QRgb rgbOf(const Shade& shade)
{
    const double angle = shade.hue * std::numbers::pi / 180;
    const double a = shade.chroma * std::cos(angle), b = shade.chroma * std::sin(angle);
    const double l = std::pow(shade.lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(shade.lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(shade.lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return qRgb(byteOf(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        byteOf(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        byteOf(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

Shade between(const Shade& from, const Shade& to, double share)
{
    const auto mix = [share](double a, double b) { return a + share * (b - a); };
    return {mix(from.lightness, to.lightness), mix(from.chroma, to.chroma), mix(from.hue, to.hue)};
}

constexpr Shade paper{0.97, 0, 0}, night{0.22, 0, 0};
constexpr Shade blueOnPaper{0.45, 0.15, 258}, orangeOnPaper{0.52, 0.15, 50};
constexpr Shade blueAtNight{0.80, 0.13, 245}, orangeAtNight{0.80, 0.14, 65};
constexpr Shade violetOnPaper{0.32, 0.16, 310}, yellowAtNight{0.93, 0.15, 100};

/// From no colour to `end`: its hue all the way, so that no other hue comes between.
Shade towards(const Shade& none, const Shade& end, double share)
{
    return between({none.lightness, 0, end.hue}, end, share);
}

} // namespace

ColourScale::ColourScale(Kind kind, double reach, const QPalette& palette)
    : m_kind(kind)
    , m_reach(reach)
{
    const bool dark = isDark(palette);
    const Shade& none = dark ? night : paper;
    const Shade& below = dark ? blueAtNight : blueOnPaper;
    const Shade& above = kind == Kind::Sequential ? (dark ? yellowAtNight : violetOnPaper)
                                                  : (dark ? orangeAtNight : orangeOnPaper);
    for (int i = 0; i < steps; ++i) {
        const double share = double(i) / (steps - 1);
        const double value = kind == Kind::Diverging ? 2 * share - 1 : share;
        m_colours[std::size_t(i)]
            = rgbOf(towards(none, value < 0 ? below : above, std::abs(value)));
    }
}

QRgb ColourScale::at(double value) const
{
    if (!std::isfinite(value))
        return qRgba(0, 0, 0, 0);
    const double share = m_reach > 0 ? std::clamp(value / m_reach, -1.0, 1.0) : 0;
    const double place = m_kind == Kind::Diverging ? (share + 1) / 2 : std::max(share, 0.0);
    return m_colours[std::size_t(std::lround(place * (steps - 1)))];
}

} // namespace aq
