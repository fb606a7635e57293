"""The tab Feedback: the letters that were drafted and what came back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.vocabulary import FeedbackState, Stage
from rebound_desktop.models.words import short_day, values, word
from rebound_desktop.store import feedback
from rebound_desktop.store.tables import FeedbackRequest, Rejection
from rebound_desktop.ui.pages.rejection_tab import RejectionTab
from rebound_desktop.ui.widgets.autosave import Autosave, text_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.keyed_column import KeyedColumn
from rebound_desktop.ui.widgets.text import ElidedLabel, Pill, PlainLabel

_TONES = {"drafted": "due", "sent": "accent", "waiting": "accent", "received": "good"}
_ASKED = (FeedbackState.SENT, FeedbackState.WAITING)


class FeedbackTab(RejectionTab):
    """Lists the feedback requests about a rejection, drafts one, and says what became of each.

    ``my_name`` is the name under a letter that is drafted here.
    """

    def __init__(self, my_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._my_name = my_name
        self._rejection: Rejection | None = None
        self._autosave = Autosave(self)
        self._empty = PlainLabel(
            self.tr(
                "Nothing asked yet. Many employers have a rule against feedback; "
                "silence says nothing about you."
            ),
            "second",
            wrap=True,
        )
        self.column.addWidget(self._empty)
        rows = QVBoxLayout()
        rows.setSpacing(12)
        self.column.addLayout(rows)
        self.rows = KeyedColumn[_RequestRow](rows)
        line = QHBoxLayout()
        self.draft = button(self.tr("Draft a letter"), self._draft)
        line.addWidget(self.draft)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addStretch(1)

    def show_rejection(self, rejection: Rejection) -> None:
        if self._rejection is None or rejection.id != self._rejection.id:
            self.flush()
        self._rejection = rejection
        found = {each.id: each for each in feedback.requests_of(rejection.id)}
        self.rows.keep(list(found), self._make)
        for number, request in found.items():
            self.rows.widgets[number].show_request(request)
        self._empty.setVisible(not found)

    def flush(self) -> None:
        self._autosave.flush()

    def _make(self, request_id: int) -> "_RequestRow":
        row = _RequestRow(request_id, self._autosave)
        row.copied.connect(lambda text: self.copy_asked.emit(text, self.tr("the thank-you note")))
        return row

    def _draft(self) -> None:
        # Letters are written here only now and then.
        from rebound_desktop.core import letters

        if self._rejection is None:
            return
        application = self._rejection.application
        letter = letters.feedback_request(
            letters.Facts(
                company=application.company,
                role=application.role,
                my_name=self._my_name,
                reached=Stage(self._rejection.reached),
            )
        )
        feedback.draft(self._rejection.id, subject=letter.subject, draft=letter.body)


class _RequestRow(Card):
    copied = Signal(str)

    def __init__(self, request_id: int, autosave: Autosave) -> None:
        super().__init__(kind="raised")
        self._id = request_id
        self._autosave = autosave
        self.column.setContentsMargins(12, 12, 12, 12)
        head = QHBoxLayout()
        self._who = ElidedLabel("", "strong")
        self._state = Pill("")
        head.addWidget(self._who, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self._when = PlainLabel("", "smallSecond", wrap=True)
        self.column.addWidget(self._when)
        self.to_name = QLineEdit()
        self._to = Field(self.tr("To whom"), self.to_name)
        self.channel = ChoiceEdit([(each, word("channel", each)) for each in values("channel")])
        self._channel = Field(self.tr("By which way"), self.channel)
        self.column.addWidget(self._to)
        self.column.addWidget(self._channel)
        self.letter = TextArea(lines=4, most=16)
        self.column.addWidget(Field(self.tr("Letter"), self.letter))
        self.answer = TextArea(lines=3, most=14)
        self._answer = Field(self.tr("Their answer"), self.answer)
        self.read_later = QCheckBox(self.tr("Keep it folded; I will read it later"))
        self.read_now = button(self.tr("Read it now"), lambda: self.read_later.setChecked(False))
        self.column.addWidget(self._answer)
        self.column.addWidget(self.read_now)
        self.column.addWidget(self.read_later)
        actions = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        actions.setSizePolicy(policy)
        flow = FlowLayout(actions)
        self.copy = button(self.tr("Copy letter"), lambda: self.copied.emit(self.letter_text()))
        self.sent = self._state_button(self.tr("I sent it"), FeedbackState.SENT)
        self.received = self._state_button(self.tr("An answer came"), FeedbackState.RECEIVED)
        self.declined = self._state_button(self.tr("They declined"), FeedbackState.DECLINED)
        self.no_reply = self._state_button(self.tr("No reply"), FeedbackState.NO_REPLY)
        delete = button(self.tr("Delete"), self._delete, kind="link", name=self.tr("Delete letter"))
        for each in (
            self.copy,
            self.sent,
            self.received,
            self.declined,
            self.no_reply,
            delete,
        ):
            flow.addWidget(each)
        self.column.addWidget(actions)
        key = f"feedback-{request_id}"
        autosave.watch(
            self.to_name, lambda text: feedback.save(request_id, merge=f"{key}-to", to_name=text)
        )
        autosave.watch(
            self.letter, lambda text: feedback.save(request_id, merge=f"{key}-draft", draft=text)
        )
        autosave.watch(
            self.answer, lambda text: feedback.save(request_id, merge=f"{key}-answer", answer=text)
        )
        self.channel.chosen.connect(lambda value: feedback.save(request_id, channel=value))
        self.read_later.toggled.connect(self._fold)

    def letter_text(self) -> str:
        """Return the letter as it stands, with what is typed and not saved yet."""
        return text_of(self.letter)

    def show_request(self, request: FeedbackRequest) -> None:
        state = FeedbackState(request.state)
        drafted, received = state == FeedbackState.DRAFTED, state == FeedbackState.RECEIVED
        self._who.set_whole("" if drafted else request.to_name or self.tr("Somebody there"))
        self._state.setText(word("feedback", state))
        _set_tone(self._state, _TONES.get(state, "plain"))
        self._when.setText(self._story(request))
        self._when.setVisible(bool(self._when.text()))
        self._to.setVisible(drafted)
        self._channel.setVisible(drafted)
        self._autosave.fill(self.to_name, request.to_name)
        self.channel.set_value(request.channel)
        self._autosave.fill(self.letter, request.draft)
        self.letter.setReadOnly(not drafted)
        self._autosave.fill(self.answer, request.answer)
        self.read_later.blockSignals(True)
        self.read_later.setChecked(bool(request.read_later))
        self.read_later.blockSignals(False)
        self._answer.setVisible(received and not request.read_later)
        self.read_later.setVisible(received and not request.read_later)
        self.read_now.setVisible(received and bool(request.read_later))
        self.sent.setVisible(drafted)
        self.received.setVisible(not drafted and not received)
        self.declined.setVisible(state in _ASKED)
        self.no_reply.setVisible(state in _ASKED)

    def _story(self, request: FeedbackRequest) -> str:
        parts = []
        if request.state == FeedbackState.DRAFTED:
            if request.send_on is not None:
                parts.append(self.tr("to send on {day}").format(day=short_day(request.send_on)))
        else:
            parts.append(word("channel", request.channel))
        if request.sent_on is not None:
            parts.append(self.tr("sent {day}").format(day=short_day(request.sent_on)))
        if request.answered_on is not None:
            parts.append(self.tr("answered {day}").format(day=short_day(request.answered_on)))
        return " · ".join(parts)

    def _state_button(self, text: str, state: FeedbackState) -> QPushButton:
        return button(text, lambda: self._set_state(state))

    def _set_state(self, state: FeedbackState) -> None:
        self._autosave.flush()
        feedback.set_state(self._id, state)
        if state == FeedbackState.RECEIVED:
            self.answer.setFocus()

    def _fold(self, folded: bool) -> None:
        self._autosave.flush()
        feedback.save(self._id, read_later=folded)

    def _delete(self) -> None:
        self._autosave.flush()
        feedback.delete(self._id)


def _set_tone(pill: Pill, tone: str) -> None:
    if pill.property("tone") != tone:
        pill.setProperty("tone", tone)
        pill.style().unpolish(pill)
        pill.style().polish(pill)
