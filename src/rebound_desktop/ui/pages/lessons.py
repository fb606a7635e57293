"""All lessons, as a page within Rejections."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from rebound_desktop.core.vocabulary import LessonState
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.lesson_table import lesson_table, stage_name
from rebound_desktop.models.words import word
from rebound_desktop.store import lesson_list, lessons
from rebound_desktop.store.changes import Change
from rebound_desktop.store.lesson_list import ALL_CHIP, TO_BRING_CHIP
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.lesson_detail import LessonDetail
from rebound_desktop.ui.pages.page import Page, search_field
from rebound_desktop.ui.pages.view_switch import ViewSwitch
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.chips import ChipRow
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.record_table import RecordTable
from rebound_desktop.ui.widgets.two_panes import two_panes

#: How the columns share the table's width: lesson, for, what became of it, from.
_SHARES = {0: 16, 1: 7, 2: 8, 3: 10}
_LEAST = {0: 18, 1: 15, 2: 19, 3: 15}
#: Where the page is narrower than this, in points of the font, the table does without "for".
_ROOM = 100.0
_FOR = 1


class LessonsPage(Page):
    """Lists every lesson, with the chosen one beside them."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Rejections"))
        self.setAccessibleName(self.tr("Lessons"))
        self.switch = ViewSwitch("lessons")
        self.header.insertWidget(1, self.switch)
        self.search = search_field(self.tr("Filter by words, company…"), self.tr("Filter lessons"))
        self.header.addWidget(self.search, 1)
        self.new = button(self.tr("New lesson"), self.begin_new, kind="primary")
        self.header.addWidget(self.new)
        self.chips = ChipRow(self.tr("Which lessons are shown"))
        self.column.addWidget(self.chips)
        self.model = lesson_table(self)
        self._every = 0
        self.table = RecordTable(self.tr("Lessons"), strong_columns=frozenset({0}), parent=self)
        self.table.show_model(self.model)
        self.table.share_width(_SHARES, _LEAST)
        self.detail = LessonDetail()
        self.detail.setMinimumWidth(280)
        self._make_body()

        # Everything that the parts of this page say to one another, and to the window.
        self.switch.page_asked.connect(self.page_asked)
        self.search.textChanged.connect(self.model.set_filter)
        self.search.returnPressed.connect(self.table.setFocus)
        self.chips.chosen.connect(self.model.set_chip)
        self.model.refilled.connect(self._show_what_there_is)
        self.table.chosen.connect(self.detail.show_lesson)
        self.table.opened.connect(lambda _number: self.detail.focus_inside())
        self.table.delete_asked.connect(self._delete)
        self.detail.delete_asked.connect(self._delete)
        self.detail.rejection_asked.connect(
            lambda number: self.record_asked.emit("rejections", number)
        )
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.detail)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.table.setFocus)

    def _make_body(self) -> None:
        self._nothing = EmptyState(
            "rejections",
            self.tr("What you want to do next time goes here, from a rejection or by itself."),
            self.tr("New lesson"),
            self.begin_new,
        )
        self._no_match = EmptyState(
            "search", self.tr("Nothing here matches."), self.tr("Show all"), self._show_all
        )
        self._lists = QStackedWidget()
        for each in (self.table, self._nothing, self._no_match):
            self._lists.addWidget(each)
        left = Card()
        left.column.setContentsMargins(1, 1, 1, 1)
        left.column.addWidget(self._lists)
        self.splitter = two_panes(left, self.detail, sizes=(660, 330), grow=(16, 8), gap=10)
        self.column.addWidget(self.splitter, 1)

    def open(self) -> None:
        self.switch.show_current()
        self.model.load()
        self._count()
        if not self.table.current_id and self.model.rowCount():
            self.table.select_record(self.model.id_at(0))

    def take_change(self, change: Change) -> None:
        if change.touches(*lesson_list.TABLES):
            self.model.take_change(change)
            self.detail.take_change(change)
            self._count()

    def select(self, record_id: int) -> None:
        self.model.load()
        if not self.table.select_record(record_id):
            self._show_all()
            self.table.select_record(record_id)

    def begin_new(self) -> None:
        """Open the form for a lesson that comes from no rejection."""
        from rebound_desktop.ui.dialogs.lesson_dialog import LessonDialog

        dialog = LessonDialog(self.window())
        dialog.accepted.connect(lambda: self.select(dialog.lesson_id))
        open_once(dialog)

    def layout_parts(self) -> Iterable[tuple[str, QWidget]]:
        return (
            ("lessons.splitter", self.splitter),
            ("lessons.columns", self.table.horizontalHeader()),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What each lesson is for stands beside the list as well.
        self.table.setColumnHidden(_FOR, self.width() / theme().points() < _ROOM)

    def hideEvent(self, event: QHideEvent) -> None:
        self.detail.flush()
        super().hideEvent(event)

    def _show_all(self) -> None:
        self.search.clear()
        self.chips.choose(ALL_CHIP)

    def _count(self) -> None:
        counts = lesson_list.counts()
        self._every = counts[ALL_CHIP]
        names = {
            ALL_CHIP: self.tr("All"),
            TO_BRING_CHIP: self.tr("To bring along"),
            **{str(each): word("lesson", each) for each in LessonState},
            **{
                f"for_{each}": self.tr("For: {kind}").format(kind=stage_name(each).lower())
                for each in lessons.STAGES
            },
        }
        for key, name in names.items():
            # "Kept" is what stands under "to bring along", together with what was tried.
            shown = counts[key] > 0 and key != LessonState.KEPT
            text = f"{name} {self.locale().toString(counts[key])}"
            self.chips.set_chip(key, text, shown=shown or key == ALL_CHIP)
        self.chips.setVisible(self._every > 0)
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        if self.model.rowCount():
            self._lists.setCurrentWidget(self.table)
        else:
            self._lists.setCurrentWidget(self._no_match if self._every else self._nothing)

    def _delete(self, lesson_id: int) -> None:
        self.detail.flush()
        lessons.delete(lesson_id)
        self.said.emit(self.tr("The lesson is deleted. Ctrl+Z brings it back."))
