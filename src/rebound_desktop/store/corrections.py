"""Correcting a history: a mistaken event is retracted, and a right one may take its place."""

from contextlib import suppress
from datetime import date

from rebound_desktop.core.stages import STAGE_OF_EVENT, Fact, derive
from rebound_desktop.core.vocabulary import EventKind, Stage
from rebound_desktop.store import applications, rejections
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Event, Rejection


def retract(event_id: int) -> None:
    """Take a mistaken event out of the history, and out of every figure that rests on it.

    It stays on record. A rejection that was logged with the event goes into the bin.
    """
    with write("Correct history"):
        application_id = Event.get_by_id(event_id).application_id
        before = _reached(application_id)
        applications.retract_event(event_id)
        _let_endings_follow(application_id, before)


def replace(
    event_id: int,
    kind: EventKind,
    on: date,
    *,
    at_time: str = "",
    note: str = "",
    answer_by: date | None = None,
) -> Event:
    """Put a right event in the place of a mistaken one, in one undo step; return it.

    Raises RefusedError for a day that cannot be, and for an event that closed the application
    with a rejection: that is corrected where the rejection is.
    """
    mistaken = Event.get_by_id(event_id)
    if rejection_of(event_id) is not None:
        raise RefusedError("kind", "Correct this one on the page Rejections.")
    with write("Correct history"):
        application_id = mistaken.application_id
        before = _reached(application_id)
        right = applications.record_event(
            application_id,
            kind,
            on,
            at_time=at_time,
            note=note,
            stage=Stage(mistaken.stage) if mistaken.stage and kind == mistaken.kind else None,
            answer_by=answer_by,
        )
        if on == mistaken.on_date:
            applications.repeat_later_events(application_id, on, event_id, right.id)
        applications.retract_event(event_id)
        _let_endings_follow(application_id, before)
    return right


def rejection_of(event_id: int) -> int | None:
    """Return the id of the rejection that an event belongs to, or None."""
    found = Rejection.get_or_none(Rejection.event == event_id, Rejection.deleted_at.is_null())
    return int(found.id) if found is not None else None


def _reached(application_id: int) -> Stage:
    """Return how far the steps alone show the process to have come."""
    return derive(
        Fact(EventKind(each.kind), each.on_date, order)
        for order, each in enumerate(applications.history(application_id))
        if each.kind in STAGE_OF_EVENT
    ).furthest


def _let_endings_follow(application_id: int, before: Stage) -> None:
    """Where an ending came as far as the steps did, it does so after the correction too."""
    now = _reached(application_id)
    endings = Rejection.select().where(
        Rejection.application == application_id,
        Rejection.reached == before,
        Rejection.deleted_at.is_null(),
    )
    for each in endings if now != before and now != Stage.ACCEPTED else ():
        # A history that was odd before stays as it is.
        with suppress(RefusedError):
            rejections.correct(each.id, reached=now)
