"""The page Rejections with 100,000 rejections: to open it, to filter it, to sort it."""

import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from rebound_desktop.app import make_application
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import database
from rebound_desktop.store.tables import database as connection
from tests.benchmarks.seeding import insert
from tests.benchmarks.timing import figures

COUNT = 100_000
#: Words as a person types them into the filter: frequent ones, rare ones, two words, none found.
TYPED = ("north", "analyst", "we went with", "data prose", "p", "qqzz", "int can")

_COMPANIES = (
    "Northwind Contoso Litware Proseware Adatum Wingtip Alpine Trey Woodgrove VanArsdel "
    "Relecloud Fabrikam Tailspin Lamna Fourth Margie Bellows Graphic Humongous Lucerne"
).split()
_ROLES = ("Product Analyst", "BI Developer", "Data Analyst", "Insights Manager", "Nurse", "Cook")
_WORDS = (
    "we went with an internal candidate this time the team enjoyed meeting you and will keep your "
    "details on file budget hiring paused experience panel case study churn question answer role"
).split()


def seed(folder: Path, count: int = COUNT) -> None:
    """Fill a new store in a folder with made-up rejections, and leave it open."""
    database.open_store(folder)
    chance = random.Random(7)
    stamp = "2026-01-01T00:00:00.000000Z"
    applications, rejections, reflections, requests = [], [], [], []
    for number in range(1, count + 1):
        company = f"{chance.choice(_COMPANIES)} {number % 977}"
        record = (number, str(UUID(int=number)), stamp, stamp)
        day = (date(2026, 11, 22) - timedelta(days=chance.randrange(4000))).isoformat()
        reached = chance.choice(("applied", "screening", "interviewing", "final"))
        outcome = chance.choice(("no", "no", "no", "no_reply"))
        words = " ".join(chance.choices(_WORDS, k=12))
        applications.append(
            (*record, company, company.lower(), chance.choice(_ROLES), "closed", reached, outcome)
        )
        rejections.append((*record, number, day, outcome, reached, words))
        if number % 2:
            reflections.append((*record, number, "finished" if number % 3 else "open", "all", 4))
        if number % 3 == 0:
            state = chance.choice(("drafted", "sent", "received", "declined"))
            requests.append((*record, number, "email", 0, state, 0))
    with connection.atomic():
        insert("applications", "company, company_key, role, stage, furthest, outcome", applications)
        insert("rejections", "application_id, on_date, outcome, reached, their_words", rejections)
        insert("reflections", "rejection_id, state, path, page", reflections)
        insert(
            "feedback_requests", "rejection_id, channel, thanks_only, state, read_later", requests
        )


def measure() -> list[tuple[str, float, float]]:
    """Return what was measured: a label, the median and the 95th percentile in milliseconds."""
    application = make_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seed(folder)
        database.close_store()
        results = [("page opens", *figures([_open(application, folder) for _ in range(5)]))]
        with _Window(application, folder) as window:
            results.append(("keystroke repaints", *figures(window.type())))
            results.append(("sorting", *figures(window.sort())))
        return [(f"rejections ({COUNT:,}): {label}", *figures) for label, *figures in results]


class _Window:
    """A window on the store of a folder that has yet to show its page Rejections."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        database.open_store(folder)
        self._settings = Settings(folder)
        self._window = QMainWindow()
        self._window.resize(1280, 800)
        self._window.show()
        application.processEvents()

    def __enter__(self) -> "_Window":
        self.open()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._window.close()
        self._window.deleteLater()
        self._application.processEvents()
        database.close_store()

    def open(self) -> float:
        """Make and show the page; return how long that took."""
        return self._time(self._show)

    def _show(self) -> None:
        from rebound_desktop.ui.pages.rejections import RejectionsPage

        self._page = RejectionsPage(self._settings)
        self._window.setCentralWidget(self._page)
        self._page.open()

    def type(self) -> list[float]:
        """Type and erase words in the filter; return the time of each key until it was painted."""
        field = self._page.search
        field.setFocus()
        times = []
        for text in TYPED:
            for letter in text:
                times.append(self._time(lambda letter=letter: QTest.keyClicks(field, letter)))
            for _ in text:
                times.append(self._time(lambda: QTest.keyClick(field, Qt.Key.Key_Backspace)))
        return times

    def sort(self) -> list[float]:
        """Sort by each column both ways; return the times."""
        header = self._page.table.horizontalHeader()
        orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        return [
            self._time(lambda column=column, order=order: header.setSortIndicator(column, order))
            for _ in range(2)
            for column in range(header.count())
            for order in orders
        ]

    def _time(self, act: Callable[[], object]) -> float:
        """Return the milliseconds from an act until the window is painted and idle again."""
        start = time.perf_counter()
        act()
        self._application.processEvents()
        return (time.perf_counter() - start) * 1000


def _open(application: QApplication, folder: Path) -> float:
    window = _Window(application, folder)
    try:
        return window.open()
    finally:
        window.__exit__()


if __name__ == "__main__":
    for label, middle, late in measure():
        print(f"{label:45} {middle:7.1f} ms median {late:7.1f} ms p95")
