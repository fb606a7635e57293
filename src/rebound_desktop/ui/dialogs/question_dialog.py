"""The form for a question."""

from PySide6.QtWidgets import QWidget

from rebound_desktop.core.competencies import NAMES
from rebound_desktop.core.plain_text import folded
from rebound_desktop.store import competencies, questions
from rebound_desktop.store.competencies import Label
from rebound_desktop.store.questions import Listed
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.competency_picker import CompetencyPicker
from rebound_desktop.ui.widgets.fields import Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel


class QuestionDialog(FormDialog):
    """Adds a question, or changes ``question``."""

    def __init__(self, parent: QWidget | None = None, *, question: Listed | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.set_title(self.tr("New question") if question is None else self.tr("Question"))
        if question is not None:
            # One of the list that is shipped has no record until it is changed.
            self.about = f"questions {question.id}" if question.id else f"asked: {question.bank}"
        self.text = TextArea(lines=2, most=6)
        self.text.setPlainText(question.text if question is not None else "")
        self.text.setPlaceholderText(self.tr("As it was asked, or may be"))
        self.add("text", Field(self.tr("Question"), self.text))
        self.picker = CompetencyPicker(
            [_label(each) for each in question.competencies] if question is not None else [],
            competencies.own_names(),
        )
        label = PlainLabel(self.tr("What it asks for"), "label")
        label.setBuddy(self.picker.field)
        self.column.addWidget(label)
        self.column.addWidget(self.picker)
        self.keep("competencies", self.picker)
        self.column.addStretch(1)
        self.text.setFocus()

    def take(self) -> None:
        self.picker.enter()
        names = [name for _, name in self.picker.labels()]
        if self._question is None:
            questions.add(self.text.toPlainText(), names)
        else:
            questions.edit(self._question, self.text.toPlainText(), names)


def _label(name: str) -> Label:
    """Return a competency by its name, from the first framework that has it."""
    for framework, names in NAMES.items():
        if folded(name) in map(folded, names):
            return str(framework), name
    return "own", name
