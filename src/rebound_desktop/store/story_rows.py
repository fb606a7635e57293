"""The rows of the strengths vault: their order, their filters and what each holds."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.store.tables import database

#: Tables whose changes change the list.
TABLES = ("stories", "story_competencies", "competencies")

#: The chips that are always the same; any other names a competency with this in front.
ALL, RETIRED = "all", "retired"
COMPETENCY = "competency:"

_TEXTS = ("title", *FIELDS)


@dataclass(frozen=True, slots=True)
class Row:
    """One story: its texts by field, title included, and the names of its competencies."""

    id: int
    texts: dict[str, str]
    competencies: tuple[str, ...]


def ids(chip: str = ALL) -> "array[int]":
    """Return the ids of the stories that a chip chooses, the one changed last first."""
    condition = "retired_at IS NOT NULL" if chip == RETIRED else "retired_at IS NULL"
    values: tuple[str, ...] = ()
    if chip.startswith(COMPETENCY):
        condition += (
            " AND id IN (SELECT story_id FROM story_competencies JOIN competencies "
            "ON competencies.id = competency_id WHERE name = ? COLLATE NOCASE)"
        )
        values = (chip.removeprefix(COMPETENCY),)
    cursor = database.execute_sql(
        f"SELECT id FROM stories WHERE deleted_at IS NULL AND {condition} "
        "ORDER BY changed_at DESC, id DESC",
        values,
    )
    return array("q", (row[0] for row in cursor))


def counts() -> tuple[int, int]:
    """Return how many stories there are, and how many more are retired."""
    row = database.execute_sql(
        "SELECT count(*), count(retired_at) FROM stories WHERE deleted_at IS NULL"
    ).fetchone()
    return int(row[0]) - int(row[1]), int(row[1])


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
