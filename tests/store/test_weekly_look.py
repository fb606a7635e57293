"""The weekly look reads what was done, each thing once, and what was taken back is not told."""

from datetime import date
from pathlib import Path

import pytest

from rebound_desktop.core.vocabulary import FeedbackState, FollowUpKind, LessonState, Stage
from rebound_desktop.core.weekly_look import Week
from rebound_desktop.store import (
    applications,
    changes,
    feedback,
    followups,
    lessons,
    people,
    plans,
    reflections,
    rejections,
    stories,
    weekly_look,
)

SINCE, UNTIL = date(2027, 3, 20), date(2027, 3, 26)


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch, store: Path) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-22T12:00")


def _week() -> Week:
    return weekly_look.week(SINCE, UNTIL)


def test_an_empty_week_is_empty() -> None:
    assert _week() == Week()


def test_what_was_done_is_told_once_and_undo_takes_it_out(monkeypatch: pytest.MonkeyPatch) -> None:
    application = applications.add({"company": "Northwind"})
    rejection = rejections.log(application.id, on=date(2027, 3, 21), reached=Stage.APPLIED)
    sam = people.add({"name": "Sam Ortiz"})
    request = feedback.draft(rejection.id, person=sam.id)
    feedback.set_state(request.id, FeedbackState.SENT, date(2027, 3, 22))
    to_sam = followups.add(FollowUpKind.MESSAGE, "Write to Sam", SINCE, person=sam.id)
    followups.finish(to_sam.id)
    followups.finish(followups.add(FollowUpKind.OTHER, "Renew the pass", SINCE).id)
    followups.drop(followups.add(FollowUpKind.OTHER, "Dropped", SINCE).id)
    lesson = lessons.keep(rejection.id, "Ask who is on the panel")
    lessons.set_state(lesson.id, LessonState.TRIED)
    story = stories.add({"title": "Ovens and orders"})
    stories.tell(story.id, date(2027, 3, 23))
    stories.tell(story.id, date(2027, 3, 24))
    reflection = reflections.begin(rejection.id)
    reflections.finish(reflection.id)
    assert _week() == Week(
        finished=["Renew the pass"],
        written_to=["Sam Ortiz"],
        tried=["Ask who is on the panel"],
        told=["Ovens and orders"],
        written_down=["Ovens and orders"],
        looked_back=["Northwind"],
    )
    changes.undo()
    assert _week().looked_back == []


def test_other_weeks_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("2027-03-19T23:59", "2027-03-27T00:00"):
        monkeypatch.setenv("REBOUND_TODAY", day)
        stories.add({"title": f"Story of {day}"})
        followups.finish(followups.add(FollowUpKind.OTHER, day, SINCE).id)
    assert _week() == Week()
    for day in ("2027-03-20T00:00", "2027-03-26T23:59"):
        monkeypatch.setenv("REBOUND_TODAY", day)
        stories.add({"title": day})
    assert _week().written_down == ["2027-03-20T00:00", "2027-03-26T23:59"]


def test_the_plan_is_one_follow_up_that_grows_as_it_is_typed() -> None:
    assert weekly_look.open_plan() is None
    number = plans.save_free(0, "it", "", UNTIL, "If it, I will …")
    assert plans.save_free(number, "it rains", "I write", UNTIL, "If it rains, I write") == number
    (only,) = followups.open_ones()
    assert (only.kind, only.title, only.due_on) == ("plan", "If it rains, I write", UNTIL)
    found = weekly_look.open_plan()
    assert found is not None
    assert found.id == number
    followups.finish(only.id)
    assert weekly_look.open_plan() is None


def test_an_emptied_plan_is_gone() -> None:
    number = plans.save_free(0, "it rains", "", UNTIL, "If it rains, I will …")
    assert plans.save_free(number, " ", "", UNTIL, "") == 0
    assert followups.open_ones() == []
    assert plans.save_free(0, "", " ", UNTIL, "") == 0
