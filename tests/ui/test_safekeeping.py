"""Archives from the window: encrypted or for everybody, out and in."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QStatusBar
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop import background
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.exchange import archive
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import (
    applications,
    backup,
    changes,
    database,
    encryption,
    reencrypting,
    unlocking,
)
from rebound_desktop.ui.dialogs.file_passphrase_dialog import FilePassphraseDialog
from rebound_desktop.ui.dialogs.merge_archive_dialog import MergeArchiveDialog
from rebound_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog
from rebound_desktop.ui.lock_page import LockPage
from rebound_desktop.ui.main_window import MainWindow
from tests.exchange.two_laptops import exported

PASSPHRASE = "correct horse battery"
WORD = "Quetzalcoatl"


@pytest.fixture
def window(
    qtbot: QtBot, store: Path, settings: Settings, signals: StoreSignals
) -> Iterator[MainWindow]:
    applications.add({"company": WORD})
    made = MainWindow(settings, signals)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    background.wait()


def said(window: MainWindow) -> str:
    bar = window.findChild(QStatusBar)
    assert bar is not None
    return bar.currentMessage()


def choose(monkeypatch: pytest.MonkeyPatch, target: Path, kind: str) -> None:
    """Let the person choose a file and the kind whose words begin so."""

    def chosen(_parent: object, _title: str, _start: str, kinds: str) -> tuple[str, str]:
        return str(target), next(each for each in kinds.split(";;") if each.startswith(kind))

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)


def encrypt(store: Path) -> None:
    database.suspend()
    reencrypting.reencrypt(store, encryption.new_key(PASSPHRASE))
    database.open_store(store)


def is_readable(file: Path) -> bool:
    return WORD.encode() in file.read_bytes()


def test_of_an_encrypted_store_the_archive_is_encrypted_first_of_all(
    qtbot: QtBot,
    window: MainWindow,
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    encrypt(store)
    offered: list[str] = []

    def first(_parent: object, _title: str, start: str, kinds: str) -> tuple[str, str]:
        offered.extend(kinds.split(";;"))
        return str(tmp_path / Path(start).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", first)
    window.safekeeping.export()
    qtbot.waitUntil(lambda: "encrypted" in said(window))
    assert "your passphrase" in offered[0]
    (made,) = tmp_path.glob("*.rebound")
    assert not is_readable(made)

    choose(monkeypatch, tmp_path / "open.json", "Archive that everybody")
    window.safekeeping.export()
    qtbot.waitUntil(lambda: "everybody can read" in said(window))
    assert is_readable(tmp_path / "open.json")


def test_of_a_readable_store_an_archive_can_have_a_passphrase_of_its_own(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "mine.json", "Archive with a passphrase")
    (tmp_path / "mine.rebound").write_text("something else", encoding="utf-8")
    window.safekeeping.export()
    dialog = window.findChild(PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    dialog.new.setText(PASSPHRASE)
    dialog.again.setText(PASSPHRASE)
    dialog.go_on.click()
    qtbot.waitUntil(lambda: "encrypted" in said(window))
    # Nobody was asked whether the other file may be replaced.
    assert (tmp_path / "mine.rebound").read_text("utf-8") == "something else"
    made = tmp_path / "mine-2.rebound"
    assert not is_readable(made)
    assert not database.is_encrypted()
    unlocking.unlock(made, PASSPHRASE)


def test_an_encrypted_archive_is_asked_for_and_merged(
    qtbot: QtBot,
    window: MainWindow,
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other, file = tmp_path / "other", tmp_path / "other.rebound"
    database.suspend()
    database.open_store(other)
    applications.add({"company": "From the other laptop"})
    archive.export_file(file, encryption.new_key(PASSPHRASE))
    database.close_store()
    database.open_store(store)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))

    window.safekeeping.merge()
    asked = window.findChild(FilePassphraseDialog)
    assert isinstance(asked, FilePassphraseDialog)
    asked.passphrase.text.setText("wrong one")
    asked.passphrase.go.click()
    qtbot.waitUntil(lambda: bool(asked.passphrase.field.refusal))
    asked.passphrase.text.setText(PASSPHRASE)
    asked.passphrase.go.click()
    qtbot.waitUntil(lambda: window.findChild(MergeArchiveDialog) is not None)
    preview = window.findChild(MergeArchiveDialog)
    assert isinstance(preview, MergeArchiveDialog)
    preview.merge.click()
    assert {each.company for each in applications.open_ones()} == {WORD, "From the other laptop"}
    window.undoing.undo()
    assert {each.company for each in applications.open_ones()} == {WORD}


@pytest.fixture
def large(store: Path, tmp_path: Path) -> Path:
    """An archive with more than is merged in the window's own thread."""
    file = tmp_path / "other.json"
    database.suspend()
    database.open_store(tmp_path / "other")
    with changes.write("Many"):
        for number in range(150):
            applications.add({"company": f"Firm {number}"})
    archive.export_file(file)
    database.close_store()
    database.open_store(store)
    return file


def looked_into(qtbot: QtBot, window: MainWindow, file: Path) -> MergeArchiveDialog:
    window.show_page("applications")
    window.safekeeping.look_into(file)
    qtbot.waitUntil(lambda: window.findChild(MergeArchiveDialog) is not None)
    preview = window.findChild(MergeArchiveDialog)
    assert isinstance(preview, MergeArchiveDialog)
    return preview


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_a_large_merge_is_called_off_by_a_key_and_nothing_has_changed(
    qtbot: QtBot,
    window: MainWindow,
    large: Path,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
) -> None:
    applications.edit(1, {"role": "Keeper"})
    before, step = exported(), changes.undo_label()
    preview = looked_into(qtbot, window, large)
    pressed = Event()

    def backed_up(*_args: object, **_kept: object) -> None:
        assert pressed.wait(10)

    monkeypatch.setattr(backup, "make", backed_up)
    with qtbot.waitSignal(window.safekeeping.changed):
        preview.merge.click()
        page = window.findChild(LockPage)
        assert isinstance(page, LockPage)
        qtbot.waitUntil(page.cancel.hasFocus)
        QTest.keyClick(QApplication.focusWidget(), key)
        assert not page.cancel.isEnabled()
        pressed.set()
    assert not window.cover.is_shown
    assert said(window) == "Cancelled. Your records are as they were."
    assert exported() == before
    assert changes.undo_label() == step
    window.undoing.undo()
    assert [each.role for each in applications.open_ones()] == [""]


def test_a_large_merge_leaves_the_window_its_own_and_is_one_step_of_undo(
    qtbot: QtBot, window: MainWindow, large: Path
) -> None:
    preview = looked_into(qtbot, window, large)
    with qtbot.waitSignal(window.safekeeping.changed):
        preview.merge.click()
        assert window.cover.is_shown
    assert not window.cover.is_shown
    assert "150" in said(window) or "300" in said(window)
    assert len(applications.open_ones()) == 151
    window.undoing.undo()
    assert [each.company for each in applications.open_ones()] == [WORD]
    window.undoing.redo()
    assert len(applications.open_ones()) == 151
