"""The main job with the real program on a virtual screen, through the accessibility bus."""

import os
import sys
from pathlib import Path

import pytest

from tests.end_to_end import screen


def test_a_person_gets_bad_news_reflects_and_copies_a_story(tmp_path: Path) -> None:
    lacking = screen.lacking()
    if lacking and not os.environ.get("CI"):
        pytest.skip(f"this machine has no {lacking}")
    assert not lacking
    script = Path(__file__).with_name("main_job.py")
    status, printed = screen.run(
        [
            screen.SYSTEM_PYTHON,
            str(script),
            str(tmp_path / "data"),
            sys.executable,
            "-m",
            "rebound_desktop",
        ]
    )
    assert status == 0, printed
    assert printed.count(": done") == 3
