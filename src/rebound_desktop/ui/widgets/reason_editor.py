"""Choosing reasons: chips, and for each chosen one whether it was told and whose it is."""

from dataclasses import asdict

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.reasons import usual_control
from rebound_desktop.core.vocabulary import Basis, ReasonCode
from rebound_desktop.models.words import values, word
from rebound_desktop.store.rejection_entry import ReasonChoice
from rebound_desktop.ui.widgets.buttons import button, caption
from rebound_desktop.ui.widgets.fields import ChoiceEdit
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.text import PlainLabel

#: A reason is one of a code, and of a label where the person named it.
_Key = tuple[str, str]


class ReasonEditor(QWidget):
    """Edits the reasons of one rejection; ``changed`` after each change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        chips = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        self._flow = FlowLayout(chips)
        column.addWidget(chips)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column.addLayout(self._rows)
        own = QHBoxLayout()
        own.setSpacing(8)
        self.own = _OwnReason()
        self.own.setPlaceholderText(self.tr("Another reason, in a few words"))
        self.own.setAccessibleName(self.tr("Another reason"))
        self.own.entered.connect(self._add_own)
        own.addWidget(self.own, 1)
        own.addWidget(button(self.tr("Add reason"), self._add_own))
        column.addLayout(own)
        self._chips: dict[_Key, QPushButton] = {}
        self._chosen: dict[_Key, _Row] = {}
        for code in values("reason"):
            if code != ReasonCode.OTHER:
                self._add_chip((code, ""))

    def choices(self) -> tuple[ReasonChoice, ...]:
        """Return the chosen reasons; one that is still being typed counts too."""
        typed = self.own.text().strip()
        key = (str(ReasonCode.OTHER), typed)
        chosen = tuple(row.choice() for row in self._chosen.values())
        if not typed or key in self._chosen:
            return chosen
        return (*chosen, ReasonChoice(*_said(key), label=typed))

    def set_choices(self, choices: tuple[ReasonChoice, ...]) -> None:
        """Show these reasons as the chosen ones."""
        for key in list(self._chosen):
            self._chips[key].setChecked(False)
        for each in choices:
            key = (each.code, each.label)
            if key not in self._chips:
                self._add_chip(key)
            self._chips[key].setChecked(True)
            self._chosen[key].set_choice(each)

    def kept_value(self) -> object:
        """Return what is chosen and typed, for the draft of a form."""
        chosen = [asdict(row.choice()) for row in self._chosen.values()]
        return {"chosen": chosen, "typed": self.own.text()}

    def put_kept(self, value: object) -> None:
        """Show what was kept."""
        if isinstance(value, dict):
            self.set_choices(tuple(ReasonChoice(**each) for each in value.get("chosen", ())))
            self.own.setText(str(value.get("typed", "")))

    def kept_text(self) -> str:
        """Return the reasons in the person's own words, as for the clipboard."""
        return "\n".join(filter(None, (each.label for each in self.choices())))

    def _add_chip(self, key: _Key) -> None:
        chip = button(caption(_name(key)), kind="chip")
        chip.setCheckable(True)
        chip.toggled.connect(lambda on: self._toggle(key, on))
        self._chips[key] = chip
        self._flow.addWidget(chip)

    def _toggle(self, key: _Key, on: bool) -> None:
        if on and key not in self._chosen:
            row = _Row(key, self)
            row.changed.connect(self.changed)
            self._chosen[key] = row
            self._rows.addWidget(row)
            row.show()
        elif not on and key in self._chosen:
            row = self._chosen.pop(key)
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.changed.emit()

    def _add_own(self) -> None:
        label = " ".join(self.own.text().split())
        if not label:
            self.own.setFocus()
            return
        self.own.clear()
        key = (str(ReasonCode.OTHER), label)
        if key not in self._chips:
            self._add_chip(key)
        self._chips[key].setChecked(True)


class _OwnReason(QLineEdit):
    """A line in which Enter adds the reason and does not press the dialog's button."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
            return
        super().keyPressEvent(event)


class _Row(QWidget):
    changed = Signal()

    def __init__(self, key: _Key, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        code, basis, control = _said(key)
        self._basis = ChoiceEdit([(each, word("basis", each)) for each in values("basis")], basis)
        self._control = ChoiceEdit(
            [(each, word("control", each)) for each in values("control")], control
        )
        name = _name(key)
        self._basis.set_name(self.tr("{reason}: how you know").format(reason=name))
        self._control.set_name(self.tr("{reason}: whose it is").format(reason=name))
        for each in (self._basis, self._control):
            each.chosen.connect(lambda _value: self.changed.emit())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.addWidget(PlainLabel(name, wrap=True), 0, 0)
        grid.addWidget(self._basis, 0, 1)
        grid.addWidget(self._control, 0, 2)
        for place, share in enumerate((4, 3, 3)):
            grid.setColumnStretch(place, share)

    def choice(self) -> ReasonChoice:
        return ReasonChoice(
            self._key[0], self._basis.value(), self._control.value(), label=self._key[1]
        )

    def set_choice(self, choice: ReasonChoice) -> None:
        self._basis.set_value(choice.basis)
        self._control.set_value(choice.control)


def _said(key: _Key) -> tuple[str, str, str]:
    """Return what is assumed of a reason that was just chosen: code, basis and control."""
    return key[0], Basis.GUESS, usual_control(key[0])


def _name(key: _Key) -> str:
    return key[1] or word("reason", key[0])
