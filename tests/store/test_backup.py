"""Backups: whole, checked, thinned by age, and never at the expense of the store."""

import os
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from rebound_desktop.core import clock
from rebound_desktop.store import applications, backup, backup_list, database
from rebound_desktop.store.errors import StoreError
from rebound_desktop.store.second_place import SecondPlace, new_mark


def _store_file(store: Path) -> Path:
    return store / database.FILE_NAME


def test_a_backup_holds_what_was_written_and_not_yet_in_the_main_file(store: Path) -> None:
    applications.add({"company": "Northwind"})
    made = backup.make(_store_file(store), store / backup.FOLDER, reason="daily")

    database.close_store()
    again = store / "again"
    again.mkdir()
    made.rename(again / database.FILE_NAME)
    database.open_store(again)
    assert [each.company for each in applications.open_ones()] == ["Northwind"]


def test_a_closed_store_is_copied_as_before_a_migration(store: Path) -> None:
    applications.add({"company": "Northwind"})
    database.close_store()
    made = backup.make(_store_file(store), store / backup.FOLDER, reason="schema-1")
    assert b"Northwind" in made.read_bytes()


def test_a_backup_can_be_read_by_its_owner_only(store: Path) -> None:
    made = backup.make(_store_file(store), store / backup.FOLDER, reason="daily")
    assert stat.S_IMODE(os.stat(made).st_mode) == 0o600
    assert [each.name for each in made.parent.iterdir()] == [made.name]


def test_a_damaged_store_gives_no_backup_and_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "rebound.db"
    broken.write_bytes(b"this is no database" * 100)
    with pytest.raises(StoreError, match="as it was"):
        backup.make(broken, tmp_path / "backups", reason="daily")
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_copy_over_the_store_itself_is_refused(store: Path) -> None:
    with pytest.raises(StoreError, match="the store itself"):
        backup.copy_to(_store_file(store), _store_file(store))
    assert applications.open_ones() == []


def test_a_copy_replaces_an_older_one_of_the_same_name(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "my copy #1?.db"
    target.write_text("older")
    backup.copy_to(_store_file(store), target)
    assert target.read_bytes().startswith(b"SQLite format 3")


def test_one_daily_backup_a_day(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = store / backup.FOLDER
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-01")
    first = backup.make_daily(_store_file(store), folder).made
    assert first is not None
    assert backup.make_daily(_store_file(store), folder).made is None
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-02")
    second = backup.make_daily(_store_file(store), folder).made
    assert backup_list.latest(folder) == second
    moment = backup_list.latest_moment(folder)
    assert moment is not None
    assert moment.date() == date(2027, 3, 2)


def test_thinning_keeps_days_then_weeks_then_months(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = date(2027, 3, 28)
    monkeypatch.setenv("REBOUND_TODAY", newest.isoformat())
    for back in range(500):
        day = newest - timedelta(days=back)
        (tmp_path / f"rebound-{day.isoformat()}-080000-daily.db").touch()
    by_hand = tmp_path / "rebound-2025-11-30-080000-schema-1.db"
    by_hand.touch()
    foreign = tmp_path / "rebound-notes.db"
    foreign.touch()

    backup_list.thin(tmp_path)

    left = {each.name for each in tmp_path.iterdir()}
    assert {by_hand.name, foreign.name} <= left
    days = sorted(name[8:18] for name in left if name.endswith("-daily.db"))
    assert days[-7:] == [(newest - timedelta(days=back)).isoformat() for back in range(6, -1, -1)]
    # Four weeks (two of them among the days) and twelve months (one of them too).
    assert days == [
        "2026-04-30",
        "2026-05-31",
        "2026-06-30",
        "2026-07-31",
        "2026-08-31",
        "2026-09-30",
        "2026-10-31",
        "2026-11-30",
        "2026-12-31",
        "2027-01-31",
        "2027-02-28",
        "2027-03-07",
        "2027-03-14",
        "2027-03-21",
        *(f"2027-03-{day}" for day in range(22, 29)),
    ]


def test_the_backup_of_today_stays_however_many_are_dated_ahead(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = store / backup.FOLDER
    today = clock.today()
    # By a clock that ran ahead, by as little as a day and by months.
    for ahead in (1, 1, 1, 30, 60, 90):
        monkeypatch.setenv("REBOUND_TODAY", (today + timedelta(days=ahead)).isoformat())
        backup.make(_store_file(store), folder, reason="import")
    monkeypatch.delenv("REBOUND_TODAY")
    before = {each.path for each in backup_list.listed(folder)}

    made = backup.make_daily(_store_file(store), folder, limit=1).made

    assert made is not None
    assert made.exists()
    assert backup_list.has_daily(folder)
    assert {each.path for each in backup_list.listed(folder)} == before | {made}


def test_what_is_dated_ahead_takes_no_room_from_the_others(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = store / backup.FOLDER
    today = clock.today()
    for day in (60, 90, -5, -4, -3, -2, -1):
        monkeypatch.setenv("REBOUND_TODAY", (today + timedelta(days=day)).isoformat())
        backup.make(_store_file(store), folder, reason="daily")
    monkeypatch.delenv("REBOUND_TODAY")
    size = backup_list.listed(folder)[0].size

    backup.make_daily(_store_file(store), folder, limit=4 * size)

    days = [(each.moment.date() - today).days for each in backup_list.listed(folder)]
    assert days == [90, 60, 0, -1, -2, -3]


def test_the_second_place_gets_the_backup_of_today_and_not_one_dated_ahead(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = store / backup.FOLDER
    second = SecondPlace(tmp_path / "stick", new_mark())
    second.chosen.mkdir()
    monkeypatch.setenv("REBOUND_TODAY", (clock.today() + timedelta(days=60)).isoformat())
    backup.make_daily(_store_file(store), folder, second)
    monkeypatch.delenv("REBOUND_TODAY")

    made = backup.make_daily(_store_file(store), folder, second).made

    assert made is not None
    assert made.name in {each.name for each in second.own.iterdir()}
