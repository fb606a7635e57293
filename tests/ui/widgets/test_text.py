"""Labels with what a person typed."""

from pytestqt.qtbot import QtBot

from rebound_desktop.ui.widgets.text import PlainLabel


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
