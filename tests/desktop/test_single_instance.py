"""One program on one data folder; a second start raises the window of the first."""

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from rebound_desktop.desktop.single_instance import SingleInstance


def test_the_second_one_knocks_and_the_first_one_hears(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.acquire()
    first.listen()
    second = SingleInstance(tmp_path)
    assert not second.acquire()
    with qtbot.waitSignal(first.knocked):
        second.knock()
    with qtbot.waitSignal(first.knocked):
        second.knock()
    first.release()
    assert second.acquire()
    second.release()


def test_two_folders_do_not_mind_each_other(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "other")
    assert one.acquire()
    assert other.acquire()
    one.release()
    other.release()


def test_a_folder_that_was_made_anew_is_held_again(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = SingleInstance(folder)
    assert first.acquire()
    first.listen()
    shutil.rmtree(folder)
    first.hold_on()
    assert not folder.exists()
    folder.mkdir()
    first.hold_on()
    second = SingleInstance(folder)
    assert not second.acquire()
    with qtbot.waitSignal(first.knocked):
        second.knock()
    first.release()


def test_releasing_leaves_the_lock_of_who_has_the_folder_now(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = SingleInstance(folder)
    assert first.acquire()
    folder.rename(tmp_path / "elsewhere")
    second = SingleInstance(folder)
    assert second.acquire()
    first.release()
    assert not SingleInstance(folder).acquire()
    second.release()
