"""The rejection log as a table model."""

from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QDate, QObject

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.models.paged_table import Column, PagedTable
from rebound_desktop.models.words import short_day, values, word
from rebound_desktop.store import applications, rejection_log, rejections, search
from rebound_desktop.store.rejection_log import Chip, Row, Sort

_FEEDBACK_TONES = {"drafted": "due", "sent": "accent", "waiting": "accent", "received": "good"}


class _Log:
    tables: tuple[str, ...] = rejection_log.TABLES

    def ids(self, sort: str, descending: bool, chip: str) -> "array[int]":
        return rejection_log.ids(cast(Sort, sort), descending=descending, chip=cast(Chip, chip))

    def matching(self, text: str) -> list[int] | None:
        return search.matching_ids("rejections", text)

    def rows(self, ids: Sequence[int]) -> dict[int, Row]:
        return rejection_log.rows(ids)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RejectionTable", text)


def reflection_text(state: str, page: int) -> str:
    """Return how far a reflection is, in a word: "done", "3 of 9", or "not yet"."""
    if state == "finished":
        return _tr("done")
    if state:
        return _tr("{page} of 9").format(page=page)
    return _tr("not yet")


def _reflection_tone(row: Row) -> str | None:
    if row.reflection == "finished":
        return "good"
    return "due" if row.reflection else None


def _reached(row: Row) -> str:
    if row.outcome != "no":
        return word("outcome", row.outcome)
    return word("reached", row.reached)


def reached_choices() -> list[tuple[str, str]]:
    """Return the stages at which a no can come, each with its words."""
    return [(value, word("reached", value)) for value in values("reached")]


def _set_date(row: Row, value: Any) -> None:
    day = value.toPython() if isinstance(value, QDate) else value
    assert isinstance(day, date)
    rejections.correct(row.id, on=day)


def _set_reached(row: Row, value: Any) -> None:
    rejections.check_reached(str(value))
    rejections.correct(row.id, reached=Stage(str(value)))


def _set_company(row: Row, value: Any) -> None:
    _edit_application(row, "company", str(value))


def _set_role(row: Row, value: Any) -> None:
    _edit_application(row, "role", str(value))


def _edit_application(row: Row, column: str, value: str) -> None:
    rejection = rejections.get(row.id)
    if rejection is not None:
        applications.edit(rejection.application_id, {column: value})


def rejection_table(parent: QObject | None = None) -> PagedTable[Row]:
    """Return the model of the rejection log, newest first."""
    columns = [
        Column[Row](
            "date",
            _tr("Date"),
            lambda row: short_day(row.on_date),
            edit=_set_date,
            edit_value=lambda row: QDate(row.on_date.year, row.on_date.month, row.on_date.day),
        ),
        Column[Row](
            "company",
            _tr("Company"),
            lambda row: row.company or _tr("Not named yet"),
            edit=_set_company,
            edit_value=lambda row: row.company,
        ),
        Column[Row]("role", _tr("Role"), lambda row: row.role, edit=_set_role),
        Column[Row](
            "reached",
            _tr("Reached"),
            _reached,
            edit=_set_reached,
            edit_value=lambda row: row.reached,
            choices=reached_choices,
        ),
        Column[Row](
            "feedback",
            _tr("Feedback"),
            lambda row: word("feedback", row.feedback),
            tone=lambda row: _FEEDBACK_TONES.get(row.feedback),
        ),
        Column[Row](
            "reflection",
            _tr("Reflection"),
            lambda row: reflection_text(row.reflection, row.reflection_page),
            tone=_reflection_tone,
        ),
    ]
    return PagedTable(
        _Log(), columns, sort="date", table="rejections", descending=True, parent=parent
    )
