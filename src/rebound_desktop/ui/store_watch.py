"""What the window says and offers when the store's file is taken away while it is open."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from rebound_desktop.store import database, presence, returning
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.store.presence import Place
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.notices import Action, Notices

_GONE = "store gone"
_BACK = "store back"


class StoreWatch(QObject):
    """Looks whether the store is in its place, says where it is not, and lets it come back."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._may_leave = False

    def look(self) -> None:
        """Look now. A store that was deleted is written back where its folder is there."""
        with suppress(NotSavedError):
            presence.check()
        self.show()

    def show(self) -> None:
        """Say that the store is gone, or let that notice go where it is there."""
        if presence.place() is not Place.THERE:
            self._tell()
        elif self._notices().sentence(_GONE):
            self._notices().drop(_GONE)
            # Not within the write that may have put it back.
            QTimer.singleShot(0, self, self._save_what_waits)

    def tell_back(self) -> None:
        """Say that the store was gone, and was written back."""
        self._notices().tell(
            _BACK,
            self.tr(
                "Your store was taken away while Rebound was open, so Rebound wrote it back with "
                "everything in it: {file}. If you moved it yourself: what you do from now on is "
                "in this one only."
            ).format(file=database.store_file()),
        )
        self.show()

    def may_close(self) -> bool:
        """Say whether the window may close: not before it was told that the records may go."""
        if self._may_leave or presence.place() is Place.THERE:
            return True
        with suppress(NotSavedError):
            presence.check()
        if presence.place() is Place.THERE:
            return True
        self._tell((self.tr("Close all the same"), self._leave))
        return False

    # What it is made of

    def _tell(self, *more: Action) -> None:
        self._notices().drop(_BACK)
        actions: list[Action] = [(self.tr("Try again"), self.look)]
        if presence.place() is Place.NO_FOLDER:
            actions.append((self.tr("Make the folder anew"), self._make_anew))
        self._notices().tell(_GONE, presence.situation(), *actions, *more, dismissible=False)

    def _make_anew(self) -> None:
        try:
            returning.come_back(make_folder=True)
        except NotSavedError as error:
            self._notices().tell(
                _GONE, str(error), (self.tr("Try again"), self.look), dismissible=False
            )
            return
        self.show()

    def _save_what_waits(self) -> None:
        for each in self._window.findChildren(Autosave):
            with suppress(NotSavedError):
                each.flush()

    def _leave(self) -> None:
        self._may_leave = True
        self._window.close()

    def _notices(self) -> Notices:
        return Notices.of(self._window)
