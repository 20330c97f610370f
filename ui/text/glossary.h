#pragma once
#include <QString>

namespace aq {

/// What the types, widths and words of the window mean, as Markdown with the heading "Glossary":
/// every type with its bits per weight, its block and who loads it. Made from the tables of
/// schemes, named recipes and programs.
QString glossaryText();

/// For What's This: what a type is and how to read its name, with a link to the glossary.
QString typeHelp();

} // namespace aq
