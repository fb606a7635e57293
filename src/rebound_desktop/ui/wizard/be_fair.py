"""Page 2: what one would say to a friend, and leave to stop for today."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.followups import next_working_day
from rebound_desktop.core.reflection import Step, is_fresh
from rebound_desktop.models import words
from rebound_desktop.store import reflections
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.wizard.session import Session
from rebound_desktop.ui.wizard.step_page import StepPage


class BeFairPage(StepPage):
    """One to three lines to a friend. ``enough`` asks to stop here, ``go_on`` to continue."""

    enough = Signal()
    go_on = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Step.BE_FAIR,
            self.tr("Be fair to yourself"),
            self.tr("One to three lines. Or none; this page can stay empty."),
        )
        self.to_a_friend = TextArea(lines=3)
        self.to_a_friend.installEventFilter(self)
        self.column.addWidget(
            Field(
                self.tr("A friend gets this news. What is the first thing you would say?"),
                self.to_a_friend,
                hint=self.tr("It is as true for you."),
            )
        )
        self.column.addSpacing(10)
        self._when = PlainLabel("", "second", wrap=True)
        self.column.addWidget(self._when)
        self.enough_button = button(self.tr("Enough for today"), self._stop)
        self.go_on_button = button(self.tr("Keep going"), self.go_on.emit)
        pair = QGridLayout()
        pair.setHorizontalSpacing(12)
        for place, each in enumerate((self.enough_button, self.go_on_button)):
            each.setMinimumHeight(48)
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            pair.addWidget(each, 0, place)
            pair.setColumnStretch(place, 1)
        self.column.addLayout(pair)
        self.remind = QCheckBox()
        self.column.addWidget(self.remind)
        self.column.addStretch(1)
        session.autosave.watch(
            self.to_a_friend, lambda text: session.save_answer("to_a_friend", text)
        )

    def load(self) -> None:
        session = self.session
        session.autosave.fill(self.to_a_friend, session.answer("to_a_friend"))
        today = clock.today()
        fresh = session.rejection is not None and is_fresh(session.rejection.on_date, today)
        self._when.setText(
            self.tr("The news is new. Stopping here is a good choice; the rest keeps.")
            if fresh
            else self.tr("Stop here or go on, as you like; both are fine.")
        )
        self._mark_default(self.enough_button if fresh else self.go_on_button)
        self.remind.setText(
            self.tr("Remind me on {day}").format(day=words.long_day(next_working_day(today)))
        )
        self.remind.setChecked(fresh)

    def _mark_default(self, chosen: QWidget) -> None:
        for each in (self.enough_button, self.go_on_button):
            each.setProperty("kind", "primary" if each is chosen else "")
            each.style().unpolish(each)
            each.style().polish(each)
        self._stops_by_default = chosen is self.enough_button

    def first_field(self) -> QWidget:
        return self.to_a_friend

    def enter(self) -> bool:
        if self._stops_by_default:
            self._stop()
        return self._stops_by_default

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # In the empty field Enter does what it does on the page; in a text it starts a line.
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not self.to_a_friend.toPlainText()
        ):
            if not self.enter():
                self.go_on.emit()
            return True
        return super().eventFilter(watched, event)

    def _stop(self) -> None:
        self.session.autosave.flush()
        number = self.session.reflection_id
        if self.remind.isChecked():
            day = next_working_day(clock.today())
            reflections.put_off(number, day)
            reflections.remind(
                number,
                day,
                self.tr("Go on after the news from {company}").format(company=self.session.company),
            )
        else:
            reflections.forget_reminder(number)
        self.enough.emit()
