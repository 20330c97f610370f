#pragma once
#include <QLabel>
#include <QWidget>

namespace aq::test {

/// The button or label that shows a text, mnemonics left out; null: there is none.
template <typename Widget>
Widget* named(const QWidget& parent, const QString& text)
{
    for (auto* widget : parent.findChildren<Widget*>())
        if (widget->text().remove(u'&') == text)
            return widget;
    return nullptr;
}

/// The label of an accessible description; null: there is none.
inline QLabel* described(const QWidget& parent, const QString& description)
{
    for (auto* label : parent.findChildren<QLabel*>())
        if (label->accessibleDescription() == description)
            return label;
    return nullptr;
}

} // namespace aq::test
