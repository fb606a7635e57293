"""What is still to do for one application or one person, as a section of its detail."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.models.words import due_tone, short_moment
from rebound_desktop.store import followups
from rebound_desktop.store.tables import FollowUp
from rebound_desktop.ui.dialogs.follow_up_dialog import FollowUpDialog
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import rule
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.text import Pill, PlainLabel


class FollowUpSection(QWidget):
    """Lists open follow-ups; each can be done, moved, changed or dropped, and new ones added.

    ``said`` carries a sentence for the status bar, ``letter_asked`` the id of a follow-up whose
    letter is to be opened.
    """

    said = Signal(str)
    letter_asked = Signal(int)

    def __init__(
        self,
        heading: str,
        add_text: str,
        nothing: str,
        *,
        kind: FollowUpKind,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self._kind = kind
        self._application_id = 0
        self._person_id = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(heading, "section"))
        self._nothing_text = nothing
        self._nothing = PlainLabel(nothing, "second", wrap=True)
        column.addWidget(self._nothing)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        self.add = button(add_text, self._open_new)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_for(self, *, application_id: int = 0, person_id: int = 0, agreed: str = "") -> None:
        """Show what is to do for an application or for a person.

        ``agreed`` is said where there is nothing to do because something is agreed.
        """
        self._application_id = application_id
        self._person_id = person_id
        had_focus = self.isAncestorOf(self.focusWidget() or self) and self.focusWidget() is not None
        clear(self._rows)
        found = followups.open_of(application_id=application_id, person_id=person_id)
        for number, each in enumerate(found):
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(each))
        self._nothing.setText(agreed or self._nothing_text)
        self._nothing.setVisible(not found)
        if had_focus and self.isVisible():
            self.add.setFocus()

    def _row(self, follow_up: FollowUp) -> QWidget:
        row = QWidget()
        title = str(follow_up.title)
        row.setAccessibleName(title)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(title, wrap=True))
        if follow_up.note:
            column.addWidget(PlainLabel(str(follow_up.note), "smallSecond", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(
            Pill(short_moment(follow_up.due_on, str(follow_up.at_time)), due_tone(follow_up.due_on))
        )
        line.addStretch(1)
        number = int(follow_up.id)
        if follow_up.draft:
            line.addWidget(
                button(
                    self.tr("Letter…"),
                    partial(self.letter_asked.emit, number),
                    kind="link",
                    name=self.tr("Open the letter: {what}").format(what=title),
                )
            )
        line.addWidget(
            button(
                self.tr("Done"),
                partial(self._finish, number, title),
                kind="link",
                name=self.tr("Done: {what}").format(what=title),
            )
        )
        later = button(
            self.tr("Later"), kind="link", name=self.tr("Later: {what}").format(what=title)
        )
        later.setMenu(self._menu(number, title, later))
        line.addWidget(later)
        column.addLayout(line)
        return row

    def _menu(self, number: int, title: str, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("Tomorrow"), partial(self._move, number, title, 1)),
            (self.tr("In a week"), partial(self._move, number, title, 7)),
            (self.tr("Another day, or change it…"), partial(self._open, number)),
            (self.tr("Drop it"), partial(self._drop, number, title)),
        )
        for text, act in actions:
            menu.addAction(text).triggered.connect(lambda _checked=False, act=act: act())
        return menu

    def _finish(self, number: int, title: str) -> None:
        followups.finish(number)
        self.said.emit(self.tr("Done: {what}").format(what=title))

    def _move(self, number: int, title: str, days: int) -> None:
        day: date = clock.today() + timedelta(days=days)
        followups.move(number, day)
        self.said.emit(self.tr("{day}: {what}").format(day=short_moment(day), what=title))

    def _drop(self, number: int, title: str) -> None:
        followups.drop(number)
        self.said.emit(self.tr("Dropped: {what}. Ctrl+Z brings it back.").format(what=title))

    def _open(self, number: int) -> None:
        follow_up = followups.get(number)
        if follow_up is not None:
            open_once(FollowUpDialog(self.window(), follow_up=follow_up))

    def _open_new(self) -> None:
        open_once(
            FollowUpDialog(
                self.window(),
                application_id=self._application_id or None,
                person_id=self._person_id or None,
                kind=self._kind,
            )
        )
