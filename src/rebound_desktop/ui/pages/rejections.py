"""The page Rejections."""

from PySide6.QtWidgets import QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.pages.page import Page


class RejectionsPage(Page):
    """Rejections."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("Rejections", parent)
        self._settings = settings
