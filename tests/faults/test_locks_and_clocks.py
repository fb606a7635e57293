"""Locks that were left behind, two programs on one store, and clocks that jump."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop import background
from rebound_desktop.desktop.folder_lock import FILE_NAME, FolderLock
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.exchange import sample_data
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import backup, backup_list, database
from rebound_desktop.store.tables import Rejection
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.page_stack import PAGES
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard
from rebound_desktop.ui.wizard.what_happened import WhatHappenedPage

#: How long a program may take on a machine that is busy with other things, in seconds.
_PATIENCE_S = 180
HOLDER = """
import sys, time
from pathlib import Path
from rebound_desktop.desktop.folder_lock import FolderLock
assert FolderLock(Path(sys.argv[1])).acquire()
print("held", flush=True)
time.sleep(600)
"""


def rebound(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rebound_desktop", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
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
        assert refused.returncode == 3
        assert "close its window" in refused.stderr

    holder.kill()
    holder.wait()
    holder.stdout.close()
    lock = FolderLock(tmp_path)
    assert lock.acquire()
    lock.release()


@contextmanager
def started(folder: Path, count: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Start the window several times at once."""
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "rebound_desktop", "--data-dir", str(folder)],
            # Without a screen Qt warns that no window can be brought to the front.
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_LOGGING_RULES": "default.warning=false",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(count)
    ]
    try:
        yield programs
    finally:
        for each in programs:
            each.kill()
            each.communicate()


def wait_for_backup(folder: Path) -> None:
    """Wait until a window is up: the backup of the day is the last thing that it does."""
    until = time.monotonic() + _PATIENCE_S
    while not list((folder / backup.FOLDER).glob("rebound-*.db")):
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("count", [2, 3, 4])
def test_of_windows_that_start_at_once_one_stays(tmp_path: Path, count: int) -> None:
    with started(tmp_path, count) as programs:
        wait_for_backup(tmp_path)
        until = time.monotonic() + _PATIENCE_S
        while len(staying := [each for each in programs if each.poll() is None]) > 1:
            assert time.monotonic() < until
            time.sleep(0.05)
        assert len(staying) == 1
        assert [each.returncode for each in programs if each not in staying] == [0] * (count - 1)
        staying[0].send_signal(signal.SIGTERM)
        said = [each.communicate(timeout=_PATIENCE_S) for each in programs]
        assert staying[0].returncode == 0
    assert said == [("", "")] * count


def test_commands_that_write_wait_until_the_window_is_closed(tmp_path: Path) -> None:
    folder, archive, copy = tmp_path / "data", tmp_path / "all.json", tmp_path / "copy.db"
    with started(folder, 1):
        wait_for_backup(folder)
        # Reading is fine beside the window.
        for reading in (("export", archive), ("backup", copy), ("check",)):
            done = rebound("--data-dir", folder, *reading)
            assert done.returncode == 0, done.stderr
        for writing in (("import", archive), ("restore", copy), ("check", "--repair")):
            refused = rebound("--data-dir", folder, *writing)
            assert refused.returncode == 3
            assert refused.stderr == (
                "rebound: Rebound is open on this store; close its window, then try again.\n"
            )


@pytest.mark.parametrize("day", ["1950-01-01", "2999-12-31"])
def test_no_page_minds_a_clock_that_is_far_off(
    store: Path, qtbot: QtBot, signals: StoreSignals, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    sample_data.fill()
    monkeypatch.setenv("REBOUND_TODAY", day)
    window = MainWindow(Settings(store), signals)
    qtbot.addWidget(window)
    window.show()
    window.upkeep.begin(None)
    window.reminders.look()
    for key in PAGES:
        window.show_page(key)
        qtbot.wait(50)
    window.open_wizard()
    wizard = window.findChild(ReflectionWizard)
    assert isinstance(wizard, ReflectionWizard)
    first = wizard.page(1)
    assert isinstance(first, WhatHappenedPage)
    first.company.setText("Northwind")
    for number in wizard.pageIds():
        wizard.jump(number)
    wizard.accept()
    background.wait()
    assert [str(each.on_date) for each in Rejection.select() if str(each.on_date) == day] == [day]
    window.leave()


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
