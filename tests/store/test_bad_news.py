"""A no while its company, day and stage are still being typed."""

from datetime import date

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import FollowUpKind, Outcome, ReflectionPath, Stage
from rebound_desktop.store import (
    applications,
    bad_news,
    changes,
    followups,
    people,
    reflections,
    rejections,
)
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application, Event, Reflection, Rejection

pytestmark = pytest.mark.usefixtures("store")


def _begin(company: str = "Contoso", on: date = date(2026, 11, 20)) -> Rejection:
    return bad_news.begin(
        company, "Analyst", on=on, reached=Stage.FINAL, path=ReflectionPath.TWO_MINUTES
    )


def _applications() -> list[str]:
    return [each.company for each in Application.select().where(Application.deleted_at.is_null())]


def test_one_write_makes_application_event_rejection_and_reflection() -> None:
    rejection = _begin()
    application = applications.get(rejection.application_id)
    assert application is not None
    assert (application.company, application.stage, application.outcome) == (
        "Contoso",
        "closed",
        "no",
    )
    assert application.furthest == Stage.FINAL
    assert [each.kind for each in applications.history(application.id)] == ["no"]
    reflection = rejections.reflection_of(rejection.id)
    assert reflection is not None
    assert reflection.path == ReflectionPath.TWO_MINUTES
    changes.undo()
    assert Application.select().count() == 0
    assert Reflection.select().count() == 0


def test_typing_leaves_no_corrections_in_the_history() -> None:
    rejection = _begin()
    for day in (18, 17, 16):
        bad_news.amend(
            rejection.id, on=date(2026, 11, day), reached=Stage.SCREENING, outcome=Outcome.NO_REPLY
        )
    bad_news.rename(rejection.id, "Contoso Ltd", "Lead")
    events = list(Event.select())
    assert [(each.on_date, each.kind, each.stage) for each in events] == [
        (date(2026, 11, 16), "no_reply", "screening")
    ]
    application = Application.get()
    assert (application.company, application.role, application.furthest, application.outcome) == (
        "Contoso Ltd",
        "Lead",
        "screening",
        "no_reply",
    )


def test_a_day_in_the_future_is_refused_and_changes_nothing() -> None:
    rejection = _begin()
    with pytest.raises(RefusedError, match="in the future") as refused:
        bad_news.amend(rejection.id, on=date(2999, 1, 1), reached=Stage.FINAL)
    assert refused.value.field == "on_date"
    assert Rejection.get().on_date == date(2026, 11, 20)


def test_choosing_an_open_application_moves_the_no_and_removes_the_draft() -> None:
    existing = applications.add(
        {"company": "Northwind", "role": "Lead"}, stage=Stage.APPLIED, on=date(2026, 10, 1)
    )
    rejection = _begin("North")
    met = people.add({"name": "Priya"})
    people.meet(rejection.application_id, met.id, "interviewer")
    followups.add(
        FollowUpKind.MESSAGE,
        "Write",
        clock.today(),
        rejection=rejection.id,
        application=rejection.application_id,
    )
    bad_news.move_to(rejection.id, existing.id)
    assert _applications() == ["Northwind"]
    moved = Application.get_by_id(existing.id)
    assert (moved.stage, moved.furthest, moved.outcome) == ("closed", "final", "no")
    assert [each.name for each, _ in people.of_application(existing.id)] == ["Priya"]
    assert [each.application_id for each in followups.open_ones()] == [existing.id]


def test_choosing_another_one_reopens_the_first() -> None:
    first, second = (
        applications.add({"company": name}, stage=Stage.APPLIED, on=date(2026, 10, 1))
        for name in ("First", "Second")
    )
    rejection = _begin()
    bad_news.move_to(rejection.id, first.id)
    bad_news.move_to(rejection.id, second.id)
    assert Application.get_by_id(first.id).stage == Stage.APPLIED
    assert Application.get_by_id(second.id).stage == Stage.CLOSED
    bad_news.move_to_new(rejection.id, "Third", "")
    assert sorted(_applications()) == ["First", "Second", "Third"]
    assert Application.get_by_id(second.id).stage == Stage.APPLIED


def test_an_application_that_began_later_is_refused() -> None:
    later = applications.add({"company": "Late"}, stage=Stage.APPLIED, on=date(2026, 11, 21))
    rejection = _begin(on=date(2026, 11, 20))
    with pytest.raises(RefusedError, match="before the day you applied"):
        bad_news.move_to(rejection.id, later.id)
    assert Rejection.get().application_id != later.id


def test_discarding_leaves_nothing_and_reopens_a_chosen_application() -> None:
    rejection = _begin()
    bad_news.discard(rejection.id)
    assert _applications() == []
    assert rejections.get(rejection.id) is None
    assert reflections.waiting() == []

    existing = applications.add({"company": "North"}, stage=Stage.APPLIED, on=date(2026, 10, 1))
    another = _begin()
    bad_news.move_to(another.id, existing.id)
    bad_news.discard(another.id)
    assert _applications() == ["North"]
    assert Application.get_by_id(existing.id).stage == Stage.APPLIED
    assert rejections.get(another.id) is None
