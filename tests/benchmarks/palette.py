"""The palette over 10,000 stories and 10,000 rejections: to open it, and each key typed in it."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from rebound_desktop.app import make_application
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.palette_results import PaletteResults
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import database
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.palette import Palette
from tests.benchmarks import rejection_log, stories
from tests.benchmarks.timing import timed

COUNT = 10_000
#: Words as a person types them: of stories, of companies, both, slips, and none found.
TYPED = ("conflict dead", "northwind", "launch", "the team", "vendr contract", "qqzz", "we", "s")


def measure() -> list[tuple[str, float, float]]:
    """Return label, median and 95th percentile in milliseconds of each measured action."""
    application = make_application()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        stories.seed(folder, COUNT)
        database.close_store()
        rejection_log.seed(folder, COUNT)
        try:
            results = PaletteResults()
            found = timed(
                [lambda text=text: results.search(text) for _ in range(2) for text in _prefixes()]
            )
            signals = StoreSignals()
            window = MainWindow(Settings(folder), signals)
            window.resize(1280, 800)
            window.show()
            application.processEvents()
            window.at_hand.open_palette()  # made the first time
            (palette,) = window.findChildren(Palette)
            opening = timed([lambda: _open(window, palette)] * 9)
            typing = timed([lambda text=text: _type(palette, text) for text in _prefixes()])
            signals.stop()
            window.close()
            window.deleteLater()
            application.processEvents()
        finally:
            database.close_store()
    return [
        (f"palette ({COUNT:,} + {COUNT:,}): what matches", *found),
        (f"palette ({COUNT:,} + {COUNT:,}): opens", *opening),
        (f"palette ({COUNT:,} + {COUNT:,}): a key, painted", *typing),
    ]


def _prefixes() -> list[str]:
    return [text[:end] for text in TYPED for end in range(1, len(text) + 1)]


def _open(window: MainWindow, palette: Palette) -> None:
    palette.close_and_return()
    window.at_hand.open_palette()
    palette.repaint()
    QApplication.processEvents()


def _type(palette: Palette, text: str) -> None:
    palette.field.setText(text)
    palette.repaint()
    QApplication.processEvents()


if __name__ == "__main__":
    for label, middle, slow in measure():
        print(f"{label:50} {middle:6.1f} ms median {slow:6.1f} ms p95")
