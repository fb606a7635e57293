"""Fields with their label above and a place for a sentence below when a value is refused."""

from datetime import date
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import SIGNAL, QDate, QDateTime, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import shortened
from rebound_desktop.ui.widgets.long_text import LongText
from rebound_desktop.ui.widgets.text import PlainLabel

#: No line of a box is as long, in characters.
_LONGEST_LINE = 1_000
#: The keys by which a line is corrected.
_EDITING_KEYS = (
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


@runtime_checkable
class Settled(Protocol):
    """An editor in which something can be typed that it cannot take, and which says so.

    Its signal ``misread`` carries a sentence for that, and an empty text once it is put right.
    """

    misread: Any

    def settle(self) -> str:
        """Take what was typed; return why it was not taken, or an empty text."""


class Field(QWidget):
    """A label, an editor and, when needed, a sentence on why its value cannot be taken."""

    def __init__(
        self, label: str, editor: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = PlainLabel(label, "label")
        self.label.setBuddy(editor)
        editor.setAccessibleName(label)
        if isinstance(editor, QComboBox) and (line := editor.lineEdit()) is not None:
            line.setAccessibleName(label)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(editor)
        if hint:
            editor.setAccessibleDescription(hint)
            column.addWidget(PlainLabel(hint, "small", wrap=True))
        self._error = PlainLabel("", "fieldError", wrap=True)
        self._error.hide()
        column.addWidget(self._error)
        if isinstance(editor, Settled):
            editor.misread.connect(self.show_refusal)
        if isinstance(editor, DayEdit):
            editor.dateChanged.connect(self._forget_refusal)
        elif isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._forget_refusal)

    def refuse(self, sentence: str) -> None:
        """Show why the value cannot be taken; an empty text takes that back."""
        self.show_refusal(sentence)
        if sentence:
            self.editor.setFocus()

    def show_refusal(self, sentence: str) -> None:
        """Show a sentence as :meth:`refuse` does, and leave the cursor where it is."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.editor.setProperty("refused", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        if sentence:
            self.editor.setAccessibleDescription(sentence)

    @property
    def refusal(self) -> str:
        """The sentence that is shown, or an empty text."""
        return self._error.text()

    def _forget_refusal(self) -> None:
        # It was about the value from before.
        if self.refusal:
            self.show_refusal("")


class TextArea(LongText):
    """A box for longer text, some lines high, that grows with its text up to a limit.

    Tab leaves it, as in every other field.
    """

    def __init__(self, *, lines: int = 3, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines = lines
        self._most = most
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        # Not within the layout's own pass, which would then place the box by its old height.
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        # QPlainTextEdit measures its document in lines as they are broken on the screen; what is
        # longer than any screen shows is not measured at every key.
        endless = self.document().characterCount() > self._most * _LONGEST_LINE
        wanted = self._most if endless else int(self.document().size().height())
        lines = min(self._most, max(self._lines, wanted))
        height = lines * self.fontMetrics().lineSpacing() + 22
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


class DayEdit(QDateEdit):
    """A day, typed or chosen from a calendar.

    What is typed is read as a whole, "3 Mar 2025" or "2025-03-03"; Qt's own reading goes part by
    part and makes another day of it. ``misread`` carries a sentence where it is no day, and an
    empty text once it is one; the day from before then stands again.
    """

    misread = Signal(str)

    def __init__(self, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        self.set_day(day or clock.today())
        self.refusal = ""
        # Qt moves the cursor on to the next part of the day after each key.
        QObject.disconnect(self.lineEdit(), SIGNAL("cursorPositionChanged(int,int)"), None, None)  # type: ignore[call-overload]
        self.lineEdit().textEdited.connect(lambda _text: self._refuse(""))
        self.dateChanged.connect(lambda _day: self._refuse(""))

    def day(self) -> date:
        """Return the day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def kept_value(self) -> object:
        """Return the day, or what is typed and no day yet, for the draft of a form."""
        text = self.lineEdit().text()
        read = self._read(text)
        return read.toString(Qt.DateFormat.ISODate) if read is not None else text

    def put_kept(self, value: object) -> None:
        """Show what was kept."""
        read = QDate.fromString(str(value), Qt.DateFormat.ISODate)
        if read.isValid():
            self.setDate(read)
        else:
            self.lineEdit().setText(str(value))

    def kept_text(self) -> str:
        """Return what is typed and no day yet, as for the clipboard."""
        text = self.lineEdit().text()
        return "" if self._read(text) else text

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        state = QValidator.State
        return (state.Acceptable if self._read(text) else state.Intermediate, text, pos)

    def dateTimeFromText(self, text: str) -> QDateTime:
        return (self._read(text) or self.date()).startOfDay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        typed = bool(event.text()) and event.text().isprintable() and not command
        if typed or event.key() in _EDITING_KEYS:
            self.lineEdit().event(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.settle():
            event.accept()  # a form is not sent off with a day that nobody meant
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take_typed()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)

    def settle(self) -> str:
        """Take what was typed; return why it was not taken, once, or an empty text."""
        self._take_typed()
        sentence, self.refusal = self.refusal, ""
        return sentence

    def _take_typed(self) -> None:
        text = self.lineEdit().text()
        if self._read(text):
            return
        before = self.locale().toString(self.date(), self.displayFormat())
        self.setDate(self.date())
        self.lineEdit().setText(before)
        sentence = self.tr(
            "“{text}” is not a day. Write it like 3 Mar 2025; {before} stands here again."
        )
        self._refuse(sentence.format(text=shortened(text, 30), before=before))

    def _refuse(self, sentence: str) -> None:
        if sentence or self.refusal:
            self.refusal = sentence
            self.misread.emit(sentence)

    def _read(self, text: str) -> QDate | None:
        line = " ".join(text.split())
        for each in (self.displayFormat(), "d MMMM yyyy", "yyyy-MM-dd", "d.M.yyyy"):
            day = self.locale().toDate(line, each)
            if day.isValid() and self.minimumDate() <= day <= self.maximumDate():
                return day
        return None


def number_edit(limits: tuple[int, int], value: int) -> QSpinBox:
    """Return a field for a whole number from the lower to the higher of two limits."""
    spin = QSpinBox()
    spin.setRange(*limits)
    spin.setValue(value)
    spin.setMaximumWidth(180)
    # The style sheet's padding does not reach the text of a field with arrows.
    spin.lineEdit().setTextMargins(9, 0, 0, 0)
    # The wheel scrolls what is around; only a field that was chosen takes it.
    spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return spin


class ChoiceEdit(QComboBox):
    """A choice among values of the vocabulary, shown in words; ``chosen`` carries the value."""

    chosen = Signal(str)

    def __init__(
        self, choices: list[tuple[str, str]], value: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for each, text in choices:
            self.addItem(text, each)
        self.set_value(value)
        self.activated.connect(lambda _row: self.chosen.emit(self.value()))
        _WheelGuard.guard(self)

    def set_name(self, name: str) -> None:
        """Say what is chosen here, where no label beside the choice does.

        On Linux Qt reads a choice's value in place of its name; its description is read too.
        """
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)

    def value(self) -> str:
        """Return the chosen value."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose a value; one that is not offered chooses the first."""
        self.setCurrentIndex(max(0, self.findData(value)))


class _WheelGuard(QObject):
    """Keeps the wheel from changing a choice that a person only scrolls past."""

    @classmethod
    def guard(cls, widget: QWidget) -> None:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(cls(widget))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget):
            return False
        if watched.hasFocus():
            return False
        event.ignore()
        return True
