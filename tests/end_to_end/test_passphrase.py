"""The passphrase with real keys in the real program on a virtual screen."""

import os
import sys
from pathlib import Path

import pytest

from tests.end_to_end import screen


def test_it_is_set_asked_for_and_locks(tmp_path: Path) -> None:
    lacking = screen.lacking()
    if lacking and not os.environ.get("CI"):
        pytest.skip(f"this machine has no {lacking}")
    assert not lacking
    script = Path(__file__).with_name("passphrase.py")
    program = (sys.executable, "-m", "rebound_desktop")
    status, printed = screen.run(
        [screen.SYSTEM_PYTHON, str(script), str(tmp_path / "data"), *program]
    )
    assert status == 0, printed
    assert printed.count(": done") == 3
