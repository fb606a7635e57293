"""A disk that takes no more, and a store that may not be written to any longer."""

import subprocess
import sys
from pathlib import Path

import pytest

from rebound_desktop.store import applications, backup, changes, check, database, drafts
from rebound_desktop.store.errors import NotSavedError, StoreError
from rebound_desktop.store.tables import database as connection

WRITER = Path(__file__).with_name("writer.py")


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is of POSIX systems")
def test_nothing_confirmed_is_lost_on_a_full_disk(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, str(WRITER), "fill", str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    (refused,) = [each for each in lines if each.startswith("refused")]
    assert "could not be saved" in refused
    assert "safe" in refused
    database.open_store(folder)
    for line in lines:
        kind, _, rest = line.partition(" ")
        if kind == "application":
            number, _, company = rest.partition(" ")
            found = applications.get(int(number))
            assert found is not None
            assert found.company == company
    database.close_store()
    assert check.verify(folder).problems == []


def test_a_read_only_store_says_so_and_goes_on_reading(store: Path) -> None:
    applications.add({"company": "Northwind"})
    connection.execute_sql("PRAGMA query_only = 1")

    for attempt in (
        lambda: applications.add({"company": "Contoso"}),
        changes.undo,
        lambda: drafts.keep("Form", "", {"note": "text"}),
    ):
        with pytest.raises(NotSavedError, match="read-only"):
            attempt()

    assert [each.company for each in applications.open_ones()] == ["Northwind"]
    assert changes.undo_label() == "New application"
    connection.execute_sql("PRAGMA query_only = 0")
    assert changes.undo() == "New application"


def test_a_backup_without_room_leaves_the_store_and_the_other_backups(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = store / database.FILE_NAME
    first = backup.make(file, store / backup.FOLDER, reason="daily")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, "fsync", full)
    with pytest.raises(StoreError, match="as it was"):
        backup.make(file, store / backup.FOLDER, reason="import")

    assert list((store / backup.FOLDER).iterdir()) == [first]
