"""Letters as the window offers them: one to send, the templates, and requests that come to rest."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.dialogs.opening import open_once


class LetterDesk(QObject):
    """Opens letters and their templates; ``copy_asked`` and ``said`` as pages have them."""

    copy_asked = Signal(str, str)
    said = Signal(str)

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window

    def open_letter(self, follow_up_id: int) -> None:
        """Open the letter of a follow-up."""
        from rebound_desktop.store import followups
        from rebound_desktop.ui.dialogs.letter_dialog import LetterDialog

        found = followups.get(follow_up_id)
        if found is not None:
            limit = self._settings.values.linkedin_limit
            dialog = LetterDialog(found, limit, self._window)
            dialog.copy_asked.connect(self.copy_asked)
            dialog.said.connect(self.said)
            open_once(dialog)

    def open_templates(self) -> None:
        """Open the letter templates."""
        from rebound_desktop.ui.dialogs.template_dialog import TemplateDialog

        dialog = TemplateDialog(self._settings.values.letter_style(), self._window)
        dialog.said.connect(self.said)
        open_once(dialog)

    def let_rest(self) -> None:
        """End the requests that nobody answered, kindly, and say so."""
        from rebound_desktop.store import feedback

        over = feedback.let_rest()
        if len(over) == 1:
            company = over[0].rejection.application.company
            self.said.emit(
                self.tr(
                    "No answer from {company}: the request rests now. You can take it up again."
                ).format(company=company)
            )
        elif over:
            self.said.emit(
                self.tr("{count} requests had no answer and rest now.").format(count=len(over))
            )
