"""All tellings by date: which story was told when, to whom, and how it landed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rebound_desktop.models.telling_table import telling_table
from rebound_desktop.store import stories
from rebound_desktop.store.tables import Telling
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.page import search_field
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.record_table import RecordTable
from rebound_desktop.ui.widgets.text import PlainLabel


class LedgerDialog(QDialog):
    """The ledger of tellings.

    ``story_asked`` carries the id of a story to show, ``not_lately_asked`` asks for the stories
    that were not told for long.
    """

    story_asked = Signal(int)
    not_lately_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tellings"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 16)
        outer.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(PlainLabel(self.tr("Tellings"), "title"), 1)
        self.search = search_field(
            self.tr("Search stories, people, companies"), self.tr("Search tellings")
        )
        head.addWidget(self.search, 1)
        outer.addLayout(head)
        self.model = telling_table(self)
        self.table = RecordTable(self.tr("Tellings"), strong_columns=frozenset({1}))
        self.table.show_model(self.model)
        self.table.share_width({0: 4, 1: 17, 2: 9, 3: 10, 4: 7})
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._none = EmptyState(
            "story",
            self.tr("When you tell a story, note to whom and how it landed. It shows here."),
        )
        self._stack.addWidget(self._none)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        outer.addWidget(card, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.edit = button(self.tr("Edit"), lambda: self._edit(self._telling_id))
        self.show_story = button(self.tr("Show the story"), self._ask_story)
        self.not_lately = button(self.tr("Not told for long"), self._ask_not_lately, kind="link")
        row.addWidget(self.edit)
        row.addWidget(self.show_story)
        row.addWidget(self.not_lately)
        row.addStretch(1)
        row.addWidget(button(self.tr("Close"), self.accept))
        outer.addLayout(row)

        self._telling_id = 0
        self.search.textChanged.connect(self.model.set_filter)
        self.model.refilled.connect(self._show_part)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._edit)
        self.table.delete_asked.connect(stories.delete_telling)
        self.table.delete_asked.connect(lambda _telling: self.model.reload())
        self._choose(0)
        self.model.load()
        self._fit()
        self.table.setFocus()

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width = min(max(680, int(theme().points() * 104)), room.width() - 40)
        self.resize(width, min(int(theme().points() * 60), room.height() - 24))

    def _show_part(self) -> None:
        empty = not self.model.rowCount() and not self.search.text().strip()
        self._stack.setCurrentWidget(self._none if empty else self.table)

    def _choose(self, telling_id: int) -> None:
        self._telling_id = telling_id
        self.edit.setEnabled(bool(telling_id))
        self.show_story.setEnabled(bool(telling_id))

    def _edit(self, telling_id: int) -> None:
        from rebound_desktop.ui.dialogs.telling_dialog import TellingDialog

        telling = stories.telling(telling_id)
        if telling is None:
            return
        dialog = TellingDialog(telling.story_id, self, telling=telling)
        dialog.finished.connect(lambda _result: self.model.reload())
        open_once(dialog)

    def _ask_story(self) -> None:
        telling: Telling | None = stories.telling(self._telling_id)
        if telling is not None:
            self.accept()
            self.story_asked.emit(telling.story_id)

    def _ask_not_lately(self) -> None:
        self.accept()
        self.not_lately_asked.emit()
