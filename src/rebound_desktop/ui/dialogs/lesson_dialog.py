"""The form for a lesson that comes from no rejection of its own."""

from PySide6.QtWidgets import QWidget

from rebound_desktop.models.lesson_table import stage_choices
from rebound_desktop.store import lessons
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea


class LessonDialog(FormDialog):
    """Adds a lesson; afterwards ``lesson_id`` is its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lesson_id = 0
        self.set_title(self.tr("New lesson"))
        self.text = TextArea(lines=2, most=8)
        self.text.setPlaceholderText(self.tr("Bring one number to every story"))
        self.add("text", Field(self.tr("One thing to do next time"), self.text))
        self.stage = ChoiceEdit(stage_choices())
        self.add("stage", Field(self.tr("For which kind of interview"), self.stage))
        self.column.addStretch(1)
        self.text.setFocus()

    def take(self) -> None:
        made = lessons.keep(None, self.text.toPlainText(), stage=self.stage.value())
        self.lesson_id = int(made.id)
