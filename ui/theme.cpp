#include "ui/theme.h"

#include "ui/theme_icon_engine.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <array>
#include <cstdlib>

namespace aq {
namespace {

constexpr std::array ids{"system", "light", "dark"}; // By Theme.

/// Fusion draws the frame of an unchecked box as window.darker(140): on a dark window nobody can
/// see it. Here the frame has the text colour at half strength.
class Style final : public QProxyStyle {
public:
    Style()
        : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    {
    }

    /// The coloured icons of Qt's own buttons match no other icon of the program.
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* more) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons
            ? 0
            : QProxyStyle::styleHint(hint, option, widget, more);
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override
    {
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && element == PE_FrameLineEdit && isDark(option->palette)) {
            QStyleOptionFrame copy(*frame);
            lighten(copy.palette, fieldFrame);
            QProxyStyle::drawPrimitive(element, &copy, painter, widget);
            return;
        }
        if (element == PE_PanelButtonCommand && option->state & State_On
            && isDark(option->palette)) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            drawOn(*painter, *option);
            return;
        }
        const bool box = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton
            || element == PE_IndicatorItemViewItemCheck;
        if (!box || !isDark(option->palette)) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (button) {
            QStyleOptionButton copy(*button);
            lighten(copy.palette, boxFrame);
            QProxyStyle::drawPrimitive(element, &copy, painter, widget);
        } else if (item) {
            QStyleOptionViewItem copy(*item);
            lighten(copy.palette, boxFrame);
            QProxyStyle::drawPrimitive(element, &copy, painter, widget);
        } else {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        }
    }

    /// As drawPrimitive(): the frame of a spin box.
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override
    {
        const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (!box || control != CC_SpinBox || !isDark(option->palette)) {
            QProxyStyle::drawComplexControl(control, option, painter, widget);
            return;
        }
        QStyleOptionSpinBox copy(*box);
        lighten(copy.palette, fieldFrame);
        QProxyStyle::drawComplexControl(control, &copy, painter, widget);
    }

private:
    static constexpr QRgb boxFrame = 0xff9aa0a8;
    static constexpr QRgb fieldFrame = 0xff6b7078; ///< 3:1 against the dark window.

    /// Fusion darkens a button that is on: on a dark window nobody can see that either.
    static void drawOn(QPainter& painter, const QStyleOption& option)
    {
        QColor colour = option.palette.color(QPalette::Highlight);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colour.lighter(130));
        colour.setAlphaF(0.45F);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter.restore();
    }

    static void lighten(QPalette& palette, QRgb frame)
    {
        palette.setColor(QPalette::Window, QColor(frame).lighter(140)); // Then darker(140).
    }
};

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
        QApplication::setStyle(new Style);
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
