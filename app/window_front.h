#pragma once
#include <QByteArray>

class QWidget;

namespace aq {

/// Shows a window that may be minimized or behind others. `activation`: what the desktop gave the
/// one who asks for it, so that it may; empty: nothing.
void bringToFront(QWidget& window, const QByteArray& activation = {});

} // namespace aq
