"""Text size, and light or dark, as they are changed from the menu."""

from rebound_desktop.desktop.settings import FONT_PERCENT, Settings
from rebound_desktop.ui.theme import theme


class Looks:
    """Changes how the program looks, at once and for the next start."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def scale_text(self, step: int) -> None:
        """Make the text larger, or smaller by a negative step, in per cent of the usual size."""
        values = self._settings.values
        least, most = FONT_PERCENT
        values.font_percent = min(most, max(least, values.font_percent + step))
        self._show()

    def switch_scheme(self) -> None:
        """Change from light to dark or back."""
        self._settings.values.appearance = "light" if theme().is_dark else "dark"
        self._show()

    def _show(self) -> None:
        values = self._settings.values
        self._settings.save()
        theme().set(values.appearance, values.font_percent)
