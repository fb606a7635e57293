"""Days as they are typed on the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from rebound_desktop.ui.widgets.fields import DayEdit, Field

_BEFORE = date(2026, 11, 22)


def _typed(qtbot: QtBot, text: str) -> tuple[DayEdit, Field]:
    """Return what a text was typed into, reached by the keyboard, and the field around it."""
    edit = DayEdit(_BEFORE)
    field = Field("Day", edit)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    edit.clearFocus()
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(edit, text)
    return edit, field


@pytest.mark.parametrize("text", ["3 Mar 2025", "03 mar 2025", "3 March 2025", "2025-03-03"])
def test_a_day_is_read_as_it_is_written(qtbot: QtBot, text: str) -> None:
    edit, _field = _typed(qtbot, text)
    assert edit.day() == date(2025, 3, 3)
    assert edit.settle() == ""


@pytest.mark.parametrize("text", ["31 Feb 2027", "soon", "4"])
def test_no_other_day_is_made_of_what_is_none(qtbot: QtBot, text: str) -> None:
    edit, field = _typed(qtbot, text)
    assert text in edit.settle()
    assert text in field.refusal
    assert edit.day() == _BEFORE
    assert edit.text() == "22 Nov 2026"
    assert edit.settle() == "", "it is said once"


def test_the_year_alone_is_put_right(qtbot: QtBot) -> None:
    edit, _field = _typed(qtbot, "")
    QTest.keyClick(edit, Qt.Key.Key_End)
    for _ in range(4):
        QTest.keyClick(edit, Qt.Key.Key_Backspace)
    QTest.keyClicks(edit, "2024")
    assert edit.day() == date(2024, 11, 22)


def test_arrows_still_step(qtbot: QtBot) -> None:
    edit, _field = _typed(qtbot, "")
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert edit.day() == date(2026, 11, 23)


def test_a_refusal_goes_with_the_next_key(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = Field("Company", line)
    qtbot.addWidget(field)
    field.refuse("Write a name.")
    QTest.keyClicks(line, "N")
    assert field.refusal == ""
