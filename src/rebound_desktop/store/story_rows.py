"""The rows of the strengths vault: their order, their filters and what each holds."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from rebound_desktop.core import clock
from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.store.tables import database

#: Tables whose changes change the list.
TABLES = ("stories", "story_competencies", "competencies", "tellings")

#: The chips that are always the same; any other names a competency with this in front.
ALL, RETIRED, MOMENTS = "all", "retired", "moments"
COMPETENCY = "competency:"

#: What ``Filter.told`` can be beside empty.
TOLD, NEVER_TOLD, NOT_LATELY = "told", "never", "not_lately"
#: A story that was not told for so many days counts as not told lately: half a year.
_LATELY_DAYS = 182

#: A moment: nothing is written out yet.
_IS_MOMENT = " AND ".join(f"trim({name}) = ''" for name in FIELDS if name != "moment")

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

_TEXTS = ("title", *FIELDS)


@dataclass(frozen=True, slots=True)
class Row:
    """One story: its texts by field, title included, and the names of its competencies."""

    id: int
    texts: dict[str, str]
    competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which stories a list shows beside its chip and its search; empty texts choose all.

    ``expectation`` is a value of ``Expectation``; ``told`` TOLD, NEVER_TOLD or NOT_LATELY; ``year``
    four digits that stand in when it happened.
    """

    competency: str = ""
    expectation: str = ""
    told: str = ""
    year: str = ""


NO_FILTER = Filter()


def ids(chip: str = ALL, chosen: Filter = NO_FILTER) -> "array[int]":
    """Return the ids of the stories that a chip and a filter choose.

    The one changed last comes first; of those not told lately, the one told longest ago.
    """
    conditions = ["retired_at IS NOT NULL" if chip == RETIRED else "retired_at IS NULL"]
    values: list[str] = []
    if chip == MOMENTS:
        conditions.append(_IS_MOMENT)
    for name in (
        chip.removeprefix(COMPETENCY) if chip.startswith(COMPETENCY) else "",
        chosen.competency,
    ):
        if name:
            conditions.append(
                "id IN (SELECT story_id FROM story_competencies JOIN competencies "
                "ON competencies.id = competency_id WHERE name = ? COLLATE NOCASE)"
            )
            values.append(name)
    if chosen.expectation:
        conditions.append("expectation = ?")
        values.append(chosen.expectation)
    if chosen.year:
        conditions.append("happened LIKE '%' || ? || '%'")
        values.append(chosen.year)
    today = clock.today()
    last_told = (
        "(SELECT max(on_date) FROM tellings WHERE story_id = stories.id "
        f"AND deleted_at IS NULL AND on_date <= '{today.isoformat()}')"
    )
    if chosen.told == TOLD:
        conditions.append(f"{last_told} IS NOT NULL")
    elif chosen.told == NEVER_TOLD:
        conditions.append(f"{last_told} IS NULL")
    elif chosen.told == NOT_LATELY:
        conditions.append(f"coalesce({last_told}, '') < ?")
        values.append((today - timedelta(days=_LATELY_DAYS)).isoformat())
    order = f"{last_told} NULLS FIRST, " if chosen.told == NOT_LATELY else ""
    cursor = database.execute_sql(
        f"SELECT id FROM stories WHERE deleted_at IS NULL AND {' AND '.join(conditions)} "
        f"ORDER BY {order}changed_at DESC, id DESC",
        tuple(values),
    )
    return array("q", (row[0] for row in cursor))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stories there are: in the vault, moments among them, and retired ones."""

    kept: int
    moments: int
    retired: int


def counts() -> Counts:
    """Return how many stories there are of each kind."""
    row = database.execute_sql(
        f"SELECT count(*), count(retired_at), sum(retired_at IS NULL AND {_IS_MOMENT}) "
        "FROM stories WHERE deleted_at IS NULL"
    ).fetchone()
    return Counts(int(row[0]) - int(row[1]), int(row[2] or 0), int(row[1]))


def years() -> list[str]:
    """Return the years that are named in when stories happened, the latest first."""
    cursor = database.execute_sql(
        "SELECT DISTINCT happened FROM stories WHERE deleted_at IS NULL AND happened <> ''"
    )
    return sorted({year for (text,) in cursor for year in _YEAR.findall(text)}, reverse=True)


def rows(wanted: Sequence[int]) -> dict[int, Row]:
    """Return the rows with these ids."""
    marks = ",".join("?" * len(wanted))
    labels: dict[int, list[str]] = {}
    for story_id, name in database.execute_sql(
        "SELECT story_id, name FROM story_competencies JOIN competencies "
        f"ON competencies.id = competency_id WHERE story_id IN ({marks}) ORDER BY position",
        tuple(wanted),
    ):
        labels.setdefault(story_id, []).append(name)
    cursor = database.execute_sql(
        f"SELECT id, {', '.join(_TEXTS)} FROM stories WHERE id IN ({marks})", tuple(wanted)
    )
    return {
        row[0]: Row(row[0], dict(zip(_TEXTS, row[1:], strict=True)), tuple(labels.get(row[0], ())))
        for row in cursor
    }
