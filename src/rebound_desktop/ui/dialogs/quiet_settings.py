"""After how many days of silence something is offered, as a part of the settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from rebound_desktop.desktop.settings import QUIET_DAYS, Values
from rebound_desktop.ui.widgets.fields import Field, number_edit
from rebound_desktop.ui.widgets.text import PlainLabel


class QuietSettings(QWidget):
    """Four numbers of days; ``changed`` after one of them did."""

    changed = Signal()

    def __init__(self, values: Values, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(PlainLabel(self.tr("When it goes quiet"), "label"), 0, 0, 1, 2)
        self._days: dict[str, QSpinBox] = {}
        for place, (name, label) in enumerate(
            (
                ("quiet_applied", self.tr("Application: quiet after")),
                ("quiet_applied_close", self.tr("Application: offer to close after")),
                ("quiet_met", self.tr("Interview: quiet after")),
                ("quiet_met_close", self.tr("Interview: offer to close after")),
            )
        ):
            days = number_edit(QUIET_DAYS, getattr(values, name))
            days.setSuffix(self.tr(" days"))
            self._days[name] = days
            grid.addWidget(Field(label, days), 1 + place // 2, place % 2)
            days.valueChanged.connect(lambda _days: self.changed.emit())
        hint = self.tr(
            "An interview counts from the day of an answer that was promised. "
            "Nothing closes by itself."
        )
        grid.addWidget(PlainLabel(hint, "small", wrap=True), 3, 0, 1, 2)

    def take(self, values: Values) -> None:
        """Write the numbers into the settings; closing is never offered before it is quiet."""
        for name, days in self._days.items():
            setattr(values, name, days.value())
        values.quiet_applied_close = max(values.quiet_applied, values.quiet_applied_close)
        values.quiet_met_close = max(values.quiet_met, values.quiet_met_close)
