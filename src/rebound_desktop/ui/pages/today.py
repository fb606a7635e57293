"""The page Today."""

from PySide6.QtWidgets import QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.pages.page import Page


class TodayPage(Page):
    """Today."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("Today", parent)
        self._settings = settings
