"""Two parts beside each other, with an edge between them that can be moved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def two_panes(
    left: QWidget, right: QWidget, *, sizes: tuple[int, int], grow: tuple[int, int], gap: int = 16
) -> QSplitter:
    """Return a splitter with two parts, neither of which can be pushed away.

    ``sizes`` are their widths at first, in pixels, ``grow`` says in which proportion they share
    more room than that, and ``gap`` is the space between them.
    """
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(gap)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(left)
    splitter.addWidget(right)
    for place, factor in enumerate(grow):
        splitter.setStretchFactor(place, factor)
    splitter.setSizes(list(sizes))
    return splitter
