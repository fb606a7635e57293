"""One line of what there is to do."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import shortened
from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.models import words
from rebound_desktop.store.followups import ToDo
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import show_checked
from rebound_desktop.ui.widgets.text import Pill, PlainLabel
from rebound_desktop.ui.widgets.tips import set_tip

#: How much of a note is shown, in characters.
_MOST = 120


class ToDoRow(QFrame):
    """A box to tick, what there is to do, when, and a menu with what else can be done to it.

    Keys within the row: Space ticks it, Enter opens its letter or else what it belongs to, Ctrl+C
    copies its message, F2 edits it, Delete drops it; Up and Down go to the rows beside it.
    """

    done_asked = Signal(int)
    drop_asked = Signal(int)
    copy_asked = Signal(int)
    edit_asked = Signal(int)
    open_asked = Signal(object)
    letter_asked = Signal(int)
    move_asked = Signal(int, object)
    step_asked = Signal(int, int)

    def __init__(self, row_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toDoRow")
        self._id = row_id
        self._line: ToDo | None = None
        self.box = QCheckBox()
        self.title = PlainLabel("", "medium", wrap=True)
        self.note = PlainLabel("", "smallSecond", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.note)
        self.pill = Pill("")
        self.copy = QToolButton()
        policy = self.copy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the pills stand below one another
        self.copy.setSizePolicy(policy)
        self.menu_button = QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 14)
        row.setSpacing(6)
        row.addWidget(self.box)
        row.addLayout(texts, 1)
        row.addWidget(self.pill)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.copy)
        tools.addWidget(self.menu_button)
        row.addLayout(tools)
        for control in (self.box, self.copy, self.menu_button):
            control.installEventFilter(self)
        self.box.toggled.connect(lambda _checked: self.done_asked.emit(self._id))
        self.copy.clicked.connect(lambda _checked: self.copy_asked.emit(self._id))
        self.menu_button.clicked.connect(lambda _checked: self._open_menu())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda point: self._menu().popup(self.mapToGlobal(point))
        )
        theme().changed.connect(self._look)
        self._look()

    def show_line(self, line: ToDo) -> None:
        """Show a follow-up."""
        self._line = line
        show_checked(self.box, False)
        self.box.setAccessibleName(self.tr("Done: {title}").format(title=line.title))
        self.title.setText(shortened(line.title, _MOST))
        note = _second_line(line, self.tr("drafted, ready to copy"))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        set_tip(self.note, line.note if note.endswith("…") else "")
        when = " ".join(each for each in (words.due_day(line.due_on), line.at_time) if each)
        self.pill.setText(when)
        self.pill.set_tone("due" if line.due_on <= clock.today() else "plain")
        self.box.setAccessibleDescription(" · ".join(each for each in (when, note) if each))
        self.copy.setVisible(line.has_draft)
        self.copy.setAccessibleName(self.tr("Copy the message: {title}").format(title=line.title))
        self.copy.setToolTip(self.tr("Copy the message"))
        self.menu_button.setAccessibleName(self.tr("More for: {title}").format(title=line.title))
        self.menu_button.setToolTip(self.tr("Move, edit, drop"))

    def take_focus(self) -> None:
        """Put the focus on the box."""
        self.box.setFocus(Qt.FocusReason.TabFocusReason)

    def has_focus(self) -> bool:
        """Say whether a control of the row has the focus."""
        return any(each.hasFocus() for each in (self.box, self.copy, self.menu_button))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Before the controls see them: buttons move the focus with Up and Down by themselves.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event, on_box=watched is self.box)
        return False

    def _take_key(self, event: QKeyEvent, *, on_box: bool) -> bool:
        line = self._line
        key = event.key()
        if line is None:
            return False
        if event.matches(QKeySequence.StandardKey.Copy) and line.has_draft:
            self.copy_asked.emit(self._id)
        elif key == Qt.Key.Key_Delete:
            self.drop_asked.emit(self._id)
        elif key == Qt.Key.Key_F2:
            self.edit_asked.emit(self._id)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and on_box:
            self._emit_first()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_asked.emit(self._id, -1 if key == Qt.Key.Key_Up else 1)
        else:
            return False
        return True

    def _open_menu(self) -> None:
        corner = self.menu_button.rect().bottomLeft()
        self._menu().popup(self.menu_button.mapToGlobal(corner))

    def _menu(self) -> QMenu:
        line = self._line
        assert line is not None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if line.has_draft:
            menu.addAction(self.tr("Open the letter…\tEnter"), self._emit_first)
        if line.kind == FollowUpKind.REFLECT and line.rejection_id:
            menu.addAction(self.tr("Go on with the reflection"), self._emit_open)
        elif line.rejection_id or line.application_id or line.person_id:
            belongs = self.tr("Open what it belongs to")
            menu.addAction(belongs if line.has_draft else f"{belongs}\tEnter", self._emit_open)
        if line.has_draft:
            menu.addAction(self.tr("Copy the message\tCtrl+C"), self.copy.click)
        move = menu.addMenu(self.tr("Move"))
        today = clock.today()
        days = (
            (self.tr("To tomorrow"), today + timedelta(days=1)),
            (self.tr("To next week"), today + timedelta(days=7 - today.weekday())),
            (self.tr("Choose a day…"), None),
        )
        for text, day in days:
            move.addAction(text, partial(self.move_asked.emit, self._id, day))
        menu.addAction(self.tr("Edit…\tF2"), partial(self.edit_asked.emit, self._id))
        menu.addSeparator()
        menu.addAction(self.tr("Drop\tDelete"), partial(self.drop_asked.emit, self._id))
        return menu

    def _emit_first(self) -> None:
        """Ask for what Enter does: open the letter where there is one, else what it belongs to."""
        if self._line is not None and self._line.has_draft:
            self.letter_asked.emit(self._id)
        else:
            self._emit_open()

    def _emit_open(self) -> None:
        self.open_asked.emit(self._line)

    def _look(self) -> None:
        self.copy.setIcon(theme().icon("copy", "second"))
        self.menu_button.setIcon(theme().icon("more", "second"))
        side = theme().icon_side()
        for control in (self.copy, self.menu_button):
            control.setIconSize(QSize(side, side))


def _second_line(line: ToDo, drafted: str) -> str:
    """Return what stands under the title: the company, unless the title names it, and the rest."""
    company = "" if line.company.casefold() in line.title.casefold() else line.company
    rest = shortened(line.note, _MOST) or (drafted if line.has_draft else "")
    return " · ".join(each for each in (company, rest) if each)
