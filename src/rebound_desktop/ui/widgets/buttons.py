"""Buttons of the program's few kinds."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    *,
    kind: str = "",
    name: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """Return a button; ``kind`` is "primary", "link", "chip", "nav" or "" for a plain one.

    ``text`` may mark a key by "&"; what a person typed goes through :func:`caption`.
    ``name`` is what a screen reader says where the visible text alone would not be clear.
    """
    made = QPushButton(text, parent)
    if kind:
        made.setProperty("kind", kind)
    if name:
        made.setAccessibleName(name)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if clicked is not None:
        # The signal carries whether the button is checked, which nobody here wants to know.
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def caption(text: str) -> str:
    """Return a text for a button or a menu, in which "&" is a letter and marks no key."""
    return text.replace("&", "&&")


def show_checked(control: QAbstractButton, checked: bool) -> None:
    """Check or uncheck a control to show what is stored, without telling anybody.

    So its ``toggled`` stands for what the person did, by mouse, key or screen reader. ``clicked``
    would miss the last one: a screen reader toggles, which clicks nothing.
    """
    with QSignalBlocker(control):
        control.setChecked(checked)
