"""Answers are kept whole; what was kept from them follows; what waits is offered in time."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.reflection import ANSWERS
from rebound_desktop.core.vocabulary import FollowUpKind, ReflectionPath, Stage
from rebound_desktop.store import (
    bad_news,
    changes,
    database,
    followups,
    lessons,
    reflections,
    rejections,
    stories,
)
from rebound_desktop.store.tables import Reflection

pytestmark = pytest.mark.usefixtures("store")

_HARD = "面接官は誰か 🙂 \"quoted\" 'x'\nsecond line\n\n" + "long " * 2000


@pytest.fixture
def reflection(store: Path) -> Reflection:
    rejection = bad_news.begin(
        "Contoso", "", on=clock.today(), reached=Stage.FINAL, path=ReflectionPath.ALL
    )
    found = rejections.reflection_of(rejection.id)
    assert found is not None
    return found


@pytest.mark.parametrize("field", ANSWERS)
def test_an_answer_survives_reopening_the_store(
    store: Path, reflection: Reflection, field: str
) -> None:
    reflections.save_answer(reflection.id, field, _HARD)
    database.close_store()
    database.open_store(store)
    assert getattr(Reflection.get_by_id(reflection.id), field) == _HARD


def test_typing_an_answer_is_one_undo_step(reflection: Reflection) -> None:
    for text in ("a", "as", "ask"):
        reflections.save_answer(reflection.id, "learned", text)
    changes.undo()
    assert Reflection.get().learned == ""


def test_a_kept_lesson_follows_its_answer_until_it_is_changed_elsewhere(
    reflection: Reflection,
) -> None:
    reflections.save_answer(reflection.id, "do_differently", "Ask who is")
    kept = lessons.keep(reflection.rejection_id, "Ask who is", "do_differently")
    reflections.save_answer(reflection.id, "do_differently", "Ask who is there ")
    assert lessons.of_rejection(reflection.rejection_id)[0].text == "Ask who is there"
    lessons.edit(kept.id, "Ask for the names of the panel")
    reflections.save_answer(reflection.id, "do_differently", "Something else")
    assert lessons.of_rejection(reflection.rejection_id)[0].text == "Ask for the names of the panel"


def test_a_lesson_of_an_emptied_answer_goes(reflection: Reflection) -> None:
    reflections.save_answer(reflection.id, "learned", "They ask about money")
    lessons.keep(reflection.rejection_id, "They ask about money", "learned")
    reflections.save_answer(reflection.id, "learned", "")
    assert lessons.of_rejection(reflection.rejection_id) == []


def test_a_kept_story_follows_its_answer_until_it_is_changed_elsewhere(
    reflection: Reflection,
) -> None:
    rejection = reflection.rejection_id
    reflections.save_answer(reflection.id, "did_well", "I stayed calm")
    story = stories.add({"moment": "I stayed calm"}, rejection_id=rejection)
    reflections.save_answer(reflection.id, "did_well", "I stayed calm throughout")
    found = reflections.kept_story(rejection)
    assert found is not None
    assert (found.moment, found.title) == ("I stayed calm throughout",) * 2
    stories.edit(story.id, {"title": "Calm", "moment": "Calm under fire"})
    reflections.save_answer(reflection.id, "did_well", "Another answer")
    found = reflections.kept_story(rejection)
    assert found is not None
    assert (found.title, found.moment) == ("Calm", "Calm under fire")


def test_the_two_stories_of_a_reflection_are_told_apart(reflection: Reflection) -> None:
    rejection = reflection.rejection_id
    stories.add({"moment": "Kept"}, rejection_id=rejection)
    stories.add({"title": "Written", "action": "I wrote"}, rejection_id=rejection)
    kept, written = reflections.kept_story(rejection), reflections.written_story(rejection)
    assert kept is not None
    assert written is not None
    assert (kept.moment, written.title) == ("Kept", "Written")


def test_what_waits_is_offered_from_its_day_on(
    reflection: Reflection, monkeypatch: pytest.MonkeyPatch
) -> None:
    reflections.pause(reflection.id, 3)
    waiting = reflections.waiting()
    assert [(each.id, each.page, each.state) for each in waiting] == [(reflection.id, 3, "paused")]
    assert waiting[0].rejection.application.company == "Contoso"
    tomorrow = clock.today() + timedelta(days=1)
    reflections.put_off(reflection.id, tomorrow)
    assert reflections.waiting() == []
    monkeypatch.setenv("REBOUND_TODAY", tomorrow.isoformat())
    assert len(reflections.waiting()) == 1
    reflections.finish(reflection.id)
    assert reflections.waiting() == []


def test_a_reminder_is_one_and_is_done_with_the_reflection(reflection: Reflection) -> None:
    reflections.remind(reflection.id, date(2030, 1, 1), "Go on")
    reflections.remind(reflection.id, date(2030, 1, 2), "Go on")
    assert [(each.kind, each.due_on) for each in followups.open_ones()] == [
        (FollowUpKind.REFLECT, date(2030, 1, 2))
    ]
    reflections.finish(reflection.id)
    assert followups.open_ones() == []


def test_a_finished_reflection_stays_finished(reflection: Reflection) -> None:
    reflections.finish(reflection.id)
    reflections.pause(reflection.id, 2)
    assert Reflection.get().state == "finished"


def test_beginning_twice_gives_the_same(reflection: Reflection) -> None:
    assert reflections.begin(reflection.rejection_id).id == reflection.id
