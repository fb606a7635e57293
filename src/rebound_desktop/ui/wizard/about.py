"""Page 4: what it was about. The person sorts; the program asserts nothing."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import Basis, Control, ReasonCode
from rebound_desktop.models import words
from rebound_desktop.store import changes, rejections
from rebound_desktop.store.tables import Reason
from rebound_desktop.ui.widgets.buttons import button, show_checked
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.wizard.rows import side_by_side
from rebound_desktop.ui.wizard.session import Session
from rebound_desktop.ui.wizard.step_page import StepPage


class AboutPage(StepPage):
    """Reasons as chips; each chosen one is told or a guess, and mine to change or not."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Step.ABOUT,
            self.tr("What was it about?"),
            self.tr(
                "It is rarely personal, but you know best. Choose what may have played a part, "
                "or nothing."
            ),
        )
        self.chips: dict[str, QPushButton] = {}
        chips = QWidget()
        chips.setAccessibleName(self.tr("Possible reasons"))
        flow = FlowLayout(chips)
        for code in words.values("reason"):
            if code == ReasonCode.OTHER:
                continue
            chip = button(words.word("reason", code), kind="chip")
            chip.setCheckable(True)
            chip.toggled.connect(lambda _chosen, code=code: self._toggle(code))
            self.chips[code] = chip
            flow.addWidget(chip)
        self.column.addWidget(chips)
        self.own = QLineEdit()
        self.own.setPlaceholderText(self.tr("In your own words"))
        self.add_button = button(self.tr("Add"), self._settle_own, name=self.tr("Add this reason"))
        self.column.addLayout(
            side_by_side((Field(self.tr("Another reason"), self.own), 1), action=self.add_button)
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)
        self._own_id = 0  # the reason that is being typed
        session.autosave.watch(self.own, self._save_own)

    def load(self) -> None:
        clear(self._rows)
        chosen = rejections.reasons(self.session.rejection_id)
        codes = {each.code for each in chosen}
        for code, chip in self.chips.items():
            show_checked(chip, code in codes)
        # In the order in which they were chosen, so that rows do not jump when one is changed.
        for reason in sorted(chosen, key=lambda each: int(each.id)):
            if reason.id != self._own_id:
                self._rows.addWidget(self._row(reason))

    def first_field(self) -> QWidget:
        return next(iter(self.chips.values()))

    def enter(self) -> bool:
        if not (self.is_in(self.own) and self.own.text().strip()):
            return False
        self._settle_own()
        return True

    def leave(self) -> None:
        super().leave()
        self._own_id = 0
        self.session.autosave.fill(self.own, "")

    def _row(self, reason: Reason) -> Card:
        name = reason.label or words.word("reason", reason.code)
        card = Card(kind="raised")
        card.setAccessibleName(name)
        card.column.setContentsMargins(12, 8, 12, 8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(name, "strong", wrap=True), 1)
        basis = ChoiceEdit([(each, words.word("basis", each)) for each in Basis], reason.basis)
        basis.set_name(self.tr("{reason}: told or guessed").format(reason=name))
        control = ChoiceEdit(
            [(each, words.word("control", each)) for each in Control], reason.control
        )
        control.set_name(self.tr("{reason}: mine to change").format(reason=name))
        number, code, label = self.session.rejection_id, reason.code, reason.label

        def save(_value: str) -> None:
            rejections.set_reason(
                number, code, basis=basis.value(), control=control.value(), label=label
            )

        basis.chosen.connect(save)
        control.chosen.connect(save)
        row.addWidget(basis)
        row.addWidget(control)
        if code == ReasonCode.OTHER:
            row.addWidget(
                button(
                    self.tr("Remove"),
                    lambda: self._remove(int(reason.id)),
                    kind="link",
                    name=self.tr("Remove {reason}").format(reason=name),
                )
            )
        card.column.addLayout(row)
        return card

    def _toggle(self, code: str) -> None:
        number = self.session.rejection_id
        there = next((each for each in rejections.reasons(number) if each.code == code), None)
        if there is None:
            rejections.set_reason(number, code)
        else:
            rejections.remove_reason(there.id)
        self.load()

    def _remove(self, reason_id: int) -> None:
        rejections.remove_reason(reason_id)
        self.load()
        self.own.setFocus()

    def _save_own(self, text: str) -> None:
        number = self.session.rejection_id
        with changes.write("Set reason", merge=f"rejection-{number}-own-reason"):
            if self._own_id:
                rejections.remove_reason(self._own_id)
                self._own_id = 0
            if text.strip():
                self._own_id = rejections.set_reason(number, ReasonCode.OTHER, label=text).id

    def _settle_own(self) -> None:
        self.session.autosave.flush()
        self._own_id = 0
        self.session.autosave.fill(self.own, "")
        self.load()
        self.own.setFocus()
