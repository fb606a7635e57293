"""Setting, changing and removing the passphrase, as a person does it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop import clipboard
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    changes,
    database,
    encryption,
    unlocking,
)
from rebound_desktop.store.cancelling import Cancel
from rebound_desktop.store.errors import CancelledError, WrongPassphraseError
from rebound_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog
from rebound_desktop.ui.dialogs.settings_dialog import SettingsDialog
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.widgets.notices import Notices

PASSPHRASE = "correct horse battery"
WORD = "Quetzalcoatl"


@pytest.fixture
def window(show_window: Callable[[], MainWindow], store: Path) -> MainWindow:
    applications.add({"company": WORD})
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    return show_window()


def dialog(window: MainWindow) -> PassphraseDialog:
    found = [each for each in window.findChildren(PassphraseDialog) if each.isVisible()]
    return found[-1]


def press(window: MainWindow) -> None:
    dialog(window).go_on.click()


def choose(qtbot: QtBot, window: MainWindow, passphrase: str) -> str:
    """Type a new passphrase twice and go through to the end; return the recovery key."""
    shown = dialog(window)
    shown.new.setText(passphrase)
    shown.again.setText(passphrase)
    press(window)
    qtbot.waitUntil(shown.recovery.isVisible)
    written = "-".join(shown.recovery.key.text().split())
    shown.recovery.typed.setText(written[-4:])
    with qtbot.waitSignals([window.encrypting.changed] * 2):
        press(window)
    return written


def confirm_now(qtbot: QtBot, window: MainWindow, text: str) -> None:
    dialog(window).now.setText(text)
    press(window)


def files_with_the_word(store: Path) -> list[Path]:
    return [
        each
        for each in store.rglob("*")
        if each.is_file() and WORD.lower().encode() in each.read_bytes().lower()
    ]


def test_the_store_and_its_backups_are_encrypted(
    qtbot: QtBot, window: MainWindow, store: Path
) -> None:
    window.encrypting.set_passphrase()
    choose(qtbot, window, PASSPHRASE)
    assert files_with_the_word(store) == []
    assert [each.company for each in applications.open_ones()] == [WORD]
    assert changes.undo_label() == "New application"
    assert len(backup_list.listed(store / backup.FOLDER)) == 2
    assert not window.locking.is_locked


def test_what_is_too_short_or_not_the_same_is_refused_beside_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.encrypting.set_passphrase()
    shown = dialog(window)
    shown.new.setText("short")
    press(window)
    assert "8 characters" in shown.new_field.refusal
    shown.new.setText(PASSPHRASE)
    shown.again.setText(PASSPHRASE + "x")
    press(window)
    assert "not the same" in shown.again_field.refusal
    assert not shown.recovery.isVisible()
    shown.reject()
    assert not database.is_encrypted()


def test_nothing_is_encrypted_before_the_recovery_key_is_confirmed(
    qtbot: QtBot, window: MainWindow, store: Path
) -> None:
    window.encrypting.set_passphrase()
    shown = dialog(window)
    shown.new.setText(PASSPHRASE)
    shown.again.setText(PASSPHRASE)
    press(window)
    qtbot.waitUntil(shown.recovery.isVisible)
    for wrong in ("", "ZZZZ", shown.recovery.key.text()[:4]):
        shown.recovery.typed.setText(wrong)
        press(window)
        assert shown.isVisible()
        assert "last group" in shown.recovery.field.refusal
    shown.reject()
    assert not database.is_encrypted()


def test_the_recovery_key_can_be_saved_and_copied(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(clipboard, "copy", copied.append)
    window.encrypting.set_passphrase()
    shown = dialog(window)
    shown.new.setText(PASSPHRASE)
    shown.again.setText(PASSPHRASE)
    press(window)
    qtbot.waitUntil(shown.recovery.isVisible)
    written = "-".join(shown.recovery.key.text().split())
    file = tmp_path / "key.txt"
    shown.recovery.save_to(str(file))
    assert written in file.read_text("utf-8")
    assert file.stat().st_mode & 0o077 == 0
    for each in shown.recovery.findChildren(QPushButton):
        if each.text() == "Copy":
            each.click()
    assert copied == [written]
    shown.reject()


def test_it_is_changed_shown_and_removed(qtbot: QtBot, window: MainWindow, store: Path) -> None:
    window.encrypting.set_passphrase()
    first = choose(qtbot, window, PASSPHRASE)

    window.encrypting.begin("change")
    confirm_now(qtbot, window, "wrong one")
    shown = dialog(window)
    qtbot.waitUntil(lambda: bool(shown.now_field.refusal))
    confirm_now(qtbot, window, PASSPHRASE)
    qtbot.waitUntil(shown.new.isVisible)
    second = choose(qtbot, window, "another long one")
    assert second != first
    with pytest.raises(WrongPassphraseError):
        unlocking.unlock_store(store, PASSPHRASE)
    unlocking.unlock_store(store, second)

    window.encrypting.begin("show")
    confirm_now(qtbot, window, "another long one")
    shown = dialog(window)
    qtbot.waitUntil(shown.recovery.isVisible)
    assert "-".join(shown.recovery.key.text().split()) == second
    press(window)
    assert not shown.isVisible()

    window.encrypting.begin("remove")
    with qtbot.waitSignals([window.encrypting.changed] * 2):
        confirm_now(qtbot, window, "another long one")
    assert not database.is_encrypted()
    assert [each.company for each in applications.open_ones()] == [WORD]
    encryption.wipe()
    for each in backup_list.listed(store / backup.FOLDER):
        assert not encryption.is_locked(each.path)


def test_files_that_stay_readable_are_named_and_can_be_deleted(
    qtbot: QtBot, window: MainWindow, store: Path
) -> None:
    aside = store / "rebound-damaged-2026-11-20.db"
    aside.write_bytes(WORD.encode() * 100)
    window.encrypting.set_passphrase()
    choose(qtbot, window, PASSPHRASE)
    notices = Notices.of(window)
    assert aside.name in notices.sentence("encryption")
    notices.buttons("encryption")["Delete them"]()
    assert files_with_the_word(store) == []


def test_a_backup_with_a_passphrase_of_its_own_is_not_offered_to_be_deleted(
    qtbot: QtBot, window: MainWindow, store: Path
) -> None:
    old = backup_list.listed(store / backup.FOLDER)[0].path
    backup.copy_under(old, old, encryption.new_key("from last year"))
    encryption.wipe()
    before = old.read_bytes()
    window.encrypting.set_passphrase()
    choose(qtbot, window, PASSPHRASE)
    assert Notices.of(window).sentence("encryption") == ""
    assert old.read_bytes() == before


def test_a_key_that_was_not_confirmed_is_asked_for_again(
    qtbot: QtBot, window: MainWindow, settings: Settings
) -> None:
    window.encrypting.set_passphrase()
    written = choose(qtbot, window, PASSPHRASE)
    settings.values.recovery_key_due = True
    window.encrypting.remind()
    Notices.of(window).buttons("recovery key")["Show it…"]()
    confirm_now(qtbot, window, PASSPHRASE)
    shown = dialog(window)
    qtbot.waitUntil(shown.recovery.isVisible)
    shown.recovery.typed.setText(written[-4:].lower())
    press(window)
    assert not settings.values.recovery_key_due
    assert Settings(settings.folder).values.recovery_key_due is False


def test_a_change_that_is_called_off_leaves_the_reminder_and_says_what_the_new_key_is_worth(
    qtbot: QtBot, window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.encrypting.set_passphrase()
    choose(qtbot, window, PASSPHRASE)
    settings.values.recovery_key_due = True
    settings.save()
    window.encrypting.remind()

    def called_off(_cancel: Cancel) -> None:
        raise CancelledError("Cancelled. Your records are as they were.")

    with monkeypatch.context() as asked:
        asked.setattr(Cancel, "look", called_off)
        window.encrypting.begin("change")
        confirm_now(qtbot, window, PASSPHRASE)
        shown = dialog(window)
        qtbot.waitUntil(shown.new.isVisible)
        shown.new.setText("another long one")
        shown.again.setText("another long one")
        press(window)
        qtbot.waitUntil(shown.recovery.isVisible)
        shown.recovery.typed.setText("".join(shown.recovery.key.text().split())[-4:])
        with qtbot.waitSignal(window.encrypting.changed):
            press(window)

    notices = Notices.of(window)
    assert "as they were. The recovery key you just wrote down" in notices.sentence("encryption")
    assert notices.sentence("recovery key")
    assert Settings(settings.folder).values.recovery_key_due is True

    window.encrypting.begin("change")
    confirm_now(qtbot, window, PASSPHRASE)
    qtbot.waitUntil(dialog(window).new.isVisible)
    choose(qtbot, window, "another long one")
    assert notices.sentence("recovery key") == ""
    assert Settings(settings.folder).values.recovery_key_due is False


def test_decrypting_that_is_called_off_says_nothing_of_a_key(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.encrypting.set_passphrase()
    choose(qtbot, window, PASSPHRASE)

    def called_off(_cancel: Cancel) -> None:
        raise CancelledError("Cancelled. Your records are as they were.")

    monkeypatch.setattr(Cancel, "look", called_off)
    window.encrypting.begin("remove")
    with qtbot.waitSignal(window.encrypting.changed):
        confirm_now(qtbot, window, PASSPHRASE)
    said = Notices.of(window).sentence("encryption")
    assert said == "Cancelled. Your records are as they were."


def test_the_settings_say_what_is_protected_and_what_can_be_done(
    qtbot: QtBot, window: MainWindow, settings: Settings
) -> None:
    window.open_settings()
    (shown,) = [each for each in window.findChildren(SettingsDialog) if each.isVisible()]
    privacy = shown.privacy
    assert privacy.state.text().startswith("None.")
    assert not privacy.set.isHidden()
    assert privacy.change.isHidden()
    privacy.set.click()
    choose(qtbot, window, PASSPHRASE)
    assert "encrypted" in privacy.state.text()
    assert privacy.set.isHidden()
    assert not privacy.remove.isHidden()
    privacy.minutes.setValue(3)
    privacy.on_sleep.setChecked(False)
    shown.take()
    kept = Settings(settings.folder).values
    assert (kept.lock_minutes, kept.lock_on_sleep) == (3, False)
    shown.accept()


def test_a_passphrase_shows_as_dots_unless_it_is_to_be_seen(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.encrypting.set_passphrase()
    field = dialog(window).new
    field.setText(PASSPHRASE)
    assert PASSPHRASE not in field.displayText()
    (action,) = field.actions()
    action.trigger()
    assert field.displayText() == PASSPHRASE
    assert field.take() == PASSPHRASE
    assert field.echoMode() == QLineEdit.EchoMode.Password
    dialog(window).reject()
