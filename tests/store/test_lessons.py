"""Lessons, their states and their days."""

from datetime import date

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import LessonState, ReflectionPath, Stage
from rebound_desktop.store import bad_news, lessons
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Lesson

pytestmark = pytest.mark.usefixtures("store")


def _rejection() -> int:
    made = bad_news.begin(
        "Contoso", "", on=clock.today(), reached=Stage.FINAL, path=ReflectionPath.ALL
    )
    return int(made.id)


def test_a_lesson_remembers_where_it_came_from() -> None:
    rejection = _rejection()
    lessons.keep(rejection, "  Ask first \n", "do_differently", Stage.FINAL)
    lessons.keep(rejection, "They pay late", "learned")
    assert [each.text for each in lessons.of_rejection(rejection)] == ["Ask first", "They pay late"]
    found = lessons.kept_from(rejection, "learned")
    assert found is not None
    assert found.text == "They pay late"
    assert lessons.kept_from(rejection, "did_well") is None


def test_an_empty_lesson_is_refused() -> None:
    with pytest.raises(RefusedError):
        lessons.keep(_rejection(), " \n ")


def test_the_first_trial_day_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = lessons.keep(_rejection(), "Ask first")
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-01")
    lessons.set_state(lesson.id, LessonState.TRIED)
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-09")
    lessons.set_state(lesson.id, LessonState.HELPED)
    assert Lesson.get().tried_on == date(2026, 12, 1)
    lessons.set_state(lesson.id, LessonState.KEPT)
    assert Lesson.get().tried_on is None


def test_a_deleted_lesson_is_gone_from_its_rejection() -> None:
    rejection = _rejection()
    lessons.delete(lessons.keep(rejection, "Ask first").id)
    assert lessons.of_rejection(rejection) == []
