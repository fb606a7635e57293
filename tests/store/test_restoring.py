"""Restoring: looked at first, never in part, and with a way back."""

import shutil
from pathlib import Path

import pytest

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    comparing,
    database,
    restoring,
    stories,
)
from rebound_desktop.store.errors import DamagedStoreError, NewerStoreError, StoreError
from rebound_desktop.store.migrations import CURRENT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed store with one application, a backup of it, and one more story since."""
    made = tmp_path / "data"
    database.open_store(made)
    applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    backup.make(made / database.FILE_NAME, made / backup.FOLDER, reason="daily")
    stories.add({"title": "Kept the date"})
    database.close_store()
    return made


def newest(folder: Path) -> Path:
    return backup_list.listed(folder / backup.FOLDER)[0].path


def companies_and_stories(folder: Path) -> tuple[int, int]:
    database.open_store(folder)
    found = len(applications.open_ones()), stories.count()
    database.close_store()
    return found


def test_what_would_be_missing_is_told_before(folder: Path) -> None:
    differences = {
        each.table: (each.there, each.now, each.missing)
        for each in comparing.compare(newest(folder), folder / database.FILE_NAME)
    }

    assert differences["applications"] == (1, 1, 0)
    assert differences["stories"] == (0, 1, 1)
    assert "people" not in differences


def test_a_restore_can_be_taken_back(folder: Path) -> None:
    restored = restoring.restore(folder, newest(folder))

    assert restored.counts["applications"] == 1
    assert companies_and_stories(folder) == (1, 0)
    assert restored.before is not None
    restoring.restore(folder, restored.before)
    assert companies_and_stories(folder) == (1, 1)


def test_a_log_of_the_store_before_is_not_mixed_in(folder: Path) -> None:
    """As after a crash: what was written last stands in the log only."""
    database.open_store(folder)
    applications.add({"company": "Contoso"})
    crashed = folder.parent / "crashed"
    crashed.mkdir()
    for each in folder.iterdir():
        if each.is_file() and each.name.startswith(database.FILE_NAME):
            (crashed / each.name).write_bytes(each.read_bytes())
    database.close_store()

    restored = restoring.restore(crashed, newest(folder))

    assert companies_and_stories(crashed) == (1, 0)
    assert restored.before is not None
    restoring.restore(crashed, restored.before)
    assert companies_and_stories(crashed) == (2, 1)


def test_a_damaged_backup_is_refused_and_nothing_changes(folder: Path) -> None:
    copy = newest(folder)
    content = bytearray(copy.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    copy.write_bytes(content)

    with pytest.raises(DamagedStoreError):
        restoring.restore(folder, copy)

    assert companies_and_stories(folder) == (1, 1)


def test_a_backup_of_a_newer_program_is_refused(folder: Path) -> None:
    copy = newest(folder)
    content = bytearray(copy.read_bytes())
    content[60:64] = (99).to_bytes(4)
    copy.write_bytes(content)

    with pytest.raises(NewerStoreError):
        restoring.restore(folder, copy)

    assert companies_and_stories(folder) == (1, 1)


def test_a_damaged_store_is_set_aside_untouched(folder: Path) -> None:
    store = folder / database.FILE_NAME
    store.write_bytes(b"no store any more")

    restored = restoring.restore(folder, newest(folder))

    assert restored.before is not None
    assert restored.before.name.startswith("rebound-damaged-")
    assert restored.before.read_bytes() == b"no store any more"
    assert companies_and_stories(folder) == (1, 0)


def test_an_open_store_is_not_replaced(folder: Path) -> None:
    database.open_store(folder)
    applications.add({"company": "Contoso"})

    with pytest.raises(StoreError):
        restoring.restore(folder, newest(folder))

    assert len(applications.open_ones()) == 2
    database.close_store()


def test_nothing_is_thinned_while_a_restore_is_under_way(folder: Path) -> None:
    copies = folder / backup.FOLDER
    with backup_list.held():
        backup_list.thin(copies, limit=0)
        assert len(backup_list.listed(copies)) == 1


def test_the_oldest_go_where_they_take_too_much(tmp_path: Path) -> None:
    for day in range(1, 10):
        (tmp_path / f"rebound-2026-01-0{day}-080000-import.db").write_bytes(b"x" * 1000)

    backup_list.thin(tmp_path, limit=5000)
    assert [each.moment.day for each in backup_list.listed(tmp_path)] == [9, 8, 7, 6, 5]
    backup_list.thin(tmp_path, limit=0)
    assert [each.moment.day for each in backup_list.listed(tmp_path)] == [9, 8, 7]


def test_nothing_is_left_beside_a_file_that_was_restored_from(store: Path, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    for number in range(1, CURRENT + 1):
        shutil.copy(Path(__file__).parents[1] / "data" / f"schema-{number}.db", place)
    database.close_store()
    for copy in sorted(place.glob("*.db")):
        before = copy.read_bytes()
        restoring.look(copy)
        restoring.restore(store, copy)
        assert copy.read_bytes() == before
    assert {each.suffix for each in place.iterdir()} == {".db"}
    database.open_store(store)
