"""A table of many records, read as it is painted."""

from array import array
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rebound_desktop.models.paged_table import (
    CHOICES_ROLE,
    ID_ROLE,
    TONE_ROLE,
    Column,
    PagedTable,
)
from rebound_desktop.store.changes import Change
from rebound_desktop.store.errors import RefusedError

COUNT = 1000


class Numbers:
    """A source of numbers in words, which notes what it is asked for."""

    tables = ("numbers",)

    def __init__(self) -> None:
        self.count = COUNT
        self.read: list[int] = []

    def ids(self, sort: str, descending: bool, chip: str) -> "array[int]":
        numbers = [each for each in range(1, self.count + 1) if chip == "all" or each % 2 == 0]
        return array("q", sorted(numbers, reverse=descending))

    def matching(self, text: str) -> list[int] | None:
        return [each for each in range(self.count, 0, -1) if text.strip() in str(each)]

    def rows(self, ids: Sequence[int]) -> dict[int, int]:
        self.read.extend(ids)
        return {each: each for each in ids}


def _store(row: int, value: object) -> None:
    if value == "wrong":
        raise RefusedError("name", "Not this one.")


@pytest.fixture
def source() -> Numbers:
    return Numbers()


@pytest.fixture
def table(source: Numbers, qapp: object) -> PagedTable[int]:
    columns = [
        Column[int]("number", "Number", str, tone=lambda row: "good" if row == 1 else None),
        Column[int]("name", "Name", lambda row: f"No {row}", edit=_store),
        Column[int](
            "kind", "Kind", lambda _row: "odd", edit=_store, choices=lambda: [("odd", "Odd")]
        ),
    ]
    made = PagedTable[int](source, columns, sort="number")
    made.load()
    return made


def test_only_what_is_asked_for_is_read(table: PagedTable[int], source: Numbers) -> None:
    assert table.rowCount() == COUNT
    assert source.read == []
    assert table.index(500, 1).data() == "No 501"
    assert 0 < len(source.read) < COUNT / 2


def test_a_filter_keeps_the_order_and_goes_away(table: PagedTable[int]) -> None:
    table.set_filter("99")
    shown = [table.id_at(row) for row in range(table.rowCount())]
    assert shown == sorted(shown)
    assert all("99" in str(each) for each in shown)
    table.set_filter("  ")
    assert table.rowCount() == COUNT


def test_chip_and_sort_work_together(table: PagedTable[int]) -> None:
    table.set_chip("even")
    table.sort(0, Qt.SortOrder.DescendingOrder)
    assert [table.id_at(row) for row in range(3)] == [1000, 998, 996]
    assert table.sorting == (0, Qt.SortOrder.DescendingOrder)


def test_a_record_is_found_where_it_stands(table: PagedTable[int]) -> None:
    assert table.place_of(7) == 6
    table.set_filter("99")
    assert table.place_of(7) is None
    assert table.index(table.place_of(99) or 0, 0).data(ID_ROLE) == 99


def test_cells_say_how_they_look_and_what_they_offer(table: PagedTable[int]) -> None:
    assert table.index(0, 0).data(TONE_ROLE) == "good"
    assert table.index(1, 0).data(TONE_ROLE) is None
    assert table.index(0, 2).data(CHOICES_ROLE) == [("odd", "Odd")]
    assert not table.flags(table.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert table.flags(table.index(0, 1)) & Qt.ItemFlag.ItemIsEditable


def test_a_refused_edit_says_why(table: PagedTable[int], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.refused) as said:
        assert not table.setData(table.index(0, 1), "wrong")
    assert said.args == ["Not this one."]
    assert table.setData(table.index(0, 1), "right")


def test_a_change_of_its_tables_is_shown(
    table: PagedTable[int], source: Numbers, qtbot: QtBot
) -> None:
    source.count = 5
    table.take_change(Change("Elsewhere", {"others": frozenset({1})}))
    assert table.rowCount() == COUNT
    with qtbot.waitSignal(table.refilled):
        table.take_change(Change("Here", {"numbers": frozenset({1})}))
    assert table.rowCount() == 5


def test_the_same_rows_again_do_not_reset_the_view(table: PagedTable[int], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.dataChanged):
        table.take_change(Change("Here", {"numbers": frozenset({1})}))
