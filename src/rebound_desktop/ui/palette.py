"""The palette: one field over everything, a few keys from any story on the clipboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from rebound_desktop.models.palette_results import Command, PaletteResults, Result, spoken
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.palette_rows import PaletteRows
from rebound_desktop.ui.widgets.text import PlainLabel

#: The size of the card at the usual text size, and the least room around it, in pixels.
_WIDTH, _HEIGHT, _AROUND = 640, 520, 20
#: How far from the top of the window the card hangs, where there is room, in pixels.
_TOP = 72
#: How strongly the window behind fades, of 255.
_FADE = 150
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QWidget):
    """Lies over the whole window while it is open, so that no key can go astray.

    Emits ``record_asked`` with a kind and an id, ``command_asked`` with the place of a command,
    ``copy_asked`` with a text and what it is called, and ``story_used`` with the id of a story
    that was copied.
    """

    record_asked = Signal(str, int)
    command_asked = Signal(int)
    copy_asked = Signal(str, str)
    story_used = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._before: QWidget | None = None
        self._card = QFrame(self)
        self._card.setObjectName("card")
        self._card.setAccessibleName(self.tr("Search everything"))
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Search everything"))
        self.field.setPlaceholderText(
            self.tr("Stories, applications, rejections, people, pages, actions")
        )
        self._model = PaletteResults(self)
        self.list = PaletteRows(self.tr("Results"), self._model)
        self._nothing = PlainLabel(self.tr("Nothing here holds all these words."), "second")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._hint = PlainLabel("", "small", wrap=True)
        # A sentence of two lines takes them from the list; the card stays as it is.
        self._hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hint)

        window.installEventFilter(self)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.list.clicked.connect(lambda _index: self._choose())
        theme().changed.connect(self._place)

    def open(
        self, commands: Sequence[Command], recent: Sequence[int], words_per_minute: int
    ) -> None:
        """Show the palette, empty, with the cursor in its field.

        ``commands`` are the pages and actions of the window, ``recent`` the ids of the stories
        that were used last, ``words_per_minute`` the pace for forms of a length in time.
        """
        self._model.set_offer(commands, recent, words_per_minute)
        if self.isVisible():
            self.field.selectAll()
            return
        self._before = QApplication.focusWidget()
        self._place()
        self.field.clear()
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_and_return(self) -> None:
        """Hide the palette and give the focus back to where it was."""
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is typed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._take_key(event)
            if event.type() == QEvent.Type.FocusOut:
                self._lose_focus()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """Take a key that the field does not type; say whether it was one."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = not modifiers
        if key in _ENTER and plain:
            self._choose()
        elif self._means_copy(event):
            self._copy()
        elif key == Qt.Key.Key_Escape:
            if not self._leave_forms():
                self.close_and_return()
        elif key in self.list.STEPS and plain:
            self.list.step(key)
        elif key == Qt.Key.Key_Tab:
            self._enter_forms()
        elif key == Qt.Key.Key_Backtab:
            self._leave_forms()
        elif key == Qt.Key.Key_Right and plain and self._is_at_end():
            return self._enter_forms()
        elif key == Qt.Key.Key_Left and plain and self._model.story_id:
            return self._leave_forms()
        else:
            return False
        return True

    def _means_copy(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return event.matches(QKeySequence.StandardKey.Copy) and not self.field.hasSelectedText()

    def _is_at_end(self) -> bool:
        field = self.field
        return not field.hasSelectedText() and field.cursorPosition() == len(field.text())

    def _lose_focus(self) -> None:
        """Close once the focus went elsewhere in the window, as by a key of the menu."""
        focused = QApplication.focusWidget()
        if self.isVisible() and focused is not None and focused is not self.field:
            self._before = None
            self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Beside the card: the person wants back to the window.
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_and_return()

    def _search(self, text: str) -> None:
        self._model.search(text)
        self._show_first()

    # What is chosen

    def _choose(self) -> None:
        result = self._current()
        if result is None:
            return
        if result.kind == "form":
            self._copy()
            return
        self.close_and_return()
        if result.kind in ("page", "action"):
            self.command_asked.emit(result.key)
            return
        self.record_asked.emit(result.kind, result.key)

    def _copy(self) -> None:
        result = self._current()
        if result is None:
            return
        text, what = self._model.to_copy(result)
        if not text:
            self._say(what)
            return
        story = self._model.story_id if result.kind == "form" else result.key
        self.close_and_return()
        self.copy_asked.emit(text, what)
        if result.kind in ("stories", "form"):
            self.story_used.emit(story)

    def _enter_forms(self) -> bool:
        result = self._current()
        if result is None or result.kind != "stories":
            return False
        self._model.show_forms(result.key, result.title)
        self._show_first()
        return True

    def _leave_forms(self) -> bool:
        """Go back from the forms to the story; say whether forms were shown."""
        story = self._model.story_id
        if not story:
            return False
        self._search(self.field.text())
        self.list.select("stories", story)
        return True

    def _current(self) -> Result | None:
        return self._model.result(self.list.currentIndex().row())

    # What is shown

    def _show_first(self) -> None:
        found = self._model.rowCount() > 0
        self._stack.setCurrentWidget(self.list if found else self._nothing)
        if found:
            self.list.setCurrentIndex(self._model.index(0))
            self.list.scrollToTop()
        else:
            self._say("")
            self.field.setAccessibleDescription(self._nothing.text())

    def _show_current(self) -> None:
        result = self._current()
        if result is None:
            return
        self._say(self._keys_for(result))
        said = spoken(result)
        self.field.setAccessibleDescription(said)
        if QAccessible.isActive() and self.isVisible():
            # The focus stays in the field, so a screen reader is told about the list.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    def _keys_for(self, result: Result) -> str:
        keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
        sentences = {
            "stories": self.tr("Enter opens · {keys} copies the story · Tab shows other forms"),
            "people": self.tr("Enter opens · {keys} copies the e-mail address"),
            "applications": self.tr("Enter opens · {keys} copies company and role"),
            "rejections": self.tr("Enter opens · {keys} copies company and role"),
            "page": self.tr("Enter opens"),
            "action": self.tr("Enter begins"),
            "form": self.tr("Enter copies · Escape goes back"),
        }
        return sentences[result.kind].format(keys=keys)

    def _say(self, sentence: str) -> None:
        self._hint.setText(sentence)

    def _place(self) -> None:
        """Lie over the window, with the card in its upper middle."""
        self.setGeometry(self._window.rect())
        scale = max(1.0, theme().points() / 10)
        width = min(int(_WIDTH * scale), self.width() - 2 * _AROUND)
        height = min(int(_HEIGHT * scale), self.height() - 2 * _AROUND)
        top = max(_AROUND, min(_TOP, self.height() - height - _AROUND))
        self._card.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = theme().color("window")
        color.setAlpha(_FADE)
        painter.fillRect(self.rect(), color)
        painter.end()
