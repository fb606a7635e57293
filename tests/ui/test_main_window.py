"""The window: its pages, its keys, what it says, and what it remembers."""

import gc
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.desktop import background
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import applications, backup, followups
from rebound_desktop.ui.dialogs.merge_archive_dialog import MergeArchiveDialog
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.empty_state import EmptyState
from tests.ui.seen import said

TODAY = date(2027, 3, 10)


@pytest.fixture
def window(
    show_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())
    made = show_window()
    yield made
    background.wait()
    made.close()
    theme().set("light", 100)


def _action(window: MainWindow, start: str) -> QAction:
    return next(each for each in window.findChildren(QAction) if each.text().startswith(start))


def _shown_page(window: MainWindow) -> str:
    checked = [
        each
        for each in window.side_bar.findChildren(QPushButton)
        if each.isCheckable() and each.isChecked()
    ]
    assert len(checked) == 1
    return checked[0].text()


def _dialog(window: MainWindow) -> QDialog:
    return next(each for each in window.findChildren(QDialog) if each.isVisible())


def test_the_focus_is_in_the_page_not_on_the_button_for_bad_news(window: MainWindow) -> None:
    focused = window.focusWidget()
    assert focused is not None
    assert not window.side_bar.isAncestorOf(focused)


@pytest.mark.parametrize(
    ("key", "title"),
    [
        (Qt.Key.Key_2, "Rejections"),
        (Qt.Key.Key_3, "Applications"),
        (Qt.Key.Key_4, "People"),
        (Qt.Key.Key_5, "Strengths"),
        (Qt.Key.Key_1, "Today"),
    ],
)
def test_each_page_has_its_number(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, title: str
) -> None:
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert _shown_page(window) == title


def test_the_wizard_is_one_key_away(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    _dialog(window).close()


def test_f6_goes_round_the_parts(qtbot: QtBot, window: MainWindow) -> None:
    applications.add({"company": "Northwind"})
    window.go_to("rejections")
    parts: list[bool] = []
    for _ in range(2 * len(window.findChildren(QDialog)) + 4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focused = window.focusWidget()
        assert focused is not None
        parts.append(window.side_bar.isAncestorOf(focused))
    assert True in parts
    assert False in parts
    # There and back is no move.
    before = window.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is before


def test_undo_still_works_after_the_focus_went_round(qtbot: QtBot, window: MainWindow) -> None:
    for number in range(3):
        applications.add({"company": "Northwind"})
        followups.add(FollowUpKind.OTHER, f"number {number}", TODAY)
    window.go_to("applications")
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    window.go_to("today")
    due = followups.open_ones()[0]
    followups.finish(due.id)
    background.wait()
    qtbot.wait(1)
    gc.collect()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert followups.count_due() == 3
    followups.finish(due.id)
    assert _action(window, "Undo").isEnabled()


def test_undo_and_redo_name_what_they_do(qtbot: QtBot, window: MainWindow) -> None:
    assert not _action(window, "Undo").isEnabled()
    made = followups.add(FollowUpKind.OTHER, "one", TODAY)
    followups.drop(made.id)
    assert _action(window, "Undo").text() == "Undo: Drop"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert followups.count_due() == 1
    assert said(window) == "Taken back: Drop"
    assert _action(window, "Redo").text() == "Redo: Drop"
    window.undoing.redo()
    assert followups.count_due() == 0


def test_what_is_due_is_counted_beside_today(window: MainWindow) -> None:
    followups.add(FollowUpKind.OTHER, "one", TODAY)
    followups.add(FollowUpKind.OTHER, "later", date(2027, 4, 1))
    entry = next(
        each for each in window.side_bar.findChildren(QPushButton) if each.text() == "Today"
    )
    assert entry.accessibleDescription() == "1 due"


def test_what_was_copied_is_on_the_clipboard_and_said(window: MainWindow) -> None:
    window.copy("Line one\nLine two", "Thank-you note")
    assert QGuiApplication.clipboard().text() == "Line one\nLine two"
    assert said(window) == "Copied: Thank-you note"


def test_the_text_grows_and_shrinks_within_its_limits(
    window: MainWindow, settings: Settings
) -> None:
    for _ in range(30):
        window.looks.scale_text(10)
    assert settings.values.font_percent == 200
    assert Settings(settings.folder).values.font_percent == 200
    for _ in range(30):
        window.looks.scale_text(-10)
    assert settings.values.font_percent == 80


def test_light_and_dark_change_places(window: MainWindow, settings: Settings) -> None:
    assert not theme().is_dark
    window.looks.switch_scheme()
    assert theme().is_dark
    assert Settings(settings.folder).values.appearance == "dark"
    window.looks.switch_scheme()
    assert not theme().is_dark


def test_page_and_place_are_remembered(
    qtbot: QtBot, window: MainWindow, settings: Settings, signals: StoreSignals
) -> None:
    window.go_to("people")
    window.resize(window.minimumWidth(), 610)
    window.close()
    again = MainWindow(Settings(settings.folder), signals)
    qtbot.addWidget(again)
    again.show()
    assert _shown_page(again) == "People"
    assert again.height() == 610
    again.close()


def test_a_place_or_page_that_makes_no_sense_is_passed_over(
    qtbot: QtBot, settings: Settings, signals: StoreSignals
) -> None:
    settings.values.page = "cellar"
    settings.values.geometry = "?? not base64 ??"
    settings.values.layouts = {"rejections-columns": "////"}
    window = MainWindow(settings, signals)
    qtbot.addWidget(window)
    window.show()
    window.go_to("rejections")
    window.go_to("today")
    assert _shown_page(window) == "Today"
    window.close()


def test_the_daily_backup_is_made_beside_the_window(
    qtbot: QtBot, window: MainWindow, settings: Settings
) -> None:
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.each_day()
    assert window.safekeeping.last_backup().startswith("Last backup today ")
    made = list((settings.folder / backup.FOLDER).iterdir())
    assert len(made) == 1
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.each_day()
    assert list((settings.folder / backup.FOLDER).iterdir()) == made


def test_a_backup_goes_where_the_person_says(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    with qtbot.waitSignal(window.safekeeping.said):
        window.safekeeping.back_up()
    assert said(window) == "Backed up to copy.db."
    assert target.stat().st_size > 0

    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "no" / "x.db"), "")
    )
    with qtbot.waitSignal(window.safekeeping.said):
        window.safekeeping.back_up()
    assert "could not be made" in said(window)


def test_an_archive_goes_out_and_comes_in_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    applications.add({"company": "Northwind"})
    target = tmp_path / "all.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    with qtbot.waitSignal(window.safekeeping.said):
        window.safekeeping.export()
    assert "all.json" in said(window)

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(target), ""))
    window.safekeeping.merge()
    qtbot.waitUntil(lambda: _merge_dialog(window) is not None)
    dialog = _merge_dialog(window)
    assert dialog is not None
    empty = dialog.findChild(EmptyState)
    assert empty is not None
    assert empty.sentence.text() == "Nothing in it is new. Both are the same."
    dialog.accept()

    target.write_text("{", encoding="utf-8")
    with qtbot.waitSignals([window.safekeeping.said] * 2):
        window.safekeeping.merge()
    assert "not" in said(window)
    assert len(applications.open_ones()) == 1


def test_an_archive_is_looked_at_and_then_merged(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "all.json"
    record = {"uuid": "11111111-1111-4111-8111-111111111111", "company": "Northwind"}
    head = {"format": "rebound-archive", "version": 2}
    target.write_text(json.dumps(head | {"applications": [record]}), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(target), ""))

    window.safekeeping.merge()
    qtbot.waitUntil(lambda: _merge_dialog(window) is not None)
    dialog = _merge_dialog(window)
    assert dialog is not None
    rows = [dialog.numbers.topLevelItem(row) for row in range(dialog.numbers.topLevelItemCount())]
    assert [[each.text(place) for place in range(4)] for each in rows if each is not None] == [
        ["Applications", "1", "", ""]
    ]
    assert applications.open_ones() == []
    qtbot.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)

    assert said(window) == "Merged: 1 new, 0 changed, 0 deleted."
    assert [each.company for each in applications.open_ones()] == ["Northwind"]
    window.undoing.undo()
    assert applications.open_ones() == []


def _merge_dialog(window: MainWindow) -> MergeArchiveDialog | None:
    found = window.findChildren(MergeArchiveDialog)
    return next((each for each in found if each.isVisible()), None)


def test_a_new_day_is_noticed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    followups.add(FollowUpKind.OTHER, "tomorrow", date(2027, 3, 11))
    entry = next(
        each for each in window.side_bar.findChildren(QPushButton) if each.text() == "Today"
    )
    assert entry.accessibleDescription() == ""
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-11")
    window.day_watch.look()
    assert entry.accessibleDescription() == "1 due"


def test_a_form_with_unsaved_text_keeps_the_window_open(qtbot: QtBot, window: MainWindow) -> None:
    window.begin_new("people")
    form = _dialog(window)
    field = form.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Sam")
    window.close()
    assert window.isVisible()
    # At the end of a session nothing is asked.
    window.leave()
    assert not window.isVisible()
    assert not form.isVisible()


@pytest.mark.parametrize(
    "key", ["today", "rejections", "applications", "people", "strengths", "prepare"]
)
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_sticks_out_of_a_small_window(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, key: str, percent: int
) -> None:
    theme().set("light", percent)
    window.resize(1024, 640)
    page = window.show_page(key)
    qapp.processEvents()
    assert (window.width(), window.height()) == (1024, 640)
    right = page.mapTo(window, QPoint(page.width(), 0)).x()
    assert right <= window.width()
    assert not window.side_bar.findChildren(QWidget, "nothing")
    bottom = window.side_bar.mapTo(window, QPoint(0, window.side_bar.height())).y()
    assert bottom <= window.height()


def test_preparing_shows_the_sheet_under_strengths(qtbot: QtBot, window: MainWindow) -> None:
    from rebound_desktop.ui.pages.prepare import PreparePage

    made = applications.add({"company": "Tailspin", "role": "Data Lead"})
    applications_page = window.show_page("applications")
    applications_page.prepare_asked.emit(made.id, None)

    page = window.findChild(PreparePage)
    assert page is not None
    assert page.isVisible()
    assert page.title.text() == "Prepare · Tailspin, Data Lead"
    strengths = [
        each for each in window.side_bar.findChildren(QPushButton) if each.text() == "Strengths"
    ]
    assert strengths[0].isChecked()
    page.head.back.click()
    assert not page.isVisible()
    assert strengths[0].isChecked()
    window.show_page("prepare")
    strengths[0].click()
    assert not page.isVisible()
    assert strengths[0].isChecked()
