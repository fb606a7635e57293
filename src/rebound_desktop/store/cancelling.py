"""Work that a person may call off while it is being done beside the window."""

from threading import Event

from rebound_desktop.store.errors import CancelledError


class Cancel:
    """A wish to stop: one thread has it, and the one that works looks for it now and then."""

    def __init__(self) -> None:
        self._wish = Event()

    def ask(self) -> None:
        """Wish that the work stops at the next place where it can."""
        self._wish.set()

    def look(self) -> None:
        """Raise CancelledError where it is wished that the work stops.

        Called where all that was done so far can be taken back.
        """
        if self._wish.is_set():
            raise CancelledError("Cancelled. Your records are as they were.")
