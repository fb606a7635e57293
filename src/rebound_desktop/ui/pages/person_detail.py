"""One person, beside the table: how to reach them, what is to do, where you met, notes."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core import clock
from rebound_desktop.core.followups import message_day
from rebound_desktop.core.vocabulary import FollowUpKind, LetterKind
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models import letter_drafts
from rebound_desktop.models.application_table import stage_text
from rebound_desktop.models.people_table import shown_name
from rebound_desktop.models.words import short_day, word
from rebound_desktop.store import followups, people, people_merging
from rebound_desktop.store.tables import Application, Person
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.follow_up_section import FollowUpSection
from rebound_desktop.ui.pages.person_reach import PersonReach
from rebound_desktop.ui.pages.record_detail import RecordDetail
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import rule
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.scrolled import scrolled
from rebound_desktop.ui.widgets.text import PlainLabel


class PersonDetail(RecordDetail):
    """Shows one person and lets somebody work on what is kept about them.

    Emits ``said`` with a sentence, ``record_asked`` with a kind and an id, ``copy_asked`` as pages
    do; ``edit_asked``, ``delete_asked`` and ``link_asked`` (to an application) with the person's
    id; ``merge_asked`` with it and that of the other, 0 where that is still to be chosen.
    """

    tables = ("people", "person_addresses", "follow_ups", "application_people", "applications")
    said = Signal(str)
    record_asked = Signal(str, int)
    copy_asked = Signal(str, str)
    letter_asked = Signal(int)
    edit_asked = Signal(int)
    delete_asked = Signal(int)
    link_asked = Signal(int)
    merge_asked = Signal(int, int)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._double_id = 0
        self.setAccessibleName(self.tr("Person"))
        self._make_head(self.column)
        self.tabs.addTab(self._make_overview(), self.tr("Overview"))
        self.tabs.addTab(self._make_applications(), self.tr("Applications"))
        self.tabs.addTab(self._make_notes(), self.tr("Notes"))
        self.begin(EmptyState("person", self.tr("Choose a person to see how to reach them.")))
        self.follow_ups.said.connect(self.said)
        self.follow_ups.letter_asked.connect(self.letter_asked)
        self.reach.copy_asked.connect(self.copy_asked)
        self.reach.record_asked.connect(self.record_asked)

    # The parts

    def _make_head(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._name = PlainLabel("", "heading", wrap=True)
        self._facts = PlainLabel("", "smallSecond", wrap=True)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        line.addLayout(words, 1)
        more = button("⋯", name=self.tr("More for this person"))
        menu = QMenu(more)
        menu.addAction(self.tr("Edit…")).triggered.connect(
            lambda _checked=False: self.edit_asked.emit(self._id)
        )
        menu.addAction(self.tr("Last contact was on…")).triggered.connect(
            lambda _checked=False: self._ask_contact()
        )
        menu.addAction(self.tr("Merge with…")).triggered.connect(
            lambda _checked=False: self.merge_asked.emit(self._id, 0)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Delete")).triggered.connect(
            lambda _checked=False: self.delete_asked.emit(self._id)
        )
        more.setMenu(menu)
        line.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)

    def _make_overview(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(12)
        self.reach = PersonReach()
        column.addWidget(self.reach)
        contact = QHBoxLayout()
        self._last = PlainLabel("", "", wrap=True)
        contact.addWidget(self._last, 1)
        self.today = button(self.tr("We spoke today"), self._note_contact)
        contact.addWidget(self.today)
        column.addLayout(contact)
        writing = QHBoxLayout()
        self.write = button(self.tr("Write to them"), name=self.tr("Write to this person"))
        menu = QMenu(self.write)
        for kind in letter_drafts.TO_PERSON:
            menu.addAction(letter_drafts.kind_name(kind)).triggered.connect(
                lambda _checked=False, kind=kind: self._draft(kind)
            )
        self.write.setMenu(menu)
        writing.addWidget(self.write)
        writing.addStretch(1)
        column.addLayout(writing)
        column.addWidget(rule())
        self.follow_ups = FollowUpSection(
            self.tr("What comes next"),
            self.tr("Add follow-up"),
            self.tr("Nothing planned. A short message now and then keeps the door open."),
            kind=FollowUpKind.MESSAGE,
        )
        column.addWidget(self.follow_ups)
        self._double = QWidget()
        double = QHBoxLayout(self._double)
        double.setContentsMargins(0, 0, 0, 0)
        self._double_words = PlainLabel("", "small", wrap=True)
        double.addWidget(self._double_words, 1)
        double.addWidget(
            button(self.tr("Merge…"), lambda: self.merge_asked.emit(self._id, self._double_id))
        )
        column.addWidget(self._double)
        column.addStretch(1)
        return scrolled(inside)

    def _make_applications(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(8)
        self._not_met = PlainLabel(
            self.tr("Not linked yet. Which application did you meet in?"), "second", wrap=True
        )
        column.addWidget(self._not_met)
        self._met = QVBoxLayout()
        self._met.setSpacing(4)
        column.addLayout(self._met)
        self.link = button(
            self.tr("Link to an application…"), lambda: self.link_asked.emit(self._id)
        )
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return scrolled(inside)

    def _make_notes(self) -> QWidget:
        return self.text_tab(
            ("how_met", self.tr("How you met"), 2),
            ("notes", self.tr("Notes"), 5),
            save=self._save_text,
        )

    # What is shown

    def refresh(self) -> None:
        person = people.get(self._id) if self._id else None
        self.show_whether(person is not None)
        if person is None:
            return
        self._name.setText(shown_name(str(person.name)))
        facts = (word("person", str(person.role)), str(person.title), str(person.company))
        self._facts.setText(" · ".join(filter(None, facts)))
        self.reach.show_person(person)
        self._show_last_contact(person)
        self._show_double()
        self.follow_ups.show_for(person_id=self._id)
        self._show_applications()
        self.fill_texts(person)

    def _show_last_contact(self, person: Person) -> None:
        last = person.last_contact_on
        if last is None:
            self._last.setText(self.tr("Last contact not noted"))
        else:
            self._last.setText(self.tr("Last contact {day}").format(day=short_day(last)))
        self.today.setEnabled(last != clock.today())

    def _show_double(self) -> None:
        pairs = people_merging.doubles()
        self._double_id = next((sum(pair) - self._id for pair in pairs if self._id in pair), 0)
        other = people.get(self._double_id) if self._double_id else None
        self._double.setVisible(other is not None)
        if other is not None:
            name = " · ".join(filter(None, (shown_name(str(other.name)), str(other.company))))
            self._double_words.setText(self.tr("Perhaps the same: {name}").format(name=name))

    def _show_applications(self) -> None:
        clear(self._met)
        found = people.applications_of(self._id)
        for application, role in found:
            self._met.addWidget(self._met_row(application, role))
        self._not_met.setVisible(not found)

    def _met_row(self, application: Application, role: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        company = str(application.company)
        title = " · ".join(filter(None, (company, str(application.role))))
        words.addWidget(PlainLabel(title, "strong", wrap=True))
        standing = stage_text(str(application.stage), str(application.outcome))
        words.addWidget(
            PlainLabel(f"{word('person', role)} · {standing}", "smallSecond", wrap=True)
        )
        line.addLayout(words, 1)
        number = int(application.id)
        line.addWidget(
            button(
                self.tr("Open"),
                partial(self.record_asked.emit, "applications", number),
                kind="link",
                name=self.tr("Open {name}").format(name=company),
            )
        )
        line.addWidget(
            button(
                self.tr("Remove"),
                partial(self._part, number, company),
                kind="link",
                name=self.tr("Remove the link to {name}").format(name=company),
            )
        )
        return row

    # What the person does

    def _save_text(self, name: str, text: str) -> None:
        people.edit(self._id, {name: text}, merge=f"person-{self._id}-{name}")

    def _note_contact(self) -> None:
        people.set_last_contact(self._id, clock.today())
        self.said.emit(self.tr("Last contact: today."))

    def _ask_contact(self) -> None:
        from rebound_desktop.ui.dialogs.day_dialog import DayDialog

        person = people.get(self._id)
        if person is not None:
            open_once(
                DayDialog(
                    self.tr("When were you last in touch?"),
                    person.last_contact_on or clock.today(),
                    partial(people.set_last_contact, self._id),
                    self.window(),
                    about=f"people {self._id}",
                    past=True,
                )
            )

    def _draft(self, kind: LetterKind) -> None:
        """Draft a message, put it on the list, and open it."""
        person = people.get(self._id)
        if person is None:
            return
        style = self._settings.values.letter_style()
        title, letter = letter_drafts.to_person(person, kind, style)
        made = followups.add(
            FollowUpKind.MESSAGE,
            title,
            message_day(clock.today()),
            draft=letter.body,
            subject=letter.subject,
            person=person.id,
        )
        self.letter_asked.emit(int(made.id))

    def _part(self, application_id: int, company: str) -> None:
        people.part(application_id, self._id)
        self.said.emit(
            self.tr("The link to {company} is gone. Ctrl+Z brings it back.").format(company=company)
        )
