"""Page 5: the thank-you, with one question or without, drafted and dated."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QCompleter,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core import clock, followups, letters
from rebound_desktop.core.letter_templates import Template
from rebound_desktop.core.letters import Facts, Letter
from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import (
    Channel,
    FeedbackState,
    FollowUpKind,
    LetterKind,
    Stage,
)
from rebound_desktop.models import letter_drafts, words
from rebound_desktop.store import changes, feedback, people
from rebound_desktop.store.tables import FeedbackRequest, Person
from rebound_desktop.ui.widgets.autosave import text_of
from rebound_desktop.ui.widgets.buttons import button, caption, show_checked
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.letter_actions import LetterActions
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.wizard.rows import side_by_side
from rebound_desktop.ui.wizard.session import Session
from rebound_desktop.ui.wizard.step_page import StepPage

#: The stages at which nobody was met yet; a letter then seldom finds a reader.
_NOBODY_MET = frozenset({Stage.INTERESTED, Stage.APPLIED})


class AskFeedbackPage(StepPage):
    """A letter as a draft that the person may change, copy, or open in the mail program."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Step.FEEDBACK,
            self.tr("Ask for feedback"),
            self.tr("Many employers have a rule against feedback; silence says nothing about you."),
        )
        self._request_id = 0
        self._drafted = ""  # the draft as it was last made; it is redone while nobody changed it
        self.column.addWidget(self._choices())
        self._nobody_met = PlainLabel(
            self.tr("You had not met anyone yet. “Not this time” is fine."), "small", wrap=True
        )
        self.column.addWidget(self._nobody_met)
        self._letter = QWidget()
        letter = QVBoxLayout(self._letter)
        letter.setContentsMargins(0, 0, 0, 0)
        letter.setSpacing(12)
        self.column.addWidget(self._letter)
        self.column.addStretch(1)

        self.to_name = QLineEdit()
        self.to_name.setPlaceholderText(self.tr("Whoever gave you the news"))
        self.channel = ChoiceEdit(
            [(each, words.word("channel", each)) for each in words.values("channel")]
        )
        self.wording = ChoiceEdit([])
        self.detail = QLineEdit()
        self.detail.setPlaceholderText(self.tr("For example: the walk through your sales model"))
        self.subject = QLineEdit()
        self.draft = TextArea(lines=8, most=20)
        self._count = PlainLabel("", "small", wrap=True)
        letter.addLayout(
            side_by_side(
                (Field(self.tr("To whom"), self.to_name), 2),
                (Field(self.tr("Send it by"), self.channel), 1),
                (Field(self.tr("Wording"), self.wording), 1),
            )
        )
        self._subject_field = Field(self.tr("Subject"), self.subject)
        detail = Field(self.tr("One real detail you can thank them for"), self.detail)
        letter.addLayout(side_by_side((detail, 1), (self._subject_field, 1)))
        letter.addWidget(Field(self.tr("Draft"), self.draft))
        letter.addWidget(self._count)
        letter.addWidget(self._actions())
        self._days = PlainLabel("", "second", wrap=True)
        letter.addWidget(self._days)
        self.look_again = QCheckBox()
        letter.addWidget(self.look_again)
        self._wire()

    def _choices(self) -> QWidget:
        row = QWidget()
        row.setAccessibleName(self.tr("Which letter"))
        flow = FlowLayout(row, gap=16)
        group = QButtonGroup(self)
        self.kinds: dict[LetterKind | None, QRadioButton] = {}
        for kind, text in (
            (LetterKind.FEEDBACK_REQUEST, self.tr("Thanks and one question")),
            (LetterKind.THANKS_ONLY, self.tr("Thanks only")),
            (None, self.tr("Not this time")),
        ):
            choice = QRadioButton(text)
            group.addButton(choice)
            flow.addWidget(choice)
            self.kinds[kind] = choice
        return row

    def _actions(self) -> QWidget:
        self.letter_actions = LetterActions(
            self._letter_now, what=self.tr("the letter"), address=self._address
        )
        self.sent_button = self.letter_actions.add(button(self.tr("I’ve sent it"), self._mark_sent))
        self.anew_button = self.letter_actions.add(
            button(self.tr("Write the draft anew"), self._write_anew, kind="link")
        )
        self.letter_actions.copy_asked.connect(self.session.copy_asked)
        self.letter_actions.said.connect(self.session.said)
        return self.letter_actions

    def _wire(self) -> None:
        autosave = self.session.autosave
        autosave.watch(self.to_name, lambda _text: self._save_facts())
        autosave.watch(self.detail, lambda _text: self._save_facts())
        autosave.watch(self.subject, lambda _text: self._save())
        autosave.watch(self.draft, lambda _text: self._save())
        self.channel.chosen.connect(lambda _value: self._save())
        self.channel.chosen.connect(lambda _value: self._show_counts())
        self.wording.chosen.connect(self._choose_wording)
        self.look_again.toggled.connect(lambda _checked: self._save())
        for kind, choice in self.kinds.items():
            choice.toggled.connect(lambda chosen, kind=kind: self._choose(kind) if chosen else None)
        self.draft.textChanged.connect(self._show_counts)

    # Showing

    def load(self) -> None:
        request = self._stored()
        self._request_id = int(request.id) if request else 0
        self._offer_people()
        rejection = self.session.rejection
        met = rejection is not None and Stage(rejection.reached) not in _NOBODY_MET
        self._nobody_met.setVisible(not met)
        if request is not None:
            self._show(request)
        else:
            if not any(each.isChecked() for each in self.kinds.values()):
                show_checked(self.kinds[LetterKind.FEEDBACK_REQUEST], True)
            self._offer_wordings()
        self._redraft()
        self.subject.setCursorPosition(0)  # a long one shows its beginning
        self._show_kind()
        today = clock.today()
        self.look_again.setText(
            caption(
                self.tr("Look at {company} again on {day}").format(
                    company=self.session.company,
                    day=words.long_day(followups.look_again_day(today)),
                )
            )
        )
        self._show_counts()

    def _show(self, request: FeedbackRequest) -> None:
        autosave = self.session.autosave
        kind = LetterKind.THANKS_ONLY if request.thanks_only else LetterKind.FEEDBACK_REQUEST
        show_checked(self.kinds[kind], True)
        autosave.fill(self.to_name, request.to_name)
        autosave.fill(self.detail, request.detail)
        autosave.fill(self.subject, request.subject)
        autosave.fill(self.draft, request.draft)
        self.channel.set_value(request.channel)
        show_checked(self.look_again, feedback.wants(request.id, FollowUpKind.LOOK_AGAIN))
        # In whichever wording it was drafted: it changes along while nobody changed a word.
        facts, style = self._facts(), self.session.settings.values.letter_style()
        same = [
            name
            for name, each in letter_drafts.wordings(kind)
            if letter_drafts.draft_from(each, facts, style).body == request.draft
        ]
        self._drafted = str(request.draft) if same else ""
        self._offer_wordings(next(iter(same), ""))

    def _stored(self) -> FeedbackRequest | None:
        return next(iter(feedback.requests_of(self.session.rejection_id)), None)

    def _offer_people(self) -> None:
        names = [person.name for person in self._people() if person.name]
        completer = QCompleter(names, self.to_name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        assert popup is not None
        popup.setObjectName("completions")
        popup.setAccessibleName(self.tr("People you met there"))
        self.to_name.setCompleter(completer)
        if len(names) == 1 and not self._request_id and not self.to_name.text():
            self.session.autosave.fill(self.to_name, names[0])

    def _people(self) -> list[Person]:
        return [person for person, _ in people.of_application(self.session.application_id)]

    def _person(self) -> Person | None:
        """The person of this application whose name is written, or None."""
        name = self.to_name.text().strip()
        return next((each for each in self._people() if name and each.name == name), None)

    def _show_kind(self) -> None:
        self._letter.setVisible(self._chosen_kind() is not None)
        send_on = self._send_on()
        days = self.tr("To send on {day}; you may send it sooner.")
        if self._chosen_kind() is LetterKind.FEEDBACK_REQUEST:
            days = self.tr("To send on {day}; you may send it sooner. One nudge on {nudge}.")
        self._days.setText(
            days.format(
                day=words.long_day(send_on), nudge=words.long_day(followups.nudge_day(send_on))
            )
        )
        request = self._stored()
        if request is not None and request.sent_on is not None:
            self._days.setText(
                self.tr("Sent on {day}.").format(day=words.long_day(request.sent_on))
            )

    def _show_counts(self) -> None:
        text = text_of(self.draft)
        if self.channel.value() == Channel.LINKEDIN:
            counts = self.tr(
                "{count} characters. A connection note takes {limit}, a message about 1,900."
            ).format(
                count=letters.linkedin_length(text),
                limit=self.session.settings.values.linkedin_limit,
            )
        else:
            counts = self.tr("Words: {count}. 60 to 120 read well.").format(
                count=letters.count_words(text)
            )
        self._count.setText(counts)
        self._subject_field.setVisible(self.channel.value() == Channel.EMAIL)
        self.letter_actions.mail.setVisible(self.channel.value() == Channel.EMAIL)
        self.anew_button.setVisible(text != self._fresh().body)

    def first_field(self) -> QWidget:
        return self.to_name if self._letter.isVisibleTo(self) else self.kinds[None]

    # Writing

    def _chosen_kind(self) -> LetterKind | None:
        """Return the letter that is chosen, None for none."""
        return next((kind for kind, choice in self.kinds.items() if choice.isChecked()), None)

    def _kind(self) -> LetterKind:
        return self._chosen_kind() or LetterKind.FEEDBACK_REQUEST

    def _facts(self) -> Facts:
        assert self.session.rejection is not None
        return letter_drafts.about_rejection(
            self.session.rejection,
            self.session.settings.values.letter_style(),
            to_name=self.to_name.text(),
            detail=self.detail.text(),
        )

    def _fresh(self) -> Letter:
        style = self.session.settings.values.letter_style()
        return letter_drafts.draft_from(self._template(), self._facts(), style)

    def _offer_wordings(self, name: str = "") -> None:
        """Offer the templates of the kind; choose one by name, or the usual tone."""
        name = name or self.wording.currentText()
        self.wording.clear()
        for each, template in letter_drafts.wordings(self._kind()):
            self.wording.addItem(each, template.key or str(template.row))
        self.wording.set_value(f"{self._kind()}/{self.session.settings.values.letter_tone}")
        place = self.wording.findText(name)
        if name and place >= 0:
            self.wording.setCurrentIndex(place)

    def _send_on(self) -> date:
        """Return the day on which the letter is to go out."""
        request = self._stored()
        return (request.send_on if request else None) or followups.next_day(clock.today())

    def _template(self) -> Template:
        found = letter_drafts.wordings(self._kind())
        return found[max(0, min(self.wording.currentIndex(), len(found) - 1))][1]

    def _choose_wording(self, value: str) -> None:
        if value in (f"{self._kind()}/formal", f"{self._kind()}/friendly"):
            self.session.settings.values.letter_tone = value.rsplit("/", 1)[1]
            self.session.settings.save()
        self._redraft()
        self._save()
        self._show_counts()

    def _redraft(self) -> None:
        """Make the draft again from the facts, unless the person has changed it."""
        if text_of(self.draft) in ("", self._drafted):
            fresh = self._fresh()
            self._drafted = fresh.body
            self.session.autosave.fill(self.draft, fresh.body)
            self.session.autosave.fill(self.subject, fresh.subject)

    def _write_anew(self) -> None:
        fresh = self._fresh()
        self._drafted = fresh.body
        cursor = self.draft.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(fresh.body)  # one step of the editor's own undo
        self.subject.setText(fresh.subject)
        self.draft.setFocus()
        self.session.said.emit(self.tr("Written anew. Ctrl+Z brings back what was there."))

    def _choose(self, kind: LetterKind | None) -> None:
        self.session.autosave.flush()
        if kind is None:
            if self._request_id:
                feedback.delete(self._request_id)
                self._request_id = 0
        else:
            self._offer_wordings()
            self._redraft()
            self._save()
        self._show_kind()
        self._show_counts()

    def _save_facts(self) -> None:
        self._redraft()
        self._save()

    def _save(self) -> None:
        """Store the letter and its follow-ups, as the fields show them."""
        kind = self._chosen_kind()
        if kind is None:
            return
        person = self._person()
        draft = text_of(self.draft)
        values: dict[str, Any] = {
            "to_name": self.to_name.text(),
            "person": person.id if person else None,
            "channel": self.channel.value(),
            "thanks_only": kind is LetterKind.THANKS_ONLY,
            "detail": self.detail.text(),
            "subject": self.subject.text(),
            "draft": draft,
        }
        number = self.session.rejection_id
        with changes.write("Draft letter", merge=f"rejection-{number}-letter"):
            if not self._request_id:
                made = feedback.draft(number, send_on=self._send_on(), **values)
                self._request_id = int(made.id)
            else:
                feedback.save(self._request_id, **values)
            feedback.arrange(
                self._request_id,
                letter_drafts.arranged(
                    kind,
                    self._facts(),
                    Letter(self.subject.text(), draft),
                    self.session.settings.values.letter_style(),
                    self._send_on(),
                    look_again=self.look_again.isChecked(),
                ),
            )

    def accepts(self) -> bool:
        # Going on with a letter in view takes it along; skipping the step leaves it.
        self._save()
        return True

    # Sending

    def _letter_now(self) -> Letter:
        self._save()
        return Letter(self.subject.text(), text_of(self.draft))

    def _address(self) -> str:
        person = self._person()
        return str(person.email) if person is not None else ""

    def _mark_sent(self) -> None:
        self._save()
        feedback.set_state(self._request_id, FeedbackState.SENT)
        self._show_kind()
