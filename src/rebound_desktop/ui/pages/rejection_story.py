"""The tab Story: what happened, what they said, and what the person takes along."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rebound_desktop.core.vocabulary import Basis, Control
from rebound_desktop.models.words import word
from rebound_desktop.store import applications, lessons, rejections
from rebound_desktop.store.tables import Event, Reason, Reflection, Rejection
from rebound_desktop.ui.pages.rejection_tab import RejectionTab
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import rule
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.text import Pill, PlainLabel
from rebound_desktop.ui.widgets.timeline import Timeline, TimelineEntry

#: Their words up to this length stand within the timeline, longer ones below it.
_SHORT = 160


class StoryTab(RejectionTab):
    """Shows the story of a rejection; ``reasons_asked`` to change the reasons."""

    reasons_asked = Signal()
    retract_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline = Timeline(self.tr("What happened"))
        self.timeline.retract_asked.connect(self.retract_asked)
        self.column.addWidget(self.timeline)
        self._words = _Section(self.tr("Their words"))
        self._taken = _Section(self.tr("What I take with me"))
        self._notes = _Section(self.tr("Notes"))
        self._reasons = _Reasons()
        self._reasons.change.clicked.connect(lambda _checked=False: self.reasons_asked.emit())
        self._reflection = _ReflectionPart()
        for part in (self._words, self._reasons, self._taken, self._notes, self._reflection):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._shown_id = 0

    def show_rejection(self, rejection: Rejection) -> None:
        if rejection.id != self._shown_id:
            self._shown_id = rejection.id
            self._reflection.fold()
            self.verticalScrollBar().setValue(0)
        reasons = rejections.reasons(rejection.id)
        reflection = rejections.reflection_of(rejection.id)
        history = applications.history(rejection.application_id)
        self.timeline.set_events([self._entry(each, rejection, reasons) for each in history])
        words = rejection.their_words.strip()
        self._words.show_text(words if len(words) > _SHORT else "")
        self._reasons.show_reasons(reasons)
        taken = [each.text for each in lessons.of_rejection(rejection.id)]
        if reflection is not None and reflection.learned.strip() not in taken:
            taken.append(reflection.learned.strip())
        self._taken.show_text("\n".join(filter(None, taken)))
        self._notes.show_text(rejection.notes.strip())
        self._reflection.show_reflection(reflection)

    def _entry(self, event: Event, rejection: Rejection, reasons: list[Reason]) -> TimelineEntry:
        if event.id != rejection.event_id:
            title = word("event", event.kind)
            return TimelineEntry(event.on_date, title, event.note, event_id=event.id)
        words = rejection.their_words.strip()
        quoted = self.tr("“{words}”").format(words=words)
        title = quoted if 0 < len(words) <= _SHORT else word("event", event.kind)
        return TimelineEntry(rejection.on_date, title, self._in_short(reasons), tone="due")

    def _in_short(self, reasons: list[Reason]) -> str:
        """Return the line that says what it was about, as far as that is known."""
        told = [each for each in reasons if each.basis == Basis.TOLD]
        known = told or reasons
        if not known:
            return ""
        names = ", ".join(reason_name(each).casefold() for each in known)
        if told and all(each.control == Control.NOT_MINE for each in told):
            return self.tr("Not about you: {reasons}").format(reasons=names)
        if told:
            return self.tr("They said: {reasons}").format(reasons=names)
        return self.tr("Your guess: {reasons}").format(reasons=names)


def reason_name(reason: Reason) -> str:
    """Return a reason in the person's own words, or in the program's."""
    return reason.label or word("reason", reason.code)


class _Section(QWidget):
    """A small heading with a text under it; hidden while there is none."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addWidget(PlainLabel(heading, "section"))
        self.text = PlainLabel("", wrap=True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(heading)
        column.addWidget(self.text)

    def show_text(self, text: str) -> None:
        self.text.setText(text)
        self.text.setAccessibleDescription(text)
        self.setVisible(bool(text))


class _Reasons(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("What was it about?"), "section"))
        head.addStretch(1)
        self.change = button(self.tr("Change"), kind="link", name=self.tr("Change the reasons"))
        head.addWidget(self.change)
        column.addLayout(head)
        pills = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        pills.setSizePolicy(policy)
        self._flow = FlowLayout(pills, gap=6)
        column.addWidget(pills)
        self._pills = pills
        self._none = PlainLabel(self.tr("No reasons noted."), "second")
        column.addWidget(self._none)
        self._shown: list[tuple[str, str]] = []

    def show_reasons(self, reasons: list[Reason]) -> None:
        wanted = [(self._sentence(each), _tone(each)) for each in reasons]
        self._none.setVisible(not wanted)
        self._pills.setVisible(bool(wanted))
        if wanted == self._shown:
            return
        self._shown = wanted
        self._flow.clear()
        for sentence, tone in wanted:
            self._flow.addWidget(Pill(sentence, tone))
        self._pills.updateGeometry()

    def _sentence(self, reason: Reason) -> str:
        told = self.tr("told") if reason.basis == Basis.TOLD else self.tr("guess")
        parts = [reason_name(reason), told]
        if reason.control != Control.UNKNOWN:
            parts.append(word("control", reason.control).casefold())
        return " · ".join(parts)


def _tone(reason: Reason) -> str:
    return "accent" if reason.basis == Basis.TOLD else "plain"


class _ReflectionPart(QWidget):
    """The answers of the reflection, folded until the person wants to read them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        self.toggle = QPushButton(self.tr("My reflection"))
        self.toggle.setProperty("kind", "link")
        self.toggle.setCheckable(True)
        self.toggle.setAutoDefault(False)
        self.toggle.toggled.connect(self._unfold)
        column.addWidget(self.toggle, alignment=Qt.AlignmentFlag.AlignLeft)
        self._answers = QWidget()
        inside = QVBoxLayout(self._answers)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        self._texts: dict[str, tuple[PlainLabel, PlainLabel]] = {}
        for field, question in (
            ("to_a_friend", self.tr("What I would say to a friend")),
            ("did_well", self.tr("What I did well")),
            ("do_differently", self.tr("What I would do differently")),
            ("learned", self.tr("What I learned about how they interview")),
        ):
            asked = PlainLabel(question, "smallSecond", wrap=True)
            answer = PlainLabel("", wrap=True)
            answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(asked)
            inside.addWidget(answer)
            inside.addSpacing(4)
            self._texts[field] = (asked, answer)
        self._answers.hide()
        column.addWidget(self._answers)
        # A method, not a lambda: the connection ends with this widget.
        theme().changed.connect(self._take_look)
        self._unfold(False)

    def fold(self) -> None:
        self.toggle.setChecked(False)

    def show_reflection(self, reflection: Reflection | None) -> None:
        any_answer = False
        for field, (question, answer) in self._texts.items():
            text = str(getattr(reflection, field)).strip() if reflection is not None else ""
            answer.setText(text)
            for each in (question, answer):
                each.setVisible(bool(text))
            any_answer = any_answer or bool(text)
        self.setVisible(any_answer)

    def _take_look(self) -> None:
        self._unfold(self.toggle.isChecked())

    def _unfold(self, unfolded: bool) -> None:
        self._answers.setVisible(unfolded)
        name = "chevron-down" if unfolded else "chevron-right"
        self.toggle.setIcon(theme().icon(name, "accent"))
