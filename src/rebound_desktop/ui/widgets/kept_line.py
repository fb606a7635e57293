"""A line that counts when Enter is pressed, and is not lost before."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rebound_desktop.store import drafts
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.notices import Notices

_NAME = "KeptLine"


class KeptLine(QLineEdit):
    """Keeps what is typed as a draft, which is there again after a crash, until it is emptied.

    It is saved as every other field is, so that the window asks before it closes over a text that
    the disk did not take.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = ""
        self._name = _NAME
        self._autosave = Autosave(self)
        self._autosave.watch(self, self._keep)
        self._enter: Callable[[], object] = bool
        self._was_refused = False
        self.textChanged.connect(self._forget_at_once)
        self.returnPressed.connect(self._take)

    def enter_with(self, enter: Callable[[], object]) -> None:
        """Call ``enter`` on Enter, which empties the line once it has stored what is in it.

        Where the system does not take that, the window says so; *Try again* calls it once more.
        """
        self._enter = enter

    def keep_as(self, about: str, name: str = _NAME, *, otherwise: str = "") -> None:
        """Keep it with a record from now on; show what was left there, or else another text.

        ``about`` names the record, such as "prep_sheets 3": what is kept goes when that is
        deleted for good. ``name`` tells one line of a record from another. Raises NotSavedError
        where what was typed so far is not taken; the line stays as it is then.
        """
        if (about, name) == (self._about, self._name):
            return
        self._autosave.flush()
        self._about = ""
        found = (drafts.find(name, about) if about else None) or {}
        self._autosave.fill(self, str(found.get("text", otherwise)))
        self._about, self._name = about, name

    def move_to(self, about: str, name: str = _NAME) -> None:
        """Keep it with another record from now on, as once there is one; its text goes along."""
        before = (self._name, self._about)
        self._about, self._name = about, name
        self._autosave.note_now(self)  # also where it is empty: nothing older is left there
        drafts.forget(*before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text() and not held
        super().keyPressEvent(event)
        if enters:
            event.accept()  # a form around it is not sent off as well

    def forget(self) -> None:
        """Keep it no longer, as after it was stored or given up; the text stays as it is."""
        self._autosave.drop()
        about, self._about = self._about, ""
        if about:
            drafts.forget(self._name, about)

    def flush(self) -> None:
        """Keep what was typed last, now; raises NotSavedError where that is not taken."""
        self._autosave.flush()

    def _take(self) -> None:
        try:
            self._enter()
        except NotSavedError as error:
            self._was_refused = True
            Notices.of(self).not_saved(error, self.text, self._take)
        else:
            if self._was_refused:
                self._was_refused = False
                Notices.of(self).saved()

    def _forget_at_once(self, text: str) -> None:
        # What was entered must not come back, however soon the program ends.
        if not text:
            self._autosave.flush()

    def _keep(self, text: str) -> None:
        if not self._about:
            return
        if text:
            drafts.keep(self._name, self._about, {"text": text})
        else:
            drafts.forget(self._name, self._about)
