"""The page Strengths."""

from PySide6.QtWidgets import QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.pages.page import Page


class StrengthsPage(Page):
    """Strengths."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("Strengths", parent)
        self._settings = settings
