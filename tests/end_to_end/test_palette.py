"""The palette with real keys in the real program on a virtual screen."""

import os
import sys
from pathlib import Path

import pytest

from rebound_desktop.store import database, stories
from tests.end_to_end import screen


def test_a_story_is_three_keys_from_the_clipboard(tmp_path: Path) -> None:
    lacking = screen.lacking()
    if lacking and not os.environ.get("CI"):
        pytest.skip(f"this machine has no {lacking}")
    assert not lacking
    folder = tmp_path / "data"
    database.open_store(folder)
    stories.add(
        {
            "title": "Saved the Saturday orders",
            "situation": "The oven broke on a Friday evening.",
            "action": "I rang three bakeries and rented a spare oven overnight.",
            "result": "All 120 orders went out on time.",
        }
    )
    database.close_store()
    script = Path(__file__).with_name("palette_keys.py")
    status, printed = screen.run(
        [
            screen.SYSTEM_PYTHON,
            str(script),
            str(folder),
            sys.executable,
            "-m",
            "rebound_desktop",
        ]
    )
    assert status == 0, printed
    assert printed.count(": done") == 4
