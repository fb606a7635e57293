"""Undo and Redo as the window offers them."""

from PySide6.QtCore import QObject, Signal


class Undoing(QObject):
    """Takes the last change back, or does it again; ``said`` names what that was."""

    said = Signal(str)

    def undo(self) -> None:
        """Take back the last change; where there is none, nothing is said."""
        from rebound_desktop.store import changes

        label = changes.undo()
        if label:
            self.said.emit(self.tr("Taken back: {what}").format(what=label))

    def redo(self) -> None:
        """Do again what was taken back last; where there is nothing, nothing is said."""
        from rebound_desktop.store import changes

        label = changes.redo()
        if label:
            self.said.emit(self.tr("Done again: {what}").format(what=label))
