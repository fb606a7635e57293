"""Reflections: the wizard's answers, where it was left, and what waits to go on."""

from datetime import date

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import one_line, storable
from rebound_desktop.core.reflection import ANSWERS, LESSON_ANSWERS, Step
from rebound_desktop.core.story_parts import title_from
from rebound_desktop.core.vocabulary import (
    FollowUpKind,
    FollowUpState,
    ReflectionPath,
    ReflectionState,
)
from rebound_desktop.store import bin, followups, lessons, stories
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import (
    Application,
    FollowUp,
    Reflection,
    Rejection,
    Story,
    Telling,
)


def begin(
    rejection_id: int,
    path: ReflectionPath = ReflectionPath.ALL,
    step: Step = Step.WHAT_HAPPENED,
) -> Reflection:
    """Begin the reflection on a rejection; return it, or the one that was begun before."""
    found: Reflection | None = Reflection.get_or_none(Reflection.rejection == rejection_id)
    if found is not None and found.deleted_at is None:
        return found
    with write("Begin reflection"):
        if found is not None:  # there can be one a rejection: it comes back from the bin
            found.deleted_at = None
            found.save()
            return found
        made: Reflection = Reflection.create(rejection=rejection_id, path=path, page=step)
    return made


def save_answer(reflection_id: int, field: str, text: str) -> None:
    """Store the answer in one of the columns that ``core.reflection.ANSWERS`` names.

    A lesson or story that was kept from the answer follows, unless it was changed elsewhere.
    Raises ValueError for any other column.
    """
    if field not in ANSWERS:
        raise ValueError(f"not an answer of a reflection: {field}")
    text = storable(text)
    merge = f"reflection-{reflection_id}-{field}"
    with write("Write answer", merge=merge):
        reflection = Reflection.get_by_id(reflection_id)
        before = str(getattr(reflection, field))
        setattr(reflection, field, text)
        reflection.save()
        if field in LESSON_ANSWERS:
            _let_lesson_follow(reflection.rejection_id, field, before, text)
        elif field == "did_well":
            _let_story_follow(reflection.rejection_id, before, text)


def _let_lesson_follow(rejection_id: int, field: str, before: str, after: str) -> None:
    lesson = lessons.kept_from(rejection_id, field)
    if lesson is None or lesson.text != before.strip():
        return
    if after.strip():
        lessons.edit(lesson.id, after)
    else:
        lessons.delete(lesson.id)


def _let_story_follow(rejection_id: int, before: str, after: str) -> None:
    story = kept_story(rejection_id)
    if story is None or story.moment != before.strip():
        return
    if not after.strip():
        stories.delete(story.id)
        return
    values = {"moment": after.strip()}
    title = title_from({"moment": before.strip()})
    if story.title == title:
        values["title"] = title_from(values)
    stories.edit(story.id, values)


def kept_story(rejection_id: int) -> Story | None:
    """Return the story that was kept from "what did you do well", or None.

    It is the one of this rejection with a moment; a story written in four parts has none.
    """
    return next((each for each in _stories_of(rejection_id) if each.moment), None)


def written_story(rejection_id: int) -> Story | None:
    """Return the story that was written out within the reflection, or None."""
    return next((each for each in _stories_of(rejection_id) if not each.moment), None)


def _stories_of(rejection_id: int) -> list[Story]:
    return list(
        Story.select()
        .where(Story.rejection == rejection_id, Story.deleted_at.is_null())
        .order_by(Story.id.desc())
    )


def stories_told(rejection_id: int, to_whom: str) -> list[Story]:
    """Return the stories that were told to somebody for the application of a rejection."""
    application = Rejection.get_by_id(rejection_id).application_id
    return list(
        Story.select(Story)
        .join(Telling)
        .where(
            Telling.application == application,
            Telling.to_whom == one_line(to_whom),
            Telling.deleted_at.is_null(),
            Story.deleted_at.is_null(),
        )
        .order_by(Telling.id)
    )


def set_path(reflection_id: int, path: ReflectionPath) -> None:
    """Choose which pages are walked."""
    with write("Choose path", merge=f"reflection-{reflection_id}-place"):
        reflection = Reflection.get_by_id(reflection_id)
        reflection.path = path
        reflection.save()


def go_to(reflection_id: int, page: int) -> None:
    """Note the page that is shown, so that the wizard opens there again."""
    with write("Turn page", merge=f"reflection-{reflection_id}-place"):
        reflection = Reflection.get_by_id(reflection_id)
        if reflection.page != page:
            reflection.page = page
            reflection.save()


def pause(reflection_id: int, page: int) -> None:
    """Leave a reflection at a page for later; a finished one stays finished."""
    with write("Finish later", merge=f"reflection-{reflection_id}-place"):
        reflection = Reflection.get_by_id(reflection_id)
        if reflection.state == ReflectionState.FINISHED:
            return
        reflection.page = page
        reflection.state = ReflectionState.PAUSED
        reflection.save()


def finish(reflection_id: int) -> None:
    """Finish a reflection today; reminders of it are done."""
    with write("Finish reflection"):
        reflection = Reflection.get_by_id(reflection_id)
        reflection.state = ReflectionState.FINISHED
        reflection.page = Step.STAND_UP
        reflection.finished_on = reflection.finished_on or clock.today()
        reflection.not_before = None
        reflection.save()
        for reminder in _reminders(reflection.rejection_id):
            followups.finish(reminder.id)


def put_off(reflection_id: int, day: date) -> None:
    """Offer a reflection on Today from a day on, not before."""
    with write("Put off"):
        reflection = Reflection.get_by_id(reflection_id)
        reflection.not_before = day
        reflection.save()


def remind(reflection_id: int, day: date, title: str) -> None:
    """Make a follow-up for going on with a reflection on a day, or move the one there is."""
    with write("Remind"):
        reflection = Reflection.get_by_id(reflection_id)
        reminders = _reminders(reflection.rejection_id)
        if reminders:
            followups.move(reminders[0].id, day)
            return
        followups.add(
            FollowUpKind.REFLECT,
            title,
            day,
            rejection=reflection.rejection_id,
            application=Rejection.get_by_id(reflection.rejection_id).application_id,
        )


def forget_reminder(reflection_id: int) -> None:
    """Take back the follow-up for going on with a reflection."""
    reflection = Reflection.get_by_id(reflection_id)
    bin.delete(
        "follow_ups",
        [each.id for each in _reminders(reflection.rejection_id)],
        label="No reminder",
    )


def _reminders(rejection_id: int) -> list[FollowUp]:
    return list(
        FollowUp.select().where(
            FollowUp.rejection == rejection_id,
            FollowUp.kind == FollowUpKind.REFLECT,
            FollowUp.state == FollowUpState.OPEN,
            FollowUp.deleted_at.is_null(),
        )
    )


def waiting() -> list[Reflection]:
    """Return the reflections that can go on today, the newest news first.

    Each comes with its rejection and that one's application.
    """
    return list(
        Reflection.select(Reflection, Rejection, Application)
        .join(Rejection)
        .join(Application)
        .where(
            Reflection.state.in_((ReflectionState.OPEN, ReflectionState.PAUSED)),
            Reflection.not_before.is_null() | (Reflection.not_before <= clock.today()),
            Reflection.deleted_at.is_null(),
            Rejection.deleted_at.is_null(),
        )
        .order_by(Rejection.on_date.desc(), Reflection.id.desc())
    )
