#pragma once
#include <QString>

class QWidget;

namespace aq {

/// Versions, instruction set in use, cores, licence: one fact a line.
QString aboutText();
/// The libraries in the program with their versions and licences, as a Markdown table.
QString librariesText();
void showAbout(QWidget* parent);

} // namespace aq
