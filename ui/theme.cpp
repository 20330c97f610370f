#include "ui/theme.h"

#include "ui/theme_icon_engine.h"
#include "ui/theme_style.h"

#include <QApplication>
#include <QPainter>
#include <array>
#include <cstdlib>

namespace aq {
namespace {

constexpr std::array ids{"system", "light", "dark"}; // By Theme.

struct Colours {
    QRgb window, base, alternate, text, dim, button, highlight, highlighted, link, tip, line;
};

QPalette paletteOf(const Colours& c)
{
    QPalette palette(QColor(c.button), QColor(c.window));
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ToolTipBase, c.tip);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.highlight);
    palette.setColor(QPalette::HighlightedText, c.highlighted);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::BrightText, c.highlighted);
    palette.setColor(QPalette::PlaceholderText, c.dim);
    palette.setColor(QPalette::Mid, c.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(role, c.text);
        palette.setColor(QPalette::Disabled, role, c.dim);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.dim);
    return palette;
}

} // namespace

Theme themeNamed(const QString& id)
{
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (id == QLatin1StringView(ids[i]))
            return Theme(i);
    return Theme::System;
}

QString themeId(Theme theme) { return QLatin1StringView(ids.at(std::size_t(theme))); }

QPalette lightPalette(Contrast contrast)
{
    if (contrast == Contrast::High)
        return paletteOf({.window = 0xffffffff,
            .base = 0xffffffff,
            .alternate = 0xfff2f2f2,
            .text = 0xff000000,
            .dim = 0xff404040,
            .button = 0xffffffff,
            .highlight = 0xff003e92,
            .highlighted = 0xffffffff,
            .link = 0xff003e92,
            .tip = 0xffffffff,
            .line = 0xff000000});
    return paletteOf({.window = 0xfff3f4f6,
        .base = 0xffffffff,
        .alternate = 0xfff6f7f9,
        .text = 0xff1b1f24,
        .dim = 0xff6b7280,
        .button = 0xffe9ebee,
        .highlight = 0xff1f6feb,
        .highlighted = 0xffffffff,
        .link = 0xff0b57d0,
        .tip = 0xfffffbe6,
        .line = 0xffc4c9d0});
}

QPalette darkPalette(Contrast contrast)
{
    if (contrast == Contrast::High)
        return paletteOf({.window = 0xff000000,
            .base = 0xff000000,
            .alternate = 0xff141414,
            .text = 0xffffffff,
            .dim = 0xffc8c8c8,
            .button = 0xff000000,
            .highlight = 0xffffd60a,
            .highlighted = 0xff000000,
            .link = 0xff8cc8ff,
            .tip = 0xff000000,
            .line = 0xffffffff});
    return paletteOf({.window = 0xff22262b,
        .base = 0xff1a1d21,
        .alternate = 0xff202429,
        .text = 0xffe6e8eb,
        .dim = 0xff8f979f,
        .button = 0xff2d3238,
        .highlight = 0xff2f6fd6,
        .highlighted = 0xffffffff,
        .link = 0xff7fb2ff,
        .tip = 0xff30363d,
        .line = 0xff4a515a});
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
}

namespace {

/// What was chosen, what the desktop wishes, and how it looked before we set a palette.
struct Look {
    Theme theme = Theme::System;
    SystemLook system;
    QPalette atStart;
    bool isKnown = false;
};

Look& look()
{
    static Look look;
    return look;
}

bool isStark(const QPalette& palette)
{
    const int difference = palette.color(QPalette::Window).lightness()
        - palette.color(QPalette::WindowText).lightness();
    return std::abs(difference) == 255; // Black on white, or white on black: nobody's default.
}

void applyLook(QApplication& app)
{
    Look& now = look();
    if (!std::exchange(now.isKnown, true))
        now.atStart = QGuiApplication::palette();
    const bool systemIsDark = now.system.dark.value_or(isDark(now.atStart));
    const bool dark = now.theme == Theme::Dark || (now.theme == Theme::System && systemIsDark);
    const Contrast contrast
        = now.system.highContrast || isStark(now.atStart) ? Contrast::High : Contrast::Usual;
    if (!qobject_cast<QProxyStyle*>(QApplication::style()))
        QApplication::setStyle(new ThemeStyle);
    const QPalette palette = dark ? darkPalette(contrast) : lightPalette(contrast);
    if (QGuiApplication::palette() != palette)
        app.setPalette(palette);
}

} // namespace

void applyTheme(QApplication& app, Theme theme)
{
    look().theme = theme;
    applyLook(app);
}

void applySystemLook(QApplication& app, const SystemLook& system)
{
    look().system = system;
    applyLook(app);
}

QColor toneColor(Tone tone, const QPalette& palette)
{
    static constexpr std::array<QRgb, 3> onLight{0xff1a7f37, 0xff8a5a00, 0xffc62828};
    static constexpr std::array<QRgb, 3> onDark{0xff56d364, 0xffe3b341, 0xffff7b72};
    return QColor((isDark(palette) ? onDark : onLight).at(std::size_t(tone)));
}

QColor seriesColor(int series, const QPalette& palette)
{
    static constexpr std::array<QRgb, 4> onLight{0xff1f6feb, 0xffbc4c00, 0xff1a7f37, 0xff8250df};
    static constexpr std::array<QRgb, 4> onDark{0xff58a6ff, 0xfff0883e, 0xff56d364, 0xffbc8cff};
    return QColor((isDark(palette) ? onDark : onLight).at(std::size_t(series) % 4));
}

QIcon themeIcon(const QString& name) { return QIcon(new ThemeIconEngine(name)); }

QPixmap tintedIcon(const QString& name, const QColor& colour, int extent, double pixelRatio)
{
    QPixmap pixmap(QSize(extent, extent) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawIcon(painter, name, colour, QRect(0, 0, extent, extent));
    return pixmap;
}

} // namespace aq
