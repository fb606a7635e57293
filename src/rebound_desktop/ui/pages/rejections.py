"""The page Rejections: the log, what it is narrowed to, and one rejection beside it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.rejection_table import rejection_table
from rebound_desktop.store import rejection_entry, rejection_log, rejections
from rebound_desktop.store.changes import Change
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.page import Page, search_field
from rebound_desktop.ui.pages.rejection_detail import RejectionDetail
from rebound_desktop.ui.pages.view_switch import ViewSwitch
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.chips import ChipRow
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.record_table import RecordTable
from rebound_desktop.ui.widgets.two_panes import two_panes

#: How the columns share the table's width: date, company, role, reached, feedback, reflection.
_SHARES = {0: 104, 1: 148, 2: 144, 3: 110, 4: 92, 5: 86}
_LEAST = {0: 11, 1: 13, 2: 10, 3: 14, 4: 15, 5: 14}
_COMPANY = 1


class RejectionsPage(Page):
    """Lists all rejections, with the story of the chosen one beside them."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Rejections"))
        self.setAccessibleName(self.tr("Rejections"))
        self._stale = False
        self._count = 0
        self.switch = ViewSwitch("rejections")
        self.header.insertWidget(1, self.switch)
        self.search = search_field(
            self.tr("Filter by company, role, words…"), self.tr("Filter the rejections")
        )
        self.header.addWidget(self.search, 1)
        self.log = button(
            self.tr("Log"), self._open_log, kind="primary", name=self.tr("Log a rejection")
        )
        self.header.addWidget(self.log)

        self.chips = ChipRow(self.tr("Which rejections are shown"))
        self.columns = button(self.tr("Columns"), kind="link", name=self.tr("Choose the columns"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.chips, 1)
        line.addWidget(self.columns)
        self.column.addLayout(line)

        self.model = rejection_table(self)
        self.table = RecordTable(
            self.tr("Rejections"), strong_columns=frozenset({_COMPANY}), parent=self
        )
        self.table.show_model(self.model)
        self.table.share_width(_SHARES, _LEAST)
        self._make_column_menu()
        self._lists = QStackedWidget()
        self._lists.addWidget(self.table)
        self._lists.addWidget(
            EmptyState(
                "search",
                self.tr("Nothing here matches."),
                self.tr("Clear the filter"),
                self.clear_filter,
            )
        )
        self._left = Card()
        self._left.column.setContentsMargins(1, 1, 1, 1)
        self._left.column.addWidget(self._lists)
        self.detail = RejectionDetail(settings)
        self.detail.setMinimumWidth(290)
        self.splitter = two_panes(self._left, self.detail, sizes=(640, 360), grow=(16, 9), gap=10)
        nothing = Card()
        nothing.column.addWidget(
            EmptyState(
                "rejections",
                self.tr("Nothing here, and that is fine. When a no comes, log it here."),
                self.tr("Log a rejection"),
                self._open_log,
            )
        )
        self._parts = QStackedWidget()
        self._parts.addWidget(self.splitter)
        self._parts.addWidget(nothing)
        self.column.addWidget(self._parts, 1)

        # Everything that the parts of this page say to one another.
        self.switch.page_asked.connect(self.page_asked)
        self.search.textChanged.connect(self.model.set_filter)
        self.search.returnPressed.connect(self.table.setFocus)
        self.chips.chosen.connect(self.model.set_chip)
        self.model.refilled.connect(self._show_what_there_is)
        self.table.chosen.connect(self.detail.show_rejection)
        self.table.opened.connect(lambda _number: self.detail.focus_inside())
        self.table.delete_asked.connect(self._delete)
        self.detail.edit_asked.connect(self._open_edit)
        self.detail.delete_asked.connect(self._delete)
        self.detail.reflect_asked.connect(self.reflect_asked)
        self.detail.record_asked.connect(self.record_asked)
        self.detail.copy_asked.connect(self.copy_asked)
        self.detail.said.connect(self.said)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.detail)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.table.setFocus)

    def open(self) -> None:
        self.switch.show_current()
        if self._stale:
            self._stale = False
            self.model.reload()
            self.detail.show_rejection(self.table.current_id)
        self._recount()
        self.model.load()
        if not self.table.current_id and self.model.rowCount():
            self.table.select_record(self.model.id_at(0))

    def take_change(self, change: Change) -> None:
        if not self.isVisible():
            # Read anew when it is shown again; nobody waits for a page that is not there.
            self._stale = True
            return
        if change.touches(*rejection_log.TABLES):
            self._recount()
        self.model.take_change(change)
        self.detail.take_change(change)

    def select(self, record_id: int) -> None:
        if not self.table.select_record(record_id):
            self.clear_filter()
            self.table.select_record(record_id)

    def clear_filter(self) -> None:
        """Show all rejections again."""
        self.search.clear()
        self.chips.choose("all")

    def begin_new(self) -> None:
        self._open_log()

    def layout_parts(self) -> Iterable[tuple[str, QWidget]]:
        return (
            ("rejections-columns", self.table.horizontalHeader()),
            ("rejections-splitter", self.splitter),
        )

    # What is shown

    def _recount(self) -> None:
        counts = rejection_log.counts()
        self._count = counts["all"]
        for key, name in (
            ("all", self.tr("All")),
            ("after_interview", self.tr("After interview")),
            ("no_reply", self.tr("No reply")),
            ("feedback_open", self.tr("Feedback open")),
            ("not_reflected", self.tr("Not reflected yet")),
        ):
            self.chips.set_chip(key, f"{name} {self.locale().toString(counts[key])}")

    def _show_what_there_is(self) -> None:
        none_at_all = self._count == 0
        self._parts.setCurrentIndex(1 if none_at_all else 0)
        self._lists.setCurrentIndex(0 if self.model.rowCount() else 1)
        for each in (self.search, self.chips, self.columns):
            each.setVisible(not none_at_all)

    def _make_column_menu(self) -> None:
        menu = QMenu(self.columns)
        for section in range(self.model.columnCount()):
            title = str(self.model.headerData(section, Qt.Orientation.Horizontal))
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setEnabled(section != _COMPANY)  # a row without its company says nothing
            action.toggled.connect(
                lambda shown, section=section: self._show_column(section, shown=shown)
            )
        menu.aboutToShow.connect(lambda: self._tick_columns(menu))
        self.columns.setMenu(menu)

    def _tick_columns(self, menu: QMenu) -> None:
        header = self.table.horizontalHeader()
        for section, action in enumerate(menu.actions()):
            action.setChecked(not header.isSectionHidden(section))

    def _show_column(self, section: int, *, shown: bool) -> None:
        header = self.table.horizontalHeader()
        if header.isSectionHidden(section) == shown:
            header.setSectionHidden(section, not shown)
            self.table.fit_columns()

    # What the person does

    def _open_log(self) -> None:
        self._open_dialog(0)

    def _open_edit(self, rejection_id: int) -> None:
        self.detail.flush()
        self._open_dialog(rejection_id)

    def _open_dialog(self, rejection_id: int) -> None:
        from rebound_desktop.ui.dialogs.rejection_dialog import RejectionDialog

        dialog = RejectionDialog(self.window(), rejection_id)
        dialog.accepted.connect(lambda: self._show_saved(dialog.rejection_id))
        open_once(dialog)

    def _show_saved(self, rejection_id: int) -> None:
        self.select(rejection_id)
        self.table.setFocus()
        self.said.emit(self.tr("Saved."))

    def _delete(self, rejection_id: int) -> None:
        self.detail.flush()
        rejection = rejections.get(rejection_id)
        if rejection is None:
            return
        company = rejection.application.company or self.tr("the rejection")
        open_again = rejection_entry.delete(rejection_id)
        sentence = (
            self.tr("Deleted {name}; the application is open again. Ctrl+Z brings it back.")
            if open_again
            else self.tr("Deleted {name}. Ctrl+Z brings it back.")
        )
        self.said.emit(sentence.format(name=company))
