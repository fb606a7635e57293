"""Saving a text as a file: whole or not at all, and for the person only."""

import sys
from pathlib import Path

import pytest

from rebound_desktop.exchange.text_saving import TextSavingError, save_text


def test_the_file_holds_the_text_in_utf_8(tmp_path: Path) -> None:
    target = tmp_path / "Brief an Zoë.txt"
    save_text(target, "Dear Zoë,\r\nπ 🙂\n\n")
    assert target.read_bytes() == "Dear Zoë,\nπ 🙂\n".encode()
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o777 == 0o600


def test_an_older_file_stays_where_the_place_takes_none(tmp_path: Path) -> None:
    with pytest.raises(TextSavingError, match="cannot be written"):
        save_text(tmp_path, "x")
    with pytest.raises(TextSavingError):
        save_text(tmp_path / "nowhere" / "letter.txt", "x")
    assert list(tmp_path.iterdir()) == []
