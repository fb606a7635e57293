from datetime import date, timedelta

import pytest

from rebound_desktop.core.vocabulary import EventKind, Outcome, Stage
from rebound_desktop.store import (
    application_list,
    applications,
    changes,
    closing,
    company_memory,
    corrections,
    people,
    rejections,
    upcoming,
)
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application, Event

pytestmark = pytest.mark.usefixtures("store")
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


def add(company: str = "Contoso", stage: Stage = Stage.APPLIED) -> int:
    made = applications.add({"company": company}, stage=stage, on=TODAY - timedelta(days=20))
    return int(made.id)


def facts(number: int) -> tuple[str, str, str]:
    found = Application.get_by_id(number)
    return found.stage, found.furthest, found.outcome


def test_a_retracted_event_vanishes_from_every_figure() -> None:
    number = add()
    applications.record_event(number, EventKind.SCREEN, TODAY - timedelta(days=9))
    planned = applications.record_event(
        number, EventKind.FINAL_INTERVIEW, TODAY + timedelta(days=3), at_time="14:00"
    )
    assert facts(number) == ("final", "final", "")
    assert len(upcoming.coming_up(3)) == 1
    corrections.retract(planned.id)
    assert facts(number) == ("screening", "screening", "")
    assert upcoming.coming_up(3) == []
    counts = application_list.counts()
    assert (counts["final"], counts["screening"]) == (0, 1)
    assert application_list.count_without_next_step() == 1
    assert application_list.rows([number])[number].next_on is None
    assert application_list.newest_first() == [(number, "screening")]
    assert Event.get_by_id(planned.id).retracted_at


def test_a_retracted_no_takes_its_rejection_along() -> None:
    number = add()
    rejection = closing.close(number, Outcome.NO, TODAY)
    assert rejection is not None
    corrections.retract(rejection.event_id)
    assert facts(number) == ("applied", "applied", "")
    assert rejections.get(rejection.id) is None
    assert company_memory.endings_at("Contoso") == []


def test_a_no_that_came_as_far_as_the_steps_follows_their_correction() -> None:
    number = add()
    mistaken = applications.record_event(number, EventKind.INTERVIEW, TODAY - timedelta(days=5))
    rejection = closing.close(number, Outcome.NO, TODAY)
    assert rejection is not None
    assert rejection.reached == "interviewing"
    corrections.retract(mistaken.id)
    assert facts(number) == ("closed", "applied", "no")
    found = rejections.get(rejection.id)
    assert found is not None
    assert found.reached == "applied"
    changes.undo()
    assert facts(number) == ("closed", "interviewing", "no")


def test_what_the_person_said_of_a_no_stays() -> None:
    number = add()
    mistaken = applications.record_event(number, EventKind.SCREEN, TODAY - timedelta(days=5))
    rejection = rejections.log(number, on=TODAY, reached=Stage.FINAL)
    corrections.retract(mistaken.id)
    found = rejections.get(rejection.id)
    assert found is not None
    assert found.reached == "final"


def test_an_event_is_changed_in_one_undo_step() -> None:
    number = add()
    event = applications.record_event(number, EventKind.INTERVIEW, TODAY, note="Panel")
    corrections.replace(
        event.id, EventKind.SCREEN, TODAY - timedelta(days=1), at_time="10:00", note="Call"
    )
    last = applications.history(number)[-1]
    assert (last.kind, last.at_time, last.note) == ("screen", "10:00", "Call")
    assert facts(number) == ("screening", "screening", "")
    assert changes.undo() == "Correct history"
    last = applications.history(number)[-1]
    assert (last.kind, last.note) == ("interview", "Panel")
    assert facts(number) == ("interviewing", "interviewing", "")


def test_what_came_later_on_the_same_day_stays_later() -> None:
    number = add()
    screen = applications.record_event(number, EventKind.SCREEN, TODAY)
    rejection = closing.close(number, Outcome.NO, TODAY)
    assert rejection is not None
    corrections.replace(screen.id, EventKind.INTERVIEW, TODAY)
    assert facts(number) == ("closed", "interviewing", "no")
    found = rejections.get(rejection.id)
    assert found is not None
    assert found.reached == "interviewing"


def test_a_rejection_is_corrected_where_it_is() -> None:
    rejection = closing.close(add(), Outcome.NO, TODAY)
    assert rejection is not None
    with pytest.raises(RefusedError):
        corrections.replace(rejection.event_id, EventKind.APPLIED, TODAY)


def test_a_refused_change_leaves_everything_as_it_was() -> None:
    number = add()
    event = applications.record_event(number, EventKind.SCREEN, TODAY)
    with pytest.raises(RefusedError):
        corrections.replace(event.id, EventKind.OFFER, TODAY + timedelta(days=1))
    assert applications.history(number)[-1].id == event.id


def test_moving_takes_what_was_planned_out_of_the_history() -> None:
    number = add()
    planned = applications.record_event(number, EventKind.INTERVIEW, TODAY + timedelta(days=4))
    assert [each.id for each in applications.move_to(number, Stage.OFFER)] == [planned.id]
    assert facts(number) == ("offer", "offer", "")
    assert changes.undo() == "Move to another stage"
    assert facts(number) == ("interviewing", "interviewing", "")
    assert applications.move_to(number, Stage.FINAL) != []


def test_moving_what_has_ended_reopens_it_there() -> None:
    number = add()
    closing.close(number, Outcome.NO_REPLY, TODAY)
    assert applications.move_to(number, Stage.INTERESTED) == []
    assert facts(number) == ("interested", "applied", "")


def test_people_known_at_a_company() -> None:
    first, now = add("Contoso Ltd"), add("contoso")
    works = people.add({"name": "Ana", "company": "CONTOSO"})
    met = people.add({"name": "Ben", "company": "Fabrikam"})
    people.meet(first, met.id, "recruiter")
    here = people.add({"name": "Cem", "company": "Contoso"})
    people.meet(now, here.id, "interviewer")
    found = company_memory.people_at("contoso", besides=now)
    assert [each.id for each in found] == [works.id, met.id]
    assert company_memory.people_at("") == []
