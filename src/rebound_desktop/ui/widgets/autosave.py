"""Saving what is typed while it is typed: the one mechanism of every editor."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.ui.widgets.notices import Notices

#: What can be watched.
Editor = QLineEdit | QPlainTextEdit

#: Milliseconds after the last key until the text is saved.
_PAUSE_MS = 300
#: Milliseconds after the first unsaved key, however fast somebody types. The promise is half a
#: second, the write itself included.
_LATEST_MS = 450


class Autosave(QObject):
    """Saves the texts of the editors of one form as they are typed.

    A text that the system does not take stays on the screen, and the window says so with a way to
    copy it and to try again.

    Each editor is watched together with the function that stores its text. The text is stored
    0.3 s after the last key, within 0.5 s of the first unsaved one, and at once when the editor
    loses the focus or is hidden. Call :meth:`flush` before the form shows another record and
    before it closes.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._saves: dict[Editor, Callable[[str], None]] = {}
        self._waiting: dict[Editor, None] = {}  # in the order in which they were typed in
        self._filling: Editor | None = None
        self._troubled: QWidget | None = None  # the window that shows what was not saved
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.flush)

    def watch(self, editor: Editor, save: Callable[[str], None]) -> None:
        """Save an editor's text through ``save(text)`` from now on."""
        self._saves[editor] = save
        editor.textChanged.connect(lambda *_text: self._note(editor))
        editor.installEventFilter(self)
        editor.destroyed.connect(lambda: self._forget(editor))

    def fill(self, editor: Editor, text: str) -> None:
        """Show a stored text in a watched editor without saving it again.

        Does nothing where the editor shows it already (the cursor stays), or where the person has
        typed something that is not saved yet.
        """
        if editor in self._waiting or text_of(editor) == text:
            return
        self._filling = editor
        try:
            if isinstance(editor, QLineEdit):
                editor.setText(text)
            else:
                editor.setPlainText(text)
        finally:
            self._filling = None

    def flush(self) -> None:
        """Save everything that is waiting, now. An error in a save function is passed on.

        Of a NotSavedError the person has been told then.
        """
        self._timer.stop()
        while self._waiting:
            editor = next(iter(self._waiting))
            del self._waiting[editor]
            try:
                self._saves[editor](text_of(editor))
            except BaseException as error:
                # Still unsaved: the next flush tries again.
                self._waiting[editor] = None
                if isinstance(error, NotSavedError):
                    self._troubled = editor.window()
                    Notices.of(editor).not_saved(error, self.unsaved, self.flush)
                raise
        if self._troubled is not None:
            Notices.of(self._troubled).saved()
            self._troubled = None

    def may_close(self, leave: Callable[[], object]) -> bool:
        """Save everything, as before closing; False where the system does not take it.

        The window then offers to call ``leave``, which closes without what is not saved.
        """
        try:
            self.flush()
        except NotSavedError as error:
            if self._troubled is not None:
                notices = Notices.of(self._troubled)
                notices.not_saved(error, self.unsaved, self.flush, partial(self._give_up, leave))
            return False
        return True

    def unsaved(self) -> str:
        """Return the texts that wait to be saved, as for the clipboard."""
        return "\n\n".join(filter(None, map(text_of, self._waiting)))

    def _give_up(self, leave: Callable[[], object]) -> None:
        self._waiting.clear()
        self._timer.stop()
        leave()

    def is_waiting(self) -> bool:
        """Say whether something typed is not saved yet."""
        return bool(self._waiting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide) and self._waiting:
            self.flush()
        return False

    def _note(self, editor: Editor) -> None:
        if self._filling is editor:
            return
        if not self._waiting:
            self._since.start()
        self._waiting[editor] = None
        left = _LATEST_MS - self._since.elapsed()
        self._timer.start(max(0, min(_PAUSE_MS, left)))

    def _forget(self, editor: Editor) -> None:
        self._saves.pop(editor, None)
        self._waiting.pop(editor, None)


def text_of(editor: Editor) -> str:
    """Return the text of an editor of either kind, as it can be stored."""
    # A pasted NUL cannot be; it would also set what is stored apart from what is shown.
    if isinstance(editor, QLineEdit):
        return editor.text().replace("\0", "")
    # toPlainText would turn no-break spaces into plain ones.
    text = editor.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
    return text.replace("\0", "")
