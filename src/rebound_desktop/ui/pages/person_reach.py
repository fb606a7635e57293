"""How to reach a person, how well they are known, and who introduced them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rebound_desktop.models.people_table import shown_name
from rebound_desktop.models.words import word
from rebound_desktop.store import people
from rebound_desktop.store.tables import Person
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.text import ElidedLabel, PlainLabel


class PersonReach(QWidget):
    """Lines of a label, a text and a button.

    Asks upward as a page does: ``copy_asked``, ``record_asked``.
    """

    copy_asked = Signal(str, str)
    record_asked = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[object] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self._no_way = PlainLabel(self.tr("No way to reach them is noted yet."), "second")
        column.addWidget(self._no_way)

    def show_person(self, person: Person) -> None:
        """Show a person; lines that say the same as before stay as they are."""
        ways = [(kind, str(getattr(person, kind))) for kind in ("email", "phone", "link")]
        ways += [(str(each.kind), str(each.text)) for each in people.addresses_of(person.id)]
        ways = [each for each in ways if each[1]]
        by = people.get(person.introduced_by_id) if person.introduced_by_id else None
        name = shown_name(str(by.name)) if by is not None else ""
        shown: list[object] = [*ways, str(person.known), name, person.introduced_by_id]
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        for kind, text in ways:
            label = word("address", kind)
            self._add(
                label,
                text,
                self.tr("Copy"),
                self.tr("Copy: {what}").format(what=label),
                partial(self.copy_asked.emit, text, label),
            )
        if person.known:
            self._add(self.tr("Known"), word("known", str(person.known)))
        if by is not None:
            self._add(
                self.tr("Introduced by"),
                name,
                self.tr("Open"),
                self.tr("Open {name}").format(name=name),
                partial(self.record_asked.emit, "people", int(by.id)),
            )
        self._no_way.setVisible(not ways)

    def _add(
        self,
        label: str,
        text: str,
        action: str = "",
        name: str = "",
        done: Callable[[], None] | None = None,
    ) -> None:
        row = self._grid.rowCount()
        shown = ElidedLabel(text)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line: list[QWidget] = [PlainLabel(label, "smallSecond"), shown]
        if action:
            line.append(button(action, done, kind="link", name=name))
        for place, widget in enumerate(line):
            self._grid.addWidget(widget, row, place)
            widget.show()  # at once, so that the line can be reached by the keyboard

    def _clear(self) -> None:
        clear(self._grid)
