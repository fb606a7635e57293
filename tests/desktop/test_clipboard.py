"""A copied text is still there after the program has quit."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb here")

TEXT = "Signed in 9 days – 12 % under the old cost.\n“Ünïcode” 日本語 🙂\n• a point\n"

_START = """
import sys
from PySide6.QtGui import QGuiApplication
from rebound_desktop.desktop import clipboard
application = QGuiApplication(["test"])
"""
COPY_AND_QUIT = (
    _START
    + """
clipboard.copy(sys.stdin.buffer.read().decode("utf-8"))
application.processEvents()
clipboard.leave_behind()
"""
)
READ = (
    _START
    + """
sys.stdout.buffer.write(QGuiApplication.clipboard().text().encode("utf-8"))
"""
)


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """Start a screen without a clipboard manager; gives the environment that leads to it."""
    readable, writable = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writable), "-screen", "0", "640x480x24", "-nolisten", "tcp"],
        pass_fds=[writable],
        stderr=subprocess.DEVNULL,
    )
    os.close(writable)
    with os.fdopen(readable) as told:
        number = told.readline().strip()
    environment = {
        name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY",)
    }
    yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    server.terminate()
    server.wait()


def run(script: str, screen: dict[str, str], text: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=text.encode("utf-8"),
        stdout=subprocess.PIPE,
        env=screen,
        timeout=60,
        check=True,
    )
    return done.stdout.decode("utf-8")


def test_a_copied_text_outlives_the_program(screen: dict[str, str]) -> None:
    run(COPY_AND_QUIT, screen, TEXT)
    assert run(READ, screen) == TEXT
    assert run(READ, screen) == TEXT


def test_what_is_copied_next_takes_its_place(screen: dict[str, str]) -> None:
    run(COPY_AND_QUIT, screen, TEXT)
    run(COPY_AND_QUIT, screen, "something else")
    assert run(READ, screen) == "something else"


def test_a_long_text_is_kept_whole(screen: dict[str, str]) -> None:
    long = "All of it, to the end. " * 50_000
    run(COPY_AND_QUIT, screen, long)
    assert run(READ, screen) == long
