"""One line for a win, kept in five seconds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from rebound_desktop.store import stories
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.fields import Field


class WinDialog(FormDialog):
    """Keeps one line as a story that is yet to be written out; Enter saves.

    ``kept`` is emitted with the id of the story.
    """

    kept = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Log one win"))
        line = QLineEdit()
        line.setPlaceholderText(self.tr("A customer wrote to thank me"))
        self.add(
            "title",
            Field(
                self.tr("What went well, in one line"),
                line,
                hint=self.tr("It waits in your vault until you want to write it out."),
            ),
        )
        line.setFocus()

    def take(self) -> None:
        line = self.fields["title"].editor
        assert isinstance(line, QLineEdit)
        story = stories.log_moment(line.text())
        if story is None:
            raise RefusedError("title", self.tr("Write what went well, in one line."))
        self.kept.emit(story.id)
