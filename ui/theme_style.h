#pragma once
#include <QProxyStyle>

namespace aq {

/// Fusion, with what it leaves invisible on dark windows. It draws frames as window.darker(140): on
/// a dark window nobody can see those of boxes and fields, on a black one none at all.
class ThemeStyle final : public QProxyStyle {
    Q_OBJECT
public:
    ThemeStyle();

    /// The coloured icons of Qt's own buttons match no other icon of the program.
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* more) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override;
};

} // namespace aq
