"""What a screen reader does to a control that can be checked: it toggles it, without a click."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.ui.side_bar import SideBar
from rebound_desktop.ui.widgets.chips import ChipRow


def _named(inside: QObject, text: str) -> QPushButton:
    return next(each for each in inside.findChildren(QPushButton) if each.text() == text)


def test_an_entry_of_the_side_bar_opens_its_page_once(qtbot: QtBot) -> None:
    bar = SideBar([("today", "Today"), ("people", "People")])
    qtbot.addWidget(bar)
    bar.page_asked.connect(bar.show_page)  # as the window does
    bar.show_page("today")
    asked: list[str] = []
    bar.page_asked.connect(asked.append)
    _named(bar, "People").toggle()
    assert asked == ["people"]


def test_a_chip_filters(qtbot: QtBot) -> None:
    chips = ChipRow("Which ones")
    qtbot.addWidget(chips)
    chips.set_chip("all", "All")
    chips.set_chip("open", "Open")
    chosen: list[str] = []
    chips.chosen.connect(chosen.append)
    _named(chips, "Open").toggle()
    assert chosen == ["open"]


def test_where_the_chosen_chip_goes_the_first_one_filters(qtbot: QtBot) -> None:
    chips = ChipRow("Which ones")
    qtbot.addWidget(chips)
    chips.set_chip("all", "All")
    chips.set_chip("open", "Open")
    chips.choose("open")
    chosen: list[str] = []
    chips.chosen.connect(chosen.append)
    chips.keep(["all"])
    assert chosen == ["all"]
