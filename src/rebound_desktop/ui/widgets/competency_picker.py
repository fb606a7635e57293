"""Choosing the competencies of a story: chips, a field with suggestions, and a menu."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rebound_desktop.core.competencies import NAMES
from rebound_desktop.core.plain_text import folded, one_line
from rebound_desktop.core.vocabulary import Framework
from rebound_desktop.models.words import word
from rebound_desktop.store.competencies import MOST, Label
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button, caption
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.kept_line import KeptLine
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.widgets.tips import set_tip


class CompetencyPicker(QWidget):
    """Up to four competencies; ``changed`` is emitted with the new list of labels."""

    changed = Signal(list)

    def __init__(
        self, labels: Iterable[Label], own: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._labels = list(labels)
        self._own = list(own)
        self._offered: dict[str, Label] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        chips = QWidget()
        self._flow = FlowLayout(chips)
        self._chips = chips
        column.addWidget(chips)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = KeptLine()
        self.field.setAccessibleName(self.tr("Add a competency"))
        self.field.enter_with(self._take)
        row.addWidget(self.field, 1)
        self.choose = button(self.tr("Choose…"), name=self.tr("Choose competencies"))
        row.addWidget(self.choose)
        column.addLayout(row)
        self._full = PlainLabel(
            self.tr("Four is the most a story carries; remove one to add another."), "small"
        )
        column.addWidget(self._full)
        self._suggest()
        self._make_menu()
        self._show()

    def labels(self) -> list[Label]:
        """Return the chosen competencies in their order."""
        return list(self._labels)

    def enter(self) -> None:
        """Add what is still being typed, as before a form is saved."""
        self._take()

    def kept_value(self) -> object:
        """Return what is chosen and typed, for the draft of a form."""
        return {"labels": [list(each) for each in self._labels], "typed": self.field.text()}

    def put_kept(self, value: object) -> None:
        """Show what was kept."""
        if isinstance(value, dict):
            self._labels = [(str(each[0]), str(each[1])) for each in value.get("labels", ())]
            self._show()
            self.field.setText(str(value.get("typed", "")))

    def kept_text(self) -> str:
        """Return what is still being typed, as for the clipboard."""
        return self.field.text()

    def add(self, label: Label) -> None:
        """Add a competency; one that is there already is not added again."""
        known = [(framework, folded(name)) for framework, name in self._labels]
        if len(self._labels) < MOST and (label[0], folded(label[1])) not in known:
            self._labels.append(label)
            self._show()
            self.changed.emit(self.labels())

    def remove(self, label: Label) -> None:
        """Take a competency away."""
        self._labels.remove(label)
        self._show()
        self.changed.emit(self.labels())
        self.field.setFocus()

    def _show(self) -> None:
        self._flow.clear()
        for label in self._labels:
            chip = button(
                caption(label[1]),
                partial(self.remove, label),
                kind="chip",
                name=self.tr("Remove {name}").format(name=label[1]),
            )
            chip.setIcon(theme().icon("close"))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            set_tip(chip, self.tr("Remove {name}").format(name=label[1]))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._labels))
        full = len(self._labels) >= MOST
        self._full.setVisible(full)
        self.field.setDisabled(full)
        self.choose.setDisabled(full)
        self.field.setPlaceholderText(self.tr("Type one, or choose"))

    def _suggest(self) -> None:
        for framework, names in self._groups():
            for name in names:
                shown = self.tr("{name} – {framework}").format(
                    name=name, framework=word("framework", framework)
                )
                self._offered[shown] = (framework, name)
        completer = QCompleter(QStringListModel(list(self._offered), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # The completer writes its text into the field only after this signal.
        completer.activated.connect(lambda _text: QTimer.singleShot(0, self, self._take))
        self.field.setCompleter(completer)

    def _make_menu(self) -> None:
        menu = QMenu(self)
        for framework, names in self._groups():
            inside = menu.addMenu(word("framework", framework))
            for name in names:
                action = inside.addAction(caption(name))
                action.triggered.connect(
                    lambda _checked=False, label=(str(framework), name): self.add(label)
                )
        self.choose.setMenu(menu)

    def _groups(self) -> list[tuple[Framework, Iterable[str]]]:
        own = [(Framework.OWN, self._own)] if self._own else []
        return [*own, *NAMES.items()]

    def _take(self) -> None:
        """Add what stands in the field: a suggestion, a known name, or the person's own."""
        text = one_line(self.field.text())
        if not text:
            return
        label = self._offered.get(text)
        if label is None:
            same = (each for each in self._offered.values() if folded(each[1]) == folded(text))
            label = next(same, (Framework.OWN, text))
        self.add((str(label[0]), label[1]))
        self.field.clear()
