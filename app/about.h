#pragma once
#include <QString>

class QWidget;

namespace aq {

/// Version, Qt version, instruction set in use, licence: one fact a line.
QString aboutText();
void showAbout(QWidget* parent);

/// The user guide, offline. One window, brought to the front when it is open already.
void showGuide(QWidget* parent);

} // namespace aq
