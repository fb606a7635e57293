"""A row of chips beside other controls."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rebound_desktop.ui.widgets.chips import ChipRow


def test_chips_that_come_late_are_reached_where_they_stand(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    above, chips, below = QLineEdit(), ChipRow("Which"), QLineEdit()
    column = QVBoxLayout(page)
    for each in (above, chips, below):
        column.addWidget(each)
    chips.set_chip("all", "All")
    chips.set_chip("some", "Some")
    with qtbot.waitActive(page):
        page.show()
    above.setFocus()
    QTest.keyClick(above, Qt.Key.Key_Tab)
    first = page.focusWidget()
    assert first is not None
    assert chips.isAncestorOf(first)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert page.focusWidget() is below
