"""What a record of each table holds: its values, and the lists within it.

It is read off ``tables.py``, so that a new column needs no word here, unless it is derived or
takes only words of the vocabulary.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Literal

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField

from rebound_desktop.core import vocabulary as words
from rebound_desktop.core.stories import OWN_WORDING
from rebound_desktop.store.tables import TABLES, Record

#: What a value is: a text, a day such as ``2026-11-20``, a moment in UTC, a time of day such as
#: ``14:00``, a whole number, yes or no, or another record.
Kind = Literal["text", "day", "moment", "time", "number", "yes_no", "record"]


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a record: the name it goes by outside, and what it may be."""

    name: str
    column: str
    kind: Kind
    optional: bool  # may be None
    default: Any = None  # taken where the value is left out
    required: bool = False  # cannot be left out
    derived: bool = False  # follows from other records; never taken from outside
    allowed: frozenset[str] | None = None  # the words it may be; None: any text
    between: tuple[int, int] = (0, 2**31 - 1)  # the lowest and the highest number
    refers_to: str = ""  # the table of a record


@dataclass(frozen=True, slots=True)
class Link:
    """A list within a record: the records of another table that it is tied to, in their order."""

    owner: str
    name: str
    table: str
    owner_column: str
    target_column: str
    refers_to: str
    with_role: bool = False  # each tie says which role the person played


@dataclass(frozen=True, slots=True)
class Part:
    """A list within a record: small records of another table that are nothing without it.

    No two of one list share the value named ``unique``.
    """

    owner: str
    name: str
    table: str
    owner_column: str
    unique: str = ""
    ordered: bool = False  # the order is the person's


LINKS: tuple[Link, ...] = (
    Link(
        "applications", "people", "application_people", "application_id", "person_id", "people",
        with_role=True,
    ),
    Link(
        "stories", "competencies", "story_competencies", "story_id", "competency_id",
        "competencies",
    ),
    Link("prep_sheets", "stories", "prep_sheet_stories", "prep_sheet_id", "story_id", "stories"),
    Link("prep_sheets", "lessons", "prep_sheet_lessons", "prep_sheet_id", "lesson_id", "lessons"),
    Link("prep_sheets", "people", "prep_sheet_people", "prep_sheet_id", "person_id", "people"),
)  # fmt: skip

PARTS: tuple[Part, ...] = (
    Part("stories", "forms", "story_forms", "story_id", unique="form"),
    Part("stories", "versions", "story_versions", "story_id"),
    Part("people", "addresses", "person_addresses", "person_id", ordered=True),
)

_MODELS: dict[str, type[Record]] = {each._meta.table_name: each for each in TABLES}
#: The tables whose rows are records of their own, parents before what refers to them.
NAMES: tuple[str, ...] = tuple(
    name
    for name in _MODELS
    if name not in {link.table for link in LINKS} | {part.table for part in PARTS}
)
#: What no two records of a table may share, besides the UUID.
UNIQUE: dict[str, tuple[str, ...]] = {
    "reflections": ("rejection",),
    "competencies": ("framework", "name"),
}

#: Worked out inside the store only.
_INTERNAL = frozenset({"id", "deleted_at", "company_key"})
_DERIVED = {"applications": ("stage", "furthest", "outcome", "applied_on", "last_event_on")}
_REACHED = frozenset(words.REACHABLE_STAGES) - {words.Stage.ACCEPTED}


def _or_empty(of: Iterable[StrEnum | str]) -> frozenset[str]:
    return frozenset(of) | {""}


_ALLOWED: dict[str, dict[str, frozenset[str]]] = {
    "events": {
        "kind": frozenset(words.EventKind),
        "stage": _or_empty(words.REACHABLE_STAGES),
    },
    "rejections": {
        "outcome": frozenset(
            {words.Outcome.NO, words.Outcome.NO_REPLY, words.Outcome.ROLE_WITHDRAWN}
        ),
        "reached": frozenset(_REACHED),
        "how_told": _or_empty(words.HowTold),
    },
    "reasons": {
        "code": frozenset(words.ReasonCode),
        "basis": frozenset(words.Basis),
        "control": frozenset(words.Control),
    },
    "reflections": {
        "state": frozenset(words.ReflectionState),
        "path": frozenset(words.ReflectionPath),
    },
    "people": {"role": frozenset(words.PersonRole), "known": _or_empty(words.Known)},
    "person_addresses": {"kind": frozenset(words.AddressKind)},
    "letter_templates": {
        "kind": frozenset(words.LetterKind),
        "tone": frozenset(words.Tone),
    },
    "feedback_requests": {
        "channel": frozenset(words.Channel),
        "state": frozenset(words.FeedbackState),
    },
    "lessons": {"state": frozenset(words.LessonState)},
    "follow_ups": {
        "kind": frozenset(words.FollowUpKind),
        "state": frozenset(words.FollowUpState),
    },
    "mood_checks": {"moment": frozenset(words.MoodMoment)},
    "stories": {"expectation": _or_empty(words.Expectation)},
    "story_forms": {"form": frozenset(OWN_WORDING)},
    "story_versions": {"expectation": _or_empty(words.Expectation)},
    "competencies": {"framework": frozenset(words.Framework)},
    "tellings": {"landed": _or_empty(words.Landing)},
}
_RANGES = {("reflections", "page"): (1, 9), ("mood_checks", "value"): (0, 100)}


@cache
def columns(table: str) -> tuple[Column, ...]:
    """Return what a record of a table holds, in the table's order."""
    return tuple(
        _column(table, field)
        for field in _MODELS[table]._meta.sorted_fields
        if field.name not in _INTERNAL
    )


@cache
def part_columns(part: Part) -> tuple[Column, ...]:
    """Return what a record of a part holds: all but its UUID, and the record it belongs to."""
    return tuple(
        each
        for each in columns(part.table)
        if each.name != "uuid" and each.column != part.owner_column
    )


def _column(table: str, field: Any) -> Column:
    name = field.name
    kind: Kind = "text"
    if isinstance(field, ForeignKeyField):
        kind = "record"
    elif isinstance(field, BooleanField):
        kind = "yes_no"
    elif isinstance(field, IntegerField):
        kind = "number"
    elif isinstance(field, DateField):
        kind = "day"
    elif name == "at_time":
        kind = "time"
    elif name.endswith("_at"):
        kind = "moment"
    return Column(
        name=name,
        column=field.column_name,
        kind=kind,
        optional=bool(field.null),
        default=None if callable(field.default) else field.default,
        required=name == "uuid" or (not field.null and field.default is None),
        derived=name in _DERIVED.get(table, ()),
        allowed=_ALLOWED.get(table, {}).get(name),
        between=_RANGES.get((table, name), (0, 2**31 - 1)),
        refers_to=field.rel_model._meta.table_name if kind == "record" else "",
    )
