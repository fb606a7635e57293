"""What came back on a letter: their words, the reasons they told, and lessons from them."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.reasons import usual_control
from rebound_desktop.core.vocabulary import Basis, FeedbackState, ReasonCode
from rebound_desktop.models.words import values, word
from rebound_desktop.store import feedback, lessons, rejections
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import FeedbackRequest
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.buttons import button, show_checked
from rebound_desktop.ui.widgets.fields import Field, TextArea
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.kept_line import KeptLine
from rebound_desktop.ui.widgets.text import PlainLabel


class FeedbackAnswer(QWidget):
    """The answer to one request, folded until the person wants to read it.

    ``said`` carries a sentence for the status bar.
    """

    said = Signal(str)

    def __init__(self, request_id: int, autosave: Autosave) -> None:
        super().__init__()
        self._id = request_id
        self._rejection_id = 0
        self._autosave = autosave
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.read_now = button(self.tr("Read it now"), lambda: self.read_later.setChecked(False))
        column.addWidget(self.read_now)
        self._open = QWidget()
        column.addWidget(self._open)
        inside = QVBoxLayout(self._open)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        self.text = TextArea(lines=3, most=14)
        self.text.setPlaceholderText(self.tr("Paste what they wrote"))
        inside.addWidget(Field(self.tr("Their answer"), self.text))
        self.read_later = QCheckBox(self.tr("Fold it, to read it later"))
        inside.addWidget(self.read_later)
        inside.addWidget(PlainLabel(self.tr("Reasons they told you"), "label"))
        inside.addWidget(self._make_reasons())
        self.lesson = KeptLine()
        self.lesson.keep_as(f"feedback_requests {request_id}", "a lesson")
        self.lesson.setPlaceholderText(self.tr("Or mark some words above"))
        self._lesson = Field(self.tr("One thing to do next time"), self.lesson)
        inside.addWidget(self._lesson)
        line = QHBoxLayout()
        self.keep = button(self.tr("Keep as a lesson"), self._keep)
        line.addWidget(self.keep)
        line.addStretch(1)
        inside.addLayout(line)
        self._kept = PlainLabel("", "smallSecond", wrap=True)
        inside.addWidget(self._kept)
        autosave.watch(
            self.text,
            lambda text: feedback.save(self._id, merge=f"feedback-{self._id}-answer", answer=text),
        )
        self.lesson.enter_with(self._keep)
        self.read_later.toggled.connect(self._fold)

    def _make_reasons(self) -> QWidget:
        row = QWidget()
        row.setAccessibleName(self.tr("Reasons they told you"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        flow = FlowLayout(row)
        self.reasons: dict[str, QPushButton] = {}
        for code in values("reason"):
            if code == ReasonCode.OTHER:
                continue
            chip = button(
                word("reason", code),
                kind="chip",
                name=self.tr("They told me: {reason}").format(reason=word("reason", code)),
            )
            chip.setCheckable(True)
            chip.toggled.connect(lambda told, code=code: self._tell(code, told=told))
            self.reasons[code] = chip
            flow.addWidget(chip)
        return row

    def show_request(self, request: FeedbackRequest) -> None:
        """Show the answer of a request that has one; hide this where it has none."""
        self._rejection_id = int(request.rejection_id)
        self.setVisible(request.state == FeedbackState.RECEIVED)
        if request.state != FeedbackState.RECEIVED:
            return
        self._autosave.fill(self.text, request.answer)
        folded = bool(request.read_later)
        with QSignalBlocker(self.read_later):
            self.read_later.setChecked(folded)
        self._open.setVisible(not folded)
        self.read_now.setVisible(folded)
        told = {
            str(each.code)
            for each in rejections.reasons(self._rejection_id)
            if each.basis == Basis.TOLD
        }
        for code, chip in self.reasons.items():
            show_checked(chip, code in told)
        texts = [f"“{each.text}”" for each in lessons.from_request(self._id)]
        self._kept.setText(self.tr("Kept: {lessons}").format(lessons=", ".join(texts)))
        self._kept.setVisible(bool(texts))

    def _keep(self) -> None:
        """Keep what is marked in their answer, or else what was written in the line."""
        self._autosave.flush()
        marked = self.text.textCursor().selectedText().strip()
        self._lesson.refuse("")
        try:
            lessons.keep(
                self._rejection_id,
                self.lesson.text().strip() or marked,
                lessons.FROM_FEEDBACK,
                feedback_request_id=self._id,
            )
        except RefusedError as refusal:
            self._lesson.refuse(str(refusal))
        else:
            self.lesson.clear()
            self.said.emit(self.tr("Kept as a lesson."))

    def _tell(self, code: str, *, told: bool) -> None:
        """Note a reason as told by them, or take that back."""
        before = next(
            (each for each in rejections.reasons(self._rejection_id) if each.code == code), None
        )
        if told:
            control = before.control if before is not None else usual_control(code)
            rejections.set_reason(self._rejection_id, code, basis=Basis.TOLD, control=control)
        elif before is not None:
            rejections.remove_reason(before.id)

    def _fold(self, folded: bool) -> None:
        self._autosave.flush()
        feedback.save(self._id, read_later=folded)
