"""A virtual screen with a window manager and an accessibility bus, for driving the real program.

``python3 tests/end_to_end/screen.py COMMAND…`` runs a command on such a screen and returns its
exit status; the packaging's smoke test uses it too.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

#: What has to be installed; ``make test`` does that on Debian.
NEEDED = ("Xvfb", "dbus-run-session", "openbox", "xdotool", "xclip")
#: The one that has pyatspi.
SYSTEM_PYTHON = "/usr/bin/python3"


def missing() -> list[str]:
    """Return the programs that a virtual screen needs and this machine does not have."""
    return [name for name in NEEDED if shutil.which(name) is None]


def lacking() -> str:
    """Return what this machine lacks for reading the screen too, or an empty text."""
    found = missing()
    if (
        shutil.which(SYSTEM_PYTHON) is None
        or subprocess.run(
            [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
        ).returncode
    ):
        found.append("python3-pyatspi")
    return ", ".join(found)


@contextmanager
def virtual_screen(size: str = "1400x950") -> Iterator[dict[str, str]]:
    """Run an X server; gives the environment of programs that draw on it."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
        }
        environment.pop("WAYLAND_DISPLAY", None)
        yield environment
    finally:
        server.terminate()
        server.wait(10)


def run(command: Sequence[str], *, timeout: float = 900) -> tuple[int, str]:
    """Run a command on a virtual screen with a session bus and a window manager.

    Returns its exit status and what it printed. Everything that was started on the way is ended.
    """
    with (
        virtual_screen() as environment,
        tempfile.TemporaryDirectory() as runtime,
        tempfile.TemporaryFile() as printed,
    ):
        Path(runtime).chmod(0o700)
        environment["XDG_RUNTIME_DIR"] = runtime
        # Into a file: the bus's own programs hold what they inherit open longer than they live.
        session = subprocess.Popen(
            ["dbus-run-session", "--", "sh", "-c", 'openbox & exec "$@"', "sh", *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            status = session.wait(timeout)
        except subprocess.TimeoutExpired:
            status = -1
        finally:
            with suppress(ProcessLookupError):
                os.killpg(session.pid, signal.SIGKILL)
            session.wait()
        printed.seek(0)
        return status, printed.read().decode("utf-8", "replace")


if __name__ == "__main__":
    exit_status, output = run(sys.argv[1:])
    sys.stdout.write(output)
    sys.exit(exit_status)
