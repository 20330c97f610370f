#include "app/window_front.h"

#include <QWidget>

namespace aq {

void bringToFront(QWidget& window, const QByteArray& activation)
{
    if (!activation.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation); // Read by Qt's Wayland platform, once.
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace aq
