"""Labels and boxes with what a person typed."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from rebound_desktop.ui.widgets.fields import TextArea
from rebound_desktop.ui.widgets.highlighted_text import HighlightedText
from rebound_desktop.ui.widgets.long_text import LongText
from rebound_desktop.ui.widgets.text import ElidedLabel, PlainLabel


def test_a_label_shows_markup_as_text(qtbot: QtBot) -> None:
    label = PlainLabel("<b>not bold</b>")
    qtbot.addWidget(label)
    assert label.text() == "<b>not bold</b>"
    plain = PlainLabel("not bold")
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > plain.sizeHint().width()


def test_a_word_without_end_does_not_widen_what_wraps(qtbot: QtBot) -> None:
    endless = "x" * 10_000
    label = PlainLabel(endless, wrap=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 600
    assert label.text() == endless
    assert label.accessibleName() == endless
    label.setText("A word")
    assert label.accessibleName() == "", "the screen reader says what is shown"


def test_a_text_without_end_is_shown_as_its_beginning(qtbot: QtBot) -> None:
    book = "word " * 200_000
    label = PlainLabel(book, wrap=True)
    qtbot.addWidget(label)
    assert label.text() == book
    shown = QLabel.text(label)
    assert len(shown) <= 20_000
    assert shown.endswith("…")


def test_a_shortened_line_is_read_out_whole(qtbot: QtBot) -> None:
    line = "x" * 500
    label = ElidedLabel(line)
    qtbot.addWidget(label)
    label.resize(400, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.accessibleName() == line


@pytest.mark.parametrize("box", [TextArea, LongText, lambda: HighlightedText("The advert")])
@pytest.mark.parametrize("run", ["x" * 600_000, " " * 100_000], ids=["letters", "spaces"])
def test_a_box_takes_a_run_without_end(
    qtbot: QtBot, box: Callable[[], QTextEdit], run: str
) -> None:
    shown = box()
    qtbot.addWidget(shown)
    shown.resize(500, 300)
    shown.show()
    if isinstance(shown, HighlightedText):
        shown.show_text(run, [(3, 9), (500_000, 500_009)])
    else:
        shown.setPlainText(run)
        shown.moveCursor(QTextCursor.MoveOperation.End)
        shown.insertPlainText("y")
        assert shown.toPlainText() == run + "y"
    qtbot.wait(1)
    assert not shown.grab().isNull()


def test_text_with_words_breaks_between_them(qtbot: QtBot) -> None:
    box = TextArea()
    qtbot.addWidget(box)
    box.setPlainText("a word and another " * 2_000)
    assert box.wordWrapMode() == QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
