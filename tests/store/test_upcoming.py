"""What is coming up: planned steps of applications that still run."""

from datetime import date
from pathlib import Path

import pytest

from rebound_desktop.core.vocabulary import EventKind, Outcome, Stage
from rebound_desktop.store import applications, bin, closing, upcoming
from rebound_desktop.store.tables import Application

TODAY = date(2027, 3, 10)


@pytest.fixture
def tailspin(store: Path, monkeypatch: pytest.MonkeyPatch) -> Application:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())
    return applications.add(
        {"company": "Tailspin", "role": "Data Lead"}, stage=Stage.APPLIED, on=date(2027, 3, 1)
    )


def test_the_next_interviews_come_by_day_and_time(tailspin: Application) -> None:
    plan = applications.record_event
    plan(tailspin.id, EventKind.INTERVIEW, date(2027, 3, 12), at_time="14:00")
    plan(tailspin.id, EventKind.SCREEN, date(2027, 3, 12), at_time="09:30")
    plan(tailspin.id, EventKind.ASSESSMENT, TODAY)
    plan(tailspin.id, EventKind.SCREEN, date(2027, 3, 9))
    found = upcoming.coming_up(5)
    assert [(each.kind, each.at_time) for each in found] == [
        ("assessment", ""),
        ("screen", "09:30"),
        ("interview", "14:00"),
    ]
    assert (found[0].company, found[0].role) == ("Tailspin", "Data Lead")
    assert found[0].application_id == tailspin.id
    assert len(upcoming.coming_up(1)) == 1


def test_what_was_retracted_deleted_or_closed_does_not_come(tailspin: Application) -> None:
    event = applications.record_event(tailspin.id, EventKind.INTERVIEW, date(2027, 3, 12))
    applications.retract_event(event.id)
    assert upcoming.coming_up(5) == []

    applications.record_event(tailspin.id, EventKind.INTERVIEW, date(2027, 3, 13))
    assert len(upcoming.coming_up(5)) == 1
    bin.delete("applications", [tailspin.id], label="Delete")
    assert upcoming.coming_up(5) == []


def test_nothing_comes_of_an_application_that_ended(tailspin: Application) -> None:
    applications.record_event(tailspin.id, EventKind.INTERVIEW, date(2027, 3, 13))
    closing.close(tailspin.id, Outcome.MY_CHOICE, TODAY)
    assert upcoming.coming_up(5) == []
