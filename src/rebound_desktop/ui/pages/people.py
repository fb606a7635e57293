"""The page People."""

from PySide6.QtWidgets import QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.pages.page import Page


class PeoplePage(Page):
    """People."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("People", parent)
        self._settings = settings
