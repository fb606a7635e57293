from datetime import date, timedelta

import pytest

from rebound_desktop.core.vocabulary import EventKind, Outcome, Stage
from rebound_desktop.store import applications, changes, closing, company_memory, rejections
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Lesson

pytestmark = pytest.mark.usefixtures("store")
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def stage_of(number: int) -> tuple[str, str, str]:
    found = applications.get(number)
    assert found is not None
    return (found.stage, found.furthest, found.outcome)


def test_an_application_needs_a_company_and_nothing_else() -> None:
    with pytest.raises(RefusedError) as refusal:
        applications.add({"company": " ", "role": "Analyst"})
    assert refusal.value.field == "company"
    made = applications.add({"company": "Contoso"})
    assert stage_of(made.id) == ("interested", "interested", "")


def test_long_texts_stay_as_they_are() -> None:
    advert = "Zeile 1\n\nZeile 2 “…” 日本語 🙂 " + "x" * 20_000
    made = applications.add({"company": "Contoso", "advert": advert})
    found = applications.get(made.id)
    assert found is not None
    assert found.advert == advert


def test_a_fact_cannot_be_ahead_but_an_interview_can() -> None:
    with pytest.raises(RefusedError) as refusal:
        applications.add({"company": "Contoso"}, stage=Stage.APPLIED, on=ago(-1))
    assert refusal.value.field == "on_date"
    made = applications.add({"company": "Contoso"}, stage=Stage.APPLIED, on=ago(9))
    applications.record_event(made.id, EventKind.INTERVIEW, ago(-4), at_time="14:00")
    assert stage_of(made.id)[0] == "interviewing"
    with pytest.raises(RefusedError):
        applications.record_event(made.id, EventKind.INTERVIEW, date(2206, 1, 1))
    with pytest.raises(RefusedError):
        applications.record_event(made.id, EventKind.SCREEN, date(1026, 1, 1))


def test_an_ending_cancels_what_was_planned() -> None:
    made = applications.add({"company": "Contoso"}, stage=Stage.APPLIED, on=ago(9))
    applications.record_event(made.id, EventKind.INTERVIEW, ago(-4))
    closing.close(made.id, Outcome.ROLE_WITHDRAWN, TODAY)
    assert stage_of(made.id)[::2] == ("closed", "role_withdrawn")
    changes.undo()
    assert stage_of(made.id) == ("interviewing", "interviewing", "")


def test_closing_with_a_no_logs_a_rejection_at_the_stage_reached() -> None:
    made = applications.add({"company": "Contoso"}, stage=Stage.FINAL, on=ago(9))
    rejection = closing.close(made.id, Outcome.NO, ago(1), "We went another way")
    assert rejection is not None
    assert (rejection.reached, rejection.outcome, rejection.their_words) == (
        "final",
        "no",
        "We went another way",
    )
    assert stage_of(made.id) == ("closed", "final", "no")


@pytest.mark.parametrize("outcome", [Outcome.MY_CHOICE, Outcome.ACCEPTED])
def test_endings_of_ones_own_make_no_rejection(outcome: Outcome) -> None:
    made = applications.add({"company": "Contoso"}, stage=Stage.OFFER, on=ago(9))
    assert closing.close(made.id, outcome, TODAY) is None
    found = applications.get(made.id)
    assert found is not None
    assert applications.is_closed(found)
    assert found.outcome == outcome


def test_an_ending_before_the_last_step_is_refused() -> None:
    made = applications.add({"company": "Contoso"}, stage=Stage.APPLIED, on=ago(9))
    applications.record_event(made.id, EventKind.SCREEN, ago(2))
    with pytest.raises(RefusedError) as refusal:
        closing.close(made.id, Outcome.NO, ago(3))
    assert refusal.value.field == "on_date"
    assert stage_of(made.id)[0] == "screening"
    closing.close(made.id, Outcome.NO, ago(2))
    assert stage_of(made.id)[0] == "closed"


def test_reopening_goes_back_to_where_the_process_was() -> None:
    made = applications.add({"company": "Contoso"}, stage=Stage.SCREENING, on=ago(9))
    closing.close(made.id, Outcome.NO_REPLY, TODAY)
    applications.reopen(made.id)
    assert stage_of(made.id) == ("screening", "screening", "")


def test_a_mistaken_no_takes_its_rejection_along_and_undo_brings_both_back() -> None:
    made = applications.add({"company": "Contoso"}, stage=Stage.INTERVIEWING, on=ago(9))
    rejection = closing.close(made.id, Outcome.NO, TODAY)
    assert rejection is not None
    rejections.set_reason(rejection.id, "budget")
    assert rejection.event_id is not None
    applications.retract_event(rejection.event_id)
    assert rejections.get(rejection.id) is None
    assert stage_of(made.id) == ("interviewing", "interviewing", "")
    changes.undo()
    assert rejections.get(rejection.id) is not None
    assert len(rejections.reasons(rejection.id)) == 1
    assert stage_of(made.id)[0] == "closed"


def test_correcting_a_rejection_keeps_it() -> None:
    made = applications.add({"company": "Contoso"}, stage=Stage.APPLIED, on=ago(9))
    rejection = closing.close(made.id, Outcome.NO, TODAY)
    assert rejection is not None
    rejections.set_reason(rejection.id, "fit")
    rejections.correct(rejection.id, on=ago(2), reached=Stage.SCREENING)
    found = rejections.get(rejection.id)
    assert found is not None
    assert (found.on_date, found.reached) == (ago(2), "screening")
    assert len(rejections.reasons(rejection.id)) == 1
    assert stage_of(made.id) == ("closed", "screening", "no")


def test_a_company_is_remembered_under_another_spelling() -> None:
    first = applications.add({"company": "Contoso Ltd", "role": "Analyst"}, on=ago(90))
    rejection = closing.close(first.id, Outcome.NO_REPLY, ago(60))
    assert rejection is not None
    Lesson.create(rejection=rejection, text="Ask about the panel")
    (ending,) = company_memory.endings_at("CONTOSO, ltd.")
    assert (ending.on_date, ending.outcome, ending.role) == (ago(60), "no_reply", "Analyst")
    assert ending.lessons == ("Ask about the panel",)
    assert company_memory.endings_at("Contoso", besides=first.id) == []
    assert company_memory.endings_at("") == []
