"""How letters are drafted, as a part of the settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.desktop.settings import Values
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field


class LetterSettings(QWidget):
    """The tone, how days are spelled, and the room in a connection note.

    ``changed`` after one of them did; ``templates_asked`` for the texts themselves.
    """

    changed = Signal()
    templates_asked = Signal()

    def __init__(self, values: Values, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.tone = ChoiceEdit(
            [("formal", self.tr("Formal")), ("friendly", self.tr("Friendly"))], values.letter_tone
        )
        self.dates = ChoiceEdit(
            [
                ("system", self.tr("Like the system")),
                ("british", self.tr("20 November 2026")),
                ("american", self.tr("November 20, 2026")),
            ],
            values.letter_dates,
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Field(self.tr("Tone of your letters"), self.tone), 1)
        row.addWidget(Field(self.tr("Dates in letters"), self.dates), 1)
        column.addLayout(row)
        self.linkedin_limit = ChoiceEdit(
            [
                ("200", self.tr("200 characters (free account)")),
                ("300", self.tr("300 characters (paid account)")),
            ],
            str(values.linkedin_limit),
        )
        column.addWidget(
            Field(self.tr("Length of a LinkedIn connection note"), self.linkedin_limit)
        )
        line = QHBoxLayout()
        line.addWidget(button(self.tr("Letter templates…"), self.templates_asked.emit))
        line.addStretch(1)
        column.addLayout(line)
        for each in (self.tone, self.dates, self.linkedin_limit):
            each.chosen.connect(lambda _value: self.changed.emit())

    def take(self, values: Values) -> None:
        """Write the choices into the settings."""
        values.letter_tone = self.tone.value()
        values.letter_dates = self.dates.value()
        values.linkedin_limit = int(self.linkedin_limit.value())
