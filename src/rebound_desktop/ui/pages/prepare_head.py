"""The head of the page Prepare: for which interview the sheet is, and what can be done with it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rebound_desktop.models import prep_words
from rebound_desktop.store.tables import PrepSheet
from rebound_desktop.ui.pages import prepare_menu
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.text import PlainLabel


class PrepareHead(QWidget):
    """The title with a line above and below it, and buttons that leave it what room it needs.

    ``prepare_asked`` carries an application's id and a day, as pages have it. ``title`` is the
    page's own.
    """

    prepare_asked = Signal(int, object)
    new_asked = Signal()

    def __init__(self, title: PlainLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        words = QVBoxLayout()
        words.setSpacing(0)
        ways = QHBoxLayout()
        ways.setSpacing(0)
        self.back = button(
            self.tr("‹ Strengths"), kind="smallLink", name=self.tr("Back to Strengths")
        )
        ways.addWidget(self.back)
        self.other = button(self.tr("Another interview"), kind="smallLink")
        self.other.setMenu(self.menu(self.other))
        ways.addWidget(self.other)
        self.change = button(self.tr("Change day or place"), kind="smallLink")
        ways.addWidget(self.change)
        ways.addStretch(1)
        words.addLayout(ways)
        title.setWordWrap(True)
        words.addWidget(title)
        self._when = PlainLabel("", "second", wrap=True)
        words.addWidget(self._when)
        self.cue = button(self.tr("Cue cards on top"))
        self.copy_sheet = button(self.tr("Copy sheet"))
        self.put_out = button(self.tr("Print or save PDF"), kind="primary")
        self._actions = QWidget()
        actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(12)
        for each in (self.cue, self.copy_sheet, self.put_out):
            actions.addWidget(each)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addWidget(
            self._actions, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        )

    def menu(self, owner: QWidget) -> QMenu:
        """Return a menu of the interviews that can be prepared."""
        menu = QMenu(owner)
        menu.aboutToShow.connect(lambda: prepare_menu.fill(menu, self._ask, self.new_asked.emit))
        return menu

    def show_sheet(self, sheet: PrepSheet | None) -> None:
        """Say for which interview a sheet is; None offers nothing but to choose one."""
        for each in (self._actions, self._when, self.change, self.other):
            each.setVisible(sheet is not None)
        if sheet is None:
            self._title.setText(self.tr("Prepare for an interview"))
            return
        what = prep_words.title(sheet.application)
        self._title.setText(self.tr("Prepare · {what}").format(what=what))
        self._when.setText(prep_words.when(sheet))

    def set_narrow(self, narrow: bool) -> None:
        """Put the buttons below the title, or beside it."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _ask(self, application_id: int, on: date | None) -> None:
        self.prepare_asked.emit(application_id, on)
