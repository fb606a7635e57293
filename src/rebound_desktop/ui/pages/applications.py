"""The page Applications: what is in process, and what has ended, as a board or as a table."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.application_board import ApplicationBoard
from rebound_desktop.models.application_table import Applications, application_table
from rebound_desktop.models.words import word
from rebound_desktop.store import application_list, applications, back_up_plan
from rebound_desktop.store.application_list import ALL_CHIP, OPEN_CHIP
from rebound_desktop.store.changes import Change
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.application_board import BoardView
from rebound_desktop.ui.pages.application_detail import ApplicationDetail
from rebound_desktop.ui.pages.application_moves import move_application, reopen_application
from rebound_desktop.ui.pages.applications_head import BOARD, TABLE, ApplicationsHead
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.chips import ChipRow
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.record_table import RecordTable
from rebound_desktop.ui.widgets.tag_chips import TagChips
from rebound_desktop.ui.widgets.two_panes import two_panes

_NEW_KEYS = "Ctrl+Shift+N"
#: Columns that are hidden where the table is narrower than this, in points of the font.
_ROOM = {5: 64.0, 3: 54.0}
#: Beside a board in less room than this, in points of the font, the detail takes its place.
_BESIDE = 62.0


class ApplicationsPage(Page):
    """The applications, with the chosen one beside them.

    Beside the table the detail is always there; beside the board it comes when a card is opened.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._settings = settings
        self._every = 0
        self._opened = False
        self.title.setText(self.tr("Applications"))
        self.setAccessibleName(self.tr("Applications"))
        self._make_head()
        self.source = Applications()
        self.model = application_table(self.source, self._move, self)
        self.model.set_chip(OPEN_CHIP)
        self.board_model = ApplicationBoard(self.source, self)
        self.table = RecordTable(self.tr("Applications"), strong_columns=frozenset({0}))
        self.table.show_model(self.model)
        self.table.share_width({0: 10, 1: 10, 2: 10, 3: 6, 4: 13, 5: 7})
        self.table.hide_below(_ROOM)
        self.board = BoardView(self.board_model)
        self.detail = ApplicationDetail(settings)
        self._make_body()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._count)
        self._wire()
        self._view = settings.values.applications_view
        self._show_view()

    def _make_head(self) -> None:
        self.new = button(self.tr("New application"), self.begin_new, kind="primary")
        self.new.setToolTip(_NEW_KEYS)
        self.head = ApplicationsHead(self.title, self.new)
        self.search = self.head.search
        self.column.insertWidget(0, self.head)
        self.chips = ChipRow(self.tr("Which applications are shown"))
        self.column.addWidget(self.chips)
        self.tags = TagChips(self.tr("Tags"))
        self.column.addWidget(self.tags)

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
        self._card = QFrame()
        self._card.setObjectName("card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        self._views = QStackedWidget()
        self._views.addWidget(self._card)
        self._views.addWidget(self.board)
        self.splitter = two_panes(self._views, self.detail, sizes=(640, 356), grow=(9, 5))
        self.detail.setMinimumWidth(300)
        self.column.addWidget(self.splitter, 1)

    def _wire(self) -> None:
        """Connect everything that the parts of this page say to one another, and to the window."""
        self.search.textChanged.connect(self._filter)
        self.head.switch.chosen.connect(self._choose_view)
        self.chips.chosen.connect(self._choose)
        self.tags.chosen.connect(self._choose_tags)
        self.model.refilled.connect(self._show_table_or_sentence)
        self.board_model.refilled.connect(self._show_table_or_sentence)
        self.table.chosen.connect(self._show_detail)
        self.table.opened.connect(self.open_edit)
        self.table.delete_asked.connect(self._delete)
        self.board.chosen.connect(self._show_detail)
        self.board.opened.connect(self._open_detail)
        self.board.delete_asked.connect(self._delete)
        self.board.move_asked.connect(lambda number, stage: self._move(number, Stage(stage)))
        self.board.reopen_asked.connect(self._reopen)
        self.board.all_closed_asked.connect(self._show_closed)
        self.detail.hide_asked.connect(self._hide_detail)
        self.detail.edit_asked.connect(self.open_edit)
        self.detail.delete_asked.connect(self._delete)
        self.detail.said.connect(self.said)
        self.detail.record_asked.connect(self.record_asked)
        self.detail.reflect_asked.connect(self.reflect_asked)
        self.detail.copy_asked.connect(self.copy_asked)
        self.detail.letter_asked.connect(self.letter_asked)
        self.detail.prepare_asked.connect(self.prepare_asked)
        QShortcut(QKeySequence(_NEW_KEYS), self).activated.connect(self.begin_new)
        for part in (self.board, self.detail):
            leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), part)
            leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            leave.activated.connect(self._hide_detail)

    # What the window asks

    def open(self) -> None:
        self.board_model.set_patience(self._settings.values.patience())
        self._load()
        self._count()
        if self.detail.isVisible():
            self._show_detail(self.current_id)

    def take_change(self, change: Change) -> None:
        own = change.touches(*application_list.TABLES)
        if not own and not change.touches("people", "application_people", "reflections", "lessons"):
            return
        if own:
            self.model.take_change(change)
            self.board_model.take_change(change)
        self.detail.take_change(change)
        if own:
            # After the cards are painted: a card that is dropped is there at once.
            self._soon.start()

    def select(self, record_id: int) -> None:
        self._load()
        if self._view == BOARD and not self.board.select_record(record_id):
            self._show_all()
            if not self.board.select_record(record_id):
                # The board shows the newest of those that have ended; the table has them all.
                self._switch_to(TABLE)
        if self._view == BOARD:
            self._open_detail(record_id)
            return
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
        open_once(dialog)

    def open_edit(self, application_id: int) -> None:
        """Open the form with the texts of an application."""
        from rebound_desktop.ui.dialogs.application_dialog import ApplicationDialog

        self.detail.flush()
        application = applications.get(application_id)
        if application is not None:
            open_once(ApplicationDialog(self.window(), application=application))

    @property
    def current_id(self) -> int:
        """The id of the application that is chosen, 0 for none."""
        return self.board.current_id if self._view == BOARD else self.table.current_id

    def hideEvent(self, event: object) -> None:
        self.detail.flush()
        super().hideEvent(event)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # The two views

    def _load(self) -> None:
        """Read what the view shows, where that was not done yet."""
        if self._view == BOARD:
            self.board_model.load()
        else:
            self.model.load()

    def _choose_view(self, view: str) -> None:
        """Show a view from now on, the next time too."""
        self._settings.values.applications_view = view
        self._settings.save()
        self._switch_to(view)

    def _switch_to(self, view: str) -> None:
        chosen = self.current_id
        focused = self.splitter.isAncestorOf(self.focusWidget() or self)
        self._view = view
        self._load()
        self._show_view()
        if view == TABLE:
            if chosen and self.model.place_of(chosen) is not None:
                self.table.select_record(chosen)
            self._show_detail(self.table.current_id)
        elif chosen:
            self.board.select_record(chosen)
        if focused and view == TABLE:
            self.table.setFocus()
        elif focused:
            self.board.focus_cards()

    def _show_view(self) -> None:
        board = self._view == BOARD
        self.head.switch.show_view(self._view)
        self.chips.setVisible(not board and self._every > 0)
        self.detail.hide_it.setVisible(board)
        self.detail.setVisible(not board or self._opened)
        self._fit()
        self._show_table_or_sentence()

    def _show_detail(self, application_id: int) -> None:
        """Show the chosen application in the detail, where that is shown."""
        if self._view == BOARD and not self._opened:
            return
        self.detail.show_record(application_id)
        if self._view == BOARD and not application_id:
            self._hide_detail()

    def _open_detail(self, application_id: int) -> None:
        self._opened = True
        self.detail.show()
        self._fit()
        self.detail.show_record(application_id)
        self.board.select_record(application_id)
        if self._views.isHidden():
            self.detail.hide_it.setFocus()

    def _hide_detail(self) -> None:
        if self._view != BOARD or not self._opened:
            return
        self.detail.flush()
        self._opened = False
        focused = self.detail.isAncestorOf(self.focusWidget() or self)
        self.detail.hide()
        self._fit()
        if focused:
            self.board.focus_cards()

    def _show_closed(self) -> None:
        self._choose_view(TABLE)
        self.chips.choose(Stage.CLOSED)

    def _fit(self) -> None:
        """Fit the head into the page, and the detail beside the board or in its place."""
        room = self.width() - 2 * self.column.contentsMargins().left()
        self.head.fit(room)
        alone = self._view == BOARD and self._opened and room < theme().points() * _BESIDE
        self._views.setVisible(not alone)

    # What the person does

    def _filter(self, text: str) -> None:
        self.model.set_filter(text)
        self.board_model.set_filter(text)

    def _choose(self, chip: str) -> None:
        self.model.set_chip(chip)
        self._count()

    def _choose_tags(self) -> None:
        self.source.tags = self.tags.tags()
        self.model.reload()
        self.board_model.reload()

    def _show_all(self) -> None:
        self.search.clear()
        self.tags.clear_choice()
        self.chips.choose(ALL_CHIP)

    def _move(self, application_id: int, stage: Stage) -> None:
        self.detail.flush()
        move_application(
            application_id,
            stage,
            self.window(),
            say=self.said.emit,
            reflect=self.reflect_asked.emit,
        )

    def _reopen(self, application_id: int) -> None:
        self.detail.flush()
        reopen_application(application_id, say=self.said.emit)

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

    # What is counted

    def _count(self) -> None:
        counts = application_list.counts()
        self._every = counts[ALL_CHIP]
        self.chips.set_chip(OPEN_CHIP, self.tr("In process {n}").format(n=counts[OPEN_CHIP]))
        self.chips.set_chip(ALL_CHIP, self.tr("All {n}").format(n=self._every))
        for stage in Stage:
            text = self.tr("{stage} {n}").format(stage=word("stage", stage), n=counts[stage])
            self.chips.set_chip(stage, text, shown=counts[stage] > 0)
        self.chips.setVisible(self._every > 0 and self._view == TABLE)
        self.tags.show_tags(application_list.tags())
        plan = back_up_plan.health(self._settings.values.open_minimum)
        self.head.show_plan(plan, has_any=self._every > 0)
        self._show_table_or_sentence()

    def _show_table_or_sentence(self) -> None:
        board = self._view == BOARD
        some = self.board_model.total() if board else self.model.rowCount()
        if not self._every:
            self._stack.setCurrentWidget(self._nothing)
        elif not some:
            self._stack.setCurrentWidget(self._no_match)
        else:
            self._stack.setCurrentWidget(self.table)
        self._views.setCurrentWidget(self.board if board and some else self._card)
