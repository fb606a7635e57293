"""Locks that were left behind, two programs on one store, and clocks that jump."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rebound_desktop.desktop.folder_lock import FILE_NAME, FolderLock
from rebound_desktop.store import backup, backup_list, database

HOLDER = """
import sys, time
from pathlib import Path
from rebound_desktop.desktop.folder_lock import FolderLock
assert FolderLock(Path(sys.argv[1])).acquire()
print("held", flush=True)
time.sleep(60)
"""


def rebound(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rebound_desktop", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "content",
    ["", "999999999\nrebound\nhere\n", f"{os.getpid()}\npython3\nhere\n", "\0" * 100],
)
def test_a_lock_file_that_was_left_behind_locks_nobody_out(tmp_path: Path, content: str) -> None:
    """Whatever it says, even the number of a process that is alive and another one by now."""
    (tmp_path / FILE_NAME).write_text(content)
    lock = FolderLock(tmp_path)
    assert lock.acquire()
    lock.release()


def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    database.open_store(tmp_path)
    copy = backup.make(tmp_path / database.FILE_NAME, tmp_path / backup.FOLDER, reason="daily")
    database.close_store()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert not FolderLock(tmp_path).acquire()
    for command in (("restore", copy), ("check", "--repair")):
        refused = rebound("--data-dir", tmp_path, *command)
        assert refused.returncode == 1
        assert "close its window" in refused.stderr

    holder.kill()
    holder.wait()
    holder.stdout.close()
    lock = FolderLock(tmp_path)
    assert lock.acquire()
    lock.release()


def test_a_clock_that_ran_ahead_costs_no_backup(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, folder = store / database.FILE_NAME, store / backup.FOLDER
    for day in ("2026-11-20", "2026-11-21", "2035-01-01", "2026-11-22", "1999-12-31", "2026-11-23"):
        monkeypatch.setenv("REBOUND_TODAY", day)
        assert backup.make_daily(file, folder).made is not None
        assert backup.make_daily(file, folder).made is None, "one a day"

    days = [each.moment.date().isoformat() for each in backup_list.listed(folder)]
    assert days == [
        "2035-01-01",
        "2026-11-23",
        "2026-11-22",
        "2026-11-21",
        "2026-11-20",
        "1999-12-31",
    ]
