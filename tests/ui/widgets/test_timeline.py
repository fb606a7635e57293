"""A history as a line of dots."""

from datetime import date

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.widgets.timeline import Timeline, TimelineEntry

APPLIED = TimelineEntry(date(2026, 10, 2), "Applied", "via referral", event_id=7)
NO = TimelineEntry(date(2026, 11, 20), "“Not <b>this</b> time”", tone="due")


@pytest.fixture
def timeline(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Timeline:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")
    made = Timeline("What happened")
    qtbot.addWidget(made)
    made.show()
    made.set_events([APPLIED, NO])
    return made


def texts(timeline: Timeline) -> list[str]:
    return [each.text() for each in timeline.findChildren(PlainLabel) if not each.isHidden()]


def test_it_says_when_and_what(timeline: Timeline) -> None:
    assert texts(timeline) == [
        "2 Oct",
        "Applied",
        "via referral",
        "20 Nov",
        "“Not <b>this</b> time”",
    ]


def test_only_an_event_can_be_taken_out(timeline: Timeline, qtbot: QtBot) -> None:
    (button,) = timeline.findChildren(QToolButton)
    assert button.accessibleName() == "Take out of the history: Applied, 2 Oct"
    with qtbot.waitSignal(timeline.retract_asked) as asked:
        button.click()
    assert asked.args == [7]


def test_it_shows_nothing_twice_after_the_theme_changed(timeline: Timeline, qtbot: QtBot) -> None:
    theme().set("dark", 120)
    theme().set("light", 100)
    qtbot.waitUntil(lambda: len(timeline.findChildren(PlainLabel)) == 5)
    timeline.set_events([NO])
    qtbot.waitUntil(lambda: texts(timeline) == ["20 Nov", "“Not <b>this</b> time”"])
