"""Follow-ups: what there is to do, by day."""

from datetime import date
from typing import Any

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import one_line, storable
from rebound_desktop.core.vocabulary import FollowUpKind, FollowUpState
from rebound_desktop.store import bin
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import FollowUp


def add(
    kind: FollowUpKind, title: str, due_on: date, *, note: str = "", draft: str = "", **links: Any
) -> FollowUp:
    """Add a follow-up for a day; return it.

    ``links`` name what it belongs to, as records or ids: application, rejection, person,
    feedback_request, plan; and ``at_time``. Raises RefusedError without a title.
    """
    title = one_line(title)
    if not title:
        raise RefusedError("title", "Write in a few words what there is to do.")
    with write("New follow-up"):
        made: FollowUp = FollowUp.create(
            kind=kind,
            title=title,
            due_on=due_on,
            note=storable(note),
            draft=storable(draft),
            **links,
        )
    return made


def finish(follow_up_id: int) -> None:
    """Mark a follow-up as done today."""
    _settle(follow_up_id, FollowUpState.DONE, "Done")


def drop(follow_up_id: int) -> None:
    """Mark a follow-up as dropped: it will not be done, and that is fine."""
    _settle(follow_up_id, FollowUpState.DROPPED, "Drop")


def move(follow_up_id: int, day: date) -> None:
    """Give a follow-up another day."""
    with write("Move"):
        follow_up = FollowUp.get_by_id(follow_up_id)
        follow_up.due_on = day
        follow_up.save()


def delete(follow_up_id: int) -> None:
    """Put a follow-up into the bin."""
    bin.delete("follow_ups", [follow_up_id], label="Delete follow-up")


def open_ones() -> list[FollowUp]:
    """Return what is still to do, the earliest first."""
    return list(
        FollowUp.select()
        .where(FollowUp.deleted_at.is_null(), FollowUp.state == FollowUpState.OPEN)
        .order_by(FollowUp.due_on, FollowUp.at_time, FollowUp.id)
    )


def count_due() -> int:
    """Return how many follow-ups are due today or before."""
    count: int = (
        FollowUp.select()
        .where(
            FollowUp.deleted_at.is_null(),
            FollowUp.state == FollowUpState.OPEN,
            FollowUp.due_on <= clock.today(),
        )
        .count()
    )
    return count


def _settle(follow_up_id: int, state: FollowUpState, label: str) -> None:
    with write(label):
        follow_up = FollowUp.get_by_id(follow_up_id)
        follow_up.state = state
        follow_up.done_on = clock.today()
        follow_up.save()
