"""Prep sheets: what goes to one interview, and what came of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import one_line
from rebound_desktop.core.stages import STAGE_OF_EVENT
from rebound_desktop.core.vocabulary import EventKind, LessonState
from rebound_desktop.store import applications, lessons, people, questions, stories, upcoming
from rebound_desktop.store.applications import PLANNED
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import (
    Application,
    Event,
    Lesson,
    Person,
    PrepSheet,
    PrepSheetLesson,
    PrepSheetPerson,
    PrepSheetStory,
    Record,
    Story,
    Telling,
)
from rebound_desktop.store.typed_texts import cleaned
from rebound_desktop.store.upcoming import Coming

#: Tables whose changes change what a sheet shows.
TABLES = (
    "prep_sheets",
    "prep_sheet_stories",
    "prep_sheet_lessons",
    "prep_sheet_people",
    "applications",
    "application_people",
    "events",
    "people",
    "stories",
    "tellings",
    "lessons",
)
#: Columns that a person edits as text.
EDITABLE = ("at_time", "place", "questions", "own_questions", "notes")
_LONG = frozenset({"questions", "own_questions", "notes"})
#: How many of the likely questions stand on a new sheet.
_LIKELY = 4
#: How many interviews, and how many other applications, are offered.
_OFFERED = 12


def begin(application_id: int, on: date | None = None) -> PrepSheet:
    """Return the sheet of an application for the interview on a day, made where there is none.

    Without a day it is the next interview that is agreed, else the sheet that is not over yet. A
    new sheet has the people met so far, and the questions that the advert makes likely.
    """
    event = _event(application_id, on)
    if event is not None:
        on = event.on_date
    found: PrepSheet | None = _existing(application_id, on)
    if found is not None:
        if on is not None and found.interview_on is None:
            set_day(found.id, on)
            found.interview_on = on
        return found
    application = Application.get_by_id(application_id)
    with write("Prepare"):
        sheet: PrepSheet = PrepSheet.create(
            application=application_id,
            interview_on=on,
            at_time=event.at_time if event is not None else "",
            questions="\n".join(questions.likely(application.advert, _LIKELY)),
        )
        set_people(sheet.id, [each.id for each, _ in people.of_application(application_id)])
    return sheet


def _event(application_id: int, on: date | None) -> Event | None:
    """Return the interview of an application on a day, the next one if None."""
    event: Event | None = (
        Event.select()
        .where(
            Event.application == application_id,
            Event.on_date == on if on is not None else Event.on_date >= clock.today(),
            Event.kind.in_(PLANNED),
            Event.retracted_at.is_null(),
            Event.deleted_at.is_null(),
        )
        .order_by(Event.on_date, Event.created_at, Event.uuid)
        .first()
    )
    return event


def _existing(application_id: int, on: date | None) -> PrepSheet | None:
    sheets: list[PrepSheet] = list(
        PrepSheet.select()
        .where(PrepSheet.application == application_id, PrepSheet.deleted_at.is_null())
        .order_by(PrepSheet.id.desc())
    )
    if on is not None:
        # A sheet that was begun before the day was known is the one for that day.
        return next(
            (each for day in (on, None) for each in sheets if each.interview_on == day), None
        )
    for each in sheets:
        if each.interview_on is None or each.interview_on >= clock.today():
            return each
    return None


def get(sheet_id: int) -> PrepSheet | None:
    """Return a sheet whose application is not in the bin, the application with it, or None."""
    found: PrepSheet | None = (
        PrepSheet.select(PrepSheet, Application)
        .join(Application)
        .where(
            PrepSheet.id == sheet_id,
            PrepSheet.deleted_at.is_null(),
            Application.deleted_at.is_null(),
        )
        .first()
    )
    return found


def nearest() -> PrepSheet | None:
    """Return the sheet for the next interview, else the one changed last, or None."""
    sheets: list[PrepSheet] = list(
        PrepSheet.select(PrepSheet, Application)
        .join(Application)
        .where(PrepSheet.deleted_at.is_null(), Application.deleted_at.is_null())
        .order_by(PrepSheet.changed_at.desc())
    )
    today = clock.today()
    coming = [
        (each.interview_on, each.id, each)
        for each in sheets
        if each.interview_on is not None and each.interview_on >= today
    ]
    return min(coming)[2] if coming else next(iter(sheets), None)


def edit(sheet_id: int, values: Mapping[str, str], *, merge: str = "") -> None:
    """Change texts of a sheet; ``values`` gives texts for columns in EDITABLE.

    Raises ValueError for any other column.
    """
    texts = cleaned(values, EDITABLE, _LONG)
    with write("Edit prep sheet", merge=merge):
        sheet = PrepSheet.get_by_id(sheet_id)
        for name, value in texts.items():
            setattr(sheet, name, value)
        sheet.save()


def set_day(sheet_id: int, on: date | None) -> None:
    """Say on which day the interview is; None: not known yet."""
    with write("Interview day"):
        sheet = PrepSheet.get_by_id(sheet_id)
        sheet.interview_on = on
        sheet.save()


def set_stories(sheet_id: int, story_ids: Sequence[int]) -> None:
    """Choose these stories, in this order, in place of those chosen before."""
    _set(PrepSheetStory, "story", sheet_id, story_ids, "Choose stories")


def set_lessons(sheet_id: int, lesson_ids: Sequence[int]) -> None:
    """Bring these lessons, in this order, in place of those before."""
    _set(PrepSheetLesson, "lesson", sheet_id, lesson_ids, "Choose lessons")


def set_people(sheet_id: int, person_ids: Sequence[int]) -> None:
    """Expect these people, in this order, in place of those before."""
    _set(PrepSheetPerson, "person", sheet_id, person_ids, "Choose people")


def _set(tie: type[Record], name: str, sheet_id: int, ids: Sequence[int], label: str) -> None:
    with write(label):
        row: Any = tie
        tie.delete().where(row.prep_sheet == sheet_id).execute()
        for position, each in enumerate(dict.fromkeys(ids)):
            tie.create(prep_sheet=sheet_id, position=position, **{name: each})


def _tied(record: type[Record], tie: type[Record], sheet_id: int) -> list[Any]:
    row: Any = tie
    return list(
        record.select()
        .join(tie)
        .where(row.prep_sheet == sheet_id, row.deleted_at.is_null(), record.deleted_at.is_null())
        .order_by(row.position, row.id)
    )


def stories_of(sheet_id: int) -> list[Story]:
    """Return the chosen stories in their order."""
    return _tied(Story, PrepSheetStory, sheet_id)


def lessons_of(sheet_id: int) -> list[Lesson]:
    """Return the lessons that the sheet brings, in their order."""
    return _tied(Lesson, PrepSheetLesson, sheet_id)


def people_of(sheet_id: int) -> list[Person]:
    """Return the people who are expected, in their order."""
    return _tied(Person, PrepSheetPerson, sheet_id)


def lessons_due(sheet: PrepSheet) -> list[Lesson]:
    """Return the lessons to keep in mind for this kind of interview, the newest first.

    Those that helped are habits by now, and those that did not are dropped; both stay on a sheet
    that brings them already.
    """
    event = _event(sheet.application_id, sheet.interview_on) if sheet.interview_on else None
    application = Application.get_by_id(sheet.application_id)
    stage = STAGE_OF_EVENT[EventKind(event.kind)] if event is not None else application.stage
    brought = [each.id for each in lessons_of(sheet.id)]
    return list(
        Lesson.select()
        .where(
            Lesson.deleted_at.is_null(),
            (
                Lesson.state.in_([LessonState.KEPT, LessonState.TRIED])
                & Lesson.stage.in_(["", str(stage)])
            )
            | Lesson.id.in_(brought),
        )
        .order_by(Lesson.id.desc())
    )


def told_there(sheet: PrepSheet) -> dict[int, date]:
    """Return the stories that were told to this company before the interview, with the last day."""
    key = Application.get_by_id(sheet.application_id).company_key
    if not key:
        return {}
    before = sheet.interview_on or clock.today()
    rows = (
        Telling.select(Telling.story, Telling.on_date)
        .join(Application)
        .where(
            Application.company_key == key,
            Application.deleted_at.is_null(),
            Telling.deleted_at.is_null(),
            Telling.on_date < before,
        )
        .order_by(Telling.on_date)
    )
    return {each.story_id: each.on_date for each in rows}


def is_debrief_due(sheet: PrepSheet) -> bool:
    """Say whether the interview is over and nothing was noted about it yet."""
    over = sheet.interview_on is not None and sheet.interview_on <= clock.today()
    return over and sheet.debriefed_on is None


def debrief(
    sheet_id: int,
    *,
    told: Mapping[int, str],
    asked: Sequence[str] = (),
    tried: Mapping[int, LessonState] | None = None,
) -> None:
    """Note what happened at the interview, all in one write.

    ``told`` gives how each story landed (a value of ``Landing``, or empty), ``asked`` the
    questions, which go into the list of questions, and ``tried`` what became of lessons. Noting
    it again corrects the tellings of that day. An empty debrief says that there is nothing to
    note.
    """
    sheet = PrepSheet.get_by_id(sheet_id)
    day = min(sheet.interview_on or clock.today(), clock.today())
    application = Application.get_by_id(sheet.application_id)
    noted = told_on(sheet)
    with write("Note the interview"):
        for story_id, landed in told.items():
            before = noted.get(story_id)
            if before is None:
                stories.tell(
                    story_id,
                    day,
                    to_whom=application.company,
                    application_id=application.id,
                    landed=landed,
                )
            else:
                stories.edit_telling(
                    before.id, day, before.to_whom, application.id, landed, before.note
                )
        for text in asked:
            if one_line(text):
                questions.add(text, application_id=application.id, asked_on=day)
        for lesson_id, state in (tried or {}).items():
            lessons.set_state(lesson_id, state)
        sheet.debriefed_on = clock.today()
        sheet.save()


def told_on(sheet: PrepSheet) -> dict[int, Telling]:
    """Return the tellings at the interview of a sheet, by story."""
    day = min(sheet.interview_on or clock.today(), clock.today())
    return {
        each.story_id: each
        for each in Telling.select().where(
            Telling.application == sheet.application_id,
            Telling.on_date == day,
            Telling.deleted_at.is_null(),
        )
    }


def take_advert(sheet_id: int, advert: str) -> None:
    """Give the sheet's application another advert, and a sheet without questions the likely ones.

    Undo takes back both.
    """
    with write("Advert"):
        sheet = PrepSheet.get_by_id(sheet_id)
        applications.edit(sheet.application_id, {"advert": advert})
        if not sheet.questions.strip():
            edit(sheet_id, {"questions": "\n".join(questions.likely(advert, _LIKELY))})


def offered() -> list[Coming]:
    """Return what can be prepared: the interviews to come, then the other open applications.

    An application without a day has today as its day and an empty kind.
    """
    coming = upcoming.coming_up(_OFFERED)
    known = {each.application_id for each in coming}
    return coming + [
        Coming(each.id, "", clock.today(), "", str(each.company), str(each.role))
        for each in applications.open_ones()[:_OFFERED]
        if each.id not in known
    ]
