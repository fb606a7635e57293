"""A box for longer text grows with it, up to a limit, however much is pasted."""

import pytest
from pytestqt.qtbot import QtBot

from rebound_desktop.ui.widgets.fields import TextArea


def _height(qtbot: QtBot, text: str) -> int:
    box = TextArea(lines=2, most=6)
    qtbot.addWidget(box)
    box.resize(400, 60)
    box.show()
    box.setPlainText(text)
    return box.height()


def test_it_grows_with_its_lines(qtbot: QtBot) -> None:
    heights = [_height(qtbot, "\n".join(["line"] * lines)) for lines in (1, 2, 3, 6, 9)]
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


@pytest.mark.parametrize("text", ["word " * 5_000, "word\n" * 5_000, "x" * 20_000])
def test_much_text_makes_it_as_high_as_it_gets(qtbot: QtBot, text: str) -> None:
    assert _height(qtbot, text) == _height(qtbot, "\n".join(["line"] * 6))


def test_one_long_line_is_as_high_as_it_is_broken(qtbot: QtBot) -> None:
    assert _height(qtbot, "word " * 60) > _height(qtbot, "word")
