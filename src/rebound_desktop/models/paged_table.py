"""A table of many records that fetches only what is painted.

All ids are held in their order; rows are read in pages when a view asks for them. A filter is the
set of ids that the full-text index finds, laid over the cached order. With 100,000 records a
keystroke costs some 30 ms this way, against 2.5 s for a proxy model over Python rows.
"""

from array import array
from collections.abc import Callable, Sequence
from operator import eq
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from rebound_desktop.models.tooltips import tooltip
from rebound_desktop.store.changes import Change
from rebound_desktop.store.errors import NotSavedError, RefusedError

Index = QModelIndex | QPersistentModelIndex
RowType = TypeVar("RowType")

#: The id of the record in a row.
ID_ROLE = Qt.ItemDataRole.UserRole + 1
#: The whole row as the store gives it.
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
#: "accent", "due", "good" or "plain" where a cell is drawn as a pill; None for plain text.
TONE_ROLE = Qt.ItemDataRole.UserRole + 3
#: What a cell can be changed to, as pairs of a value and its words; None where it is typed.
CHOICES_ROLE = Qt.ItemDataRole.UserRole + 4
#: What a text that is being typed into a cell is kept as: the record, and a name for the cell.
KEPT_AS_ROLE = Qt.ItemDataRole.UserRole + 5

_PAGE = 256
_NO_PARENT = QModelIndex()


class Source(Protocol[RowType]):
    """What a table asks the store: an order of ids, a search, and rows by id."""

    tables: tuple[str, ...]

    def ids(self, sort: str, descending: bool, chip: str) -> "array[int]":
        """Return all ids that a chip chooses, in an order."""

    def matching(self, text: str) -> list[int] | None:
        """Return the ids with all words of a text, or None where it names no word."""

    def rows(self, ids: Sequence[int]) -> dict[int, RowType]:
        """Return rows by id."""


class Column(Generic[RowType]):
    """One column: its title, what it shows, and how.

    ``text`` gives what is shown; ``tone`` names a pill's tone, or None; ``edit`` stores what a
    person typed into the cell, and raises ``store.errors.RefusedError`` for what cannot be;
    ``edit_value`` gives what the editor starts with, and ``choices`` what it offers where the
    value is not typed.
    """

    def __init__(
        self,
        key: str,
        title: str,
        text: Callable[[RowType], str],
        *,
        tone: Callable[[RowType], str | None] | None = None,
        edit: Callable[[RowType, Any], None] | None = None,
        edit_value: Callable[[RowType], Any] | None = None,
        choices: Callable[[], list[tuple[str, str]]] | None = None,
    ) -> None:
        self.key = key
        self.title = title
        self.text = text
        self.tone = tone
        self.edit = edit
        self.edit_value = edit_value or text
        self.choices = choices


class PagedTable(QAbstractTableModel, Generic[RowType]):
    """A read-through table model over a :class:`Source`.

    ``refilled`` is emitted after the rows were replaced, so that a view can find its selection
    again; ``refused`` with a sentence when a cell's edit was refused, or the disk did not take it.
    ``table`` is where the store keeps the records.
    """

    refilled = Signal()
    refused = Signal(str)

    def __init__(
        self,
        source: Source[RowType],
        columns: Sequence[Column[RowType]],
        *,
        sort: str,
        descending: bool = False,
        table: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._columns = list(columns)
        self._sort = sort
        self._descending = descending
        self._table = table
        self._chip = "all"
        self._filter = ""
        self._order: array[int] | None = None
        self._ids: Sequence[int] = array("q")
        self._row_of: dict[int, int] | None = None
        self._cache: dict[int, RowType] = {}
        self._loaded = False

    # What the view asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        row = self.row(index.row())
        if row is None:
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(column.text(row))
        if role == Qt.ItemDataRole.EditRole:
            return column.edit_value(row)
        if role == CHOICES_ROLE and column.choices is not None:
            return column.choices()
        if role == ROW_ROLE:
            return row
        if role == KEPT_AS_ROLE and self._table:
            return f"{self._table} {self._ids[index.row()]}", f"a cell: {column.key}"
        if role == TONE_ROLE and column.tone is not None:
            return column.tone(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.isValid() and self._columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        edit = self._columns[index.column()].edit
        row = self.row(index.row())
        if role != Qt.ItemDataRole.EditRole or edit is None or row is None:
            return False
        try:
            edit(row, value)
        except (RefusedError, NotSavedError) as refusal:
            self.refused.emit(str(refusal))
            return False
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._columns):
            return
        wanted = (self._columns[column].key, order == Qt.SortOrder.DescendingOrder)
        if wanted != (self._sort, self._descending):
            self._sort, self._descending = wanted
            self._order = None
            self._refill()

    # What the page asks

    @property
    def sorting(self) -> tuple[int, Qt.SortOrder]:
        """The column that sorts the table and its direction, for the header's arrow."""
        section = next(i for i, each in enumerate(self._columns) if each.key == self._sort)
        descending = Qt.SortOrder.DescendingOrder
        return section, descending if self._descending else Qt.SortOrder.AscendingOrder

    def load(self) -> None:
        """Read the ids for the first time; later calls do nothing."""
        if not self._loaded:
            self._loaded = True
            self._refill()

    def set_filter(self, text: str) -> None:
        """Show only records that hold every word of a text."""
        if text != self._filter:
            self._filter = text
            self._refill()

    def set_chip(self, chip: str) -> None:
        """Show only the records that a chip chooses."""
        if chip != self._chip:
            self._chip = chip
            self._order = None
            self._refill()

    def row(self, number: int) -> RowType | None:
        """Return the row at a place, reading its page where needed."""
        if not 0 <= number < len(self._ids):
            return None
        wanted = self._ids[number]
        if wanted not in self._cache:
            start = number - number % _PAGE
            if len(self._cache) > 20 * _PAGE:
                self._cache.clear()
            self._cache.update(self._source.rows(self._ids[start : start + _PAGE]))
        return self._cache.get(wanted)

    def id_at(self, number: int) -> int:
        """Return the id of the record at a place."""
        return self._ids[number]

    def place_of(self, record_id: int) -> int | None:
        """Return the row number of a record, or None where it is not shown."""
        if self._row_of is None:
            self._row_of = {each: number for number, each in enumerate(self._ids)}
        return self._row_of.get(record_id)

    def take_change(self, change: Change) -> None:
        """Show what a write changed; wired to ``StoreSignals.changed``."""
        if change.touches(*self._source.tables):
            self.reload()

    def reload(self) -> None:
        """Read everything anew, where it was read before."""
        self._order = None
        self._cache.clear()
        self._refill()

    def _refill(self) -> None:
        if not self._loaded:
            return
        if self._order is None:
            self._order = self._source.ids(self._sort, self._descending, self._chip)
        found = self._source.matching(self._filter) if self._filter.strip() else None
        if found is None:
            ids: Sequence[int] = self._order
        else:
            hits = set(found)
            ids = [each for each in self._order if each in hits]
        if _same(ids, self._ids):
            # The same records in the same places: selection and scroll position stay.
            if len(ids):
                last = self.index(len(ids) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            self.refilled.emit()
            return
        self.beginResetModel()
        self._ids = ids
        self._row_of = None
        self.endResetModel()
        self.refilled.emit()


def _same(ids: Sequence[int], others: Sequence[int]) -> bool:
    # An array and a list are never equal, whatever is in them.
    return len(ids) == len(others) and all(map(eq, ids, others))
