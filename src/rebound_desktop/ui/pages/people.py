"""The page People: who was met, and when to write to them."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from rebound_desktop.core.vocabulary import PersonRole
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.people_table import people_table, shown_name
from rebound_desktop.models.words import word
from rebound_desktop.store import people, people_list
from rebound_desktop.store.changes import Change
from rebound_desktop.store.people_list import ALL_CHIP
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.page import Page, search_field
from rebound_desktop.ui.pages.person_detail import PersonDetail
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.chips import ChipRow
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.record_table import RecordTable
from rebound_desktop.ui.widgets.two_panes import two_panes

_NEW_KEYS = "Ctrl+Shift+N"
#: Columns that are hidden where the table is narrower than this, in points of the font.
_ROOM = {3: 56.0}


class PeoplePage(Page):
    """The table of the people with the chosen one beside it."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("People"))
        self.setAccessibleName(self.tr("People"))
        self.search = search_field(
            self.tr("Search names, companies, notes…"), self.tr("Search people")
        )
        self.header.addWidget(self.search, 1)
        self.new = button(self.tr("New person"), self.begin_new, kind="primary")
        self.new.setToolTip(_NEW_KEYS)
        self.header.addWidget(self.new)
        self.chips = ChipRow(self.tr("Which people are shown"))
        self.column.addWidget(self.chips)

        self.model = people_table(self)
        self._every = 0
        self.table = RecordTable(self.tr("People"), strong_columns=frozenset({0}))
        self.table.show_model(self.model)
        self.table.share_width({0: 10, 1: 9, 2: 9, 3: 8, 4: 13})
        self.table.hide_below(_ROOM)
        self.detail = PersonDetail(settings)
        self._make_body()

        # Everything that the parts of this page say to one another, and to the window.
        self.search.textChanged.connect(self.model.set_filter)
        self.chips.chosen.connect(self._choose)
        self.model.refilled.connect(self._show_table_or_sentence)
        self.table.chosen.connect(self.detail.show_record)
        self.table.opened.connect(self.open_edit)
        self.table.delete_asked.connect(self._delete)
        self.detail.edit_asked.connect(self.open_edit)
        self.detail.delete_asked.connect(self._delete)
        self.detail.link_asked.connect(self._open_link)
        self.detail.merge_asked.connect(self._open_merge)
        self.detail.said.connect(self.said)
        self.detail.record_asked.connect(self.record_asked)
        self.detail.copy_asked.connect(self.copy_asked)
        self.detail.letter_asked.connect(self.letter_asked)
        QShortcut(QKeySequence(_NEW_KEYS), self).activated.connect(self.begin_new)

    def _make_body(self) -> None:
        self._nothing = EmptyState(
            "people",
            self.tr("People you meet on the way go here: recruiters, interviewers, referrers."),
            self.tr("New person"),
            self.begin_new,
        )
        self._no_match = EmptyState(
            "search", self.tr("Nobody is like that."), self.tr("Show all"), self._show_all
        )
        self._stack = QStackedWidget()
        for each in (self.table, self._nothing, self._no_match):
            self._stack.addWidget(each)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        self.splitter = two_panes(card, self.detail, sizes=(640, 356), grow=(9, 5))
        self.detail.setMinimumWidth(300)
        self.column.addWidget(self.splitter, 1)

    def open(self) -> None:
        self.model.load()
        self._count()

    def take_change(self, change: Change) -> None:
        if not change.touches(
            *people_list.TABLES, "application_people", "applications", "person_addresses"
        ):
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
            ("people.splitter", self.splitter),
            ("people.columns", self.table.horizontalHeader()),
        )

    def begin_new(self) -> None:
        """Open the form for a new person."""
        from rebound_desktop.ui.dialogs.person_dialog import PersonDialog

        dialog = PersonDialog(self.window())
        dialog.accepted.connect(lambda: self.select(dialog.person_id))
        open_once(dialog)

    def open_edit(self, person_id: int) -> None:
        """Open the form with what is kept about a person."""
        from rebound_desktop.ui.dialogs.person_dialog import PersonDialog

        self.detail.flush()
        person = people.get(person_id)
        if person is not None:
            open_once(PersonDialog(self.window(), person=person))

    def hideEvent(self, event: object) -> None:
        self.detail.flush()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _open_link(self, person_id: int) -> None:
        from rebound_desktop.ui.dialogs.application_link_dialog import ApplicationLinkDialog

        person = people.get(person_id)
        if person is not None:
            open_once(ApplicationLinkDialog(person, self.window()))

    def _open_merge(self, person_id: int, other_id: int) -> None:
        from rebound_desktop.ui.dialogs.person_merge_dialog import PersonMergeDialog

        self.detail.flush()
        person = people.get(person_id)
        if person is not None:
            dialog = PersonMergeDialog(person, other_id, self.window())
            dialog.accepted.connect(
                lambda: self.said.emit(self.tr("One person now. Ctrl+Z takes it back."))
            )
            open_once(dialog)

    def _choose(self, chip: str) -> None:
        self.model.set_chip(chip)
        self._count()

    def _show_all(self) -> None:
        self.search.clear()
        self.chips.choose(ALL_CHIP)

    def _delete(self, person_id: int) -> None:
        person = people.get(person_id)
        if person is None:
            return
        self.detail.flush()
        people.delete(person_id)
        self.said.emit(
            self.tr("{name} is deleted. Ctrl+Z brings it back.").format(
                name=shown_name(str(person.name))
            )
        )

    def _count(self) -> None:
        counts = people_list.counts()
        self._every = counts[ALL_CHIP]
        self.chips.set_chip(ALL_CHIP, self.tr("All {n}").format(n=self._every))
        for role in PersonRole:
            text = self.tr("{role} {n}").format(role=word("person", role), n=counts[role])
            self.chips.set_chip(role, text, shown=counts[role] > 0)
        self.chips.setVisible(self._every > 0)
        self._show_table_or_sentence()

    def _show_table_or_sentence(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.table)
        elif self._every:
            self._stack.setCurrentWidget(self._no_match)
        else:
            self._stack.setCurrentWidget(self._nothing)
