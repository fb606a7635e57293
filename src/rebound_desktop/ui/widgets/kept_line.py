"""A line that counts when Enter is pressed, and is not lost before."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rebound_desktop.store import drafts
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.ui.widgets.notices import Notices

#: So far behind the keys is what is kept, in milliseconds; the timer is not put off.
_KEEP_MS = 300
_FORM = "KeptLine"


class KeptLine(QLineEdit):
    """Keeps what is typed as a draft, which is there again after a crash, until it is emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_MS)
        self._timer.timeout.connect(self._keep)
        self.textChanged.connect(self._note)

    def keep_as(self, about: str) -> None:
        """Keep it under a name from now on; show what was left there, if anything was."""
        if about == self._about:
            return
        if self._timer.isActive():
            self._keep()
        self._about = ""
        found = drafts.find(_FORM, about) or {}
        self.setText(str(found.get("text", "")))
        self._about = about

    def hideEvent(self, event: QHideEvent) -> None:
        if self._timer.isActive():
            self._keep()
        super().hideEvent(event)

    def _note(self, text: str) -> None:
        if not self._about:
            return
        if not text:
            self._keep()
        elif not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        self._timer.stop()
        try:
            if self.text():
                drafts.keep(_FORM, self._about, {"text": self.text()})
            else:
                drafts.forget(_FORM, self._about)
        except NotSavedError as error:
            Notices.of(self).not_saved(error, self.text, self._keep)
        else:
            Notices.of(self).saved()
