"""The people as a table model."""

from array import array
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject

from rebound_desktop.models.paged_table import Column, PagedTable
from rebound_desktop.models.words import due_tone, short_day, short_moment, values, word
from rebound_desktop.store import people, people_list, search
from rebound_desktop.store.people_list import Row, Sort


class _People:
    tables: tuple[str, ...] = people_list.TABLES

    def ids(self, sort: str, descending: bool, chip: str) -> "array[int]":
        return people_list.ids(cast(Sort, sort), descending=descending, chip=chip)

    def matching(self, text: str) -> list[int] | None:
        return search.matching_ids("people", text)

    def rows(self, ids: Sequence[int]) -> dict[int, Row]:
        return people_list.rows(ids)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PeopleTable", text)


def shown_name(name: str) -> str:
    """Return a person's name, or what stands in its place where only the company is known."""
    return name or _tr("Name not known")


def role_choices() -> list[tuple[str, str]]:
    """Return the roles that somebody can play in a process, each with its words."""
    return [(value, word("person", value)) for value in values("person")]


def _next_text(row: Row) -> str:
    if row.next_on is None:
        return ""
    return f"{short_moment(row.next_on, row.next_time)} · {row.next_title}"


def people_table(parent: QObject | None = None) -> PagedTable[Row]:
    """Return the model of the people, by name."""
    columns = [
        Column[Row](
            "name",
            _tr("Name"),
            lambda row: shown_name(row.name),
            edit=lambda row, value: people.edit(row.id, {"name": str(value)}),
            edit_value=lambda row: row.name,
        ),
        Column[Row](
            "company",
            _tr("Company"),
            lambda row: row.company,
            edit=lambda row, value: people.edit(row.id, {"company": str(value)}),
        ),
        Column[Row](
            "role",
            _tr("Role"),
            lambda row: word("person", row.role),
            edit=lambda row, value: people.edit(row.id, {"role": str(value)}),
            edit_value=lambda row: row.role,
            choices=role_choices,
        ),
        Column[Row](
            "last",
            _tr("Last contact"),
            lambda row: short_day(row.last_contact_on) if row.last_contact_on else "—",
        ),
        Column[Row](
            "next",
            _tr("Next"),
            _next_text,
            tone=lambda row: due_tone(row.next_on) if row.next_on else None,
        ),
    ]
    return PagedTable(_People(), columns, sort="name", table="people", parent=parent)
