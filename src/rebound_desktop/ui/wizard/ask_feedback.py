"""Page 5: the thank-you, with one question or without, drafted and dated."""

from typing import Any

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor
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
from rebound_desktop.core.mail_link import mail_link
from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import Channel, FeedbackState, FollowUpKind, Stage
from rebound_desktop.models import words
from rebound_desktop.store import changes, feedback, people
from rebound_desktop.store.tables import FeedbackRequest, Person
from rebound_desktop.ui.widgets.autosave import text_of
from rebound_desktop.ui.widgets.buttons import button, show_checked
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.wizard import letter_choice
from rebound_desktop.ui.wizard.letter_choice import LetterKind
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
        self.detail = QLineEdit()
        self.detail.setPlaceholderText(self.tr("For example: the walk through your sales model"))
        self.subject = QLineEdit()
        self.draft = TextArea(lines=8, most=20)
        self._count = PlainLabel("", "small", wrap=True)
        letter.addLayout(
            side_by_side(
                (Field(self.tr("To whom"), self.to_name), 2),
                (Field(self.tr("Send it by"), self.channel), 1),
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
        self.kinds: dict[LetterKind, QRadioButton] = {}
        for kind, text in (
            (LetterKind.ASK, self.tr("Thanks and one question")),
            (LetterKind.THANKS, self.tr("Thanks only")),
            (LetterKind.NONE, self.tr("Not this time")),
        ):
            choice = QRadioButton(text)
            group.addButton(choice)
            flow.addWidget(choice)
            self.kinds[kind] = choice
        return row

    def _actions(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        self.copy_button = button(self.tr("Copy"), self._copy, name=self.tr("Copy the letter"))
        self.mail_button = button(self.tr("Open in mail"), self._open_mail)
        self.sent_button = button(self.tr("I’ve sent it"), self._mark_sent)
        self.anew_button = button(self.tr("Write the draft anew"), self._write_anew, kind="link")
        for each in (self.copy_button, self.mail_button, self.sent_button, self.anew_button):
            flow.addWidget(each)
        return row

    def _wire(self) -> None:
        autosave = self.session.autosave
        autosave.watch(self.to_name, lambda _text: self._save_facts())
        autosave.watch(self.detail, lambda _text: self._save_facts())
        autosave.watch(self.subject, lambda _text: self._save())
        autosave.watch(self.draft, lambda _text: self._save())
        self.channel.chosen.connect(lambda _value: self._save())
        self.channel.chosen.connect(lambda _value: self._show_counts())
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
        elif not self._chosen_kind():
            show_checked(self.kinds[LetterKind.ASK], True)
        self._redraft()
        self.subject.setCursorPosition(0)  # a long one shows its beginning
        self._show_kind()
        today = clock.today()
        self.look_again.setText(
            self.tr("Look at {company} again on {day}")
            .format(
                company=self.session.company,
                day=words.long_day(followups.look_again_day(today)),
            )
            .replace("&", "&&")
        )
        self._show_counts()

    def _show(self, request: FeedbackRequest) -> None:
        autosave = self.session.autosave
        kind = LetterKind.THANKS if request.thanks_only else LetterKind.ASK
        show_checked(self.kinds[kind], True)
        autosave.fill(self.to_name, request.to_name)
        autosave.fill(self.detail, request.detail)
        autosave.fill(self.subject, request.subject)
        autosave.fill(self.draft, request.draft)
        self.channel.set_value(request.channel)
        show_checked(self.look_again, feedback.wants(request.id, FollowUpKind.LOOK_AGAIN))
        self._drafted = letter_choice.letter(kind, self._facts()).body

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
        self._letter.setVisible(self._chosen_kind() is not LetterKind.NONE)
        send_on = followups.next_day(clock.today())
        days = self.tr("To send on {day}; you may send it sooner.")
        if self._chosen_kind() is LetterKind.ASK:
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
        self.mail_button.setVisible(self.channel.value() == Channel.EMAIL)
        self.anew_button.setVisible(text != self._fresh().body)

    def first_field(self) -> QWidget:
        return self.to_name if self._letter.isVisibleTo(self) else self.kinds[LetterKind.NONE]

    # Writing

    def _chosen_kind(self) -> LetterKind | None:
        return next((kind for kind, choice in self.kinds.items() if choice.isChecked()), None)

    def _facts(self) -> letters.Facts:
        return letter_choice.facts_of(self.session, self.to_name.text(), self.detail.text())

    def _fresh(self) -> letters.Letter:
        return letter_choice.letter(self._chosen_kind() or LetterKind.ASK, self._facts())

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

    def _choose(self, kind: LetterKind) -> None:
        self.session.autosave.flush()
        if kind is LetterKind.NONE:
            if self._request_id:
                feedback.delete(self._request_id)
                self._request_id = 0
        else:
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
        if kind in (None, LetterKind.NONE):
            return
        assert kind is not None
        person = self._person()
        draft = text_of(self.draft)
        values: dict[str, Any] = {
            "to_name": self.to_name.text(),
            "person": person.id if person else None,
            "channel": self.channel.value(),
            "thanks_only": kind is LetterKind.THANKS,
            "detail": self.detail.text(),
            "subject": self.subject.text(),
            "draft": draft,
        }
        number = self.session.rejection_id
        with changes.write("Draft letter", merge=f"rejection-{number}-letter"):
            if not self._request_id:
                send_on = followups.next_day(clock.today())
                self._request_id = int(feedback.draft(number, send_on=send_on, **values).id)
            else:
                feedback.save(self._request_id, **values)
            feedback.arrange(
                self._request_id,
                letter_choice.follow_ups(
                    kind,
                    self._facts(),
                    draft,
                    clock.today(),
                    look_again=self.look_again.isChecked(),
                ),
            )

    def accepts(self) -> bool:
        # Going on with a letter in view takes it along; skipping the step leaves it.
        self._save()
        return True

    # Sending

    def _copy(self) -> None:
        self._save()
        self.session.copy_asked.emit(text_of(self.draft), self.tr("the letter"))

    def _open_mail(self) -> None:
        self._save()
        person = self._person()
        body = text_of(self.draft)
        link = mail_link(person.email if person else "", self.subject.text(), body)
        if not link.whole:
            self.session.copy_asked.emit(body, self.tr("the letter"))
        QDesktopServices.openUrl(QUrl.fromEncoded(QByteArray(link.url.encode("ascii"))))
        self.session.said.emit(
            self.tr("Your mail program opens. Press “I’ve sent it” once it is gone.")
            if link.whole
            else self.tr(
                "The letter is too long for the mail link, so it was copied: paste it into the "
                "mail that opens."
            )
        )

    def _mark_sent(self) -> None:
        self._save()
        feedback.set_state(self._request_id, FeedbackState.SENT)
        self._show_kind()
