"""Sleep as the system announces it, on a message bus of the test's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end import screen


def test_sleep_is_noticed_before_it_begins() -> None:
    if screen.lacking() or shutil.which("dbus-run-session") is None:
        assert not os.environ.get("CI"), screen.lacking()
        pytest.skip(f"this machine has no {screen.lacking()}")
    script = str(Path(__file__).with_name("sleep_signal.py"))
    done = subprocess.run(
        ["dbus-run-session", "--", screen.SYSTEM_PYTHON, script, sys.executable],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["slept"]
