"""The tray's menu: what it offers and what it asks for."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop.tray import Tray, as_shown


@pytest.fixture
def offered() -> list[tuple[int, str]]:
    return [(7, "Ovens & orders"), (3, "Kept the date " + "and the hour " * 9)]


@pytest.fixture
def tray(qtbot: QtBot, qapp: object, offered: list[tuple[int, str]]) -> Iterator[Tray]:
    from PySide6.QtWidgets import QApplication

    assert isinstance(qapp, QApplication)
    made = Tray(lambda: offered, qapp)
    yield made
    made.put_away()


def entry(tray: Tray, start: str) -> QAction:
    return next(each for each in tray.menu.actions() if each.text().startswith(start))


def test_each_entry_asks_for_what_it_says(qtbot: QtBot, tray: Tray) -> None:
    for start, signal in (
        ("Open", tray.open_asked),
        ("I got bad news", tray.bad_news_asked),
        ("Log one win", tray.win_asked),
        ("Quit", tray.quit_asked),
    ):
        with qtbot.waitSignal(signal):
            entry(tray, start).trigger()
    with qtbot.waitSignal(tray.copy_asked) as asked:
        entry(tray, "Ovens && orders").trigger()
    assert asked.args == [7]


def test_the_stories_are_asked_anew_each_time(tray: Tray, offered: list[tuple[int, str]]) -> None:
    assert entry(tray, "Kept the date").text().endswith("…")
    offered[:] = [(9, "The latest")]
    tray.menu.aboutToShow.emit()
    texts = [each.text() for each in tray.menu.actions()]
    assert "The latest" in texts
    assert "Ovens && orders" not in texts
    offered.clear()
    tray.menu.aboutToShow.emit()
    assert not any(each.text() == "Copy a story" for each in tray.menu.actions())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere it is plain text")
def test_a_notification_is_no_markup() -> None:
    shown = as_shown("<b>R&D</b> &amp; Sons")
    assert "<" not in shown
    assert "&amp;" not in shown
    assert shown.replace("\u2060", "") == "‹b›R&D‹/b› &amp; Sons"
