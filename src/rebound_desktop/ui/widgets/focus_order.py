"""The order in which Tab goes through the controls of a page: the one in which the eye does.

Qt goes in the order in which controls were made, so that the rows of a list, made after the
record is read, come after everything else.

Nothing here asks ``nextInFocusChain``: PySide takes the widget that is asked for the owner of the
one that is returned, which may belong elsewhere, and lets both go together.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget


def lead(root: QWidget) -> None:
    """Let Tab go through what is inside a widget as its layouts have it."""
    for before, each in pairwise(_stops(root)):
        QWidget.setTabOrder(before, each)


def first(root: QWidget) -> QWidget | None:
    """Return the first control inside a widget that takes the focus now, or None."""
    return next((each for each in _stops(root) if each.isVisible() and each.isEnabled()), None)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Give the controls on which Tab stops, hidden ones left out."""
    for each in _inside(widget):
        if each is None or each.isHidden():
            continue
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None:
            yield each
        yield from _stops(each)


def _inside(widget: QWidget) -> Iterator[QWidget | None]:
    if isinstance(widget, QSplitter):
        yield from (widget.widget(place) for place in range(widget.count()))
    elif isinstance(widget, QScrollArea):
        yield widget.widget()
    else:
        layout = widget.layout()
        if layout is not None:
            yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
