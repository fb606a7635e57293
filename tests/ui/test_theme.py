"""The look: readable in both schemes, followed at once, and made from tokens alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop.resources import resource
from rebound_desktop.ui.theme import DARK, LIGHT, Theme, Tokens, theme

#: Every token that text is written in, with the grounds that it is written on.
_PAIRS = {
    "text": ("window", "side", "surface", "raised", "selection", "due_soft", "good_soft"),
    "second": ("window", "side", "surface", "raised", "selection"),
    "third": ("window", "side", "surface", "raised", "selection"),
    "accent": ("window", "surface", "selection"),
    "on_accent": ("accent",),
    "due": ("window", "surface", "raised", "due_soft"),
    "good": ("surface", "good_soft"),
}


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    theme().set("light", 100)


def _luminance(color: str) -> float:
    """Relative luminance as in WCAG 2.2."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"), [(text, ground) for text, grounds in _PAIRS.items() for ground in grounds]
)
def test_text_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    one, other = _luminance(getattr(tokens, text)), _luminance(getattr(tokens, ground))
    contrast = (max(one, other) + 0.05) / (min(one, other) + 0.05)
    assert contrast >= 4.5, f"{text} on {ground}: {contrast:.2f}"


def test_every_name_in_the_sheet_is_replaced(qapp: QApplication) -> None:
    for appearance in ("light", "dark"):
        theme().set(appearance, 100)
        rules = re.sub(r"/\*.*?\*/", "", qapp.styleSheet(), flags=re.DOTALL)
        assert "@" not in rules


def test_the_sheet_and_the_widgets_carry_no_colours_of_their_own() -> None:
    sheet = resource("style/rebound.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{6}\b|rgba?\(", sheet)
    ui = Path(__file__).parents[2] / "src/rebound_desktop/ui"
    for source in ui.rglob("*.py"):
        if source.name != "theme.py":
            assert not re.findall(r'"#[0-9a-fA-F]{6}"', source.read_text("utf-8")), source


class _System:
    """Stands for the desktop's own light or dark, which the screenless platform does not have."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Light

    def styleHints(self) -> "_System":
        return self

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme


def test_the_system_is_followed_at_once(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = _System()
    monkeypatch.setattr("rebound_desktop.ui.theme.QGuiApplication", system)
    theme().set("system", 100)
    assert not theme().is_dark
    system.scheme = Qt.ColorScheme.Dark
    with qtbot.waitSignal(theme().changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme().is_dark
    assert qapp.palette().window().color().name().upper() == DARK.window
    # What was set by hand counts more.
    theme().set("light", 100)
    assert not theme().is_dark


def test_the_text_grows_with_the_setting(qapp: QApplication) -> None:
    normal = theme().points()
    theme().set("light", 200)
    assert theme().points() == pytest.approx(2 * normal, abs=0.1)
    assert qapp.font().pointSizeF() == theme().points()
    assert f"{theme().points('small')}pt" in qapp.styleSheet()


def test_a_drawn_icon_takes_the_colour_of_a_token(qapp: QApplication) -> None:
    image = theme().pixmap("today", "accent", 32).toImage()
    solid = {
        image.pixelColor(x, y).name().upper()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {LIGHT.accent}


def test_there_is_one_theme(qapp: QApplication) -> None:
    assert len(qapp.findChildren(Theme)) == 1
