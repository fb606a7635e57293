"""The board of the page Applications: six columns of cards between which cards are moved."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.models.application_board import COLUMNS, ApplicationBoard
from rebound_desktop.models.words import word
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.board_column import BoardColumnFrame

#: The width of a column in points of the text size: the least at which its name can be read, and
#: the one where there is not room for all of them side by side anyway.
_LEAST, _ROOMY = 13.3, 17.0
#: The gap between two columns, and the one where there is little room, in pixels.
_GAP, _NARROW_GAP = 12, 8
#: How near to the edge a dragged card scrolls the board, and by how much, in pixels.
_EDGE, _STEP = 36, 24


class BoardView(QWidget):
    """Shows an :class:`ApplicationBoard`.

    ``chosen`` is emitted with the id of the card that is now the current one, 0 for none;
    ``opened`` on Enter or a click; ``delete_asked`` on the Delete key; ``move_asked`` with an id
    and the column's stage; ``reopen_asked`` where a closed one goes on wherever it was;
    ``all_closed_asked`` for the closed ones that the board does not show.
    """

    chosen = Signal(int)
    opened = Signal(int)
    delete_asked = Signal(int)
    move_asked = Signal(int, str)
    reopen_asked = Signal(int)
    all_closed_asked = Signal()

    def __init__(self, board: ApplicationBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Board"))
        self._board = board
        self._current_id = 0
        self._current_place: tuple[Stage, int] | None = None
        inside = QWidget()
        self._row = row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        nothing = {
            Stage.INTERESTED: self.tr("Nothing here yet. Roles you like go here."),
            Stage.APPLIED: self.tr("Nothing here yet. What you send goes here."),
            Stage.SCREENING: self.tr("Nothing here yet. Calls and tasks go here."),
            Stage.INTERVIEWING: self.tr("Nothing here yet. Interviews go here."),
            Stage.OFFER: self.tr("Nothing here yet. It takes one."),
            Stage.CLOSED: self.tr("Nothing here yet. What has ended goes here."),
        }
        self.columns: dict[Stage, BoardColumnFrame] = {}
        for stage in COLUMNS:
            column = BoardColumnFrame(board.columns[stage], word("stage", stage), nothing[stage])
            self.columns[stage] = column
            row.addWidget(column, 1)
            self._wire(column)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("plain")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        board.refilled.connect(self._find_again)
        theme().changed.connect(self._fit)
        self._fit()

    def _wire(self, column: BoardColumnFrame) -> None:
        cards = column.cards
        cards.chosen.connect(partial(self._take_current, column))
        cards.opened.connect(self.opened)
        cards.delete_asked.connect(self.delete_asked)
        cards.menu_asked.connect(self._show_menu)
        cards.beside_asked.connect(partial(self._go_beside, column))
        cards.shift_asked.connect(partial(self._shift, column))
        cards.installEventFilter(self)
        # After the drag has ended: what follows may open a dialog.
        column.dropped.connect(partial(self._drop, column), Qt.ConnectionType.QueuedConnection)
        column.all_asked.connect(self.all_closed_asked)
        column.dragged_over.connect(self._scroll_at_edge)

    @property
    def current_id(self) -> int:
        """The id of the current card, 0 for none."""
        return self._current_id

    def select_record(self, application_id: int) -> bool:
        """Make a card the current one and scroll to it; say whether it is shown."""
        stage = self._board.column_of(application_id)
        if stage is None:
            return False
        column = self.columns[stage]
        place = self._board.columns[stage].place_of(application_id)
        if place is None:
            return False
        column.cards.select_place(place)
        self._scroll.ensureWidgetVisible(column, _GAP, 0)
        return True

    def focus_cards(self) -> None:
        """Put the focus on the current card, or on the first one."""
        stage = self._board.column_of(self._current_id)
        if stage is not None and self._board.columns[stage].place_of(self._current_id) is not None:
            self.columns[stage].cards.setFocus()
            return
        for column in self.columns.values():
            if self._board.columns[column.stage].rowCount():
                column.cards.setFocus()
                return

    def clear_current(self) -> None:
        """Make no card the current one."""
        for column in self.columns.values():
            _forget_current(column)
        if self._current_id:
            self._current_id = 0
            self.chosen.emit(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whoever comes with Tab finds a card to stand on.
        if event.type() == QEvent.Type.FocusIn:
            for column in self.columns.values():
                if column.cards is watched:
                    if not column.cards.currentIndex().isValid():
                        column.cards.select_place(0)
                    self._scroll.ensureWidgetVisible(column, _GAP, 0)
        return False

    # Keys, drops and the menu

    def _go_beside(self, column: BoardColumnFrame, step: int) -> None:
        """Go to the card beside the current one, past columns that have none."""
        stages = list(COLUMNS)
        at = stages.index(column.stage) + step
        while 0 <= at < len(stages):
            count = self._board.columns[stages[at]].rowCount()
            if count:
                cards = self.columns[stages[at]].cards
                cards.select_place(min(column.cards.currentIndex().row(), count - 1))
                cards.setFocus()
                return
            at += step

    def _shift(self, column: BoardColumnFrame, step: int) -> None:
        """Move the current card one column on or back."""
        stages = list(COLUMNS)
        at = stages.index(column.stage) + step
        if self._current_id and column.stage is Stage.CLOSED and step < 0:
            # One column back would claim an offer; it goes back to where it was.
            self.reopen_asked.emit(self._current_id)
        elif self._current_id and 0 <= at < len(stages):
            self.move_asked.emit(self._current_id, str(stages[at]))

    def _drop(self, column: BoardColumnFrame, application_id: int) -> None:
        if self._board.column_of(application_id) not in (None, column.stage):
            self.move_asked.emit(application_id, str(column.stage))

    def _scroll_at_edge(self) -> None:
        """Scroll sideways where a card is dragged along an edge of a board wider than its room."""
        at = self._scroll.viewport().mapFromGlobal(QCursor.pos()).x()
        bar = self._scroll.horizontalScrollBar()
        if at < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif at > self._scroll.viewport().width() - _EDGE:
            bar.setValue(bar.value() + _STEP)

    def _show_menu(self, application_id: int) -> None:
        here = self._board.column_of(application_id)
        if here is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(self.tr("Show details"))
        opening.triggered.connect(lambda _checked=False: self.opened.emit(application_id))
        menu.addSeparator()
        if here is Stage.CLOSED:
            again = menu.addAction(self.tr("Reopen"))
            again.triggered.connect(lambda _checked=False: self.reopen_asked.emit(application_id))
        for stage in COLUMNS:
            if stage is Stage.CLOSED:
                text = self.tr("Close…")
            else:
                text = self.tr("Move to {stage}").format(stage=word("stage", stage))
            action = menu.addAction(text)
            action.setEnabled(stage is not here)
            action.triggered.connect(
                lambda _checked=False, stage=stage: self.move_asked.emit(application_id, str(stage))
            )
        menu.addSeparator()
        deleting = menu.addAction(self.tr("Delete"))
        deleting.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        deleting.triggered.connect(lambda _checked=False: self.delete_asked.emit(application_id))
        cards = self.columns[here].cards
        corner = cards.visualRect(cards.currentIndex()).bottomLeft()
        menu.popup(cards.viewport().mapToGlobal(corner + QPoint(12, -12)))

    # What is current

    def _take_current(self, column: BoardColumnFrame, application_id: int) -> None:
        for other in self.columns.values():
            if other is not column:
                _forget_current(other)
        self._current_place = (column.stage, column.cards.currentIndex().row())
        if application_id != self._current_id:
            self._current_id = application_id
            self.chosen.emit(application_id)

    def _find_again(self) -> None:
        """After a refill: the same card stays current, wherever it went, and keeps the focus."""
        focused = any(each.cards.hasFocus() for each in self.columns.values())
        for column in self.columns.values():
            column.show_count()
        if not self._current_id:
            return
        if not self.select_record(self._current_id):
            self._go_to_neighbour()
        if focused:
            self.focus_cards()

    def _go_to_neighbour(self) -> None:
        """The current card is gone: the one that took its place is the current one now."""
        stage, place = self._current_place or (Stage.INTERESTED, 0)
        count = self._board.columns[stage].rowCount()
        if count:
            self.columns[stage].cards.select_place(min(place, count - 1))
        else:
            self.clear_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        points, gaps = theme().points(), len(self.columns) - 1
        roomy, least = int(points * _ROOMY), int(points * _LEAST)
        fits = len(self.columns) * least + gaps * _NARROW_GAP <= self.width()
        wide = len(self.columns) * roomy + gaps * _GAP <= self.width()
        self._row.setSpacing(_GAP if wide or not fits else _NARROW_GAP)
        for column in self.columns.values():
            column.setMinimumWidth(least if fits else roomy)


def _forget_current(column: BoardColumnFrame) -> None:
    selection = column.cards.selectionModel()
    if selection.currentIndex().isValid():
        selection.clear()
