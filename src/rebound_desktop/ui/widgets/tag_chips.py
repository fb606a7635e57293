"""Chips of which any number is chosen: the tags that a list is filtered by."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rebound_desktop.ui.widgets.buttons import button, caption
from rebound_desktop.ui.widgets.flow_layout import FlowLayout

#: How many tags are offered; those that are chosen stay whatever their number.
_MOST = 12


class TagChips(QWidget):
    """Offers the tags in use; ``chosen`` is emitted after the choice changed."""

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._chips: dict[str, QPushButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def tags(self) -> tuple[str, ...]:
        """Return the tags that are chosen."""
        return tuple(tag for tag, chip in self._chips.items() if chip.isChecked())

    def show_tags(self, tags: list[tuple[str, int]]) -> None:
        """Offer tags, each with how often it is used; one that is gone is chosen no more."""
        before = self.tags()
        wanted = [tag for place, (tag, _) in enumerate(tags) if place < _MOST or tag in before]
        if wanted != list(self._chips):
            self._flow.clear()
            self._chips = {}
            for tag in wanted:
                # A "&" would be taken for the mark of a key.
                chip = button(caption(tag), self.chosen.emit, kind="chip", name=tag)
                chip.setCheckable(True)
                chip.setChecked(tag in before)
                self._chips[tag] = chip
                self._flow.addWidget(chip)
        self.setVisible(bool(wanted))
        if self.tags() != before:
            self.chosen.emit()

    def clear_choice(self) -> None:
        """Choose no tag."""
        if self.tags():
            for chip in self._chips.values():
                chip.setChecked(False)
            self.chosen.emit()
