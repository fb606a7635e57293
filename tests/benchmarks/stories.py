"""The strengths vault with 10,000 stories: to open it, and to search it as somebody types."""

import random
import tempfile
from contextlib import closing
from pathlib import Path

from rebound_desktop.app import make_application
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.story_list import StoryList
from rebound_desktop.store import database
from rebound_desktop.store.tables import database as connection
from rebound_desktop.ui.main_window import MainWindow
from tests.benchmarks.timing import timed

COUNT = 10_000
#: Words as a person types them: frequent ones, rare ones, two words, single letters, none found.
TYPED = ("conflict dead", "c", "launch", "vendor contract", "led the", "qqzz", "prom", "budget 12")
#: Whole queries: words, other forms of words, slips of the keyboard, nothing like it.
ASKED = (
    *("conflict", "launch vendor", "rebuilding", "leading teams", "teach warehouse"),
    *(
        "confilct",
        "budgte vendor",
        "wharehouse",
        "custmer",
        "calmed reprot",
        "qqzzqqzz",
        "fixed 99",
    ),
)

_SUBJECTS = (
    "launch vendor contract budget forecast onboarding deadlock conflict customer backlog audit "
    "migration roster warehouse handover training promotion report invoice outage complaint"
).split()
_VERBS = "led calmed rebuilt drafted moved cut merged wrote taught asked kept tested fixed".split()
_REST = (
    "the team and our manager that week before noon after two days with a new plan while nobody "
    "else was there because of the board in all forty stores without more budget by myself"
).split()
_NAMES = ("Leadership", "Teamwork", "Communication", "Technology", "Resilience", "Patience")


def seed(folder: Path, count: int = COUNT) -> None:
    """Fill a new store in a folder with made-up stories of 150 words, and leave it open."""
    database.open_store(folder)
    chance = random.Random(11)
    stamp = "2026-01-01T00:00:00.000000Z"

    def sentence() -> str:
        words = [
            chance.choice(_VERBS),
            "the",
            chance.choice(_SUBJECTS),
            *chance.choices(_REST, k=9),
        ]
        return f"I {' '.join(words)} {chance.randrange(100)}."

    stories, labels = [], []
    for number in range(1, count + 1):
        record = (number, f"{number:036d}", stamp, f"2026-01-01T00:00:00.{number:06d}Z")
        title = f"{chance.choice(_VERBS).title()} the {chance.choice(_SUBJECTS)} {number}"
        parts = [" ".join(sentence() for _ in range(length)) for length in (2, 1, 5, 2)]
        stories.append((*record, title, *parts))
        labels += [
            (number * 2 + each, number, chance.randrange(3) * 2 + each + 1) for each in (0, 1)
        ]
    with connection.atomic(), closing(connection.connection().cursor()) as cursor:
        cursor.executemany(
            "INSERT INTO competencies (id, uuid, created_at, changed_at, framework, name) "
            f"VALUES (?, ?, '{stamp}', '{stamp}', 'own', ?)",
            [(number, f"c{number}", name) for number, name in enumerate(_NAMES, start=1)],
        )
        cursor.executemany(
            "INSERT INTO stories (id, uuid, created_at, changed_at, title, situation, task, "
            "action, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            stories,
        )
        cursor.executemany(
            "INSERT INTO story_competencies (id, uuid, created_at, changed_at, story_id, "
            f"competency_id, position) VALUES (?, 'l' || ?1, '{stamp}', '{stamp}', ?2, ?3, 0)",
            labels,
        )


def measure() -> list[tuple[str, float, float]]:
    """Return label, median and 95th percentile in milliseconds of each measured action."""
    application = make_application()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        seed(folder)
        try:
            window = MainWindow(Settings(folder))
            window.resize(1280, 800)
            window.show()
            application.processEvents()
            opening = timed([lambda: _show(window)])
            application.processEvents()
            model = StoryList(140)
            model.load()
            search = timed([lambda text=text: _search(model, text) for text in _prefixes()] * 2)
            asked = timed([lambda text=text: _search(model, text) for text in ASKED] * 3)
            page = window.show_page("strengths")
            typing = timed([lambda text=text: _type(page, text) for text in _prefixes()])
            window.close()
            window.deleteLater()
            application.processEvents()
        finally:
            database.close_store()
    return [
        (f"{COUNT:,} stories: open the page", *opening),
        (f"{COUNT:,} stories: search, the first cards read", *search),
        (f"{COUNT:,} stories: other forms and slips, the first cards read", *asked),
        (f"{COUNT:,} stories: a key in the search field, painted", *typing),
    ]


def _prefixes() -> list[str]:
    return [text[:end] for text in TYPED for end in range(1, len(text) + 1)]


def _show(window: MainWindow) -> None:
    window.show_page("strengths")
    window.repaint()


def _search(model: StoryList, text: str) -> None:
    model.set_search(text)
    for number in range(8):
        model.card(number)


def _type(page: object, text: str) -> None:
    from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

    assert isinstance(page, QWidget)
    field = page.findChild(QLineEdit, "search")
    assert field is not None
    field.setText(text)
    page.repaint()
    QApplication.processEvents()


if __name__ == "__main__":
    for label, middle, slow in measure():
        print(f"{label}: median {middle:.1f} ms, p95 {slow:.1f} ms")
