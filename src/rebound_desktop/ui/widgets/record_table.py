"""A table of records: pills, a remembered selection, keys, and edits in place."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from rebound_desktop.models.paged_table import ID_ROLE, Index, PagedTable
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.cells import CellDelegate
from rebound_desktop.ui.widgets.kept_line import KeptLine
from rebound_desktop.ui.widgets.text import PlainLabel

#: The widest a sentence beside a refused value gets, in pixels.
_SENTENCE_WIDTH = 300


class RecordTable(QTableView):
    """Shows a :class:`PagedTable`, one row a record.

    ``chosen`` is emitted with the id of the record that is now the current one, 0 for none;
    ``opened`` on Enter or a double click on a cell that cannot be edited; ``delete_asked`` on the
    Delete key. A value that is refused stays in its editor, with the sentence below it.
    """

    chosen = Signal(int)
    opened = Signal(int)
    delete_asked = Signal(int)

    def __init__(
        self,
        name: str,
        *,
        strong_columns: frozenset[int] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(strong_columns, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(48)
        header.setAccessibleName(name)
        self._current_id = 0
        self._model: PagedTable[Any] | None = None
        self._shares: dict[int, int] = {}
        self._least: dict[int, int] = {}
        self._room: Mapping[int, float] = {}
        self._fitting = False
        self._fitted = False
        self._refusal = ""
        self._sentence = PlainLabel("", "refusal", wrap=True, parent=self)
        self._sentence.hide()
        self.doubleClicked.connect(self._open_where_not_edited)
        header.sectionResized.connect(self._note_width)
        theme().changed.connect(self._fit_rows)
        self._fit_rows()

    def show_model(self, model: PagedTable[Any]) -> None:
        """Show a model; sorting follows a click on the header."""
        self._model = model
        self.setModel(model)
        section, order = model.sorting
        header = self.horizontalHeader()
        header.setSortIndicator(section, order)
        header.sortIndicatorChanged.connect(model.sort)
        model.refilled.connect(self._find_again)
        model.refused.connect(self._note_refusal)

    def share_width(
        self, shares: Mapping[int, int], least: Mapping[int, int] | None = None
    ) -> None:
        """Let the columns share the table's width in these proportions, by column number.

        Where the person gives a column another width, its share changes. ``least`` gives widths
        in characters below which a column does not shrink; by default its title has to fit.
        """
        self._shares = dict(shares)
        self._least = dict(least or {})

    def hide_below(self, room: Mapping[int, float]) -> None:
        """Hide columns, by number, where the table is narrower than so many font sizes."""
        self._room = room

    def fit_columns(self) -> None:
        """Share the width anew, as after a column was shown or hidden."""
        header = self.horizontalHeader()
        if not self._fitted:
            self._fitted = True
            self._take_restored_widths()
        shown = [each for each in self._shares if not header.isSectionHidden(each)]
        room = self.viewport().width()
        if not shown or room <= 0:
            return
        least = {each: self._least_width(each) for each in shown}
        # Those that would get less than they need take what they need; the others share the rest.
        wide = list(shown)
        while True:
            free = room - sum(least[each] for each in shown if each not in wide)
            total = sum(self._shares[each] for each in wide)
            short = [each for each in wide if free * self._shares[each] < least[each] * total]
            if not short:
                break
            wide = [each for each in wide if each not in short]
        self._fitting = True
        for each in shown:
            width = free * self._shares[each] // total if each in wide else least[each]
            header.resizeSection(each, width)
        self._fitting = False

    @property
    def current_id(self) -> int:
        """The id of the current record, 0 for none."""
        return self._current_id

    def select_record(self, record_id: int) -> bool:
        """Make a record the current one and scroll to it; say whether it is shown."""
        place = self._model.place_of(record_id) if self._model is not None else None
        if place is None or self._model is None:
            return False
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self._model.index(place, column))
        self.selectRow(place)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._set_current(int(current.data(ID_ROLE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.state() == QAbstractItemView.State.EditingState:
            return  # the Enter that ends an edit; the cursor stays in the table
        if enter and self._current_id:
            self.opened.emit(self._current_id)
        elif event.key() == Qt.Key.Key_Delete and self._current_id:
            self.delete_asked.emit(self._current_id)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.width() / theme().points()
        for column, least in self._room.items():
            self.setColumnHidden(column, room < least)
        super().resizeEvent(event)
        self.fit_columns()

    # Edits in place

    def commitData(self, editor: QWidget) -> None:
        self._refusal = ""
        super().commitData(editor)
        if self._refusal:
            self._mark(editor, refused=True)
            editor.setAccessibleDescription(self._refusal)
            self._show_sentence(editor)
            QTimer.singleShot(0, editor, lambda: _take_focus(editor))
        elif editor.property("refused"):
            self._mark(editor, refused=False)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        given_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        if editor.property("refused") and not given_up:
            return
        self._sentence.hide()
        if isinstance(editor, KeptLine):
            with suppress(NotSavedError):  # it is shown once more, no worse than that
                editor.forget()
        super().closeEditor(editor, hint)

    def _note_refusal(self, sentence: str) -> None:
        self._refusal = sentence

    def _mark(self, editor: QWidget, *, refused: bool) -> None:
        editor.setProperty("refused", refused)
        editor.style().unpolish(editor)
        editor.style().polish(editor)

    def _show_sentence(self, editor: QWidget) -> None:
        label = self._sentence
        label.setText(self._refusal)
        label.setFixedWidth(min(_SENTENCE_WIDTH, self.width() - 16))
        label.setFixedHeight(label.heightForWidth(label.width()))
        at = editor.mapTo(self, editor.rect().bottomLeft())
        below = at.y() + 4
        if below + label.height() > self.height():
            below = editor.mapTo(self, editor.rect().topLeft()).y() - label.height() - 4
        label.move(max(8, min(at.x(), self.width() - label.width() - 8)), below)
        label.raise_()
        label.show()

    # What is remembered

    def _set_current(self, record_id: int) -> None:
        if record_id != self._current_id:
            self._current_id = record_id
            self.chosen.emit(record_id)

    def _find_again(self) -> None:
        """After a refill: the same record stays current, else its neighbour takes over."""
        self._sentence.hide()
        if self._model is None:
            return
        count = self._model.rowCount()
        if self._current_id and self.select_record(self._current_id):
            return
        if count == 0:
            self._set_current(0)
            return
        place = min(max(0, self.currentIndex().row()), count - 1)
        self.select_record(self._model.id_at(place))

    def _open_where_not_edited(self, index: Index) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(self._current_id)

    def _least_width(self, section: int) -> int:
        """Return what a column needs, in pixels."""
        if section in self._least:
            return self._least[section] * self.fontMetrics().averageCharWidth()
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        return self.horizontalHeader().fontMetrics().horizontalAdvance(title) + 34

    def _note_width(self, section: int, before: int, width: int) -> None:
        if self._fitting or not width or not before or section not in self._shares:
            return
        self._take_widths()

    def _take_restored_widths(self) -> None:
        """Where the widths of an earlier day were restored, they are the shares."""
        header = self.horizontalHeader()
        if any(header.sectionSize(each) != header.defaultSectionSize() for each in self._shares):
            self._take_widths()

    def _take_widths(self) -> None:
        header = self.horizontalHeader()
        for each in self._shares:
            if not header.isSectionHidden(each):
                self._shares[each] = header.sectionSize(each)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(int(theme().points() * 3.2) + 4)
        self.viewport().update()


def _take_focus(editor: QWidget) -> None:
    if editor.isVisible():
        editor.setFocus()
