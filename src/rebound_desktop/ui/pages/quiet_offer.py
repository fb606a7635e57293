"""What can be done where an application has gone quiet: nudge, keep waiting, or close it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rebound_desktop.core.quiet import Offer
from rebound_desktop.core.vocabulary import Outcome
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.quiet_words import quiet_sentence
from rebound_desktop.models.words import near_day
from rebound_desktop.store import nudging, quiet
from rebound_desktop.store.quiet import Quiet
from rebound_desktop.ui.dialogs.closing_dialog import ask_how_it_ended
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.text import PlainLabel


class QuietOffer(QWidget):
    """A sentence on one silence, with what can be done; nothing happens by itself.

    ``said`` carries a sentence for the status bar, ``reflect_asked`` the id of a rejection.
    """

    said = Signal(str)
    reflect_asked = Signal(int)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._quiet: Quiet | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.sentence = PlainLabel("", wrap=True)
        column.addWidget(self.sentence)
        actions = QWidget()
        flow = FlowLayout(actions)
        self.nudge = button(self.tr("Nudge"), self._nudge)
        self.wait = button(self.tr("Keep waiting"), self._wait)
        self.close_it = button(self.tr("Close as no reply…"), self._close)
        for each in (self.nudge, self.wait, self.close_it):
            flow.addWidget(each)
        column.addWidget(actions)

    def show_quiet(self, found: Quiet | None) -> None:
        """Show a silence; None hides the offer."""
        self._quiet = found
        self.setVisible(found is not None)
        if found is None:
            return
        company = found.company
        sentence = quiet_sentence(company, found.silence)
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.close_it.setVisible(found.silence.offer is not Offer.NUDGE)
        for control, text in (
            (self.nudge, self.tr("Nudge {company}")),
            (self.wait, self.tr("Keep waiting for {company}")),
            (self.close_it, self.tr("Close {company} as no reply")),
        ):
            control.setAccessibleName(text.format(company=company))

    def _nudge(self) -> None:
        if self._quiet is None:
            return
        title = self.tr("Ask {company} how it stands").format(company=self._quiet.company)
        nudging.plan_nudge(self._quiet.application_id, title, self._settings.values.name)
        self.said.emit(self.tr("A draft is on today's list, ready to copy."))

    def _wait(self) -> None:
        if self._quiet is None:
            return
        until = quiet.keep_waiting(self._quiet.application_id)
        self.said.emit(
            self.tr("Waiting on. It comes up again on {day}.").format(day=near_day(until))
        )

    def _close(self) -> None:
        if self._quiet is not None:
            ask_how_it_ended(
                self._quiet.application_id,
                self.window(),
                say=self.said.emit,
                reflect=self.reflect_asked.emit,
                outcome=Outcome.NO_REPLY,
            )
