"""Applications and their history."""

from collections.abc import Sequence
from datetime import date, timedelta

from rebound_desktop.core import clock
from rebound_desktop.core.companies import company_key
from rebound_desktop.core.edit_vectors import just_after
from rebound_desktop.core.plain_text import storable
from rebound_desktop.core.stages import (
    EVENT_OF_STAGE,
    OUTCOME_OF_EVENT,
    Fact,
    Standing,
    derive,
)
from rebound_desktop.core.vocabulary import OPEN_STAGES, EventKind, Outcome, Stage
from rebound_desktop.store import bin
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application, Event, Rejection, database
from rebound_desktop.store.typed_texts import cleaned

#: Columns that a person edits; the others follow from the events.
EDITABLE = (
    "company",
    "role",
    "source",
    "link",
    "location",
    "salary",
    "tags",
    "advert",
    "notes",
)
_LONG = frozenset({"advert", "notes"})

#: What can be agreed on for a day to come; every other event is noted once it has happened.
PLANNED = frozenset(
    {
        EventKind.SCREEN,
        EventKind.ASSESSMENT,
        EventKind.INTERVIEW,
        EventKind.FINAL_INTERVIEW,
    }
)
#: How far ahead a day can be before it is taken for a mistyped year.
_FARTHEST = timedelta(days=730)


def add(
    values: dict[str, str],
    *,
    stage: Stage = Stage.INTERESTED,
    on: date | None = None,
) -> Application:
    """Add an application at a stage reached on a day (today if None); return it.

    ``values`` gives texts for the columns in EDITABLE. Raises RefusedError without a company or
    with a day in the future.
    """
    if not values.get("company", "").strip():
        raise RefusedError("company", "Write the company's name; everything else can wait.")
    with write("New application"):
        application: Application = Application.create(**_cleaned(values))
        record_event(application, EVENT_OF_STAGE[stage], on or clock.today())
    return application


def edit(application_id: int, values: dict[str, str], *, merge: str = "") -> None:
    """Change texts of an application; ``values`` as in :func:`add`, only what changes.

    Raises RefusedError where the company would be emptied.
    """
    if "company" in values and not values["company"].strip():
        raise RefusedError("company", "The company's name cannot be empty.")
    with write("Edit application", merge=merge):
        application = Application.get_by_id(application_id)
        for name, value in _cleaned(values).items():
            setattr(application, name, value)
        application.save()


def _cleaned(values: dict[str, str]) -> dict[str, str]:
    texts = cleaned(values, EDITABLE, _LONG)
    if "company" in texts:
        texts["company_key"] = company_key(texts["company"])
    return texts


def record_event(
    application: Application | int,
    kind: EventKind,
    on: date,
    *,
    at_time: str = "",
    note: str = "",
    stage: Stage | None = None,
    answer_by: date | None = None,
) -> Event:
    """Append an event to an application's history and derive its standing anew; return it.

    ``at_time`` is ``"14:00"`` or empty; ``stage`` says how far the process had come where the
    kind of event does not; ``answer_by`` is the day on which they wanted to answer. An ending
    takes planned events of later days out of the history, since they will not take place. Raises
    RefusedError for a day that cannot be.
    """
    check_day(kind, on)
    if answer_by is not None and not on <= answer_by <= on + _FARTHEST:
        raise RefusedError("answer_by", "This is before the day itself; choose a later day.")
    with write("Add to history"):
        if kind in OUTCOME_OF_EVENT:
            _cancel_plans(application, max(on, clock.today()))
        event: Event = Event.create(
            created_at=_after_the_last(application),
            application=application,
            kind=kind,
            on_date=on,
            at_time=at_time,
            note=storable(note),
            stage=stage or "",
            answer_by=answer_by,
        )
        refresh_standing(event.application_id)
    return event


def _after_the_last(application: Application | int) -> str:
    """Return the moment for a new event: what was written last counts last, whatever the clock."""
    latest = (
        Event.select(Event.created_at)
        .where(Event.application == application)
        .order_by(Event.created_at.desc())
        .first()
    )
    return just_after(latest.created_at if latest is not None else "", clock.utc_stamp())


def check_day(kind: EventKind, on: date) -> None:
    """Raise RefusedError where an event of a kind cannot be on a day."""
    today = clock.today()
    if on.year < 1950 or on > today + _FARTHEST:
        raise RefusedError("on_date", "This year looks mistyped; correct the date.")
    if on > today and kind not in PLANNED:
        raise RefusedError(
            "on_date", "This day is in the future; only calls, tasks and interviews are planned."
        )


def _cancel_plans(application: Application | int, after: date) -> list[Event]:
    """Take what is planned after a day out of the history; return it."""
    planned = list(
        Event.select().where(
            Event.application == application,
            Event.on_date > after,
            Event.retracted_at.is_null(),
            Event.deleted_at.is_null(),
        )
    )
    for event in planned:
        event.retracted_at = clock.utc_stamp()
        event.save()
    return planned


def retract_event(event_id: int) -> None:
    """Take a mistaken event out of the history; it stays on record but counts for nothing.

    A rejection that was logged with the event goes into the bin, with what belongs to it.
    """
    with write("Correct history"):
        event = Event.get_by_id(event_id)
        event.retracted_at = clock.utc_stamp()
        event.save()
        mistaken = Rejection.select(Rejection.id).where(
            Rejection.event == event_id, Rejection.deleted_at.is_null()
        )
        bin.delete("rejections", [each.id for each in mistaken], label="Correct history")
        refresh_standing(event.application_id)


def repeat_later_events(application_id: int, day: date, before: int, new: int) -> None:
    """Keep what came after an event on its own day behind it, where that was written anew.

    ``before`` is the id of the event as it was, ``new`` of the one that takes its place.
    """
    first, last = _written(before), _written(new)
    for event in history(application_id):
        if event.on_date == day and first < (event.created_at, event.uuid) < last:
            again = record_event(
                application_id,
                EventKind(event.kind),
                day,
                at_time=event.at_time,
                note=event.note,
                stage=Stage(event.stage) if event.stage else None,
                answer_by=event.answer_by,
            )
            for rejection in Rejection.select().where(Rejection.event == event.id):
                rejection.event = again
                rejection.save()
            retract_event(event.id)


def _written(event_id: int) -> tuple[str, str]:
    """Return what orders an event among those of its day; numbers differ between computers."""
    event = Event.get_or_none(Event.id == event_id)
    return (event.created_at, event.uuid) if event is not None else ("", "")


def delete(application_id: int) -> None:
    """Put an application and everything that belongs to it into the bin."""
    bin.delete("applications", [application_id], label="Delete application")


def move_to(application_id: int, stage: Stage) -> list[Event]:
    """Record that an application is at an open stage from today on.

    One that has ended is reopened there. What was planned for a later day would say otherwise, so
    it is taken out of the history; returns that.
    """
    with write("Move to another stage"):
        if is_closed(Application.get_by_id(application_id)):
            reopen(application_id, stage)
            return []
        record_event(application_id, EVENT_OF_STAGE[stage], clock.today())
        if Application.get_by_id(application_id).stage == stage:
            return []
        cancelled = _cancel_plans(application_id, clock.today())
        refresh_standing(application_id)
    return cancelled


def reopen(application_id: int, stage: Stage | None = None) -> None:
    """Record that a closed application goes on, at a stage or where it was before."""
    record_event(application_id, EventKind.REOPENED, clock.today(), stage=stage)


def standing(application_id: int) -> Standing:
    """Return where an application stands, derived from its history."""
    events = (
        Event.select()
        .where(
            Event.application == application_id,
            Event.retracted_at.is_null(),
            Event.deleted_at.is_null(),
        )
        .order_by(Event.created_at, Event.uuid)
    )
    return derive(
        Fact(
            EventKind(event.kind),
            event.on_date,
            order,
            Stage(event.stage) if event.stage else None,
        )
        for order, event in enumerate(events)
    )


def refresh_standing(application_id: int) -> None:
    """Write an application's derived columns from its history, as every event write does."""
    now = standing(application_id)
    application = Application.get_by_id(application_id)
    application.stage = now.stage
    application.furthest = now.furthest
    application.outcome = now.outcome or ""
    application.applied_on = now.applied_on
    application.last_event_on = now.last_on
    application.save()


def history(application_id: int) -> list[Event]:
    """Return the events that count, in the order in which they happened."""
    return list(
        Event.select()
        .where(
            Event.application == application_id,
            Event.retracted_at.is_null(),
            Event.deleted_at.is_null(),
        )
        .order_by(Event.on_date, Event.created_at, Event.uuid)
    )


def get(application_id: int) -> Application | None:
    """Return an application that is not in the bin, or None."""
    found: Application | None = Application.get_or_none(
        Application.id == application_id, Application.deleted_at.is_null()
    )
    return found


def open_ones() -> list[Application]:
    """Return the applications in process, the furthest first, then by company."""
    rows = list(
        Application.select().where(
            Application.deleted_at.is_null(), Application.stage.in_(OPEN_STAGES)
        )
    )
    rows.sort(key=lambda each: (-OPEN_STAGES.index(Stage(each.stage)), each.company.casefold()))
    return rows


def exist() -> bool:
    """Say whether there is any application, closed ones too."""
    return (
        database.execute_sql(
            "SELECT 1 FROM applications WHERE deleted_at IS NULL LIMIT 1"
        ).fetchone()
        is not None
    )


def is_closed(application: Application) -> bool:
    """Say whether an application has ended, whichever way."""
    return application.outcome in set(Outcome)


def count_by_stage(stages: Sequence[Stage] = OPEN_STAGES) -> dict[Stage, int]:
    """Return how many applications there are at each of these stages."""
    rows = database.execute_sql(
        "SELECT stage, count(*) FROM applications WHERE deleted_at IS NULL GROUP BY stage"
    ).fetchall()
    counts = {Stage(stage): int(count) for stage, count in rows}
    return {stage: counts.get(stage, 0) for stage in stages}
