"""What a person sees and keeps when the store is taken away while the window is open."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import applications, backup, database, rejections, stories
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.widgets.notices import Notices
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard
from rebound_desktop.ui.wizard.what_happened import WhatHappenedPage


@pytest.fixture
def window(show_window: Callable[[], MainWindow], store: Path) -> MainWindow:
    applications.add({"company": "Northwind"})
    return show_window()


@pytest.fixture
def wizard(window: MainWindow) -> ReflectionWizard:
    window.open_wizard()
    found = window.findChild(ReflectionWizard)
    assert isinstance(found, ReflectionWizard)
    first = found.page(1)
    assert isinstance(first, WhatHappenedPage)
    first.company.setText("Contoso")
    return found


def their_words(wizard: ReflectionWizard) -> QPlainTextEdit:
    return wizard.page(1).findChildren(QPlainTextEdit)[0]


def companies(folder: Path) -> set[str]:
    """Return what a start on this folder would show."""
    database.close_store()
    database.open_store(folder)
    return {each.company for each in applications.open_ones()}


def gone(window: MainWindow) -> str:
    return Notices.of(window).sentence("store gone")


def test_what_is_typed_after_the_folder_went_is_told_kept_and_saved_when_it_is_back(
    qtbot: QtBot, window: MainWindow, wizard: ReflectionWizard, store: Path, tmp_path: Path
) -> None:
    text = their_words(wizard)
    text.setPlainText("We chose somebody else.")
    qtbot.waitUntil(lambda: rejections.get(1) is not None)
    away = store.rename(tmp_path / "elsewhere")
    notices = Notices.of(wizard)
    with qtbot.captureExceptions():  # as every error that nobody caught, it reaches the window
        text.setPlainText("We chose somebody with more years.")
        qtbot.waitUntil(lambda: "folder of your data is gone" in notices.sentence("not saved"))
    assert "folder of your data is gone" in gone(window)
    notices.buttons("not saved")["Copy the text"]()
    assert QGuiApplication.clipboard().text() == "We chose somebody with more years."
    wizard.close()
    assert wizard.isVisible()
    assert "Close without it" in notices.buttons("not saved")
    notices.buttons("not saved")["Try again"]()
    assert notices.sentence("not saved")
    assert not store.exists()

    away.rename(store)
    notices.buttons("not saved")["Try again"]()

    assert notices.sentence("not saved") == ""
    window.store_watch.look()
    assert gone(window) == ""
    wizard.close()
    database.close_store()
    database.open_store(store)
    found = rejections.get(1)
    assert found is not None
    assert found.their_words == "We chose somebody with more years."


def test_a_folder_that_was_deleted_is_made_anew_from_where_it_was_typed(
    qtbot: QtBot, window: MainWindow, wizard: ReflectionWizard, store: Path
) -> None:
    qtbot.waitUntil(lambda: rejections.get(1) is not None)
    shutil.rmtree(store)
    notices = Notices.of(wizard)
    with qtbot.captureExceptions():
        their_words(wizard).setPlainText("We chose somebody else.")
        qtbot.waitUntil(lambda: bool(notices.sentence("not saved")))
    notices.buttons("not saved")["Make it anew"]()
    assert notices.sentence("not saved") == ""
    assert gone(window) == ""
    wizard.close()
    database.close_store()
    database.open_store(store)
    found = rejections.get(1)
    assert found is not None
    assert found.their_words == "We chose somebody else."


def test_a_deleted_store_comes_back_by_itself_and_that_is_said(
    window: MainWindow, store: Path
) -> None:
    (store / database.FILE_NAME).unlink()
    window.day_watch.look()
    assert "wrote it back" in Notices.of(window).sentence("store back")
    assert gone(window) == ""
    assert companies(store) == {"Northwind"}


def test_another_file_in_its_place_is_said_and_the_store_comes_back_beside_it(
    window: MainWindow, store: Path
) -> None:
    path = store / database.FILE_NAME
    path.unlink()
    path.write_text("a letter")
    window.day_watch.look()
    assert "Another file has taken the place" in gone(window)
    path.rename(store / "letter")
    Notices.of(window).buttons("store gone")["Try again"]()
    assert gone(window) == ""
    assert companies(store) == {"Northwind"}
    assert (store / "letter").read_text() == "a letter"


def test_closing_asks_first_and_makes_no_new_folder(
    window: MainWindow, settings: Settings, store: Path
) -> None:
    shutil.rmtree(store)
    window.close()
    assert window.isVisible()
    assert "this window only" in gone(window)
    window.remember()
    window.upkeep.each_day()
    assert not store.exists()
    Notices.of(window).buttons("store gone")["Close all the same"]()
    assert not window.isVisible()
    database.close_store()
    assert not store.exists()


def test_closing_writes_back_what_was_deleted_and_asks_nothing(
    window: MainWindow, store: Path
) -> None:
    (store / database.FILE_NAME).unlink()
    window.close()
    assert not window.isVisible()
    assert companies(store) == {"Northwind"}


def test_no_backup_is_made_of_another_file(window: MainWindow, store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    backup.copy_to(store / database.FILE_NAME, other)
    shutil.copy(other, store / database.FILE_NAME.replace(".db", ".new"))
    (store / database.FILE_NAME).unlink()
    (store / database.FILE_NAME.replace(".db", ".new")).rename(store / database.FILE_NAME)
    window.upkeep.each_day()
    assert not (store / backup.FOLDER).exists()


def test_what_waits_in_the_window_is_saved_once_the_folder_is_back(
    qtbot: QtBot, window: MainWindow, store: Path, tmp_path: Path
) -> None:
    made = stories.add({"title": "Kept the date"})
    away = store.rename(tmp_path / "elsewhere")
    window.show_page("today")
    window.day_watch.look()
    assert gone(window)
    away.rename(store)
    window.day_watch.look()
    assert gone(window) == ""
    stories.edit(made.id, {"title": "Kept both dates"})
    found = stories.get(made.id)
    assert found is not None
    assert found.title == "Kept both dates"
