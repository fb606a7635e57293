"""The quiet offer of a weekly look, on Today. It is there only where somebody switched it on."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.weekly_look import next_week
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.text import PlainLabel


class WeekOffer(Card):
    """Offers the look, now or later or not this week; ``said`` when it comes next."""

    look_asked = Signal()
    put_off = Signal(object)  # to a date

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(kind="raised", parent=parent)
        self._settings = settings
        self.setAccessibleName(self.tr("Two minutes for the week?"))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(PlainLabel(self.tr("Two minutes for the week?"), "strong", wrap=True))
        texts.addWidget(
            PlainLabel(
                self.tr("What you did, what is open, and one small plan."),
                "smallSecond",
                wrap=True,
            )
        )
        self.column.addLayout(texts)
        choices = QWidget()
        row = FlowLayout(choices, gap=8)
        self.now = button(self.tr("Look now"), self.look_asked.emit)
        self.later = button(self.tr("Later"), self._take_later)
        self.skip = button(self.tr("Not this week"), self.take_week)
        for each in (self.now, self.later, self.skip):
            row.addWidget(each)
        self.column.addWidget(choices)
        self.hide()

    def refresh(self) -> None:
        """Show the offer where it is wanted and its day has come."""
        values = self._settings.values
        self.setVisible(
            values.weekly_look and clock.today().isoformat() >= values.weekly_look_after
        )

    def take_week(self) -> None:
        """Be done with this week."""
        self._wait_until(next_week(self._settings.values.weekly_look_day, clock.today()))

    def _take_later(self) -> None:
        self._wait_until(clock.today() + timedelta(days=1))

    def _wait_until(self, day: date) -> None:
        self._settings.values.weekly_look_after = day.isoformat()
        self._settings.save()
        self.refresh()
        self.put_off.emit(day)
