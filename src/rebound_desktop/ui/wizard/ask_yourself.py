"""Page 3: three short answers, and what is worth keeping from them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from rebound_desktop.core.reflection import Step
from rebound_desktop.core.story_parts import title_from
from rebound_desktop.store import lessons, reflections, stories
from rebound_desktop.ui.widgets.buttons import caption, show_checked
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.fields import Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.wizard.session import Session
from rebound_desktop.ui.wizard.step_page import StepPage

#: How much of an answer is quoted where it can be kept, in widths of a letter.
_QUOTE = 40


class AskYourselfPage(StepPage):
    """What went well, what to do differently, what was learned about how they interview."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Step.ASK_YOURSELF,
            self.tr("Ask yourself"),
            self.tr(
                "Three short answers turn today into practice. A line each is plenty; "
                "leave any blank."
            ),
        )
        self.answers: dict[str, TextArea] = {}
        self.keeps: dict[str, QCheckBox] = {}
        self._boxes: dict[str, Card] = {}
        self._ask("did_well", self.tr("What did you do well?"))
        self._ask(
            "do_differently",
            self.tr("What would you do differently?"),
            hint=self.tr("Keep it to something you can try next time, not a verdict on you."),
        )
        self._ask(
            "learned",
            self.tr("What did you learn about how they interview?"),
            placeholder=self.tr(
                "For example: panels here include a finance partner; the case is sent the day "
                "before."
            ),
        )
        self.column.addStretch(1)

    def _ask(self, field: str, question: str, *, hint: str = "", placeholder: str = "") -> None:
        area = TextArea(lines=2)
        area.setPlaceholderText(placeholder)
        self.answers[field] = area
        self.column.addWidget(Field(question, area, hint=hint))
        box = Card(kind="raised")
        box.column.setContentsMargins(12, 7, 12, 7)
        box.column.setSpacing(0)
        keep = QCheckBox()
        note = (
            self.tr("It becomes a draft among your strengths.")
            if field == "did_well"
            else self.tr("It will come up when you prepare for your next interview.")
        )
        keep.setAccessibleDescription(note)
        small = PlainLabel(note, "small", wrap=True)
        small.setContentsMargins(29, 0, 0, 0)
        box.column.addWidget(keep)
        box.column.addWidget(small)
        self.keeps[field] = keep
        self._boxes[field] = box
        self.column.addWidget(box)
        self.session.autosave.watch(area, lambda text: self._save(field, text))
        area.textChanged.connect(lambda: self._show_box(field))
        keep.toggled.connect(lambda _checked: self._keep(field))

    def load(self) -> None:
        for field, area in self.answers.items():
            self.session.autosave.fill(area, self.session.answer(field))
            self._show_box(field)
            self._show_kept(field)

    def first_field(self) -> QWidget:
        return self.answers["did_well"]

    def _save(self, field: str, text: str) -> None:
        self.session.save_answer(field, text)
        self._show_kept(field)

    def _show_box(self, field: str) -> None:
        """Offer to keep an answer as soon as there is one, in its own words."""
        answer = title_from({"moment": self.answers[field].toPlainText()})
        metrics = self.keeps[field].fontMetrics()
        # A few words are enough to know it by, at any font size.
        quote = metrics.elidedText(
            answer, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * _QUOTE
        )
        self._boxes[field].setVisible(bool(quote))
        text = (
            self.tr("Keep “{answer}” as a story")
            if field == "did_well"
            else self.tr("Keep “{answer}” as a lesson")
        ).format(answer=quote)
        self.keeps[field].setText(caption(text))
        self.keeps[field].setAccessibleName(text)

    def _show_kept(self, field: str) -> None:
        if self.session.rejection is not None:
            show_checked(self.keeps[field], self._kept(field) is not None)

    def _kept(self, field: str) -> int | None:
        number = self.session.rejection_id
        found = (
            reflections.kept_story(number)
            if field == "did_well"
            else lessons.kept_from(number, field)
        )
        return None if found is None else int(found.id)

    def _keep(self, field: str) -> None:
        wanted = self.keeps[field].isChecked()
        self.session.autosave.flush()
        self._change_kept(field, wanted=wanted)
        self._show_kept(field)

    def _change_kept(self, field: str, *, wanted: bool) -> None:
        number, kept = self.session.rejection_id, self._kept(field)
        answer = self.session.answer(field).strip()
        if wanted == (kept is not None) or not answer:
            return
        if kept is None and field == "did_well":
            stories.add({"moment": answer}, rejection_id=number)
        elif kept is None:
            lessons.keep(number, answer, field)
        elif field == "did_well":
            stories.delete(kept)
        else:
            lessons.delete(kept)
