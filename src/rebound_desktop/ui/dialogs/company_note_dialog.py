"""What is known of a company, said before somebody applies there again."""

from PySide6.QtWidgets import QWidget

from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.text import PlainLabel


class CompanyNoteDialog(FormDialog):
    """Shows what was recalled; accepted where the person applies all the same."""

    def __init__(self, company: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(
            self.tr("Before you apply: {company}").format(company=company),
            self.tr("Before you apply"),
        )
        self.text = PlainLabel(text, wrap=True)
        self.column.addWidget(self.text)
        self.column.addStretch(1)
        self.cancel.setText(self.tr("Not now"))
        self.save.setText(self.tr("Move to Applied"))
        self.setAccessibleDescription(text)
        self.save.setFocus()

    def take(self) -> None:
        """There is nothing to store here; whoever opened this goes on."""
