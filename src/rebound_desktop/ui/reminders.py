"""Tells what became due: a line in the window, and a notification where there is a tray."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rebound_desktop.desktop.settings import Settings

_KEY = "reminder"


class Reminders(QObject):
    """Looks when it is asked to, and tells at most once each time.

    ``notify`` shows a sentence outside the window, where the system has a place for that.
    ``show_asked`` when the person wants to see what is due.
    """

    show_asked = Signal()

    def __init__(
        self, settings: Settings, notify: Callable[[str], object], window: QWidget
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._notify = notify
        self._window = window
        self._told: set[int] = set()

    def look(self) -> None:
        """Tell what became due since the last look, over however many days."""
        values = self._settings.values
        if not values.reminders:
            return
        from rebound_desktop.core import clock
        from rebound_desktop.core.reminders import reminder
        from rebound_desktop.models import reminder_words
        from rebound_desktop.store import reminding
        from rebound_desktop.store.errors import NotSavedError
        from rebound_desktop.ui.widgets.notices import Notices

        now = clock.now_local()
        found = reminder(now, reminding.untold(now.date()), values.reminder_hours())
        if found is None:
            return
        # Noted first: a reminder that is not noted would come again each minute.
        try:
            reminding.note_told(found.things)
        except NotSavedError:
            return
        self._told |= {each.id for each in found.things}
        Notices.of(self._window).tell(
            _KEY,
            reminder_words.sentence(found, names=True),
            (self.tr("Show"), self._show),
        )
        self._notify(reminder_words.sentence(found, names=values.reminder_names))

    def follow_changes(self) -> None:
        """Take the line away once nothing that it told of is due any more."""
        if not self._told:
            return
        from rebound_desktop.store import reminding

        if not reminding.still_due(self._told):
            self._drop()

    def _show(self) -> None:
        self._drop()
        self.show_asked.emit()

    def _drop(self) -> None:
        from rebound_desktop.ui.widgets.notices import Notices

        self._told = set()
        Notices.of(self._window).drop(_KEY)
