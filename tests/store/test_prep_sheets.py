"""Prep sheets: begun once for an interview, filled, and looked back on."""

from datetime import date
from pathlib import Path

import pytest

from rebound_desktop.core.vocabulary import EventKind, LessonState, Stage
from rebound_desktop.store import (
    applications,
    changes,
    lessons,
    people,
    prep_sheets,
    questions,
    rejections,
    stories,
)
from rebound_desktop.store.tables import PrepSheet

TODAY = date(2026, 11, 22)
ADVERT = "You calm angry customers and lead a team under pressure."


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


@pytest.fixture
def tailspin(store: Path) -> int:
    made = applications.add(
        {"company": "Tailspin", "role": "Data Lead", "advert": ADVERT}, stage=Stage.APPLIED
    )
    return int(made.id)


def plan(application_id: int, day: int, kind: EventKind = EventKind.INTERVIEW) -> date:
    on = date(2026, 11, day)
    applications.record_event(application_id, kind, on, at_time="14:00")
    return on


def test_a_sheet_begins_with_what_is_known(tailspin: int) -> None:
    lena = people.add({"name": "Lena Fischer"})
    people.meet(tailspin, lena.id, "interviewer")
    on = plan(tailspin, 26)

    sheet = prep_sheets.begin(tailspin)

    assert (sheet.interview_on, sheet.at_time) == (on, "14:00")
    assert [each.name for each in prep_sheets.people_of(sheet.id)] == ["Lena Fischer"]
    assert 1 <= len(sheet.questions.split("\n")) <= 4
    assert prep_sheets.begin(tailspin).id == sheet.id
    assert prep_sheets.begin(tailspin, on).id == sheet.id


def test_each_interview_has_its_own_sheet(tailspin: int) -> None:
    undated = prep_sheets.begin(tailspin)
    first, second = plan(tailspin, 26), plan(tailspin, 30)

    assert prep_sheets.begin(tailspin).id == undated.id
    stored = prep_sheets.get(undated.id)
    assert stored is not None
    assert stored.interview_on == first
    assert prep_sheets.begin(tailspin, second).id != undated.id
    nearest = prep_sheets.nearest()
    assert nearest is not None
    assert nearest.id == undated.id


def test_the_order_of_stories_is_kept_and_undone(tailspin: int) -> None:
    sheet = prep_sheets.begin(tailspin)
    one, two, three = (stories.add({"title": each}).id for each in ("One", "Two", "Three"))

    prep_sheets.set_stories(sheet.id, [one, two, three])
    prep_sheets.set_stories(sheet.id, [three, one])
    assert [each.id for each in prep_sheets.stories_of(sheet.id)] == [three, one]
    changes.undo()
    assert [each.id for each in prep_sheets.stories_of(sheet.id)] == [one, two, three]
    stories.delete(two)
    assert [each.id for each in prep_sheets.stories_of(sheet.id)] == [one, three]


def test_texts_are_saved_as_typed(tailspin: int) -> None:
    sheet = prep_sheets.begin(tailspin)

    prep_sheets.edit(sheet.id, {"notes": "a"}, merge="notes")
    prep_sheets.edit(sheet.id, {"notes": "ab\nc", "place": " video \n call"}, merge="notes")

    stored = prep_sheets.get(sheet.id)
    assert stored is not None
    assert (stored.notes, stored.place) == ("ab\nc", "video call")
    changes.undo()
    stored = prep_sheets.get(sheet.id)
    assert stored is not None
    assert stored.notes == ""
    with pytest.raises(ValueError, match="not columns"):
        prep_sheets.edit(sheet.id, {"uuid": "x"})


def test_lessons_for_this_kind_of_interview_are_due(tailspin: int) -> None:
    plan(tailspin, 26, EventKind.FINAL_INTERVIEW)
    sheet = prep_sheets.begin(tailspin)
    other = applications.add({"company": "Contoso"})
    rejection = rejections.log(other.id, on=TODAY, reached=Stage.APPLIED).id
    any_kind = lessons.keep(rejection, "Breathe")
    final = lessons.keep(rejection, "Ask who decides", stage=Stage.FINAL)
    lessons.keep(rejection, "For the phone", stage=Stage.SCREENING)
    habit = lessons.keep(rejection, "A habit")
    lessons.set_state(habit.id, LessonState.HELPED)

    assert [each.id for each in prep_sheets.lessons_due(sheet)] == [final.id, any_kind.id]
    prep_sheets.set_lessons(sheet.id, [habit.id])
    assert habit.id in [each.id for each in prep_sheets.lessons_due(sheet)]


def test_what_was_told_to_the_company_before_is_known(tailspin: int) -> None:
    earlier = applications.add({"company": "TAILSPIN"})
    elsewhere = applications.add({"company": "Contoso"})
    one, two = (stories.add({"title": each}).id for each in ("One", "Two"))
    stories.tell(one, date(2026, 11, 3), application_id=earlier.id)
    stories.tell(two, date(2026, 11, 4), application_id=elsewhere.id)

    assert prep_sheets.told_there(prep_sheets.begin(tailspin)) == {one: date(2026, 11, 3)}


def test_a_debrief_notes_all_in_one_step(tailspin: int) -> None:
    on = plan(tailspin, 20)
    sheet = prep_sheets.begin(tailspin, on)
    story = stories.add({"title": "One"}).id
    rejection = rejections.log(
        applications.add({"company": "Contoso"}).id, on=TODAY, reached=Stage.APPLIED
    ).id
    lesson = lessons.keep(rejection, "Breathe")
    assert prep_sheets.is_debrief_due(sheet)

    prep_sheets.debrief(
        sheet.id,
        told={story: "well"},
        asked=["What would you stop?", " "],
        tried={lesson.id: LessonState.HELPED},
    )

    (telling,) = stories.tellings_of(story)
    assert (telling.on_date, telling.landed, telling.to_whom) == (on, "well", "Tailspin")
    assert questions.listed()[0].text == "What would you stop?"
    assert questions.listed()[0].company == "Tailspin"
    assert not prep_sheets.is_debrief_due(PrepSheet.get_by_id(sheet.id))
    prep_sheets.debrief(sheet.id, told={story: "so_so"})
    (telling,) = stories.tellings_of(story)
    assert telling.landed == "so_so"
    changes.undo()
    changes.undo()
    assert stories.tellings_of(story) == []
    assert prep_sheets.is_debrief_due(PrepSheet.get_by_id(sheet.id))


def test_a_sheet_goes_with_its_application(tailspin: int) -> None:
    sheet = prep_sheets.begin(tailspin)

    applications.delete(tailspin)

    assert prep_sheets.get(sheet.id) is None
    assert prep_sheets.nearest() is None
