"""Follow-ups: what there is to do, by day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import one_line, storable
from rebound_desktop.core.vocabulary import FollowUpKind, FollowUpState
from rebound_desktop.store import bin, feedback_life
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import FollowUp, Rejection, database

#: Tables whose changes change the list of what is to do.
TABLES = ("follow_ups", "applications", "people")

_OPEN = "follow_ups.state = 'open' AND follow_ups.deleted_at IS NULL"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One line of the list of what is to do. Ids are 0 and texts empty where there is none.

    ``company`` is that of the application, of the rejection's application, or of the person.
    """

    id: int
    kind: str
    title: str
    note: str
    has_draft: bool
    due_on: date
    at_time: str
    application_id: int
    rejection_id: int
    person_id: int
    company: str


def add(
    kind: FollowUpKind, title: str, due_on: date, *, note: str = "", draft: str = "", **links: Any
) -> FollowUp:
    """Add a follow-up for a day; return it.

    ``links`` name what it belongs to, as records or ids: application, rejection, person,
    feedback_request, plan; and ``at_time``. Raises RefusedError without a title.
    """
    with write("New follow-up"):
        made: FollowUp = FollowUp.create(
            kind=kind,
            title=_checked(title),
            due_on=due_on,
            note=storable(note),
            draft=storable(draft),
            **links,
        )
    return made


def edit(follow_up_id: int, *, merge: str = "", **values: Any) -> None:
    """Change a follow-up's ``title``, ``note``, ``subject``, ``draft``, ``due_on``, ``at_time``
    or ``kind``.

    Raises RefusedError where the title would be emptied.
    """
    unknown = set(values) - {"title", "note", "subject", "draft", "due_on", "at_time", "kind"}
    if unknown:
        raise ValueError(f"not columns that a person edits: {sorted(unknown)}")
    if "title" in values:
        values["title"] = _checked(values["title"])
    for name in ("note", "draft"):
        if name in values:
            values[name] = storable(values[name])
    with write("Edit follow-up", merge=merge):
        follow_up = FollowUp.get_by_id(follow_up_id)
        for name, value in values.items():
            setattr(follow_up, name, value)
        follow_up.save()


def get(follow_up_id: int) -> FollowUp | None:
    """Return a follow-up that is not in the bin, or None."""
    found: FollowUp | None = FollowUp.get_or_none(
        FollowUp.id == follow_up_id, FollowUp.deleted_at.is_null()
    )
    return found


def finish(follow_up_id: int) -> None:
    """Mark a follow-up as done today; a letter among them was sent then."""
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


def open_of(*, application_id: int = 0, person_id: int = 0) -> list[FollowUp]:
    """Return what is still to do for an application, its rejections among it, or for a person.

    Give one of the two ids. The earliest come first.
    """
    if application_id:
        its_rejections = Rejection.select(Rejection.id).where(
            Rejection.application == application_id
        )
        owned = (FollowUp.application == application_id) | FollowUp.rejection.in_(its_rejections)
    else:
        owned = FollowUp.person == person_id
    return list(
        FollowUp.select()
        .where(owned, FollowUp.deleted_at.is_null(), FollowUp.state == FollowUpState.OPEN)
        .order_by(FollowUp.due_on, FollowUp.at_time == "", FollowUp.at_time, FollowUp.id)
    )


def to_do(limit: int, *, after: date | None = None, until: date | None = None) -> list[ToDo]:
    """Return what is still to do, the earliest first, at most ``limit`` lines.

    ``after`` and ``until`` leave out what is due on that day or before, and what is due later.
    """
    rows = database.execute_sql(
        "SELECT follow_ups.id, follow_ups.kind, follow_ups.title, follow_ups.note, "
        "follow_ups.draft <> '', follow_ups.due_on, follow_ups.at_time, "
        "coalesce(follow_ups.application_id, rejections.application_id, 0), "
        "coalesce(follow_ups.rejection_id, 0), coalesce(follow_ups.person_id, 0), "
        "coalesce(applications.company, people.company, '') "
        "FROM follow_ups "
        "LEFT JOIN rejections ON rejections.id = follow_ups.rejection_id "
        "LEFT JOIN applications ON applications.id = "
        "coalesce(follow_ups.application_id, rejections.application_id) "
        "LEFT JOIN people ON people.id = follow_ups.person_id "
        f"WHERE {_OPEN} AND follow_ups.due_on > ? AND follow_ups.due_on <= ? "
        "ORDER BY follow_ups.due_on, follow_ups.at_time = '', follow_ups.at_time, follow_ups.id "
        "LIMIT ?",
        ((after or date.min).isoformat(), (until or date.max).isoformat(), limit),
    )
    return [
        ToDo(number, kind, title, note, bool(draft), date.fromisoformat(day), time, *owners)
        for number, kind, title, note, draft, day, time, *owners in rows
    ]


def count(*, after: date | None = None, until: date | None = None) -> int:
    """Return how many lines :func:`to_do` would give without a limit."""
    row = database.execute_sql(
        f"SELECT count(*) FROM follow_ups WHERE {_OPEN} AND due_on > ? AND due_on <= ?",
        ((after or date.min).isoformat(), (until or date.max).isoformat()),
    ).fetchone()
    return int(row[0])


def count_due() -> int:
    """Return how many follow-ups are due today or before."""
    return count(until=clock.today())


def _checked(title: str) -> str:
    title = one_line(title)
    if not title:
        raise RefusedError("title", "Write in a few words what there is to do.")
    return title


def _settle(follow_up_id: int, state: FollowUpState, label: str) -> None:
    with write(label):
        follow_up = FollowUp.get_by_id(follow_up_id)
        follow_up.state = state
        follow_up.done_on = clock.today()
        follow_up.save()
        feedback_life.follow(follow_up, clock.today())
