"""The ledger of tellings as a table model."""

from array import array
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject

from rebound_desktop.models.paged_table import Column, PagedTable
from rebound_desktop.models.words import short_day, word
from rebound_desktop.store import telling_ledger
from rebound_desktop.store.telling_ledger import Row, Sort

_TONES = {"well": "good", "so_so": "plain", "not_well": "due"}


class _Tellings:
    tables: tuple[str, ...] = telling_ledger.TABLES

    def ids(self, sort: str, descending: bool, chip: str) -> "array[int]":
        return telling_ledger.ids(cast(Sort, sort), descending=descending)

    def matching(self, text: str) -> list[int] | None:
        return telling_ledger.matching(text)

    def rows(self, ids: Sequence[int]) -> dict[int, Row]:
        return telling_ledger.rows(ids)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TellingTable", text)


def telling_table(parent: QObject | None = None) -> PagedTable[Row]:
    """Return the model of all tellings, the latest first."""
    columns = [
        Column[Row]("day", _tr("When"), lambda row: short_day(row.on_date)),
        Column[Row]("story", _tr("Story"), lambda row: row.title),
        Column[Row]("to_whom", _tr("To whom"), lambda row: row.to_whom or "—"),
        Column[Row](
            "application",
            _tr("For"),
            lambda row: ", ".join(each for each in (row.company, row.role) if each) or "—",
        ),
        Column[Row](
            "landed",
            _tr("How it landed"),
            lambda row: word("landing", row.landed) if row.landed else "—",
            tone=lambda row: _TONES.get(row.landed),
        ),
    ]
    return PagedTable(_Tellings(), columns, sort="day", descending=True, parent=parent)
