"""Each follow-up is told once for the day and time it is planned for, over all starts."""

from datetime import date, time
from pathlib import Path

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.reminders import QuietHours, reminder
from rebound_desktop.core.vocabulary import FollowUpKind, Stage
from rebound_desktop.store import (
    applications,
    bin,
    changes,
    database,
    followups,
    rejections,
    reminding,
)
from rebound_desktop.store.tables import FollowUp

NEVER = QuietHours(time(0), time(0))


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch, store: Path) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-20T12:00")


def _to_do(title: str, day: date, at: str = "") -> FollowUp:
    return followups.add(FollowUpKind.OTHER, title, day, at_time=at)


def _check() -> list[str]:
    """Look once, as the window does each minute; return what was told."""
    found = reminder(clock.now_local(), reminding.untold(clock.today()), NEVER)
    if found is None:
        return []
    reminding.note_told(found.things)
    return [each.title for each in found.things]


def _start_again(folder: Path, monkeypatch: pytest.MonkeyPatch, now: str) -> None:
    database.close_store()
    monkeypatch.setenv("REBOUND_TODAY", now)
    database.open_store(folder)


def test_it_is_told_on_its_day_and_never_again(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _to_do("Write to Sam", date(2027, 3, 22))
    assert _check() == []
    for now, expected in (
        ("2027-03-21T23:59", []),
        ("2027-03-22T08:59", []),
        ("2027-03-22T09:00", ["Write to Sam"]),
        ("2027-03-22T09:01", []),
        ("2027-03-23T09:00", []),
        ("2027-03-22T09:00", []),  # somebody set the clock back
    ):
        _start_again(store, monkeypatch, now)
        assert _check() == expected


def test_two_weeks_asleep_are_caught_up_in_one_message(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (22, 28, 30):
        _to_do(f"On {day} March", date(2027, 3, day))
    _to_do("Much later", date(2027, 6, 1))
    _start_again(store, monkeypatch, "2027-04-05T10:00")
    assert _check() == ["On 22 March", "On 28 March", "On 30 March"]
    assert _check() == []


@pytest.mark.parametrize("day", ["2027-03-14", "2027-03-28", "2027-10-31", "2027-11-07"])
def test_a_clock_change_neither_doubles_nor_loses_one(
    store: Path, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2027-01-02")
    _to_do("In the hour that is left out or comes twice", date.fromisoformat(day), "02:30")
    told: list[str] = []
    for at in ("01:55", "02:00", "02:30", "02:59", "02:00", "02:30", "03:00", "03:30"):
        _start_again(store, monkeypatch, f"{day}T{at}")
        told += _check()
    assert told == ["In the hour that is left out or comes twice"]


def test_what_is_moved_is_told_again_and_what_is_done_is_not(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = _to_do("Moved", date(2027, 3, 22))
    done = _to_do("Done", date(2027, 3, 23))
    binned = _to_do("Deleted", date(2027, 3, 23))
    _start_again(store, monkeypatch, "2027-03-22T10:00")
    assert _check() == ["Moved"]
    followups.move(moved.id, date(2027, 3, 24))
    followups.finish(done.id)
    followups.delete(binned.id)
    _start_again(store, monkeypatch, "2027-03-24T10:00")
    assert _check() == ["Moved"]
    _start_again(store, monkeypatch, "2027-05-24T10:00")
    assert _check() == []


def test_what_was_planned_for_a_moment_past_is_not_told(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _to_do("Added at noon for today", date(2027, 3, 20))
    assert _check() == []


def test_a_reminder_is_nothing_to_undo(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _to_do("Write to Sam", date(2027, 3, 22))
    followups.edit(made.id, note="about the panel")
    _start_again(store, monkeypatch, "2027-03-22T10:00")
    followups.edit(made.id, note="about the panel, and thanks")
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-23T10:00")
    assert _check() == []  # it was written after it was due
    other = _to_do("Write to Kim", date(2027, 3, 24))
    followups.edit(other.id, note="soon")
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-24T10:00")
    before = changes.undo_label()
    assert _check() == ["Write to Kim"]
    assert changes.undo_label() == before
    changes.undo()
    assert _check() == []


def test_a_rejection_takes_its_reminders_along(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = applications.add({"company": "Northwind"})
    rejection = rejections.log(application.id, on=date(2027, 3, 20), reached=Stage.APPLIED)
    followups.add(FollowUpKind.THANK_YOU, "Send it", date(2027, 3, 21), rejection=rejection.id)
    bin.delete("rejections", [rejection.id], label="Delete")
    _start_again(store, monkeypatch, "2027-03-22T10:00")
    assert _check() == []
