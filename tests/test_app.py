"""The whole program as a process: what it does when it cannot start, and when it is told to go."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.store import applications, backup, database, followups, reminding, seal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")
_PATIENCE_S = 60


@contextmanager
def _started(folder: Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "rebound_desktop", "--data-dir", str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _wait_for_backup(folder: Path, process: "subprocess.Popen[str]") -> None:
    """Wait until the program is up: the backup of the day is the last thing that it does."""
    until = time.monotonic() + _PATIENCE_S
    while not list((folder / backup.FOLDER).glob("rebound-*.db")):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.parametrize("which", [signal.SIGTERM, signal.SIGINT])
def test_it_goes_cleanly_when_it_is_told_to(tmp_path: Path, which: signal.Signals) -> None:
    with _started(tmp_path) as process:
        _wait_for_backup(tmp_path, process)
        process.send_signal(which)
        _out, errors = process.communicate(timeout=_PATIENCE_S)
        assert process.returncode == 0
    assert errors == ""
    assert json.loads((tmp_path / "settings.json").read_text("utf-8"))["geometry"]
    # The log of the database is folded in and the folder is free again.
    assert not list(tmp_path.glob("*-wal"))
    assert not (tmp_path / "rebound.lock").exists()


def test_a_second_start_leaves_at_once(tmp_path: Path) -> None:
    with _started(tmp_path) as first:
        _wait_for_backup(tmp_path, first)
        with _started(tmp_path) as second:
            second.communicate(timeout=_PATIENCE_S)
            assert second.returncode == 0
        assert first.poll() is None


def _refused(folder: Path) -> str:
    with _started(folder) as process:
        _out, errors = process.communicate(timeout=_PATIENCE_S)
        assert process.returncode == 1
    assert "Traceback" not in errors
    assert len(errors.strip().splitlines()) == 1
    return errors


def test_what_became_due_while_it_was_closed_is_told_once(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REBOUND_TODAY", "2027-03-20T12:00")
        database.open_store(tmp_path)
        followups.add(FollowUpKind.OTHER, "Write to Sam", date(2027, 3, 28))
        database.close_store()
    with _started(tmp_path, REBOUND_TODAY="2027-04-05T10:00") as process:
        _wait_for_backup(tmp_path, process)
        process.send_signal(signal.SIGTERM)
        _out, errors = process.communicate(timeout=_PATIENCE_S)
    assert errors == ""
    database.open_store(tmp_path)
    assert reminding.untold(date(2027, 4, 5)) == []
    assert followups.count() == 1
    database.close_store()


def test_a_newer_store_is_refused_in_one_sentence_and_not_touched(tmp_path: Path) -> None:
    database.open_store(tmp_path)
    applications.add({"company": "Northwind"})
    database.close_store()
    path = tmp_path / database.FILE_NAME
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    assert "newer" in _refused(tmp_path)
    assert path.read_bytes() == before


def test_a_damaged_store_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / database.FILE_NAME).write_bytes(b"not a database at all " * 500)
    _refused(tmp_path)


def test_a_damaged_schema_is_told_from_a_mistake_of_ours_after_a_kill(tmp_path: Path) -> None:
    database.open_store(tmp_path)
    database.close_store()
    (tmp_path / seal.FILE_NAME).unlink()  # as where it was not closed
    path = tmp_path / database.FILE_NAME
    content = bytearray(path.read_bytes())
    content[content.index(b"id INTEGER", content.index(b"CREATE TABLE people (")) + 1] ^= 1
    path.write_bytes(content)
    assert "it is damaged" in _refused(tmp_path)


def test_an_error_nobody_thought_of_is_one_sentence_and_a_log(tmp_path: Path) -> None:
    database.open_store(tmp_path)
    database.close_store()
    connection = sqlite3.connect(tmp_path / database.FILE_NAME)
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute("ALTER TABLE follow_ups RENAME TO somewhere_else")
    connection.close()
    assert "safe" in _refused(tmp_path)
    assert "Traceback" not in (tmp_path / "logs/rebound.log").read_text("utf-8")


def test_without_a_screen_it_says_so(tmp_path: Path) -> None:
    with _started(tmp_path, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="") as process:
        _out, errors = process.communicate(timeout=_PATIENCE_S)
        assert process.returncode == (1 if sys.platform.startswith("linux") else 0)
    assert "screen" in errors
