"""The reflection wizard."""

from PySide6.QtWidgets import QWidget, QWizard

from rebound_desktop.desktop.settings import Settings


class ReflectionWizard(QWizard):
    """Leads through one rejection."""

    def __init__(
        self, settings: Settings, rejection_id: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("After the news"))
