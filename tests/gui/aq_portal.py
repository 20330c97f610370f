#!/usr/bin/env python3
"""Plays the desktop's settings portal on the session bus: says that more contrast is wished for.

The program asks it as it would ask that of GNOME or KDE. Use `with high_contrast():` around starts.
"""
import contextlib
import subprocess
import sys

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
INTERFACE = """
<node><interface name="org.freedesktop.portal.Settings"><method name="Read">
  <arg type="s" name="namespace" direction="in"/><arg type="s" name="key" direction="in"/>
  <arg type="v" name="value" direction="out"/>
</method></interface></node>"""
WISHES = {"contrast": 1}  # 0: no wish.


def serve():
    from gi.repository import Gio, GLib  # Debian's; only this process needs it.

    def call(_connection, _sender, _path, _interface, _method, parameters, invocation):
        wish = GLib.Variant("u", WISHES.get(parameters.unpack()[1], 0))
        invocation.return_value(GLib.Variant("(v)", (GLib.Variant("v", wish),)))
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    bus.register_object(PATH, interface, call, None, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: print("ready", flush=True), None)
    GLib.MainLoop().run()


@contextlib.contextmanager
def high_contrast():
    """On the bus that DBUS_SESSION_BUS_ADDRESS names: that of a screen() which is there already."""
    with subprocess.Popen([sys.executable, __file__], stdout=subprocess.PIPE, text=True) as portal:
        try:
            assert portal.stdout.readline() == "ready\n", "the portal has no name on the bus"
            yield
        finally:
            portal.terminate()


if __name__ == "__main__":
    serve()
