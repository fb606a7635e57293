"""The applications that have gone quiet, on Today."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import quiet
from rebound_desktop.ui.pages.quiet_offer import QuietOffer
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.text import PlainLabel

#: How many are offered at once; the others come as these are settled.
_MOST = 2


class QuietCard(Card):
    """Offers what to do where nothing was heard for long; hidden where there is nothing.

    ``said`` carries a sentence for the status bar, ``reflect_asked`` the id of a rejection,
    ``more_asked`` that the other ones are wanted.
    """

    said = Signal(str)
    reflect_asked = Signal(int)
    more_asked = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Gone quiet"), parent=parent)
        self._settings = settings
        self._offers = [QuietOffer(settings) for _ in range(_MOST)]
        self.column.setSpacing(12)
        for each in self._offers:
            each.said.connect(self.said)
            each.reflect_asked.connect(self.reflect_asked)
            self.column.addWidget(each)
        self._more = PlainLabel("", "smallSecond", wrap=True)
        self.column.addWidget(self._more)
        self.open_page = button(self.tr("Applications"), self.more_asked.emit, kind="link")
        self.action_row.addWidget(self.open_page)

    def refresh(self) -> None:
        """Show the longest silences."""
        found = quiet.quiet_ones(self._settings.values.patience())
        for place, offer in enumerate(self._offers):
            offer.show_quiet(found[place] if place < len(found) else None)
        rest = len(found) - _MOST
        self._more.setText(self.tr("And {count} more.").format(count=rest))
        self._more.setVisible(rest > 0)
        self.setVisible(bool(found))
