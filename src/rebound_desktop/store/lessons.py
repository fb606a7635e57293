"""Lessons: things to do next time."""

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import storable
from rebound_desktop.core.vocabulary import LessonState
from rebound_desktop.store import bin
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Lesson


def keep(rejection_id: int, text: str, origin: str = "", stage: str = "") -> Lesson:
    """Keep a lesson from a rejection; return it.

    ``origin`` names the answer it comes from, ``stage`` the kind of interview it is for (empty:
    any). Raises RefusedError without a text.
    """
    with write("Keep lesson"):
        made: Lesson = Lesson.create(
            rejection=rejection_id, text=_checked(text), origin=origin, stage=stage
        )
    return made


def edit(lesson_id: int, text: str, *, merge: str = "") -> None:
    """Change a lesson's text. Raises RefusedError where it would be emptied."""
    text = _checked(text)
    with write("Edit lesson", merge=merge):
        lesson = Lesson.get_by_id(lesson_id)
        lesson.text = text
        lesson.save()


def set_state(lesson_id: int, state: LessonState) -> None:
    """Say what became of a lesson; the day on which it was first tried is noted."""
    with write("Lesson"):
        lesson = Lesson.get_by_id(lesson_id)
        lesson.state = state
        if state == LessonState.KEPT:
            lesson.tried_on = None
        elif lesson.tried_on is None:
            lesson.tried_on = clock.today()
        lesson.save()


def delete(lesson_id: int) -> None:
    """Put a lesson into the bin."""
    bin.delete("lessons", [lesson_id], label="Delete lesson")


def of_rejection(rejection_id: int) -> list[Lesson]:
    """Return the lessons from a rejection in the order in which they were kept."""
    return list(
        Lesson.select()
        .where(Lesson.rejection == rejection_id, Lesson.deleted_at.is_null())
        .order_by(Lesson.id)
    )


def kept_from(rejection_id: int, origin: str) -> Lesson | None:
    """Return the lesson that was kept from an answer, such as "do_differently", or None."""
    return next((each for each in of_rejection(rejection_id) if each.origin == origin), None)


def _checked(text: str) -> str:
    text = storable(text).strip()
    if not text:
        raise RefusedError("text", "Write in a few words what you will do next time.")
    return text
