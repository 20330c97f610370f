#pragma once
#include "app/shell.h"

#include <QString>

namespace aq {

/// The user guide as Markdown, with the glossary at its end: all of :/guide, in the language of the
/// window where there is one.
QString guideText();
QString guideFolder(); ///< Where its pictures lie.

/// The section of a page; empty: the start of the guide.
QString guideAnchor(Page page, const QStringList& headings);

/// The guide, offline, at the section of `page`. One window, brought to the front when it is open.
void showGuide(QWidget* parent, Page page = Page::Start);
/// The same, at a heading: "glossary".
void showGuide(QWidget* parent, const QString& anchor);

} // namespace aq
