"""The order in which Tab goes through the controls of a page: the one in which the eye does.

Qt goes in the order in which controls were made, so that the rows of a list, made after the
record is read, come after everything else.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget


def lead(root: QWidget) -> None:
    """Let Tab go through what is inside a widget as its layouts have it."""
    before: QWidget | None = None
    for each in _stops(root):
        if before is not None and before.nextInFocusChain() is not each:
            QWidget.setTabOrder(before, each)
        before = each


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
