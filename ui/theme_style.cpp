#include "ui/theme_style.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace aq {
namespace {

constexpr QRgb boxFrame = 0xff9aa0a8;
constexpr QRgb fieldFrame = 0xff6b7078; ///< 3:1 against the dark window.

bool isBlack(const QPalette& palette) { return palette.color(QPalette::Window) == Qt::black; }

/// A copy whose frame has this colour.
template <typename Option>
Option framed(const Option& option, QRgb frame)
{
    Option copy(option);
    copy.palette.setColor(QPalette::Window, QColor(frame).lighter(140)); // Then darker(140).
    return copy;
}

void outline(QPainter& painter, const QRect& rect, const QColor& colour, const QBrush& inside = {})
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour);
    painter.setBrush(inside);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

/// Over the button: darker still, as Fusion has it, says nothing.
void markOn(QPainter& painter, const QStyleOption& option)
{
    const QColor colour = option.palette.color(QPalette::Highlight);
    QColor wash = colour;
    wash.setAlphaF(0.45F);
    outline(painter, option.rect, colour.lighter(130), wash);
}

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

int ThemeStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* more) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
        ? 0
        : QProxyStyle::styleHint(hint, option, widget, more);
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    const auto draw = [&](const QStyleOption& as) {
        QProxyStyle::drawPrimitive(element, &as, painter, widget);
    };
    if (!isDark(option->palette))
        return draw(*option);
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton
        || element == PE_IndicatorItemViewItemCheck;
    if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        frame && element == PE_FrameLineEdit)
        return draw(framed(*frame, fieldFrame));
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option); button && isBox)
        return draw(framed(*button, boxFrame));
    if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option); item && isBox)
        return draw(framed(*item, boxFrame));
    draw(*option);
    const bool isButton = element == PE_PanelButtonCommand;
    if (isButton && option->state & State_On)
        markOn(*painter, *option);
    else if (isBlack(option->palette)
        && (isButton || element == PE_Frame || element == PE_FrameMenu))
        outline(*painter, option->rect, option->palette.color(QPalette::Mid));
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_ProgressBarGroove && isBlack(option->palette))
        outline(*painter, option->rect, option->palette.color(QPalette::Mid));
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (box && control == CC_SpinBox && isDark(option->palette)) {
        const QStyleOptionSpinBox copy = framed(*box, fieldFrame);
        return QProxyStyle::drawComplexControl(control, &copy, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ScrollBar && isBlack(option->palette))
        outline(*painter, subControlRect(control, option, SC_ScrollBarSlider, widget),
            option->palette.color(QPalette::Mid));
}

} // namespace aq
