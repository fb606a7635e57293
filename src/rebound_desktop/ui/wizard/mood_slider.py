"""One slider for "how is it sitting with you?", which may be left alone."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.text import PlainLabel

_MIDDLE = 50
_PAUSE_MS = 200


class MoodSlider(QWidget):
    """A slider from 0 to 100 without words of judgement (after the Affective Slider).

    Untouched it says nothing. ``answered`` carries the number, or None when it is taken back.
    """

    answered = Signal(object)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._touched = False
        self._waiting = False
        self.label = PlainLabel(question, "label", wrap=True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setValue(_MIDDLE)
        self.slider.setAccessibleName(question)
        self.slider.setMinimumHeight(28)  # the handle is higher than the groove
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.label.setBuddy(self.slider)
        self._clear = button(
            self.tr("Clear"), self._take_back, kind="link", name=self.tr("Clear the slider")
        )
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        row = QHBoxLayout()
        row.setSpacing(10)
        # Which end is which, in words that judge nothing.
        row.addWidget(PlainLabel(self.tr("heavy"), "small"))
        row.addWidget(self.slider, 1)
        row.addWidget(PlainLabel(self.tr("light"), "small"))
        row.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        self.slider.valueChanged.connect(self._touch)
        self.slider.sliderPressed.connect(self._touch)
        self.slider.installEventFilter(self)
        self.show_value(None)

    def value(self) -> int | None:
        """Return the answer, None where there is none."""
        return self.slider.value() if self._touched else None

    def show_value(self, value: int | None) -> None:
        """Show a stored answer, or none."""
        self.slider.blockSignals(True)
        self.slider.setValue(_MIDDLE if value is None else value)
        self.slider.blockSignals(False)
        self._touched = value is not None
        self._show_state()

    def flush(self) -> None:
        """Announce a change that is still waiting."""
        if self._waiting:
            self._waiting = False
            self._timer.stop()
            self.answered.emit(self.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The wheel scrolls the page, it does not answer.
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if event.type() in (QEvent.Type.Hide, QEvent.Type.FocusOut):
            self.flush()
        return False

    def _touch(self, *_value: int) -> None:
        self._touched = True
        self._waiting = True
        self._show_state()
        self._timer.start()

    def _take_back(self) -> None:
        self._timer.stop()
        self._waiting = False
        self.show_value(None)
        self.slider.setFocus()
        self.answered.emit(None)

    def _show_state(self) -> None:
        self._clear.setVisible(self._touched)
        self.slider.setProperty("untouched", not self._touched)
        self.slider.setAccessibleDescription(
            "" if self._touched else self.tr("Not answered; that is fine.")
        )
        self.slider.style().unpolish(self.slider)
        self.slider.style().polish(self.slider)
