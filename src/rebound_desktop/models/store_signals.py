"""The store's announcements as Qt signals."""

from PySide6.QtCore import QObject, Signal

from rebound_desktop.store import changes, presence


class StoreSignals(QObject):
    """Emits ``changed`` with a ``changes.Change`` after every write of this program.

    ``taken_away`` comes when the store's file was found gone, ``put_back`` when it was written
    back to its place.
    """

    changed = Signal(object)
    taken_away = Signal()
    put_back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stops = [changes.listen(self.changed.emit), presence.listen(self._tell)]

    def stop(self) -> None:
        """End the announcements, as before the store is closed for good."""
        for each in self._stops:
            each()

    def _tell(self, is_back: bool) -> None:
        (self.put_back if is_back else self.taken_away).emit()
