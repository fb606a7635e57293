"""The page Applications: what is in process, and what has ended."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.application_table import application_table
from rebound_desktop.models.words import word
from rebound_desktop.store import application_list, applications
from rebound_desktop.store.application_list import ALL_CHIP, OPEN_CHIP
from rebound_desktop.store.changes import Change
from rebound_desktop.ui.pages.application_detail import ApplicationDetail
from rebound_desktop.ui.pages.page import Page, search_field
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.chips import ChipRow
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.record_table import RecordTable
from rebound_desktop.ui.widgets.text import Pill

_NEW_KEYS = "Ctrl+Shift+N"
#: Columns that are hidden where the table is narrower than this, in points of the font.
_ROOM = {5: 64.0, 3: 54.0}


class ApplicationsPage(Page):
    """The table of the applications with the chosen one beside it."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Applications"))
        self.setAccessibleName(self.tr("Applications"))
        self._in_process = Pill("", "good")
        self._without_next = Pill("", "due")
        self.header.insertWidget(1, self._in_process)
        self.header.insertWidget(2, self._without_next)
        self.search = search_field(
            self.tr("Filter by company, role, words…"), self.tr("Filter applications")
        )
        self.header.addWidget(self.search, 1)
        self.new = button(self.tr("New application"), self.begin_new, kind="primary")
        self.new.setToolTip(_NEW_KEYS)
        self.header.addWidget(self.new)
        self.chips = ChipRow(self.tr("Which applications are shown"))
        self.column.addWidget(self.chips)

        self.model = application_table(self)
        self.model.set_chip(OPEN_CHIP)
        self._every = 0
        self.table = RecordTable(self.tr("Applications"), strong_columns=frozenset({0}))
        self.table.show_model(self.model)
        self.table.share_width({0: 10, 1: 10, 2: 10, 3: 6, 4: 13, 5: 7})
        self.table.installEventFilter(self)
        self.detail = ApplicationDetail()
        self._make_body()

        # Everything that the parts of this page say to one another, and to the window.
        self.search.textChanged.connect(self.model.set_filter)
        self.chips.chosen.connect(self._choose)
        self.model.refilled.connect(self._show_table_or_sentence)
        self.table.chosen.connect(self.detail.show_application)
        self.table.opened.connect(self.open_edit)
        self.table.delete_asked.connect(self._delete)
        self.detail.edit_asked.connect(self.open_edit)
        self.detail.delete_asked.connect(self._delete)
        self.detail.said.connect(self.said)
        self.detail.record_asked.connect(self.record_asked)
        self.detail.reflect_asked.connect(self.reflect_asked)
        self.detail.copy_asked.connect(self.copy_asked)
        QShortcut(QKeySequence(_NEW_KEYS), self).activated.connect(self.begin_new)

    def _make_body(self) -> None:
        self._nothing = EmptyState(
            "applications",
            self.tr("Each role you look at goes here, with its next step and a day."),
            self.tr("New application"),
            self.begin_new,
        )
        self._no_match = EmptyState(
            "search",
            self.tr("No application is like that."),
            self.tr("Show all"),
            self._show_all,
        )
        self._stack = QStackedWidget()
        for each in (self.table, self._nothing, self._no_match):
            self._stack.addWidget(each)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(16)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(card)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 9)
        self.splitter.setStretchFactor(1, 5)
        self.splitter.setSizes([640, 356])
        self.detail.setMinimumWidth(300)
        self.column.addWidget(self.splitter, 1)

    def open(self) -> None:
        self.model.load()
        self._count()

    def take_change(self, change: Change) -> None:
        if not change.touches(*application_list.TABLES, "people", "application_people"):
            return
        self.model.take_change(change)
        self.detail.take_change(change)
        self._count()

    def select(self, record_id: int) -> None:
        self.model.load()
        if self.model.place_of(record_id) is None:
            self._show_all()
        self.table.select_record(record_id)

    def layout_parts(self) -> Iterable[tuple[str, QWidget]]:
        return (
            ("applications.splitter", self.splitter),
            ("applications.columns", self.table.horizontalHeader()),
        )

    def begin_new(self) -> None:
        """Open the form for a new application."""
        from rebound_desktop.ui.dialogs.application_dialog import ApplicationDialog

        dialog = ApplicationDialog(self.window())
        dialog.accepted.connect(lambda: self.select(dialog.application_id))
        dialog.open_once()

    def open_edit(self, application_id: int) -> None:
        """Open the form with the texts of an application."""
        from rebound_desktop.ui.dialogs.application_dialog import ApplicationDialog

        self.detail.flush()
        application = applications.get(application_id)
        if application is not None:
            ApplicationDialog(self.window(), application=application).open_once()

    def hideEvent(self, event: object) -> None:
        self.detail.flush()
        super().hideEvent(event)  # type: ignore[arg-type]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._hide_columns()
        return False

    def _hide_columns(self) -> None:
        """Hide the lesser columns where there is no room for them."""
        room = self.table.width() / theme().points()
        for column, least in _ROOM.items():
            self.table.setColumnHidden(column, room < least)

    def _choose(self, chip: str) -> None:
        self.model.set_chip(chip)
        self._count()

    def _show_all(self) -> None:
        self.search.clear()
        self.chips.choose(ALL_CHIP)

    def _delete(self, application_id: int) -> None:
        application = applications.get(application_id)
        if application is None:
            return
        self.detail.flush()
        applications.delete(application_id)
        self.said.emit(
            self.tr("{company} is deleted. Ctrl+Z brings it back.").format(
                company=application.company
            )
        )

    def _count(self) -> None:
        counts = application_list.counts()
        in_process, every = counts[OPEN_CHIP], counts[ALL_CHIP]
        self._every = every
        self.chips.set_chip(OPEN_CHIP, self.tr("In process {n}").format(n=in_process))
        self.chips.set_chip(ALL_CHIP, self.tr("All {n}").format(n=every))
        for stage in Stage:
            text = self.tr("{stage} {n}").format(stage=word("stage", stage), n=counts[stage])
            self.chips.set_chip(stage, text, shown=counts[stage] > 0)
        self.chips.setVisible(every > 0)
        self._in_process.setText(self.tr("{n} in process").format(n=in_process))
        self._in_process.setVisible(in_process > 0)
        without = application_list.count_without_next_step()
        self._without_next.setText(self.tr("{n} without a next step").format(n=without))
        self._without_next.setVisible(without > 0)
        self._show_table_or_sentence()

    def _show_table_or_sentence(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.table)
        elif self._every:
            self._stack.setCurrentWidget(self._no_match)
        else:
            self._stack.setCurrentWidget(self._nothing)
