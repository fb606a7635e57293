"""Rejections: logging a no, correcting it, and the rows of the log."""

from datetime import date, timedelta
from typing import Any

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import storable
from rebound_desktop.core.stages import EVENT_OF_OUTCOME, STAGE_OF_EVENT
from rebound_desktop.core.vocabulary import (
    REACHABLE_STAGES,
    Basis,
    Control,
    EventKind,
    HowTold,
    Outcome,
    ReasonCode,
    Stage,
)
from rebound_desktop.store import applications
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application, Reason, Reflection, Rejection

#: The endings that make a rejection; "my choice" and "accepted" make none.
OUTCOMES = (Outcome.NO, Outcome.NO_REPLY, Outcome.ROLE_WITHDRAWN)

#: What shows that a process went on.
_STEPS = frozenset(STAGE_OF_EVENT) - {EventKind.FOUND}


def log(
    application_id: int,
    *,
    on: date,
    reached: Stage,
    outcome: Outcome = Outcome.NO,
    how_told: HowTold | None = None,
    their_words: str = "",
    notes: str = "",
) -> Rejection:
    """Close an application with a rejection; return it.

    ``on`` is the day of the news, ``reached`` the furthest stage of the process. Raises
    RefusedError for a day in the future, before the first event, or a stage nobody reaches.
    """
    check_date(on, application_id)
    check_reached(reached)
    if outcome not in OUTCOMES:
        raise RefusedError("outcome", "Choose how it ended: a no, no reply, or role withdrawn.")
    with write("Log rejection"):
        event = applications.record_event(
            application_id, EVENT_OF_OUTCOME[outcome], on, stage=reached
        )
        rejection: Rejection = Rejection.create(
            application=application_id,
            event=event,
            on_date=on,
            outcome=outcome,
            reached=reached,
            how_told=how_told or "",
            their_words=storable(their_words),
            notes=storable(notes),
        )
    return rejection


def correct(
    rejection_id: int,
    *,
    on: date | None = None,
    reached: Stage | None = None,
    outcome: Outcome | None = None,
) -> None:
    """Correct the facts of a rejection: its event is retracted and a right one appended.

    What is None stays. Raises RefusedError as :func:`log` does.
    """
    rejection = Rejection.get_by_id(rejection_id)
    day = on or rejection.on_date
    stage = reached or Stage(rejection.reached)
    ending = outcome or Outcome(rejection.outcome)
    check_date(day, rejection.application_id, rejection.event_id)
    check_reached(stage)
    if (day, stage, ending) == (rejection.on_date, rejection.reached, rejection.outcome):
        return
    with write("Correct rejection", merge=f"rejection-{rejection_id}-facts"):
        mistaken = rejection.event_id
        rejection.event = applications.record_event(
            rejection.application_id, EVENT_OF_OUTCOME[ending], day, stage=stage
        )
        applications.repeat_later_events(
            rejection.application_id, day, mistaken or 0, rejection.event_id or 0
        )
        rejection.on_date = day
        rejection.reached = stage
        rejection.outcome = ending
        rejection.save()
        # Only now: an event that is retracted takes its rejection along.
        if mistaken is not None:
            applications.retract_event(mistaken)


def edit(rejection_id: int, *, merge: str = "", **values: str) -> None:
    """Change texts of a rejection: ``how_told``, ``their_words``, ``notes``.

    Raises ValueError for any other column.
    """
    unknown = set(values) - {"how_told", "their_words", "notes"}
    if unknown:
        raise ValueError(f"not texts of a rejection: {sorted(unknown)}")
    with write("Edit rejection", merge=merge):
        rejection = Rejection.get_by_id(rejection_id)
        for name, value in values.items():
            setattr(rejection, name, storable(value))
        rejection.save()


def check_date(on: date, application_id: int, own_event_id: int | None = None) -> None:
    """Raise RefusedError where a no cannot have come on this day for this application."""
    if on > clock.today():
        raise RefusedError("on_date", "This day is in the future; the news came today or before.")
    if on.year < 1950:
        raise RefusedError("on_date", "This year looks mistyped; use a year after 1950.")
    history = [each for each in applications.history(application_id) if each.id != own_event_id]
    if any(each.kind == EventKind.APPLIED and each.on_date > on for each in history):
        raise RefusedError(
            "on_date", "This is before the day you applied; correct one of the two days."
        )
    # A step after the no would open the application again, unless that was what happened.
    reopened = [
        each.on_date for each in history if each.kind == EventKind.REOPENED and each.on_date >= on
    ]
    until = min(reopened, default=clock.today() + timedelta(days=1))
    if any(each.kind in _STEPS and on < each.on_date < until for each in history):
        raise RefusedError(
            "on_date",
            "The history has a step after this day; choose a later day, or correct the history.",
        )


def check_reached(reached: str) -> None:
    """Raise RefusedError where a text is no stage that a process can reach."""
    if reached not in REACHABLE_STAGES or reached == Stage.ACCEPTED:
        raise RefusedError("reached", "Choose a stage from the list, from interested to offer.")


def set_reason(
    rejection_id: int,
    code: str,
    *,
    basis: str = Basis.GUESS,
    control: str = Control.UNKNOWN,
    label: str = "",
) -> Reason:
    """Add a reason to a rejection, or change the one of the same code and label; return it.

    ``label`` is the person's own name for a reason of code "other". Raises RefusedError for a
    code, basis or control that is none, and for "other" without a label.
    """
    if code not in set(ReasonCode) or basis not in set(Basis) or control not in set(Control):
        raise RefusedError("reason", "Choose a reason from the list, or write your own.")
    label = storable(label).strip()
    if code == ReasonCode.OTHER and not label:
        raise RefusedError("reason", "Write the reason in a few words.")
    with write("Set reason"):
        reason: Reason | None = Reason.get_or_none(
            Reason.rejection == rejection_id,
            Reason.code == code,
            Reason.label == label,
            Reason.deleted_at.is_null(),
        )
        if reason is None:
            reason = Reason(rejection=rejection_id, code=code, label=label)
        reason.basis = basis
        reason.control = control
        reason.save()
    return reason


def remove_reason(reason_id: int) -> None:
    """Take a reason away."""
    with write("Remove reason"):
        Reason.delete().where(Reason.id == reason_id).execute()


def reasons(rejection_id: int) -> list[Reason]:
    """Return the reasons of a rejection, told ones first."""
    return list(
        Reason.select()
        .where(Reason.rejection == rejection_id, Reason.deleted_at.is_null())
        .order_by(Reason.basis.desc(), Reason.id)
    )


def get(rejection_id: int) -> Rejection | None:
    """Return a rejection that is not in the bin, with its application, or None."""
    found: Any = (
        Rejection.select(Rejection, Application)
        .join(Application)
        .where(Rejection.id == rejection_id, Rejection.deleted_at.is_null())
        .first()
    )
    return found if isinstance(found, Rejection) else None


def reflection_of(rejection_id: int) -> Reflection | None:
    """Return the reflection on a rejection, or None where none was begun."""
    found: Reflection | None = Reflection.get_or_none(
        Reflection.rejection == rejection_id, Reflection.deleted_at.is_null()
    )
    return found
