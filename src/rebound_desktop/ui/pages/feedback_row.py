"""One letter of the tab Feedback, from its draft to whatever came back."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.feedback import rests_from
from rebound_desktop.core.followups import nudge_day
from rebound_desktop.core.letters import Letter, Style
from rebound_desktop.core.vocabulary import Channel, FeedbackState, FollowUpKind, LetterKind
from rebound_desktop.models import letter_drafts
from rebound_desktop.models.words import short_day, values, word
from rebound_desktop.store import feedback, people
from rebound_desktop.store.feedback_life import ASKED
from rebound_desktop.store.tables import FeedbackRequest, Rejection
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.feedback_answer import FeedbackAnswer
from rebound_desktop.ui.widgets.autosave import Autosave, text_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.fields import ChoiceEdit, DayEdit, Field, TextArea
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.letter_actions import LetterActions
from rebound_desktop.ui.widgets.text import ElidedLabel, Pill, PlainLabel

_TONES = {"drafted": "due", "sent": "accent", "waiting": "accent", "received": "good"}


class FeedbackRow(Card):
    """A letter that can be changed while it is a draft, and what became of it after that.

    Asks upward as a page does: ``copy_asked``, ``said``.
    """

    copy_asked = Signal(str, str)
    said = Signal(str)

    def __init__(self, request_id: int, autosave: Autosave) -> None:
        super().__init__(kind="raised")
        self._id = request_id
        self._autosave = autosave
        self._rejection: Rejection | None = None
        self._style = Style()
        self.column.setContentsMargins(12, 12, 12, 12)
        head = QHBoxLayout()
        self._who = ElidedLabel("", "strong")
        self._state = Pill("")
        head.addWidget(self._who, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self._when = PlainLabel("", "smallSecond", wrap=True)
        self._kind_word = PlainLabel("", "second", wrap=True)
        self.column.addWidget(self._when)
        self.column.addWidget(self._kind_word)
        self._make_draft()
        self.letter = TextArea(lines=4, most=16)
        self._letter = Field(self.tr("Letter"), self.letter)
        self.column.addWidget(self._letter)
        self.letter_actions = LetterActions(
            self.letter_now, what=self.tr("the thank-you note"), address=self._address
        )
        self.column.addWidget(self.letter_actions)
        self.show_letter = button(self.tr("Show the letter"), self._show_letter, kind="link")
        self.show_letter.setCheckable(True)
        self.column.addWidget(self.show_letter, 0, Qt.AlignmentFlag.AlignLeft)
        self.answer = FeedbackAnswer(request_id, autosave)
        self.column.addWidget(self.answer)
        self.column.addWidget(self._make_actions())
        self._wire()

    # The parts

    def _make_draft(self) -> None:
        """Make the fields that only a draft has."""
        self.to_name = QLineEdit()
        self.to_name.setPlaceholderText(self.tr("Whoever gave you the news"))
        self.channel = ChoiceEdit([(each, word("channel", each)) for each in values("channel")])
        self.send_on = DayEdit()
        self.wording = ChoiceEdit([])
        self.subject = QLineEdit()
        self._to = Field(self.tr("To whom"), self.to_name)
        self._channel = Field(self.tr("By which way"), self.channel)
        self._send_on = Field(self.tr("To send on"), self.send_on)
        self._wording = Field(self.tr("Wording"), self.wording)
        self._subject = Field(self.tr("Subject"), self.subject)
        for left, right in ((self._to, self._channel), (self._send_on, self._wording)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in (left, right):
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row)
        self.column.addWidget(self._subject)

    def _make_actions(self) -> QWidget:
        actions = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        actions.setSizePolicy(policy)
        flow = FlowLayout(actions)
        self.sent = self._state_button(self.tr("I sent it"), FeedbackState.SENT)
        self.sent_before = button(self.tr("Sent on another day…"), self._ask_day, kind="link")
        self.nudged = button(self.tr("I nudged them"), self._nudge)
        self.received = self._state_button(self.tr("An answer came"), FeedbackState.RECEIVED)
        self.declined = self._state_button(self.tr("They declined"), FeedbackState.DECLINED)
        self.no_reply = self._state_button(self.tr("No reply"), FeedbackState.NO_REPLY)
        self.wait = self._state_button(self.tr("Go on waiting"), FeedbackState.WAITING)
        delete = button(self.tr("Delete"), self._delete, kind="link", name=self.tr("Delete letter"))
        for each in (
            self.sent,
            self.sent_before,
            self.nudged,
            self.received,
            self.declined,
            self.no_reply,
            self.wait,
            delete,
        ):
            flow.addWidget(each)
        return actions

    def _state_button(self, text: str, state: FeedbackState) -> QPushButton:
        return button(text, lambda: self._set_state(state))

    def _save_text(self, name: str, text: str) -> None:
        feedback.save(self._id, merge=f"feedback-{self._id}-{name}", **{name: text})

    def _wire(self) -> None:
        for editor, name in (
            (self.to_name, "to_name"),
            (self.subject, "subject"),
            (self.letter, "draft"),
        ):
            self._autosave.watch(editor, partial(self._save_text, name))
        self.channel.chosen.connect(lambda value: feedback.save(self._id, channel=value))
        self.send_on.dateChanged.connect(lambda _day: self._move())
        self.wording.chosen.connect(self._word_anew)
        self.letter_actions.copy_asked.connect(self.copy_asked)
        self.letter_actions.said.connect(self.said)
        self.answer.said.connect(self.said)

    # What is shown

    def letter_now(self) -> Letter:
        """Return the letter as it stands, with what is typed and not saved yet."""
        return Letter(self.subject.text(), text_of(self.letter))

    def show_request(self, request: FeedbackRequest, rejection: Rejection, style: Style) -> None:
        """Show how things stand with a letter about a rejection."""
        self._rejection, self._style = rejection, style
        state = FeedbackState(request.state)
        drafted = state == FeedbackState.DRAFTED
        asked = state in ASKED and not request.thanks_only
        self._who.set_whole("" if drafted else request.to_name or self.tr("Somebody there"))
        self._state.setText(
            word("feedback", "thanked" if request.thanks_only and state in ASKED else state)
        )
        self._state.set_tone(_TONES.get(state, "plain"))
        self._when.setText(self._story(request))
        self._when.setVisible(bool(self._when.text()))
        self._kind_word.setText(self._kindly(state))
        self._kind_word.setVisible(bool(self._kind_word.text()))
        for field in (self._to, self._channel, self._send_on, self._wording):
            field.setVisible(drafted)
        self._subject.setVisible(drafted and request.channel == Channel.EMAIL)
        self._fill(request)
        self.letter.setReadOnly(not drafted)
        self.show_letter.setVisible(not drafted and bool(request.draft))
        self._show_letter()
        self.letter_actions.mail.setVisible(request.channel == Channel.EMAIL)
        self.answer.show_request(request)
        self.sent.setVisible(drafted)
        self.sent_before.setVisible(drafted)
        nudge = feedback.open_follow_up(request.id, FollowUpKind.NUDGE)
        self.nudged.setVisible(asked and request.nudged_on is None and nudge is not None)
        self.received.setVisible(not drafted and state != FeedbackState.RECEIVED)
        self.declined.setVisible(asked)
        self.no_reply.setVisible(asked)
        self.wait.setVisible(state in (FeedbackState.DECLINED, FeedbackState.NO_REPLY))

    def _show_letter(self) -> None:
        """Show the letter while it is a draft; afterwards only where it is asked for."""
        is_draft = not self.letter.isReadOnly()
        for each in (self._letter, self.letter_actions):
            each.setVisible(is_draft or self.show_letter.isChecked())

    def _fill(self, request: FeedbackRequest) -> None:
        self._autosave.fill(self.to_name, request.to_name)
        self._autosave.fill(self.subject, request.subject)
        self._autosave.fill(self.letter, request.draft)
        self.channel.set_value(request.channel)
        self.send_on.blockSignals(True)
        self.send_on.set_day(request.send_on or clock.today())
        self.send_on.blockSignals(False)
        self.wording.clear()
        kind = _kind(request)
        for name, template in letter_drafts.wordings(kind):
            self.wording.addItem(name, template.key or str(template.row))
        self.wording.set_value(f"{kind}/{self._style.tone}")

    def _story(self, request: FeedbackRequest) -> str:
        parts = []
        if request.state == FeedbackState.DRAFTED:
            return ""
        parts.append(word("channel", request.channel))
        if request.sent_on is not None:
            parts.append(self.tr("sent {day}").format(day=short_day(request.sent_on)))
        if request.nudged_on is not None:
            parts.append(self.tr("nudged {day}").format(day=short_day(request.nudged_on)))
        if request.answered_on is not None:
            parts.append(self.tr("answered {day}").format(day=short_day(request.answered_on)))
        parts += self._ahead(request)
        return " · ".join(parts)

    def _ahead(self, request: FeedbackRequest) -> list[str]:
        """Return what comes by itself while an answer is awaited."""
        if request.state not in ASKED or request.thanks_only or request.sent_on is None:
            return []
        nudge = feedback.open_follow_up(request.id, FollowUpKind.NUDGE)
        if nudge is not None:
            return [self.tr("one nudge on {day}").format(day=short_day(nudge.due_on))]
        day = rests_from(request.sent_on, request.nudged_on, request.reopened_on)
        return [self.tr("comes to rest on {day}").format(day=short_day(day))]

    def _kindly(self, state: FeedbackState) -> str:
        if state == FeedbackState.NO_REPLY:
            return self.tr(
                "No answer came, as for most people who ask. It says nothing about you. "
                "If one comes later, paste it in here."
            )
        if state == FeedbackState.DECLINED:
            return self.tr("Many employers have a rule against feedback.")
        return ""

    # What the person does

    def _address(self) -> str:
        request = feedback.get(self._id)
        person = people.get(request.person_id) if request and request.person_id else None
        if person is None and self._rejection is not None:
            met = people.of_application(self._rejection.application_id)
            name = self.to_name.text().strip()
            person = next((each for each, _ in met if name and each.name == name), None)
        return str(person.email) if person is not None else ""

    def _move(self) -> None:
        self._autosave.flush()
        feedback.save(self._id, send_on=self.send_on.day(), merge=f"feedback-{self._id}-day")

    def _word_anew(self, _value: str) -> None:
        request = feedback.get(self._id)
        if request is None or self._rejection is None:
            return
        self._autosave.flush()
        request = feedback.get(self._id) or request
        _name, template = letter_drafts.wordings(_kind(request))[self.wording.currentIndex()]
        facts = letter_drafts.about_rejection(
            self._rejection, self._style, to_name=request.to_name, detail=request.detail
        )
        letter = letter_drafts.draft_from(template, facts, self._style)
        chosen = self.wording.currentIndex()
        feedback.save(self._id, subject=letter.subject, draft=letter.body)
        self.wording.setCurrentIndex(chosen)
        self.said.emit(self.tr("Written anew. Ctrl+Z brings back what was there."))

    def _set_state(self, state: FeedbackState, on: date | None = None) -> None:
        self._autosave.flush()
        feedback.set_state(self._id, state, on)
        if state == FeedbackState.RECEIVED:
            self.answer.text.setFocus()
        elif state == FeedbackState.SENT:
            request = feedback.get(self._id)
            if request is not None and not request.thanks_only:
                self.said.emit(
                    self.tr("Sent. One nudge comes up on {day}.").format(
                        day=short_day(nudge_day(on or clock.today()))
                    )
                )

    def _ask_day(self) -> None:
        from rebound_desktop.ui.dialogs.day_dialog import DayDialog

        open_once(
            DayDialog(
                self.tr("On which day did you send it?"),
                clock.today(),
                lambda day: self._set_state(FeedbackState.SENT, day),
                self.window(),
                about=f"feedback_requests {self._id}",
                past=True,
            )
        )

    def _nudge(self) -> None:
        self._autosave.flush()
        feedback.set_nudged(self._id)
        self.said.emit(self.tr("That was the one nudge. If nobody answers, it rests by itself."))

    def _delete(self) -> None:
        self._autosave.flush()
        feedback.delete(self._id)
        self.said.emit(self.tr("The letter is deleted. Ctrl+Z brings it back."))


def _kind(request: FeedbackRequest) -> LetterKind:
    return LetterKind.THANKS_ONLY if request.thanks_only else LetterKind.FEEDBACK_REQUEST
