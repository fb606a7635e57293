"""Looking at what an archive would change, before it is merged."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.exchange import archive_merging
from rebound_desktop.exchange.archive_reading import read
from rebound_desktop.store import applications, backup, database, lessons, stories
from rebound_desktop.store.tables import Lesson
from rebound_desktop.ui.dialogs.merge_archive_dialog import MergeArchiveDialog
from rebound_desktop.ui.widgets.empty_state import EmptyState
from tests.exchange.two_laptops import archive_of, at, exported, merge


@pytest.fixture
def brought(store: Path, tmp_path: Path) -> bytes:
    """An archive of another laptop that knew what the open store holds, and went on from there."""
    applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    lessons.keep(None, "Ask who is on the panel.")
    content = exported()
    database.close_store()
    other = tmp_path / "other"
    with at(other):
        merge(content, other)
        lessons.edit(1, "Ask for names before the call.")
        applications.delete(1)
        stories.add({"title": "Kept the light on"})
    made = archive_of(other)
    database.open_store(store)
    return made


def rows(table: QTreeWidget) -> list[list[str]]:
    items = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    columns = range(table.columnCount())
    return [[each.text(place) for place in columns] for each in items if each is not None]


def shown(qtbot: QtBot, brought: bytes) -> MergeArchiveDialog:
    plan = archive_merging.look(read(brought, "all.json"))
    dialog = MergeArchiveDialog(plan, "all.json")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_says_what_would_change_and_changes_nothing(qtbot: QtBot, brought: bytes) -> None:
    lessons.edit(1, "Write their names down.")
    applications.edit(1, {"notes": "They called."})

    dialog = shown(qtbot, brought)

    assert rows(dialog.numbers) == [
        ["Applications", "", "", "1"],
        ["Dates in histories", "", "", "1"],
        ["Lessons", "", "1", ""],
        ["Stories", "1", "", ""],
    ]
    assert rows(dialog.both) == [
        ["Lesson", "Ask for names before the call.", "Lesson: both texts are kept"],
        ["Application", "Northwind", "Deleted on one of them: it is in the bin"],
    ]
    assert Lesson.get().text == "Write their names down."
    assert len(applications.open_ones()) == 1


def test_it_asks_for_the_merge_that_it_shows(qtbot: QtBot, brought: bytes) -> None:
    dialog = shown(qtbot, brought)

    with qtbot.waitSignal(dialog.merge_asked) as asked:
        qtbot.keyClick(dialog.merge, Qt.Key.Key_Return)

    assert asked.args is not None
    assert asked.args[0].report.total().new == 1


def test_escape_leaves_everything_as_it_is(qtbot: QtBot, brought: bytes) -> None:
    dialog = shown(qtbot, brought)
    before = exported()

    with qtbot.assertNotEmitted(dialog.merge_asked):
        qtbot.keyClick(dialog.merge, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert exported() == before


def test_what_is_known_here_already_is_said_in_one_sentence(
    qtbot: QtBot, store: Path, brought: bytes
) -> None:
    plan = archive_merging.look(read(brought, "all.json"))
    archive_merging.apply(plan, store / backup.FOLDER)

    dialog = shown(qtbot, brought)

    empty = dialog.findChild(EmptyState)
    assert empty is not None
    assert empty.sentence.text() == "Nothing in it is new. Both are the same."
    assert dialog.findChild(QTreeWidget) is None
