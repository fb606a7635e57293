"""Keeping what is typed into a form until it is saved, so that a crash does not take it along."""

from dataclasses import asdict, is_dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from rebound_desktop.store import drafts
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.store.rejection_entry import ReasonChoice
from rebound_desktop.ui.widgets.autosave import text_of
from rebound_desktop.ui.widgets.fields import DayEdit
from rebound_desktop.ui.widgets.notices import Notices
from rebound_desktop.ui.widgets.reason_editor import ReasonEditor

if TYPE_CHECKING:
    from rebound_desktop.ui.dialogs.form_dialog import FormDialog

#: How often the form is looked at, in milliseconds; so far behind is a draft at the most.
_LOOK_MS = 400
_OFFER = "draft"
#: Added to what an older draft is about, while a newer one is being written.
_EARLIER = " (earlier)"


class DraftKeeper(QObject):
    """Keeps the fields of one form as they are filled in, and offers what was left of the last.

    The fields are compared rather than followed, so that every kind of field counts.
    """

    def __init__(self, dialog: "FormDialog") -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._form = type(dialog).__name__
        self._about = ""
        self._kept: dict[str, object] = {}
        self._offered = ""  # what the draft that is offered is about
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, about: str) -> None:
        """Begin to keep the form, which is on the screen by now; offer an older draft of it."""
        self._about = about
        self._kept = self._values()
        self._timer.start()
        for each in (about, about + _EARLIER):
            found = drafts.find(self._form, each)
            if found is not None:
                self._offer(each, found)
                return

    def look(self) -> None:
        """Keep what the form holds, where that has changed since the last time."""
        now = self._values()
        if now == self._kept:
            return
        self._kept = now
        try:
            if self._offered == self._about:
                drafts.put_behind(self._form, self._about, self._about + _EARLIER)
                self._offered += _EARLIER
            if self._dialog.is_changed():
                drafts.keep(self._form, self._about, now)
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
        if self._offered != self._about:
            drafts.forget(self._form, self._about)

    def _again(self) -> None:
        self._kept = {}
        self.look()

    def _offer(self, about: str, found: dict[str, object]) -> None:
        self._offered = about
        Notices.of(self._dialog).tell(
            _OFFER,
            self.tr("You had begun to write this. Take it up?"),
            (self.tr("Take it up"), lambda: self._take_up(found)),
            (self.tr("Start afresh"), self._drop),
            dismissible=False,
        )

    def _take_up(self, found: dict[str, object]) -> None:
        for key, value in found.items():
            field = self._dialog.fields.get(key)
            if field is not None:
                _put(field.editor, value)
        self.look()
        self._drop()

    def _drop(self) -> None:
        """Drop the draft that was offered, where it lies now."""
        Notices.of(self._dialog).drop(_OFFER)
        if self._offered and not (self._offered == self._about and self._dialog.is_changed()):
            drafts.forget(self._form, self._offered)
        self._offered = ""

    def _values(self) -> dict[str, object]:
        return {key: _value(field.editor) for key, field in self._dialog.fields.items()}


def _value(editor: QWidget) -> object:
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        return text_of(editor)
    if isinstance(editor, QComboBox):
        return str(editor.currentData() or "")
    if isinstance(editor, DayEdit):
        return editor.day().isoformat()
    if isinstance(editor, ReasonEditor):
        return [asdict(each) for each in editor.choices() if is_dataclass(each)]
    return [each.isChecked() for each in editor.findChildren(QAbstractButton)]


def _put(editor: QWidget, value: object) -> None:
    """Show a kept value; one that does not fit the field any more is left out."""
    if isinstance(editor, QLineEdit):
        editor.setText(str(value))
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(str(value))
    elif isinstance(editor, QComboBox):
        row = editor.findData(str(value))
        if row >= 0:
            editor.setCurrentIndex(row)
    elif isinstance(editor, DayEdit):
        editor.set_day(date.fromisoformat(str(value)))
    elif isinstance(editor, ReasonEditor) and isinstance(value, list):
        editor.set_choices(tuple(ReasonChoice(**each) for each in value))
    elif isinstance(value, list):
        for each, checked in zip(editor.findChildren(QAbstractButton), value, strict=False):
            if each.isCheckable():
                each.setChecked(bool(checked))
