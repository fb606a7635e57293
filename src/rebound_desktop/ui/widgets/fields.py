"""Fields with their label above and a place for a sentence below when a value is refused."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from rebound_desktop.core import clock
from rebound_desktop.ui.widgets.text import PlainLabel


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


class TextArea(QPlainTextEdit):
    """A box for longer text, some lines high, that grows with its text up to a limit.

    Tab leaves it, as in every other field.
    """

    def __init__(self, *, lines: int = 3, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        # QPlainTextEdit measures its document in lines as they are broken on the screen.
        wanted = int(self.document().size().height())
        lines = min(self._most, max(self._lines, wanted))
        height = lines * self.fontMetrics().lineSpacing() + 22
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


class DayEdit(QDateEdit):
    """A day, typed or chosen from a calendar."""

    def __init__(self, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        self.set_day(day or clock.today())

    def day(self) -> date:
        """Return the day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))


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
