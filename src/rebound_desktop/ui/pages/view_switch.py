"""Two chips in the head of a page, between the log of rejections and the lessons from them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from rebound_desktop.ui.widgets.buttons import button, show_checked


class ViewSwitch(QWidget):
    """Shows which of the two is ``current``; ``page_asked`` with the key of the other one."""

    page_asked = Signal(str)

    def __init__(self, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self.setAccessibleName(self.tr("What is shown"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.views: dict[str, QPushButton] = {}
        for key, text in (("rejections", self.tr("Log")), ("lessons", self.tr("Lessons"))):
            chip = button(text, kind="chip", name=self.tr("Show: {what}").format(what=text))
            chip.setCheckable(True)
            chip.toggled.connect(lambda _on, key=key: self._ask(key))
            self.views[key] = chip
            row.addWidget(chip)
        self.show_current()

    def show_current(self) -> None:
        """Check the chip of the page that this is on."""
        for key, chip in self.views.items():
            show_checked(chip, key == self._current)

    def _ask(self, key: str) -> None:
        self.show_current()
        if key != self._current:
            self.page_asked.emit(key)
