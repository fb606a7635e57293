"""What the disk did not take is not left without a question, wherever it was typed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.exchange import sample_data
from rebound_desktop.store import drafts, prep_sheets, stories
from rebound_desktop.store.tables import database as connection
from rebound_desktop.ui.dialogs.settings_dialog import SettingsDialog
from rebound_desktop.ui.dialogs.story_editor import StoryEditor
from rebound_desktop.ui.dialogs.support_dialog import SupportDialog
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.widgets.kept_line import KeptLine
from rebound_desktop.ui.widgets.notices import Notices

TYPED = "Baked 120 rolls"


def fill_disk() -> None:
    connection.execute_sql("PRAGMA query_only = 1")


def make_room() -> None:
    connection.execute_sql("PRAGMA query_only = 0")


@pytest.fixture
def window(show_window: Callable[[], MainWindow]) -> Iterator[MainWindow]:
    sample_data.fill()
    made = show_window()
    yield made
    make_room()
    for dialog in made.findChildren(QDialog):
        dialog.done(0)


def lines(window: MainWindow) -> dict[str, Callable[[], KeptLine]]:
    """Return the lines of the pages that wait for Enter."""

    def prepare() -> MainWindow:
        page = window.show_page("prepare")
        sheet = prep_sheets.nearest()
        assert sheet is not None
        page.select(int(sheet.id))
        return page

    def lesson() -> KeptLine:
        page = window.show_page("rejections")
        page.select(1)
        tabs = page.detail.tabs
        tabs.setCurrentIndex(next(i for i in range(9) if "Lessons" in tabs.tabText(i)))
        return page.detail.lessons.new

    return {
        "today": lambda: window.show_page("today").story.win,
        "strengths": lambda: window.show_page("strengths").quick,
        "prepare": lambda: prepare().questions.new,
        "prepare, own": lambda: prepare().own_questions.new,
        "lesson": lesson,
    }


@pytest.mark.parametrize("place", ["today", "strengths", "prepare", "prepare, own", "lesson"])
def test_a_line_on_a_full_disk_is_asked_about(window: MainWindow, qtbot: QtBot, place: str) -> None:
    line = lines(window)[place]()
    line.setFocus()
    fill_disk()
    QTest.keyClicks(line, TYPED)
    QTest.keyClick(line, Qt.Key.Key_Return)
    notices = Notices.of(line)
    assert "could not be saved" in notices.sentence("not saved")
    assert line.text() == TYPED
    notices.buttons("not saved")["Copy the text"]()
    assert QGuiApplication.clipboard().text() == TYPED

    window.close()
    assert window.isVisible()
    assert set(notices.buttons("not saved")) == {"Copy the text", "Try again", "Close without it"}

    make_room()
    notices.buttons("not saved")["Try again"]()
    assert notices.sentence("not saved") == ""
    assert any(
        TYPED in text for (text,) in connection.execute_sql("SELECT texts FROM drafts").fetchall()
    )
    window.close()
    assert not window.isVisible()


def test_trying_again_after_enter_does_what_enter_does(window: MainWindow) -> None:
    line = lines(window)["today"]()
    count = stories.count()
    fill_disk()
    line.setText(TYPED)
    QTest.keyClick(line, Qt.Key.Key_Return)
    make_room()
    Notices.of(line).buttons("not saved")["Try again"]()
    assert stories.count() == count + 1
    assert line.text() == ""
    assert Notices.of(line).sentence("not saved") == ""


def test_going_without_it_asks_once_for_all_of_it(window: MainWindow) -> None:
    first, second = lines(window)["prepare"](), lines(window)["prepare, own"]()
    fill_disk()
    first.setText(TYPED)
    second.setText("Found the leak")
    window.close()
    notices = Notices.of(window)
    notices.buttons("not saved")["Copy the text"]()
    assert {TYPED, "Found the leak"} <= set(QGuiApplication.clipboard().text().split("\n"))
    assert window.isVisible()
    notices.buttons("not saved")["Close without it"]()
    assert not window.isVisible()


@pytest.mark.parametrize("kind", ["name", "support"])
def test_settings_are_asked_about(
    window: MainWindow, settings: Settings, store: Path, kind: str
) -> None:
    if kind == "name":
        window.open_settings()
        dialog: SettingsDialog | SupportDialog = window.findChildren(SettingsDialog)[-1]
        assert isinstance(dialog, SettingsDialog)
        dialog.name.setText(TYPED)
    else:
        window.open_support()
        dialog = window.findChildren(SupportDialog)[-1]
        assert isinstance(dialog, SupportDialog)
        dialog.text.setPlainText(TYPED)
    fill_disk()
    notices = Notices.of(dialog)
    for close in (dialog.accept, dialog.reject, window.close):
        close()
        assert dialog.isVisible()
        assert window.isVisible()
        assert set(notices.buttons("not saved")) == {
            "Copy the text",
            "Try again",
            "Close without it",
        }
    notices.buttons("not saved")["Copy the text"]()
    assert QGuiApplication.clipboard().text() == TYPED
    make_room()
    notices.buttons("not saved")["Try again"]()
    assert notices.sentence("not saved") == ""
    dialog.accept()
    assert not dialog.isVisible()
    again = Settings(store)
    again.take_personal()
    assert getattr(again.values, kind) == TYPED


def test_a_competency_that_was_not_taken_is_asked_about(
    window: MainWindow, settings: Settings
) -> None:
    story = int(stories.to_remember(1)[0].id)
    editor = StoryEditor(settings, story, window)
    editor.show()
    for label in editor.picker.labels():
        editor.picker.remove(label)
    fill_disk()
    editor.picker.field.setText("Zebraword")
    editor.close()
    assert editor.isVisible()
    assert "Close without it" in Notices.of(editor).buttons("not saved")
    make_room()
    editor.close()
    assert not editor.isVisible()
    assert drafts.find("a competency", f"stories {story}") == {"text": "Zebraword"}
