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
    :func:`may_close` before it closes. What is chosen rather than typed is held in the same way,
    see :meth:`hold`.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._saves: dict[QWidget, Callable[[str], object]] = {}
        self._waiting: dict[QWidget, None] = {}  # in the order in which they were typed in
        self._filling: Editor | None = None
        self._troubled: QWidget | None = None  # the window that shows what was not saved
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.flush)

    def watch(self, editor: Editor, save: Callable[[str], object]) -> None:
        """Save an editor's text through ``save(text)`` from now on; it raises what goes wrong.

        A signal's ``emit`` is no such function: it hides the errors of whoever hears it.
        """
        self._follow(editor, save)
        editor.textChanged.connect(lambda *_text: self._note(editor))

    def hold(self, part: QWidget, save: Callable[[], object]) -> None:
        """Save what was chosen in a part of the form through ``save()``, each time it is noted.

        :meth:`note` says that there is something to save soon, :meth:`note_now` at once.
        """
        self._follow(part, lambda _text: save())

    def note(self, part: QWidget) -> None:
        """Note that something was chosen in a part that is held."""
        self._note(part)

    def note_now(self, part: QWidget) -> None:
        """Note that something was chosen in a part that is held, and save it now."""
        self._note(part)
        self.flush()

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
                self._saves[editor](_text_in(editor))
            except BaseException as error:
                # Still unsaved: the next flush tries again.
                self._waiting[editor] = None
                if isinstance(error, NotSavedError):
                    self._troubled = editor.window()
                    Notices.of(editor).not_saved(error, self._all_unsaved, self._try_all)
                raise
        self._show_saved()

    def may_close(self, leave: Callable[[], object]) -> bool:
        """Save everything, as before closing; False where the system does not take it.

        The window then offers to call ``leave``, which closes without what is not saved.
        """
        try:
            self.flush()
        except NotSavedError as error:
            if self._troubled is not None:
                notices = Notices.of(self._troubled)
                notices.not_saved(
                    error, self._all_unsaved, self._try_all, partial(self._give_up, leave)
                )
            return False
        return True

    def unsaved(self) -> str:
        """Return the texts that wait to be saved, as for the clipboard."""
        return "\n\n".join(filter(None, map(_text_in, self._waiting)))

    def drop(self) -> None:
        """Let go of what waits to be saved; it stays where it was typed."""
        self._waiting.clear()
        self._timer.stop()
        self._show_saved()

    def _show_saved(self) -> None:
        """Take the notice away, unless there is something else in the window that it is about."""
        if self._troubled is not None:
            if not self._fellows():
                Notices.of(self._troubled).saved()
            self._troubled = None

    def _fellows(self) -> list["Autosave"]:
        """Return what waits in the same window: one notice tells of all of it."""
        there = self._troubled.findChildren(Autosave) if self._troubled is not None else []
        return [each for each in dict.fromkeys((self, *there)) if each.is_waiting()]

    def _all_unsaved(self) -> str:
        return "\n\n".join(filter(None, (each.unsaved() for each in self._fellows())))

    def _try_all(self) -> None:
        for each in self._fellows():
            each.flush()

    def _give_up(self, leave: Callable[[], object]) -> None:
        for each in self._fellows():
            each.drop()
        leave()

    def is_waiting(self) -> bool:
        """Say whether something typed is not saved yet."""
        return bool(self._waiting)

    def covers(self, part: QWidget) -> bool:
        """Say whether what is typed or chosen in a part of the form is saved by this."""
        return any(each is part or each.isAncestorOf(part) for each in self._saves)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide) and self._waiting:
            self.flush()
        return False

    def _follow(self, part: QWidget, save: Callable[[str], object]) -> None:
        self._saves[part] = save
        part.installEventFilter(self)
        part.destroyed.connect(lambda: self._forget(part))

    def _note(self, editor: QWidget) -> None:
        if self._filling is editor:
            return
        if not self._waiting:
            self._since.start()
        self._waiting[editor] = None
        left = _LATEST_MS - self._since.elapsed()
        self._timer.start(max(0, min(_PAUSE_MS, left)))

    def _forget(self, editor: QWidget) -> None:
        self._saves.pop(editor, None)
        self._waiting.pop(editor, None)


def may_close(form: QWidget, leave: Callable[[], object]) -> bool:
    """Save everything that is typed anywhere in a form; False where the system does not take it.

    The window then offers to call ``leave``, which closes the form without what is not saved.
    """
    return all(each.may_close(leave) for each in form.findChildren(Autosave))


def flush_all(form: QWidget) -> None:
    """Save everything that is typed anywhere in a form, now; an error is passed on."""
    for each in form.findChildren(Autosave):
        each.flush()


def _text_in(part: QWidget) -> str:
    return text_of(part) if isinstance(part, QLineEdit | QPlainTextEdit) else ""


def text_of(editor: Editor) -> str:
    """Return the text of an editor of either kind, as it can be stored."""
    # A pasted NUL cannot be; it would also set what is stored apart from what is shown.
    if isinstance(editor, QLineEdit):
        return editor.text().replace("\0", "")
    # toPlainText would turn no-break spaces into plain ones.
    text = editor.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
    return text.replace("\0", "")
