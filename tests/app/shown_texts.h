#pragma once
#include <QList>
#include <QString>

class QWidget;

namespace aq::test {

struct ShownText {
    QString widget; ///< describe() of it.
    const char* kind = "";
    QString text;
};

/// The widgets below `top` (and itself) that are visible now, except inside Qt's own composite
/// ones.
QList<QWidget*> visibleWidgets(QWidget& top);

/// "QPushButton in aq::EstimateStrip": enough to find it in the sources.
QString describe(const QWidget& widget);

/// What a label, button, group box, … says itself; empty for others.
QString ownText(const QWidget& widget);

/// Every text of the program that a person can see or hear of below `top`: labels, buttons, titles,
/// tabs, headers, entries of menus and combo boxes, tool tips, accessible names and descriptions.
/// What people type and cells of tables are left out.
QList<ShownText> shownTexts(QWidget& top);

} // namespace aq::test
