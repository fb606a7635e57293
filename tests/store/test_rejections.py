"""Logging, correcting and deleting a no."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from rebound_desktop.core.vocabulary import Basis, Control, EventKind, Outcome, Stage
from rebound_desktop.store import (
    applications,
    changes,
    lessons,
    rejection_entry,
    rejection_log,
    rejections,
)
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.rejection_entry import Entry, ReasonChoice
from rebound_desktop.store.tables import Rejection

TODAY = date(2026, 11, 22)
NEWS = date(2026, 11, 20)
pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


def entry(**changed: object) -> Entry:
    values: dict[str, object] = {
        "company": "Northwind",
        "role": "Product Analyst",
        "on": NEWS,
        "reached": "final",
    }
    return Entry(**{**values, **changed})  # type: ignore[arg-type]


def applied(on: date = date(2026, 10, 2)) -> int:
    return int(applications.add({"company": "Northwind"}, stage=Stage.APPLIED, on=on).id)


def reload(rejection_id: int) -> Rejection:
    found = rejections.get(rejection_id)
    assert found is not None
    return found


def test_a_logged_no_closes_the_application() -> None:
    number = applied()
    made = rejection_entry.log(entry(), application_id=number)
    application = applications.get(number)
    assert application is not None
    assert (application.stage, application.outcome) == (Stage.CLOSED, Outcome.NO)
    assert application.furthest == Stage.FINAL
    assert application.role == "Product Analyst"
    assert reload(made.id).on_date == NEWS


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"on": TODAY + timedelta(days=1)}, "on_date"),
        ({"on": date(1200, 1, 1)}, "on_date"),
        ({"reached": "closed"}, "reached"),
        ({"reached": "accepted"}, "reached"),
        ({"company": "  "}, "company"),
        ({"outcome": "accepted"}, "outcome"),
        ({"reasons": (ReasonChoice("moon phase"),)}, "reason"),
        ({"reasons": (ReasonChoice("other"),)}, "reason"),
    ],
)
def test_what_is_wrong_is_refused_and_leaves_nothing(
    changed: dict[str, object], field: str
) -> None:
    with pytest.raises(RefusedError) as refusal:
        rejection_entry.log(entry(**changed))
    assert refusal.value.field == field
    assert rejection_log.counts()["all"] == 0
    assert applications.open_ones() == []


def test_a_no_before_the_day_of_applying_is_refused() -> None:
    with pytest.raises(RefusedError, match="before the day you applied"):
        rejection_entry.log(entry(), application_id=applied(TODAY))


def test_a_no_before_a_later_step_is_refused() -> None:
    number = applied()
    applications.record_event(number, EventKind.INTERVIEW, TODAY)
    with pytest.raises(RefusedError, match="step after this day"):
        rejection_entry.log(entry(), application_id=number)


def test_a_correction_retracts_and_keeps_one_no_in_the_history() -> None:
    number = applied()
    made = rejection_entry.log(entry(), application_id=number)
    rejections.correct(made.id, on=NEWS - timedelta(days=2), reached=Stage.SCREENING)
    kinds = [(each.kind, each.on_date) for each in applications.history(number)]
    assert kinds[-1] == (EventKind.NO, NEWS - timedelta(days=2))
    assert [kind for kind, _ in kinds].count(EventKind.NO) == 1
    application = applications.get(number)
    assert application is not None
    assert application.furthest == Stage.SCREENING


def test_a_correction_does_not_close_what_was_reopened_on_the_same_day() -> None:
    number = applied()
    made = rejection_entry.log(entry(on=TODAY, outcome="no_reply"), application_id=number)
    applications.reopen(number)
    rejections.correct(made.id, reached=Stage.SCREENING)
    application = applications.get(number)
    assert application is not None
    assert not applications.is_closed(application)


def test_a_form_is_one_step_to_undo() -> None:
    made = rejection_entry.log(entry(their_words="Not this time"))
    rejection_entry.save(
        made.id,
        entry(
            company="Contoso",
            on=NEWS - timedelta(days=1),
            their_words="We went with\n“somebody” else 🙂",
            reasons=(ReasonChoice("budget", Basis.TOLD, Control.NOT_MINE),),
        ),
    )
    assert rejection_entry.read(made.id).their_words == "We went with\n“somebody” else 🙂"
    assert [each.code for each in rejection_entry.read(made.id).reasons] == ["budget"]
    changes.undo()
    assert rejection_entry.read(made.id) == entry(their_words="Not this time")


def test_reasons_become_exactly_the_chosen_ones() -> None:
    made = rejection_entry.log(
        entry(reasons=(ReasonChoice("budget"), ReasonChoice("other", label="a cousin")))
    )
    wanted = (
        ReasonChoice("budget", Basis.TOLD, Control.NOT_MINE),
        ReasonChoice("skill", Basis.GUESS, Control.MINE),
    )
    rejection_entry.set_reasons(made.id, wanted)
    assert rejection_entry.read(made.id).reasons == wanted


def test_deleting_brings_the_application_back_into_process() -> None:
    number = applied()
    made = rejection_entry.log(entry(), application_id=number)
    lessons.keep(made.id, "Ask who joins the panel")
    assert rejection_entry.delete(made.id) is True
    assert rejections.get(made.id) is None
    assert [each.id for each in applications.open_ones()] == [number]
    changes.undo()
    assert rejections.get(made.id) is not None
    assert [each.text for each in lessons.of_rejection(made.id)] == ["Ask who joins the panel"]
    assert applications.open_ones() == []


def test_deleting_takes_along_an_application_that_was_only_made_for_it() -> None:
    made = rejection_entry.log(entry())
    assert rejection_entry.delete(made.id) is False
    assert applications.get(made.application_id) is None
    assert rejection_log.counts()["all"] == 0
    changes.undo()
    assert rejection_log.counts()["all"] == 1
    assert applications.get(made.application_id) is not None


def test_nothing_is_lost_when_the_store_is_opened_again(store: Path) -> None:
    from rebound_desktop.store import database

    words = "Ă long ünïcode answer\n" * 500 + "🎈 'quotes' \"double\" 日本語"
    made = rejection_entry.log(entry(their_words=words))
    database.close_store()
    database.open_store(store)
    assert rejection_entry.read(made.id).their_words == words
