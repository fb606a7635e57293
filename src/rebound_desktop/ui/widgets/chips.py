"""A row of chips of which one is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.tips import set_tip


class ChipRow(QWidget):
    """Chips that filter a list; ``chosen`` is emitted with the key of the new choice."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        # Holds the row's place in the order of the keyboard for chips that come after the page.
        self._place = QWidget(self)
        self._place.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders nothing else
        self._place.hide()
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        self._last: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chip(self, key: str, text: str, *, shown: bool = True) -> None:
        """Add a chip, or give the one with this key another text.

        One that is not ``shown`` keeps its place for later; the chosen one is always shown.
        """
        if key in self._chips:
            self._chips[key].setText(text)
            self._chips[key].setVisible(shown or self._chips[key].isChecked())
            return
        chip = button(text, kind="chip")
        chip.setCheckable(True)
        chip.setChecked(not self._chips)
        chip.toggled.connect(lambda chosen: self.chosen.emit(key) if chosen else None)
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        QWidget.setTabOrder(next(reversed(self._chips.values()), self._place), chip)
        self._chips[key] = chip
        chip.setVisible(shown or chip.isChecked())

    def set_tip(self, key: str, text: str) -> None:
        """Say more about a chip, where it is there."""
        if key in self._chips:
            set_tip(self._chips[key], text)

    def set_last(self, *widgets: QWidget) -> None:
        """Show widgets after the chips, wherever their line ends."""
        self._last = widgets
        for each in widgets:
            self._flow.addWidget(each)

    def keep(self, keys: list[str]) -> None:
        """Keep the chips with these keys, in this order, and remove every other.

        Where the chosen one goes, the first one is chosen in its place.
        """
        for key in [each for each in self._chips if each not in keys]:
            chip = self._chips.pop(key)
            was_chosen = chip.isChecked()
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
            if was_chosen and self._chips:
                first = next(iter(self._chips))
                self._chips[first].setChecked(True)
        self._arrange([self._chips[each] for each in keys if each in self._chips])

    def _arrange(self, chips: list[QPushButton]) -> None:
        widgets: list[QWidget] = [*chips, *self._last]
        for before, each in zip([None, *widgets], widgets, strict=False):
            self._flow.removeWidget(each)
            self._flow.addWidget(each)
            if before is not None:
                QWidget.setTabOrder(before, each)

    def choose(self, key: str) -> None:
        """Choose a chip as a click does."""
        if key in self._chips:
            self._chips[key].setChecked(True)
