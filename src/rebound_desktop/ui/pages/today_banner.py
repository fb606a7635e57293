"""The reflections that wait to go on, at the top of Today."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.models import words
from rebound_desktop.store.tables import Reflection
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.text import PlainLabel

#: How many further reflections are named; the others come as these are taken up or put off.
_MORE = 5


class ReflectionBanner(Card):
    """Offers to go on with the newest reflection that waits, and names the others.

    ``continue_asked`` carries the id of a rejection, ``put_off_asked`` that of a reflection.
    """

    continue_asked = Signal(int)
    put_off_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="banner", parent=parent)
        self._rejection_id = 0
        self._reflection_id = 0
        self._title = PlainLabel("", "heading", wrap=True)
        self._where = PlainLabel("", "smallSecond", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(self._title)
        texts.addWidget(self._where)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(texts, 1)
        self.not_today = button(
            self.tr("Not today"), lambda: self.put_off_asked.emit(self._reflection_id)
        )
        self.go_on = button(
            self.tr("Continue"),
            lambda: self.continue_asked.emit(self._rejection_id),
            kind="primary",
        )
        row.addWidget(self.not_today)
        row.addWidget(self.go_on)
        self.column.addLayout(row)
        self._others = QWidget()
        self._links = FlowLayout(self._others, gap=4)
        self.column.addWidget(self._others)

    def show_waiting(self, waiting: list[Reflection]) -> None:
        """Show these reflections, the newest first; hide the banner where there is none."""
        self.setVisible(bool(waiting))
        if not waiting:
            return
        newest = waiting[0]
        application = newest.rejection.application
        self._rejection_id = newest.rejection_id
        self._reflection_id = newest.id
        self._title.setText(
            self.tr("Your reflection on {company} is waiting").format(company=application.company)
        )
        self.setAccessibleName(self._title.text())
        stopped = self.tr(
            "you stopped at step {number} of 9, “{step}”. Take it up whenever you like."
        ).format(number=newest.page, step=words.word("step", str(newest.page)))
        self._where.setText(" · ".join(each for each in (application.role, stopped) if each))
        self._show_others(waiting[1:])

    def _show_others(self, others: list[Reflection]) -> None:
        self._links.clear()
        self._others.setVisible(bool(others))
        if not others:
            return
        self._links.addWidget(
            PlainLabel(self.tr("and {count} more:").format(count=len(others)), "smallSecond")
        )
        for each in others[:_MORE]:
            company = str(each.rejection.application.company)
            link = button(
                company,
                partial(self.continue_asked.emit, each.rejection_id),
                kind="smallLink",
                name=self.tr("Continue the reflection on {company}").format(company=company),
            )
            self._links.addWidget(link)
