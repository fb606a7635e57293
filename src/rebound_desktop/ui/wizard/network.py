"""Page 6: people one would gladly speak to again, and a short message to one or two."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from rebound_desktop.core import clock, letters
from rebound_desktop.core.followups import message_day
from rebound_desktop.core.letters import Letter
from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import (
    FollowUpKind,
    FollowUpState,
    LetterKind,
    PersonRole,
)
from rebound_desktop.models import letter_drafts, words
from rebound_desktop.store import changes, followups, people
from rebound_desktop.store.tables import FollowUp, Person
from rebound_desktop.ui.widgets.autosave import text_of
from rebound_desktop.ui.widgets.buttons import button, caption, show_checked
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.letter_actions import LetterActions
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.wizard.rows import side_by_side
from rebound_desktop.ui.wizard.session import Session
from rebound_desktop.ui.wizard.step_page import StepPage

#: How many messages are drafted at one time: acquaintances, one or two.
_MOST = 2


class NetworkPage(StepPage):
    """The people of the application as a checklist; a message for each chosen one."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Step.NETWORK,
            self.tr("Work the network"),
            self.tr("Who would you gladly speak to again? One or two people are plenty."),
        )
        self._writing_id = 0  # the person whose name is being typed
        self._choices: dict[int, QCheckBox] = {}  # by person
        self._people = QVBoxLayout()
        self._people.setSpacing(2)
        self._nobody = PlainLabel(
            self.tr("Write down who you met: a recruiter, an interviewer, whoever was kind."),
            "second",
            wrap=True,
        )
        self._two = PlainLabel(
            self.tr("Two are enough for now; the others stay among your people."),
            "small",
            wrap=True,
        )
        self.column.addWidget(self._nobody)
        self.column.addLayout(self._people)
        self.column.addWidget(self._two)
        self.name_edit = QLineEdit()
        self.role_edit = ChoiceEdit(
            [(each, words.word("person", each)) for each in words.values("person")],
            PersonRole.INTERVIEWER,
        )
        self.add_button = button(self.tr("Add"), self._settle, name=self.tr("Add this person"))
        self.column.addLayout(
            side_by_side(
                (Field(self.tr("Somebody you met"), self.name_edit), 2),
                (Field(self.tr("Their part"), self.role_edit), 1),
                action=self.add_button,
            )
        )
        self._messages = QVBoxLayout()
        self._messages.setSpacing(12)
        self.column.addLayout(self._messages)
        self.column.addStretch(1)
        session.autosave.watch(self.name_edit, self._save_name)
        self.role_edit.chosen.connect(lambda _value: self._save_name(self.name_edit.text()))

    # Showing

    def load(self) -> None:
        clear(self._people)
        self._choices.clear()
        for person, role in self._there():
            choice = QCheckBox(
                caption(f"{person.name or person.company} · {words.word('person', role)}")
            )
            choice.setAccessibleName(person.name or person.company)
            choice.toggled.connect(self._chooser(int(person.id)))
            self._choices[int(person.id)] = choice
            self._people.addWidget(choice)
        self._show_messages()

    def _there(self) -> list[tuple[Person, str]]:
        """Return the people of the application, without the one who is being typed."""
        found = people.of_application(self.session.application_id)
        return [each for each in found if each[0].id != self._writing_id]

    def _show_messages(self) -> None:
        """Show a message for each chosen person, and who else can be chosen."""
        written = self._messages_of()
        clear(self._messages)
        for person, _role in self._there():
            choice = self._choices[int(person.id)]
            show_checked(choice, person.id in written)
            choice.setEnabled(person.id in written or len(written) < _MOST)
            if person.id in written:
                self._messages.addWidget(self._message(person, written[person.id]))
        self._nobody.setVisible(not self._choices)
        self._two.setVisible(len(written) >= _MOST and len(self._choices) > len(written))

    def _message(self, person: Person, follow_up: FollowUp) -> Card:
        name = person.name or person.company
        heading = self.tr("To {name}, on {day}").format(
            name=name, day=words.long_day(follow_up.due_on)
        )
        card = Card(heading, kind="raised")
        card.column.setContentsMargins(14, 10, 14, 10)
        area = TextArea(lines=3)
        area.setPlainText(follow_up.draft)
        area.setAccessibleName(self.tr("Message to {name}").format(name=name))
        count = PlainLabel("", "small", wrap=True)
        limit = self.session.settings.values.linkedin_limit

        def show_count() -> None:
            length = letters.linkedin_length(text_of(area))
            text = self.tr("{count} of {limit} characters").format(count=length, limit=limit)
            if length > limit:
                text = self.tr(
                    "{count} of {limit} characters: too long for a connection note, fine as a mail"
                ).format(count=length, limit=limit)
            count.setText(text)

        area.textChanged.connect(show_count)
        show_count()
        self.session.autosave.watch(
            area,
            lambda text: followups.edit(
                follow_up.id, draft=text, merge=f"follow-up-{follow_up.id}-draft"
            ),
        )
        actions = LetterActions(
            lambda: Letter(follow_up.subject, text_of(area)),
            what=self.tr("the message to {name}").format(name=name),
            address=lambda: str(person.email),
        )
        actions.copy_asked.connect(self.session.copy_asked)
        actions.said.connect(self.session.said)
        card.column.addWidget(area)
        card.column.addWidget(count)
        card.column.addWidget(actions)
        return card

    def first_field(self) -> QWidget:
        return next(iter(self._choices.values()), None) or self.name_edit

    def enter(self) -> bool:
        if not (self.is_in(self.name_edit) and self.name_edit.text().strip()):
            return False
        self._settle()
        return True

    def leave(self) -> None:
        super().leave()
        if self._writing_id:
            self._settle()

    # Writing

    def _messages_of(self) -> dict[int, FollowUp]:
        """Return the messages that are to be sent after this rejection, by person."""
        return {
            each.person_id: each
            for each in followups.open_of(application_id=self.session.application_id)
            if each.kind == FollowUpKind.MESSAGE
            and each.rejection_id == self.session.rejection_id
            and each.state == FollowUpState.OPEN
            and each.person_id is not None
        }

    def _chooser(self, person_id: int) -> Callable[[bool], None]:
        return lambda checked: self._choose(person_id, checked=checked)

    def _choose(self, person_id: int, *, checked: bool) -> None:
        self.session.autosave.flush()
        written = self._messages_of()
        if checked and person_id not in written and len(written) < _MOST:
            self._draft(person_id)
        elif not checked and person_id in written:
            followups.delete(written[person_id].id)
        self._show_messages()

    def _draft(self, person_id: int) -> None:
        person = people.get(person_id)
        if person is None:
            return
        name = person.name or person.company
        style = self.session.settings.values.letter_style()
        assert self.session.rejection is not None
        facts = letter_drafts.about_rejection(
            self.session.rejection, style, to_name=str(person.name)
        )
        followups.add(
            FollowUpKind.MESSAGE,
            self.tr("Write to {name}").format(name=name),
            message_day(clock.today()),
            draft=letter_drafts.draft(LetterKind.LINKEDIN_NOTE, facts, style).body,
            person=person_id,
            rejection=self.session.rejection_id,
            application=self.session.application_id,
        )

    def _save_name(self, text: str) -> None:
        """Store the person whose name is being typed, or forget them when it is emptied."""
        role, application = self.role_edit.value(), self.session.application_id
        with changes.write("New person", merge=f"wizard-{self.session.rejection_id}-person"):
            if not text.strip():
                if self._writing_id:
                    people.part(application, self._writing_id)
                    people.delete(self._writing_id)
                    self._writing_id = 0
                return
            values = {"name": text, "role": role, "company": self.session.company}
            if self._writing_id:
                people.edit(self._writing_id, values)
            else:
                self._writing_id = int(people.add(values).id)
            people.meet(application, self._writing_id, role)

    def _settle(self) -> None:
        """Put the person that was typed among the others, chosen where there is room."""
        self.session.autosave.flush()
        person_id, self._writing_id = self._writing_id, 0
        if not person_id:
            self.name_edit.setFocus()
            return
        self.session.autosave.fill(self.name_edit, "")
        if len(self._messages_of()) < _MOST:
            self._draft(person_id)
        self.load()
        self.name_edit.setFocus()
