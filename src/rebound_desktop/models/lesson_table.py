"""The lessons as a table model."""

from array import array
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject

from rebound_desktop.core.vocabulary import LessonState
from rebound_desktop.models.paged_table import Column, PagedTable
from rebound_desktop.models.words import short_day, values, word
from rebound_desktop.store import lesson_list, lessons
from rebound_desktop.store.lesson_list import Row, Sort

_TONES = {"tried": "accent", "helped": "good"}


class _Lessons:
    tables: tuple[str, ...] = lesson_list.TABLES

    def ids(self, sort: str, descending: bool, chip: str) -> "array[int]":
        return lesson_list.ids(cast(Sort, sort), descending=descending, chip=chip)

    def matching(self, text: str) -> list[int] | None:
        return lesson_list.matching(text)

    def rows(self, ids: Sequence[int]) -> dict[int, Row]:
        return lesson_list.rows(ids)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LessonTable", text)


def stage_name(stage: str) -> str:
    """Return for which kind of interview a lesson is, in words."""
    return word("reached", stage) if stage else _tr("Any interview")


def stage_choices() -> list[tuple[str, str]]:
    """Return the kinds of interview that a lesson can be for, each with its words."""
    return [("", stage_name("")), *((str(each), stage_name(each)) for each in lessons.STAGES)]


def origin_text(row: Row) -> str:
    """Return where a lesson comes from and of which day it is."""
    day = short_day(row.on_date)
    if not row.rejection_id:
        return _tr("Added {day}").format(day=day)
    company = row.company or _tr("Company not named yet")
    if row.origin == lessons.FROM_FEEDBACK:
        return _tr("{company}, their feedback · {day}").format(company=company, day=day)
    return f"{company} · {day}"


def lesson_table(parent: QObject | None = None) -> PagedTable[Row]:
    """Return the model of all lessons, the newest first."""
    columns = [
        Column[Row]("text", _tr("Lesson"), lambda row: " ".join(row.text.split())),
        Column[Row](
            "stage",
            _tr("For"),
            lambda row: stage_name(row.stage),
            edit=lambda row, value: lessons.set_stage(row.id, str(value)),
            edit_value=lambda row: row.stage,
            choices=stage_choices,
        ),
        Column[Row](
            "state",
            _tr("Result"),
            lambda row: word("lesson", row.state),
            tone=lambda row: _TONES.get(row.state),
            edit=lambda row, value: lessons.set_state(row.id, LessonState(str(value))),
            edit_value=lambda row: row.state,
            choices=lambda: [(each, word("lesson", each)) for each in values("lesson")],
        ),
        Column[Row]("from", _tr("From"), origin_text),
    ]
    return PagedTable(_Lessons(), columns, sort="from", descending=True, parent=parent)
