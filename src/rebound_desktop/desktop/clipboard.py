"""The clipboard, and how a copied text outlives the program.

On X11 the clipboard belongs to the program that filled it and is gone when it quits, unless a
clipboard manager takes it over. So, on quitting, a small process of the same program is left
behind that owns the text until something else is copied (as xclip does).
"""

import os
import sys
from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

#: The argument that makes the program hold the text it reads from its standard input.
KEEP_ARGUMENT = "--keep-clipboard"
_READY = b"ready\n"
#: How long quitting waits for the text to be safe, in seconds.
_PATIENCE = 10


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def leave_behind() -> None:
    """Let a copied text outlive this program where the system would drop it; call on quitting.

    Returns as soon as the text is safe; does nothing where the clipboard is not this program's.
    """
    clipboard = QGuiApplication.clipboard()
    if QGuiApplication.platformName() != "xcb" or not clipboard.ownsClipboard():
        return
    text = clipboard.text()
    if not text:
        return
    import select  # only here: the first window does not wait for them
    import subprocess

    try:
        keeper = subprocess.Popen(
            [*_own_command(), KEEP_ARGUMENT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return
    # The text goes through a pipe: arguments can be read by every user of the machine.
    assert keeper.stdin is not None
    assert keeper.stdout is not None
    try:
        keeper.stdin.write(text.encode("utf-8"))
        keeper.stdin.close()
        select.select([keeper.stdout], [], [], _PATIENCE)
    except OSError:
        pass
    finally:
        keeper.stdout.close()
        # It goes on by itself from here; nobody waits for its end.
        keeper.returncode = 0


def keep() -> int:
    """Own the clipboard with the text on standard input until something else is copied."""
    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    # It has nothing to read aloud: without the session bus a screen reader does not list it.
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/dev/null"
    application = QGuiApplication(["rebound"])
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)
    application.processEvents()
    clipboard.dataChanged.connect(lambda: None if clipboard.ownsClipboard() else application.quit())
    sys.stdout.buffer.write(_READY)
    sys.stdout.buffer.flush()
    return application.exec()


def _own_command() -> Sequence[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "rebound_desktop"]
