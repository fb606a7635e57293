"""The page Rejections with 100,000 rejections: to open it, to filter it, to sort it."""

import random
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from rebound_desktop.app import make_application
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import changes, database
from rebound_desktop.store.tables import database as connection
from rebound_desktop.ui.main_window import MainWindow

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
        record = (number, f"{number:036d}", stamp, stamp)
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
        _insert("applications", "company, company_key, role, stage, furthest, outcome", applications)
        _insert("rejections", "application_id, on_date, outcome, reached, their_words", rejections)
        _insert("reflections", "rejection_id, state, path, page", reflections)
        _insert(
            "feedback_requests", "rejection_id, channel, thanks_only, state, read_later", requests
        )


def _insert(table: str, columns: str, rows: list[tuple[object, ...]]) -> None:
    marks = ",".join("?" * len(rows[0]))
    with closing(connection.connection().cursor()) as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (id, uuid, created_at, changed_at, {columns}) VALUES ({marks})",
            rows,
        )
