"""Locking: nothing of the store is seen or in hand, and nothing that was being written is lost."""

import gc
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop import absence
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import (
    applications,
    backup,
    changes,
    database,
    encryption,
    reencrypting,
    rejections,
    unlocking,
)
from rebound_desktop.store.errors import LockedError, NotSavedError
from rebound_desktop.store.tables import database as connection
from rebound_desktop.ui.dialogs.application_dialog import ApplicationDialog
from rebound_desktop.ui.dialogs.backups_dialog import BackupsDialog
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog
from rebound_desktop.ui.dialogs.start_problem import StartProblem
from rebound_desktop.ui.lock_page import LockPage
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.unlocking_at_start import unlock_at_start
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.notices import Notices
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard
from rebound_desktop.ui.wizard.what_happened import WhatHappenedPage

PASSPHRASE = "correct horse battery"
WORD = "Quetzalcoatl"


@pytest.fixture
def window(show_window: Callable[[], MainWindow], store: Path) -> MainWindow:
    applications.add({"company": WORD})
    database.suspend()
    reencrypting.reencrypt(store, encryption.new_key(PASSPHRASE))
    database.open_store(store)
    return show_window()


def page(window: MainWindow) -> LockPage:
    found = window.findChild(LockPage)
    assert isinstance(found, LockPage)
    return found


def type_passphrase(qtbot: QtBot, window: MainWindow, text: str) -> None:
    field = page(window).text
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def unlock(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.locking.changed):
        type_passphrase(qtbot, window, PASSPHRASE)
    assert not window.locking.is_locked


def shown_texts() -> str:
    """Return every text that is on the screen now."""
    found = []
    # What earlier tests left behind must not be collected while the widgets are being listed.
    gc.collect()
    for each in QApplication.allWidgets():
        if each.isVisible():
            found += [each.windowTitle(), each.accessibleName(), each.toolTip()]
            if isinstance(each, QLabel | QLineEdit):
                found.append(each.text())
    return "\n".join(found)


def test_nothing_of_the_store_is_seen_or_in_hand(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("applications")
    window.encrypting.lock()
    assert window.locking.is_locked
    assert WORD not in shown_texts()
    assert not window.menuBar().isVisible()
    assert not encryption.is_any_held()
    assert connection.is_closed()
    with pytest.raises(LockedError):
        database.open_store(Path(database.store_file()).parent)
    unlock(qtbot, window)
    assert window.menuBar().isVisible()
    assert [each.company for each in applications.open_ones()] == [WORD]


def test_what_is_being_written_comes_back_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ApplicationDialog(window)
    open_once(dialog)
    company = dialog.fields["company"].editor
    assert isinstance(company, QLineEdit)
    company.setFocus()
    QTest.keyClicks(company, "Half a na")
    window.locking.lock()
    assert not dialog.isVisible()
    assert "Half a na" not in shown_texts()
    unlock(qtbot, window)
    assert dialog.isVisible()
    assert company.text() == "Half a na"
    QTest.keyClicks(company, "me")
    dialog.accept()
    assert "Half a name" in [each.company for each in applications.open_ones()]


def test_the_wizard_comes_back_on_its_page_with_its_text(qtbot: QtBot, window: MainWindow) -> None:
    window.open_wizard()
    wizard = window.findChild(ReflectionWizard)
    assert isinstance(wizard, ReflectionWizard)
    first = wizard.page(1)
    assert isinstance(first, WhatHappenedPage)
    first.company.setText("Northwind")
    window.locking.lock()
    assert not wizard.isVisible()
    unlock(qtbot, window)
    assert wizard.isVisible()
    assert first.company.text() == "Northwind"
    found = rejections.get(1)
    assert found is not None
    assert found.application.company == "Northwind"
    wizard.close()


def test_undo_and_the_page_stay(qtbot: QtBot, window: MainWindow, settings: Settings) -> None:
    window.show_page("people")
    made = applications.add({"company": "Contoso"})
    window.locking.lock()
    unlock(qtbot, window)
    window.remember()
    assert settings.values.page == "people"
    window.undoing.undo()
    assert applications.get(made.id) is None
    assert changes.redo_label() == "New application"


def test_a_wrong_passphrase_is_said_and_the_field_is_empty(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.locking.lock()
    found = page(window)
    type_passphrase(qtbot, window, "wrong horse")
    qtbot.waitUntil(lambda: bool(found.field.refusal))
    assert "neither" in found.field.refusal
    assert found.text.text() == ""
    assert found.text.isEnabled()
    assert window.locking.is_locked
    unlock(qtbot, window)


def test_no_shortcut_reaches_behind_the_lock(qtbot: QtBot, window: MainWindow) -> None:
    window.locking.lock()
    for keys in ("Ctrl+N", "Ctrl+Z", "Ctrl+K", "Ctrl+,", "Ctrl+Shift+W", "Ctrl+3"):
        found = [
            each
            for each in window.findChildren(QAction)
            if each.shortcut().toString() == keys and each.isEnabled()
        ]
        assert found == [], keys
    assert [each for each in window.findChildren(QDialog) if each.isVisible()] == []
    unlock(qtbot, window)
    enabled = [each.text() for each in window.findChildren(QAction) if each.isEnabled()]
    assert "Settings…" in enabled


def test_what_waits_for_its_time_does_not_ask_a_closed_store(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = ApplicationDialog(window)
    open_once(dialog)
    company = dialog.fields["company"].editor
    assert isinstance(company, QLineEdit)
    company.setText(WORD)  # begins to look up what is known of it
    window.locking.lock()
    timers = [each for each in window.findChildren(QTimer) if each.isActive()]
    assert timers == []
    unlock(qtbot, window)
    dialog.done(0)


def test_without_a_passphrase_lock_asks_for_one(
    qtbot: QtBot, store: Path, settings: Settings, signals: StoreSignals
) -> None:
    plain = MainWindow(settings, signals)
    qtbot.addWidget(plain)
    plain.show()
    plain.encrypting.lock()
    assert not plain.locking.is_locked
    titles = [each.windowTitle() for each in plain.findChildren(QDialog) if each.isVisible()]
    assert titles == ["Set a passphrase"]
    plain.findChild(QDialog).reject()


def test_closing_while_locked_keeps_everything(
    qtbot: QtBot, window: MainWindow, store: Path
) -> None:
    applications.add({"company": "Contoso"})
    window.locking.lock()
    assert window.close()
    unlocking.unlock_store(store, PASSPHRASE)
    database.open_store(store)
    assert len(applications.open_ones()) == 2


def test_the_passphrase_is_asked_for_before_anything_is_shown(
    qtbot: QtBot, window: MainWindow, store: Path
) -> None:
    database.close_store()
    encryption.wipe()
    empty = MainWindow(Settings(store))
    qtbot.addWidget(empty)
    empty.show()

    def answer() -> None:
        assert WORD not in "".join(each.text() for each in empty.findChildren(QLabel))
        type_passphrase(qtbot, empty, PASSPHRASE)

    QTimer.singleShot(0, empty, answer)
    assert unlock_at_start(empty, store)
    assert not encryption.is_locked(store / database.FILE_NAME)
    encryption.wipe()
    QTimer.singleShot(0, empty, empty.close)
    assert not unlock_at_start(empty, store)


def test_absence_locks_as_the_settings_say(
    qtbot: QtBot, window: MainWindow, settings: Settings
) -> None:
    window.locking.follow_settings()
    absence = window.locking.absence
    assert absence is not None
    settings.values.lock_on_sleep = False
    window.locking.follow_settings()
    absence.take_sleep(True)
    assert not window.locking.is_locked
    settings.values.lock_on_sleep = True
    window.locking.follow_settings()
    absence.take_sleep(True)
    assert window.locking.is_locked
    unlock(qtbot, window)


def test_a_window_that_floats_is_hidden_too(qtbot: QtBot, window: MainWindow) -> None:
    cards = QWidget(window, Qt.WindowType.Tool)
    QLabel(WORD, cards)
    cards.show()
    window.locking.lock()
    assert not cards.isVisible()
    unlock(qtbot, window)
    assert cards.isVisible()
    cards.close()


def test_a_backup_with_another_passphrase_is_asked_for_and_put_in_place(
    qtbot: QtBot, window: MainWindow, store: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    database.suspend()
    database.open_store(other)
    applications.add({"company": "From the other laptop"})
    database.close_store()
    reencrypting.reencrypt(other, encryption.new_key("another long one"))
    database.open_store(store)
    copy = other / database.FILE_NAME
    encryption.wipe()
    unlocking.unlock_store(store, PASSPHRASE)

    window.upkeep.open_backups()
    dialog = window.findChild(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    dialog.look_at(copy)
    assert not dialog.restore.isEnabled()
    asked = dialog.passphrase
    assert asked.isVisible()
    asked.text.setText("wrong one")
    asked.go.click()
    qtbot.waitUntil(lambda: bool(asked.field.refusal))
    asked.text.setText("another long one")
    asked.go.click()
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert not asked.isVisible()
    dialog.accept()
    with qtbot.waitSignal(window.upkeep.restored):
        dialog.restore_asked.emit(copy)
    assert [each.company for each in applications.open_ones()] == ["From the other laptop"]
    # Its passphrase is the one of this laptop now.
    database.suspend()
    encryption.wipe()
    unlocking.unlock_store(store, PASSPHRASE)
    database.open_store(store)


def test_with_a_damaged_store_the_backups_are_asked_for(
    qtbot: QtBot, window: MainWindow, store: Path
) -> None:
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    database.close_store()
    encryption.wipe()
    (store / database.FILE_NAME).write_bytes(b"\0" * 20_000)
    problem = StartProblem("It cannot be read.", store, damaged=True)
    qtbot.addWidget(problem)
    problem.show()
    problem.passphrase.text.setText(PASSPHRASE)
    problem.passphrase.go.click()
    qtbot.waitUntil(lambda: not problem.passphrase.isVisible())
    (restore,) = [
        each for each in problem.findChildren(QPushButton) if each.text() == "Restore this backup"
    ]
    restore.click()
    assert problem.result() == QDialog.DialogCode.Accepted
    database.open_store(store)
    assert [each.company for each in applications.open_ones()] == [WORD]


def test_what_the_disk_did_not_take_is_told_of_before_the_window_closes(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = QLineEdit(window.content)
    saved: list[str] = []
    full = [True]

    def save(text: str) -> None:
        if full:
            raise NotSavedError("The disk is full.")
        saved.append(text)

    autosave = Autosave(window.content)
    autosave.watch(editor, save)
    editor.setText("the last words")
    window.locking.lock()
    assert not window.close()
    assert "close once more" in page(window).field.refusal
    full.clear()
    unlock(qtbot, window)
    assert editor.text() == "the last words"
    autosave.flush()
    assert saved == ["the last words"]


def test_the_palette_goes_with_what_it_found_and_the_rest_comes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.at_hand.open_palette()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, WORD)
    window.locking.lock()
    unlock(qtbot, window)
    enabled = [each.text() for each in window.findChildren(QAction) if each.isEnabled()]
    assert "Settings…" in enabled
    window.at_hand.open_palette()
    again = QApplication.focusWidget()
    assert isinstance(again, QLineEdit)
    assert again.text() == ""
    again.clearFocus()


def test_a_store_that_cannot_be_opened_again_says_so_where_work_was_shown(
    qtbot: QtBot, window: MainWindow, store: Path
) -> None:
    def break_it() -> None:
        (store / database.FILE_NAME).write_bytes(b"\0" * 20_000)

    window.locking.run_closed("Working", break_it, lambda _none: None, lambda _reason: None)
    qtbot.waitUntil(lambda: bool(page(window).field.refusal))
    assert page(window).field.isVisible()
    assert page(window).leave.isVisible()
    assert "damaged" in page(window).field.refusal


def under_way(window: MainWindow, told: list[str]) -> Event:
    """Begin work on the closed store that ends when the event is set."""
    end = Event()
    window.locking.run_closed(
        "Merging your records", end.wait, lambda _: told.append("done"), told.append
    )
    return end


@pytest.mark.parametrize("how", ["keys", "minutes", "sleep"])
def test_what_is_to_lock_while_work_is_under_way_locks_afterwards(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(absence, "_LOOK_MS", 1)
    window.locking.follow_settings()
    watch = window.locking.absence
    assert watch is not None
    told: list[str] = []
    end = under_way(window, told)
    if how == "keys":
        handle = window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    elif how == "sleep":
        watch.take_sleep(True)
    else:
        now = absence._awake_and_asleep()
        monkeypatch.setattr(absence, "_awake_and_asleep", lambda: now + 3600)
    qtbot.waitUntil(lambda: "Rebound locks as soon as" in page(window).sentence.text())
    end.set()
    qtbot.waitUntil(lambda: page(window).unlock.isVisible())

    assert window.locking.is_locked
    assert WORD not in shown_texts()
    assert not encryption.is_any_held()
    assert told == []
    unlock(qtbot, window)
    assert told == ["done"], "what was done is said to who comes back"
    assert [each.company for each in applications.open_ones()] == [WORD]


def test_locking_while_the_passphrase_is_changed(
    qtbot: QtBot, window: MainWindow, store: Path
) -> None:
    said: list[str] = []
    window.encrypting.said.connect(said.append)
    window.encrypting._go(encryption.new_key("another long passphrase"))
    window.encrypting.lock()
    qtbot.waitUntil(lambda: page(window).unlock.isVisible())
    type_passphrase(qtbot, window, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(page(window).field.refusal))
    with qtbot.waitSignal(window.locking.changed):
        type_passphrase(qtbot, window, "another long passphrase")
    assert "Your records are encrypted. The backups follow." in said
    qtbot.waitUntil(lambda: any(each.startswith("Done.") for each in said))


def test_it_locks_when_its_folder_is_gone_and_loses_nothing(
    qtbot: QtBot, window: MainWindow, store: Path, tmp_path: Path
) -> None:
    window.show_page("applications")
    shutil.rmtree(store)
    window.encrypting.lock()

    assert window.locking.is_locked
    assert window.findChild(PassphraseDialog) is None
    assert WORD not in shown_texts()
    assert "gone from its place" in page(window).sentence.text()
    window.close()
    assert window.isVisible()
    assert "your records are here only" in page(window).field.refusal
    type_passphrase(qtbot, window, "wrong horse battery")
    qtbot.waitUntil(lambda: "neither" in page(window).field.refusal)
    unlock(qtbot, window)
    assert "folder of your data is gone" in Notices.of(window).sentence("store gone")
    Notices.of(window).buttons("store gone")["Make the folder anew"]()
    assert encryption.is_encrypted(store / database.FILE_NAME)
    database.suspend()
    database.open_store(store)
    assert [each.company for each in applications.open_ones()] == [WORD]


def test_it_locks_when_idle_although_its_folder_was_renamed(
    qtbot: QtBot, window: MainWindow, store: Path, tmp_path: Path
) -> None:
    window.locking.follow_settings()
    watch = window.locking.absence
    assert watch is not None
    away = store.rename(tmp_path / "elsewhere")
    watch.idle.emit()
    assert window.locking.is_locked
    away.rename(store)
    unlock(qtbot, window)
    assert Notices.of(window).sentence("store gone") == ""
    applications.add({"company": "Contoso"})


def test_a_folder_that_goes_while_it_is_locked_is_said(
    qtbot: QtBot, window: MainWindow, store: Path, tmp_path: Path
) -> None:
    window.locking.lock()
    away = store.rename(tmp_path / "elsewhere")
    type_passphrase(qtbot, window, PASSPHRASE)
    qtbot.waitUntil(lambda: "not in its place" in page(window).field.refusal)
    assert not store.exists()
    away.rename(store)
    unlock(qtbot, window)
    assert [each.company for each in applications.open_ones()] == [WORD]
