"""The store's announcements as a Qt signal."""

from PySide6.QtCore import QObject, Signal

from rebound_desktop.store import changes


class StoreSignals(QObject):
    """Emits ``changed`` with a ``changes.Change`` after every write of this program."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: Ends the announcements, as before the store is closed for good.
        self.stop = changes.listen(self.changed.emit)
