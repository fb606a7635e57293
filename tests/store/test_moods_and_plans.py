"""Check-ins that can be taken back, and the one plan with its day."""

from datetime import date

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import MoodMoment, ReflectionPath, Stage
from rebound_desktop.store import bad_news, followups, moods, plans, rejections
from rebound_desktop.store.tables import MoodCheck

pytestmark = pytest.mark.usefixtures("store")


def _ids() -> tuple[int, int]:
    made = bad_news.begin(
        "Contoso", "", on=clock.today(), reached=Stage.FINAL, path=ReflectionPath.ALL
    )
    reflection = rejections.reflection_of(made.id)
    assert reflection is not None
    return made.id, reflection.id


def test_a_check_in_is_one_number_a_moment() -> None:
    rejection, _ = _ids()
    for value in (10, 35, 170):
        moods.set_check(rejection, MoodMoment.BEFORE, value)
    moods.set_check(rejection, MoodMoment.AFTER, 0)
    assert moods.check_of(rejection, MoodMoment.BEFORE) == 100
    assert moods.check_of(rejection, MoodMoment.AFTER) == 0
    assert MoodCheck.select().count() == 2


def test_a_check_in_can_be_taken_back() -> None:
    rejection, _ = _ids()
    moods.set_check(rejection, MoodMoment.BEFORE, 10)
    moods.set_check(rejection, MoodMoment.BEFORE, None)
    assert moods.check_of(rejection, MoodMoment.BEFORE) is None


def test_a_plan_brings_one_follow_up_that_changes_with_it() -> None:
    _, reflection = _ids()
    plans.save(reflection, "it is nine", "", date(2030, 1, 1), "If it is nine")
    plans.save(reflection, "it is ten", "I will walk\nfar", date(2030, 1, 2), "If it is ten")
    plan = plans.of_reflection(reflection)
    assert plan is not None
    assert (plan.if_text, plan.then_text) == ("it is ten", "I will walk\nfar")
    assert [(each.kind, each.title, each.due_on) for each in followups.open_ones()] == [
        ("plan", "If it is ten", date(2030, 1, 2))
    ]


def test_an_emptied_plan_takes_its_follow_up_along() -> None:
    _, reflection = _ids()
    plans.save(reflection, "a", "b", date(2030, 1, 1), "If a")
    plans.save(reflection, " ", "", date(2030, 1, 1), "If")
    assert plans.of_reflection(reflection) is None
    assert followups.open_ones() == []
