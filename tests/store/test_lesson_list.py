"""The list of all lessons: which there are, in which order, and what is brought along."""

from datetime import date

import pytest

from rebound_desktop.core.vocabulary import LessonState, ReflectionPath, Stage
from rebound_desktop.store import bad_news, lesson_list, lessons, rejection_entry
from rebound_desktop.store.errors import RefusedError

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")


def _rejection(company: str, on: date) -> int:
    made = bad_news.begin(company, "", on=on, reached=Stage.FINAL, path=ReflectionPath.ALL)
    return int(made.id)


def test_lessons_come_with_where_they_are_from_the_newest_first() -> None:
    older = lessons.keep(_rejection("Contoso", date(2026, 10, 1)), "Ask first", "do_differently")
    newer = lessons.keep(_rejection("Northwind", date(2026, 11, 1)), "Bring a number", "feedback")
    own = lessons.keep(None, "Sleep well", stage=Stage.FINAL)
    assert list(lesson_list.ids()) == [own.id, newer.id, older.id]
    rows = lesson_list.rows([newer.id, own.id])
    assert (rows[newer.id].company, rows[newer.id].on_date) == ("Northwind", date(2026, 11, 1))
    assert rows[own.id].rejection_id == 0
    assert list(lesson_list.ids("text", descending=False)) == [older.id, newer.id, own.id]


def test_a_lesson_outlives_its_rejection() -> None:
    rejection = _rejection("Contoso", date(2026, 10, 1))
    lesson = lessons.keep(rejection, "Ask first")
    rejection_entry.delete(rejection)
    assert list(lesson_list.ids()) == [lesson.id]
    assert lesson_list.rows([lesson.id])[lesson.id].rejection_id == 0


def test_chips_choose_by_state_and_kind() -> None:
    kept = lessons.keep(None, "one", stage=Stage.FINAL)
    tried = lessons.keep(None, "two")
    helped = lessons.keep(None, "three", stage=Stage.FINAL)
    lessons.set_state(tried.id, LessonState.TRIED)
    lessons.set_state(helped.id, LessonState.HELPED)
    counts = lesson_list.counts()
    assert (counts["all"], counts["to_bring"], counts["helped"], counts["for_final"]) == (
        *(3, 2, 1),
        2,
    )
    assert set(lesson_list.ids(chip="to_bring")) == {kept.id, tried.id}
    assert set(lesson_list.ids(chip="for_final")) == {kept.id, helped.id}
    assert lesson_list.counts().keys() == lesson_list.chips().keys()


def test_words_are_found_in_the_text_and_the_company() -> None:
    lesson = lessons.keep(_rejection("Café Nord", date(2026, 10, 1)), "Bring a Number")
    lessons.keep(None, "Other")
    assert lesson_list.matching("number cafe") == [lesson.id]
    assert lesson_list.matching("number other") == []
    assert lesson_list.matching("  ") is None


def test_what_is_brought_depends_on_the_kind_of_interview() -> None:
    lessons.keep(None, "any")
    lessons.keep(None, "final only", stage=Stage.FINAL)
    dropped = lessons.keep(None, "no use", stage=Stage.FINAL)
    lessons.set_state(dropped.id, LessonState.DID_NOT_HELP)
    assert lessons.count_to_bring(["final", "screening"]) == {"final": 2, "screening": 1}


def test_a_kind_of_interview_that_is_none_is_refused() -> None:
    lesson = lessons.keep(None, "any")
    with pytest.raises(RefusedError):
        lessons.set_stage(lesson.id, "tea")
    lessons.set_stage(lesson.id, "screening")
    found = lessons.get(lesson.id)
    assert found is not None
    assert found.stage == "screening"
