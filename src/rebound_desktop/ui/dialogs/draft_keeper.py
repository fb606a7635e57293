"""Keeping what is typed into a form until it is saved, so that a crash does not take it along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from rebound_desktop.store import drafts
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.ui.dialogs.form_values import put
from rebound_desktop.ui.widgets.notices import Notices

if TYPE_CHECKING:
    from rebound_desktop.ui.dialogs.form_dialog import FormDialog

#: How often the form is looked at, in milliseconds; so far behind is a draft at the most.
_LOOK_MS = 400
_OFFER = "draft"
#: How many drafts of one form wait for an answer at the most.
_MOST = 9


class DraftKeeper(QObject):
    """Keeps the fields of one form as they are filled in, and offers what was left of the last.

    The inputs are compared rather than followed, so that every kind of input counts.
    """

    def __init__(self, dialog: "FormDialog") -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._form = type(dialog).__name__
        self._about = ""
        self._kept: dict[str, object] = {}
        #: The drafts from before that wait for an answer: what they are about, and the fields.
        self._waiting: list[tuple[str, dict[str, object]]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, about: str) -> None:
        """Begin to keep the form, which is on the screen by now; offer what is left of before.

        What is written now has a place of its own, so that a draft stays until it is answered.
        """
        self._kept = self._values()
        self._timer.start()
        places = [about, *(f"{about} ({number})" for number in range(2, _MOST + 1))]
        found = {each: drafts.find(self._form, each) for each in places}
        self._waiting = [(each, fields) for each, fields in found.items() if fields is not None]
        self._about = next((each for each in places if found[each] is None), places[-1])
        self._offer()

    def look(self) -> None:
        """Keep what the form holds, where that has changed since the last time."""
        now = self._values()
        if now == self._kept:
            return
        self._kept = now
        try:
            if self._dialog.is_changed():
                drafts.keep(self._form, self._about, now, self._dialog.mentions())
            else:
                drafts.forget(self._form, self._about)
        except NotSavedError as error:
            Notices.of(self._dialog).not_saved(error, self._dialog.all_texts, self._again)
        else:
            Notices.of(self._dialog).saved()

    def look_last(self) -> None:
        """Keep what was typed last where the form is hidden, neither saved nor left on purpose."""
        if self._timer.isActive():
            self.look()

    def forget(self) -> None:
        """Drop the draft, as after the form was saved or left on purpose."""
        self._timer.stop()
        drafts.forget(self._form, self._about)

    def _again(self) -> None:
        self._kept = {}
        self.look()

    def _offer(self) -> None:
        """Offer the oldest draft that waits."""
        if self._waiting:
            Notices.of(self._dialog).tell(
                _OFFER,
                self.tr("You had begun to write this. Take it up?"),
                (self.tr("Take it up"), self._take_up),
                (self.tr("Start afresh"), self._start_afresh),
                dismissible=False,
            )

    def _take_up(self) -> None:
        _about, found = self._waiting[0]
        for key, value in found.items():
            editor = self._dialog.inputs.get(key)
            if editor is not None:
                put(editor, value)
        self.look()
        self._drop()

    def _start_afresh(self) -> None:
        self._drop()
        self._offer()

    def _drop(self) -> None:
        """Drop the draft that was offered; it was answered."""
        Notices.of(self._dialog).drop(_OFFER)
        about, _found = self._waiting.pop(0)
        drafts.forget(self._form, about)

    def _values(self) -> dict[str, object]:
        return self._dialog.values()
