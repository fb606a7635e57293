"""The applications as a table model."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QObject

from rebound_desktop.core.vocabulary import OPEN_STAGES, Stage
from rebound_desktop.models.paged_table import Column, PagedTable
from rebound_desktop.models.words import due_tone, short_day, short_moment, word
from rebound_desktop.store import application_list, applications, search
from rebound_desktop.store.application_list import Row, Sort

_STAGE_TONES = {
    "interested": "plain",
    "applied": "plain",
    "offer": "good",
    "accepted": "good",
}


class Applications:
    """What the table and the board read from the store; ``tags`` are those that are asked for."""

    tables: tuple[str, ...] = application_list.TABLES

    def __init__(self) -> None:
        self.tags: tuple[str, ...] = ()

    def ids(self, sort: str, descending: bool, chip: str) -> "array[int]":
        found = application_list.ids(cast(Sort, sort), descending=descending, chip=chip)
        if not self.tags:
            return found
        tagged = application_list.tagged(self.tags)
        return array("q", [each for each in found if each in tagged])

    def newest_first(self) -> list[tuple[int, str]]:
        """Return the id and the stage of each application, what happened last first."""
        found = application_list.newest_first()
        if not self.tags:
            return found
        tagged = application_list.tagged(self.tags)
        return [each for each in found if each[0] in tagged]

    def matching(self, text: str) -> list[int] | None:
        return search.matching_ids("applications", text)

    def rows(self, ids: Sequence[int]) -> dict[int, Row]:
        return application_list.rows(ids)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ApplicationTable", text)


def stage_text(stage: str, outcome: str) -> str:
    """Return where an application stands: its stage, or how it ended."""
    return word("outcome", outcome) if stage == Stage.CLOSED and outcome else word("stage", stage)


def stage_tone(stage: str) -> str | None:
    """Return the tone of a stage's pill; what has ended is plain text."""
    return None if stage == Stage.CLOSED else _STAGE_TONES.get(stage, "accent")


def stage_choices() -> list[tuple[str, str]]:
    """Return the stages that an application can be moved to, each with its words."""
    return [(str(stage), word("stage", stage)) for stage in OPEN_STAGES]


def next_text(row: Row) -> str:
    """Return the next step with its day: "Thu 14:00 · Interview"."""
    if row.next_on is None:
        return _tr("No next step") if row.stage in OPEN_STAGES else ""
    what = row.next_title or word("event", row.next_event)
    return f"{short_moment(row.next_on, row.next_time)} · {what}"


def next_tone(row: Row) -> str:
    """Return the tone of the next step's pill."""
    if row.next_on is None:
        return "due"
    return due_tone(row.next_on)


def application_table(
    source: Applications, move: Callable[[int, Stage], None], parent: QObject | None = None
) -> PagedTable[Row]:
    """Return the model of the applications, what happened last first.

    ``move`` is called with the id of an application and the stage that was chosen for it.
    """

    def set_stage(row: Row, value: Any) -> None:
        if str(value) != row.stage:
            move(row.id, Stage(str(value)))

    columns = [
        Column[Row](
            "company",
            _tr("Company"),
            lambda row: row.company or _tr("Not named yet"),
            edit=lambda row, value: applications.edit(row.id, {"company": str(value)}),
            edit_value=lambda row: row.company,
        ),
        Column[Row](
            "role",
            _tr("Role"),
            lambda row: row.role,
            edit=lambda row, value: applications.edit(row.id, {"role": str(value)}),
        ),
        Column[Row](
            "stage",
            _tr("Stage"),
            lambda row: stage_text(row.stage, row.outcome),
            tone=lambda row: stage_tone(row.stage),
            edit=set_stage,
            edit_value=lambda row: row.stage,
            choices=stage_choices,
        ),
        Column[Row](
            "last",
            _tr("Last event"),
            lambda row: short_day(row.last_on) if row.last_on else "",
        ),
        Column[Row]("next", _tr("Next step"), next_text, tone=next_tone),
        Column[Row]("source", _tr("Source"), lambda row: row.source),
    ]
    return PagedTable(
        source, columns, sort="last", table="applications", descending=True, parent=parent
    )
