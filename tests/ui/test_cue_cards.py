"""Cue cards: one thing at a time, all by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rebound_desktop.ui.cue_cards import CueCard, CueCards

CARDS = (
    CueCard("Who is there", ("Lena Fischer",)),
    CueCard("Kept the date", ("vendor", "launch"), "I rang the vendor. Twice."),
)


@pytest.fixture
def cards(qtbot: QtBot) -> CueCards:
    made = CueCards(CARDS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_the_window_stays_on_top_and_has_its_own_entry(cards: CueCards) -> None:
    assert cards.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert cards.windowType() == Qt.WindowType.Window
    assert cards.parent() is None
    assert not cards.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    assert cards.windowTitle() == "Cue cards"


def test_keys_move_between_cards(cards: CueCards) -> None:
    assert (cards.title.text(), cards.count.text()) == ("Who is there", "1 of 2")
    assert not cards.before.isEnabled()
    QTest.keyClick(cards, Qt.Key.Key_Right)
    assert (cards.title.text(), cards.count.text()) == ("Kept the date", "2 of 2")
    QTest.keyClick(cards, Qt.Key.Key_Right)
    assert cards.place == 1
    QTest.keyClick(cards, Qt.Key.Key_Left)
    assert cards.place == 0
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert cards.place == 1


def test_a_card_is_turned_over_where_it_has_a_back(cards: CueCards) -> None:
    QTest.keyClick(cards, Qt.Key.Key_Up)
    assert cards.text.text() == "• Lena Fischer"
    QTest.keyClick(cards, Qt.Key.Key_Right)
    assert cards.text.text() == "• vendor\n• launch"
    QTest.keyClick(cards, Qt.Key.Key_Down)
    assert cards.text.text() == "I rang the vendor. Twice."
    QTest.keyClick(cards, Qt.Key.Key_Up)
    assert cards.text.text() == "• vendor\n• launch"


def test_the_type_grows_and_shrinks_within_limits(cards: CueCards) -> None:
    before = cards.text.font().pointSizeF()
    QTest.keyClick(cards, Qt.Key.Key_Plus)
    assert cards.text.font().pointSizeF() > before
    for _ in range(30):
        QTest.keyClick(cards, Qt.Key.Key_Minus)
    smallest = cards.text.font().pointSizeF()
    assert 0 < smallest < before
    QTest.keyClick(cards, Qt.Key.Key_Minus)
    assert cards.text.font().pointSizeF() == smallest


def test_the_timer_starts_and_stops(cards: CueCards) -> None:
    assert cards.time.text() == "0:00"
    QTest.keyClick(cards, Qt.Key.Key_T)
    assert cards._tick.isActive()
    assert cards.timer.text().startswith("Stop")
    QTest.keyClick(cards, Qt.Key.Key_T)
    assert not cards._tick.isActive()


def test_escape_closes(cards: CueCards) -> None:
    QTest.keyClick(cards, Qt.Key.Key_Escape)
    assert not cards.isVisible()
