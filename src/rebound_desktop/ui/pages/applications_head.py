"""The head of the page Applications: how the plan stands, the search, and the choice of a view."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rebound_desktop.core.plan_health import PlanHealth
from rebound_desktop.models.plan_words import health_sentence, missing_sentence, share_sentence
from rebound_desktop.ui.pages.page import search_field
from rebound_desktop.ui.widgets.text import Pill, PlainLabel
from rebound_desktop.ui.widgets.tips import set_tip
from rebound_desktop.ui.widgets.view_switch import ViewSwitch

BOARD, TABLE = "board", "table"


class ApplicationsHead(QWidget):
    """The line with the title, and what stands below it where one line is too short.

    ``title`` and ``new`` are the page's own, at the two ends.
    """

    def __init__(self, title: QWidget, new: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = (title, new)
        self._health = PlanHealth(0, 0, "", 0, 0)
        self._any = False
        self.in_process = Pill("", "good")
        self.without_next = Pill("", "due")
        self.search = search_field(
            self.tr("Filter by company, role, words…"), self.tr("Filter applications")
        )
        self.switch = ViewSwitch(
            self.tr("View"), [(BOARD, self.tr("Board")), (TABLE, self.tr("Table"))]
        )
        self.sentence = PlainLabel("", "smallSecond", wrap=True)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(12)
        for each in (title, self.in_process, self.without_next):
            self._first.addWidget(each)
        self._first.addStretch(1)
        self._first.addWidget(self.search, 1)
        self._first.addWidget(self.switch)
        self._first.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._first)
        column.addLayout(self._second)
        column.addWidget(self.sentence)

    def show_plan(self, health: PlanHealth, *, has_any: bool) -> None:
        """Show how the plan stands; nothing of it where there is no application yet."""
        self._health, self._any = health, has_any
        self.in_process.setText(self.tr("{n} in process").format(n=health.open))
        without = health.open - health.dated
        self.without_next.setText(self.tr("{n} without a next step").format(n=without))
        said = health_sentence(health)
        for pill in (self.in_process, self.without_next):
            set_tip(pill, said)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Use a second line where one is too short for a width in pixels, and a sentence where
        there is no room for the pills; the sentence says it all.
        """
        gap = self._first.spacing()
        moving = (self.search, self.switch)
        room = width - gap - sum(_width(each) + gap for each in (*self._ends, *moving))
        row, other = (self._first, self._second) if room >= 0 else (self._second, self._first)
        if row.indexOf(self.search) < 0:
            for each in moving:
                other.removeWidget(each)
            place = max(0, row.indexOf(self._ends[1]))
            row.insertWidget(place, self.search, 1)
            row.insertWidget(place + 1, self.switch)
        plan = self._health
        fits = room >= _width(self.in_process) + _width(self.without_next) + 2 * gap
        self.in_process.setVisible(fits and plan.open > 0)
        self.without_next.setVisible(fits and plan.dated < plan.open)
        besides = " ".join(filter(None, (share_sentence(plan), missing_sentence(plan))))
        self.sentence.setText(besides if fits else health_sentence(plan))
        self.sentence.setVisible(self._any and bool(self.sentence.text()))


def _width(widget: QWidget) -> int:
    """Return the least width at which a widget shows all of its text, in pixels."""
    return widget.minimumWidth() if isinstance(widget, QLineEdit) else widget.sizeHint().width()
