"""A login manager of its own on a private bus says that the computer goes to sleep.

Usage: ``python3 sleep_signal.py PYTHON`` with the system's Python, within ``dbus-run-session``;
PYTHON is the one that has the program. Prints what the program's watch noticed.
"""

import os
import subprocess
import sys
import time

from gi.repository import Gio, GLib

PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
WATCH = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from rebound_desktop.desktop.absence import Absence

application = QApplication([])
window = QWidget()
watch = Absence(window)
watch.slept.connect(lambda: (print("slept", flush=True), application.quit()))
watch.start(0, sleep=True)
print("watching", flush=True)
QTimer.singleShot(60_000, application.quit)
application.exec()
"""


def main() -> None:
    address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    loop = GLib.MainLoop()
    Gio.bus_own_name_on_connection(
        bus, "org.freedesktop.login1", 0, lambda *_: loop.quit(), lambda *_: loop.quit()
    )
    loop.run()
    program = subprocess.Popen(
        [sys.argv[1], "-c", WATCH],
        env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "watching\n"
    # More than once: the bus may hear of the signal before it hears who wants it.
    while program.poll() is None:
        for begins in (False, True):
            bus.emit_signal(None, PATH, MANAGER, "PrepareForSleep", GLib.Variant("(b)", (begins,)))
            bus.flush_sync()
        time.sleep(0.2)
    print(program.stdout.read().strip())
    program.wait(30)


if __name__ == "__main__":
    main()
