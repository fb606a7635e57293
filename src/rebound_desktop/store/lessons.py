"""Lessons: things to do next time."""

from collections.abc import Iterable

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import storable
from rebound_desktop.core.vocabulary import LessonState, Stage
from rebound_desktop.store import bin
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Lesson, database

#: The kinds of interview that a lesson can be for, in their order.
STAGES = (Stage.SCREENING, Stage.ASSESSMENT, Stage.INTERVIEWING, Stage.FINAL)
#: The states in which a lesson is brought to the next interview.
TO_BRING = (LessonState.KEPT, LessonState.TRIED)
#: Where a lesson from an answer of the company comes from; others come from the reflection.
FROM_FEEDBACK = "feedback"


def keep(
    rejection_id: int | None,
    text: str,
    origin: str = "",
    stage: str = "",
    feedback_request_id: int | None = None,
) -> Lesson:
    """Keep a lesson, from a rejection or from none; return it.

    ``origin`` names the answer it comes from, ``stage`` the kind of interview it is for (empty:
    any). Raises RefusedError without a text, and for a stage that has no interview.
    """
    _check_stage(stage)
    with write("Keep lesson"):
        made: Lesson = Lesson.create(
            rejection=rejection_id,
            text=_checked(text),
            origin=origin,
            stage=stage,
            feedback_request=feedback_request_id,
        )
    return made


def set_stage(lesson_id: int, stage: str) -> None:
    """Say for which kind of interview a lesson is; empty: any. Raises RefusedError as above."""
    _check_stage(stage)
    with write("Lesson"):
        lesson = Lesson.get_by_id(lesson_id)
        lesson.stage = stage
        lesson.save()


def get(lesson_id: int) -> Lesson | None:
    """Return a lesson that is not in the bin, or None."""
    found: Lesson | None = Lesson.get_or_none(Lesson.id == lesson_id, Lesson.deleted_at.is_null())
    return found


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


def from_request(request_id: int) -> list[Lesson]:
    """Return the lessons that were kept from an answer, in their order."""
    return list(
        Lesson.select()
        .where(Lesson.feedback_request == request_id, Lesson.deleted_at.is_null())
        .order_by(Lesson.id)
    )


def count_to_bring(stages: Iterable[str]) -> dict[str, int]:
    """Return how many lessons there are to bring to an interview of each stage.

    Those that helped are habits by now, and those that did not are dropped.
    """
    states = ", ".join(f"'{state}'" for state in TO_BRING)
    rows = database.execute_sql(
        "SELECT stage, count(*) FROM lessons "
        f"WHERE deleted_at IS NULL AND state IN ({states}) GROUP BY stage"
    ).fetchall()
    found = {str(stage): int(count) for stage, count in rows}
    return {each: found.get("", 0) + (found.get(each, 0) if each else 0) for each in stages}


def kept_from(rejection_id: int, origin: str) -> Lesson | None:
    """Return the lesson that was kept from an answer, such as "do_differently", or None."""
    return next((each for each in of_rejection(rejection_id) if each.origin == origin), None)


def _checked(text: str) -> str:
    text = storable(text).strip()
    if not text:
        raise RefusedError("text", "Write in a few words what you will do next time.")
    return text


def _check_stage(stage: str) -> None:
    if stage and stage not in set(Stage):
        raise RefusedError("stage", "Choose a kind of interview from the list.")
