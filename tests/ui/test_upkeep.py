"""What the window says by itself about the data, and what it does about it."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.desktop import background, place
from rebound_desktop.desktop.crash_report import CrashReport, Ending
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    bin_contents,
    database,
    encryption,
    erasing,
    second_place,
    stories,
)
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.store.tables import database as connection
from rebound_desktop.ui.dialogs.backup_settings import BackupSettings
from rebound_desktop.ui.dialogs.backups_dialog import BackupsDialog
from rebound_desktop.ui.dialogs.bin_dialog import BinDialog
from rebound_desktop.ui.dialogs.start_problem import StartProblem
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.moving import Moving
from rebound_desktop.ui.restoring import Restoring
from rebound_desktop.ui.widgets.notices import Notices
from tests.ui.seen import said


@pytest.fixture
def window(show_window: Callable[[], MainWindow]) -> MainWindow:
    return show_window()


def notice(window: MainWindow, key: str) -> str:
    return Notices.of(window).sentence(key)


def newest(store: Path) -> Path:
    return backup_list.listed(store / backup.FOLDER)[0].path


def test_nothing_is_said_where_all_is_well(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.begin(None)
    assert Notices.of(window).isHidden()
    assert window.upkeep.problem == ""


def test_how_the_last_run_ended(window: MainWindow, tmp_path: Path) -> None:
    window.upkeep.begin(Ending(None))
    assert "not closed last time" in notice(window, "ending")
    window.upkeep.begin(Ending(tmp_path / "crash-2026-11-22-101010.txt"))
    assert "sent nowhere" in notice(window, "ending")
    Notices.of(window).buttons("ending")["Dismiss"]()
    assert notice(window, "ending") == ""


def test_a_clock_that_is_behind(
    window: MainWindow, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    made = clock.today()
    monkeypatch.setenv("REBOUND_TODAY", "2020-01-05")
    window.upkeep.begin(None)
    told = notice(window, "clock")
    assert "5 Jan 2020" in told
    assert f"{made:%b} {made.year}" in told
    assert told.count(str(made.year)) == 1, "the year is said once"


def test_a_second_place_gets_each_backup_and_is_missed(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    settings.values.backup_folder = str(stick)
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.each_day()
    assert "not there" in window.upkeep.problem

    stick.mkdir()
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.each_day()
    assert window.upkeep.problem == ""
    second = settings.second_place()
    assert second is not None
    assert len(backup_list.listed(second.own)) == 1


def test_backups_of_another_computer_are_listed_and_left(
    qtbot: QtBot, window: MainWindow, settings: Settings, store: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    settings.values.backup_folder = str(stick)
    mine = settings.second_place()
    assert mine is not None
    strange, theirs = stick, stick / "rebound-0123abcd"
    for number, folder in enumerate((mine.own, strange, theirs), start=1):
        folder.mkdir(parents=True, exist_ok=True)
        name = f"rebound-2026-01-0{number}-080000-daily.db"
        backup.copy_to(store / database.FILE_NAME, folder / name)
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")

    dialog = BackupsDialog(settings, window)
    qtbot.addWidget(dialog)
    rows = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    assert [each.text(3) for each in rows if each is not None] == [
        "Here",
        "Second place",
        "Second place",
        "Second place, of another computer",
    ]

    before = {each: each.read_bytes() for each in (*strange.glob("*.db"), *theirs.glob("*.db"))}
    with qtbot.waitSignals([window.encrypting.changed] * 2, timeout=60_000):
        window.encrypting._go(encryption.new_key("correct horse battery"))
    assert {each: each.read_bytes() for each in before} == before
    assert all(encryption.is_encrypted(each) for each in mine.own.glob("*.db"))
    said = notice(window, "backups of nobody known")
    assert str(stick) in said
    assert "may be of another computer" in said


def test_what_stays_readable_on_a_stick_that_is_back_is_told_once(
    qtbot: QtBot, window: MainWindow, settings: Settings, store: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    settings.values.backup_folder = str(stick)
    applications.add({"company": "Northwind"})
    here = backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    gone = tmp_path / "rebound-2020-01-01-080000-daily.db"
    backup.copy_to(store / database.FILE_NAME, gone)
    ours = Path(shutil.copy(here, tmp_path))
    with qtbot.waitSignals([window.encrypting.changed] * 2, timeout=60_000):
        window.encrypting._go(encryption.new_key("correct horse battery"))
    assert notice(window, "backups of nobody known") == ""

    stick.mkdir()
    for each in (ours, gone):
        shutil.move(each, stick)
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.each_day()
    second = settings.second_place()
    assert second is not None
    assert encryption.is_encrypted(second.own / here.name), "it is the same as the one here"
    assert str(stick) in notice(window, "backups of nobody known")

    Notices.of(window).drop("backups of nobody known")
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.each_day()
    assert notice(window, "backups of nobody known") == "", "it was told"
    assert Settings(store).values.readable_told == str(stick)


def test_the_folder_of_the_backups_is_no_second_place(
    qtbot: QtBot, window: MainWindow, settings: Settings, store: Path, tmp_path: Path
) -> None:
    first = store / backup.FOLDER
    edit = BackupSettings(settings, window)
    qtbot.addWidget(edit)
    with qtbot.assertNotEmitted(edit.changed):
        edit.take_place(str(first))
    assert "there already" in edit.refusal.text()
    assert not edit.refusal.isHidden()
    assert settings.values.backup_folder == ""
    edit.take_place(str(tmp_path))
    assert edit.refusal.isHidden()

    # As an older program let it be chosen.
    settings.values.backup_folder = str(first)
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.each_day()
    assert window.upkeep.problem == ""
    assert [each.name for each in first.iterdir()] == [newest(store).name]
    dialog = BackupsDialog(settings, window)
    qtbot.addWidget(dialog)
    assert dialog.list.topLevelItemCount() == 1


def test_a_stick_is_listed_though_the_settings_folder_is_full(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    store: Path,
) -> None:
    theirs = tmp_path / "stick" / "rebound-0123abcd"
    theirs.mkdir(parents=True)
    backup.copy_to(store / database.FILE_NAME, theirs / "rebound-2026-01-01-080000-daily.db")
    settings.values.backup_folder = str(theirs.parent)
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")

    def full(_mark: str, _file: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(second_place, "_keep", full)
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.each_day()
    assert "the disk is full" in window.upkeep.problem
    dialog = BackupsDialog(settings, window)
    qtbot.addWidget(dialog)
    assert dialog.list.topLevelItemCount() == 2


def test_the_bin_is_emptied_on_the_second_day_that_agrees(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = applications.add({"company": "Northwind"}).id
    applications.delete(number)
    today = clock.today()

    def begin_day(days: int) -> int:
        monkeypatch.setenv("REBOUND_TODAY", (today + timedelta(days=days)).isoformat())
        window.upkeep.each_day()
        background.wait()
        return len(bin_contents.contents())

    assert begin_day(3000) == 1, "the clock may be wrong"
    assert begin_day(1) == 1
    assert begin_day(40) == 1
    assert begin_day(40) == 1
    assert begin_day(41) == 0


def test_an_error_that_nobody_caught_is_told_where_it_came_up(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.failed.emit(NotSavedError("This could not be saved: the disk is full."))
    assert "disk is full" in notice(window, "not saved")
    window.failed.emit(ValueError("my private words"))
    assert "private" not in said(window)
    assert "Something went wrong" in said(window)


def test_what_is_typed_on_a_page_keeps_the_window_open(window: MainWindow, qtbot: QtBot) -> None:
    made = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    window.show_record("applications", made.id)
    notes = next(
        each for each in window.findChildren(QPlainTextEdit) if each.accessibleName() == "Notes"
    )
    connection.execute_sql("PRAGMA query_only = 1")
    notes.setPlainText("A whole evening")

    window.close()
    assert window.isVisible()
    assert notes.toPlainText() == "A whole evening"
    buttons = Notices.of(window).buttons("not saved")
    buttons["Copy the text"]()
    assert QGuiApplication.clipboard().text() == "A whole evening"
    connection.execute_sql("PRAGMA query_only = 0")
    buttons["Try again"]()
    found = applications.get(made.id)
    assert found is not None
    assert found.notes == "A whole evening"
    assert notice(window, "not saved") == ""


def test_the_bin_restores_and_deletes_for_good(
    window: MainWindow, store: Path, qtbot: QtBot
) -> None:
    keep = stories.add({"title": "Kept the date"})
    gone = stories.add({"title": "Quetzalcoatl"})
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    stories.delete(keep.id)
    stories.delete(gone.id)
    window.upkeep.open_bin()
    dialog = window.findChild(BinDialog)
    assert isinstance(dialog, BinDialog)
    assert [each.name for each in bin_contents.contents()] == ["Quetzalcoatl", "Kept the date"]

    dialog.for_good.click()
    question = dialog.findChild(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert "backup" in question.informativeText()
    next(each for each in question.buttons() if each.text() == "Delete for good").click()
    qtbot.waitUntil(lambda: not erasing.is_pending(store) and "for good" in dialog.said.text())
    assert all(
        b"Quetzalcoatl" not in each.read_bytes() for each in store.rglob("*") if each.is_file()
    )

    assert [each.name for each in dialog.chosen()] == ["Kept the date"]
    dialog.restore.click()
    assert stories.get(keep.id) is not None
    assert bin_contents.contents() == []
    dialog.close()


def test_a_backup_is_looked_into_and_restored_and_taken_back(
    window: MainWindow, store: Path, qtbot: QtBot
) -> None:
    stories.add({"title": "Before"})
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    stories.add({"title": "Since"})
    stories.edit(1, {"action": "I rang every supplier myself."})
    window.show_page("strengths")
    window.upkeep.open_backups()
    dialog = window.findChild(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    qtbot.waitUntil(dialog.restore.isEnabled)
    told = (
        "1 record of today would be missing. 1 record was changed since, and would be as it was "
        "before."
    )
    assert dialog.heading.text() == told
    row = dialog.differences.topLevelItem(0)
    assert row is not None
    assert [row.text(place) for place in range(5)] == ["Stories", "1", "2", "1", "1"]
    first = dialog.list.topLevelItem(0)
    assert first is not None
    heights = [
        dialog.list.visualItemRect(first).height(),
        dialog.differences.visualItemRect(row).height(),
    ]
    assert heights[0] == heights[1]
    dialog.restore.click()
    question = dialog.findChild(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert told in question.informativeText() + question.text()
    with qtbot.waitSignal(window.upkeep.restored):
        next(each for each in question.buttons() if each.text() == "Restore").click()

    assert stories.count() == 1
    assert newest(store).stem.endswith("-restore")
    with qtbot.waitSignal(window.upkeep.restored):
        Notices.of(window).buttons("restored")["Restore the store from before"]()
    assert stories.count() == 2


def test_a_backup_that_cannot_be_read_leaves_everything(
    qtbot: QtBot, window: MainWindow, store: Path, settings: Settings
) -> None:
    stories.add({"title": "Here"})
    stories.add({"title": "Taken back"})
    broken = store / "broken.db"
    broken.write_bytes(b"\xff" * 5000)
    restoring = Restoring(settings, window.locking, window)
    with qtbot.waitSignal(restoring.done):
        restoring.restore(broken)
    assert "damaged" in notice(window, "restored")
    assert stories.count() == 2
    window.undoing.undo()
    assert stories.count() == 1


def test_on_a_full_disk_the_window_says_so_and_works_on(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stories.add({"title": "Here"})
    copy = tmp_path / "copy.db"
    backup.copy_to(store / database.FILE_NAME, copy)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, "fsync", full)
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.each_day()
    restoring = Restoring(settings, window.locking, window)
    with qtbot.waitSignal(restoring.done):
        restoring.restore(copy)
    with qtbot.waitSignal(window.encrypting.changed):
        window.encrypting._go(encryption.new_key("correct horse battery"))

    for key in ("no backup", "restored", "encryption"):
        said = notice(window, key)
        assert "the disk is full" in said, key
        assert "as it was" in said, key
        assert "Make room, then try again." in said, key
    assert not database.is_encrypted()
    stories.add({"title": "And on"})
    assert stories.count() == 2
    assert [each.name for each in store.rglob("*unfinished*")] == []


def test_a_damaged_store_offers_both_ways(qtbot: QtBot, tmp_path: Path) -> None:
    for way, expected in (("Restore this backup", 1), ("Save what is readable", 2)):
        folder = tmp_path / way
        database.open_store(folder)
        stories.add({"title": "Before"})
        backup.make(folder / database.FILE_NAME, folder / backup.FOLDER, reason="daily")
        stories.add({"title": "Since"})
        database.close_store()
        store = folder / database.FILE_NAME
        store.write_bytes(b"\0" * 4096 + store.read_bytes()[4096:])

        dialog = StartProblem("It is damaged.", folder, damaged=True)
        qtbot.addWidget(dialog)
        texts = " ".join(each.text() for each in dialog.findChildren(type(dialog.sentence)))
        assert "Missing in it: 1 story." in texts
        button = next(
            each for each in dialog.findChildren(type(dialog.leave)) if each.text() == way
        )
        button.click()

        assert dialog.result() == 1
        database.open_store(folder)
        assert stories.count() == expected
        database.close_store()


def test_a_folder_that_is_synchronised_is_named(tmp_path: Path) -> None:
    assert place.synchronised_by(Path("/home/sam/Dropbox/jobs")) == "Dropbox"
    assert place.synchronised_by(Path("/home/sam/OneDrive - Contoso/jobs")) == "OneDrive"
    assert place.synchronised_by(Path("/home/sam/Boxes/dropboxes")) == ""
    (tmp_path / ".stfolder").mkdir()
    assert place.synchronised_by(tmp_path / "a" / "b") == "Syncthing"
    assert not place.is_on_network(tmp_path)


def test_a_store_is_moved_whole_and_found_again(
    window: MainWindow, store: Path, settings: Settings, tmp_path: Path
) -> None:
    stories.add({"title": "Kept the date"})
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    target = tmp_path / "safe"

    Moving(settings, window).move(target)

    assert not (store / database.FILE_NAME).exists()
    assert place.followed(store) == target
    assert len(backup_list.listed(target / backup.FOLDER)) == 1
    database.open_store(target)
    assert stories.count() == 1
    database.close_store()
    database.open_store(store / "empty")  # for the fixtures that close it


def test_a_run_that_was_killed_leaves_a_note(tmp_path: Path) -> None:
    note = tmp_path / "logs" / "running.txt"

    def next_run() -> Ending | None:
        report = CrashReport(tmp_path)
        ending = report.begin()
        assert note.exists()
        report.end()
        assert not note.exists()
        return ending

    assert next_run() is None
    assert next_run() is None, "it ended well"
    note.write_text("Rebound 0, began before the power went\n")
    assert next_run() == Ending(None)
    home = Path.home()
    note.write_text(f"Fatal Python error: Segmentation fault\n  File {home}/a.py line 3\n")
    ending = next_run()
    assert ending is not None
    assert ending.report is not None
    assert str(home) not in ending.report.read_text()
    assert "~/a.py" in ending.report.read_text()


def test_where_the_store_is_gone_one_can_restore_or_begin_anew(
    qtbot: QtBot, store: Path, qapp: object
) -> None:
    applications.add({"company": "Northwind"})
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    database.close_store()
    (store / database.FILE_NAME).unlink()
    problem = StartProblem("It is gone.", store, damaged=True, lost=True)
    qtbot.addWidget(problem)
    problem.show()
    ways = {each.text(): each for each in problem.findChildren(QPushButton)}
    assert "Restore this backup" in ways
    ways["Begin with an empty store"].click()
    assert problem.result() == problem.DialogCode.Accepted
    database.open_store(store)
    assert applications.open_ones() == []
    assert len(backup_list.listed(store / backup.FOLDER)) == 1


def test_an_encrypted_backup_beside_a_readable_store_stays_encrypted(
    qtbot: QtBot, store: Path, window: MainWindow
) -> None:
    applications.add({"company": "Northwind"})
    old = backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="import")
    # Its key is in hand, as after somebody looked into it.
    backup.copy_under(old, old, encryption.new_key("correct horse battery"))
    with qtbot.waitSignal(window.upkeep.changed):
        window.upkeep.each_day()
    assert encryption.is_encrypted(old)
