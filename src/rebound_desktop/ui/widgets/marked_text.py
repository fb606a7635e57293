"""Text painted by hand with the words of a search marked in it."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout

from rebound_desktop.core.search_hits import hits
from rebound_desktop.ui.theme import theme


def paint_marked(
    painter: QPainter,
    room: QRect,
    text: str,
    font: QFont,
    *,
    ink: str = "text",
    lines: int = 1,
    search: str = "",
) -> int:
    """Paint a text from the top of a room on so many lines; return their height in pixels.

    What does not fit ends in "…"; ``ink`` is a token of the theme, ``search`` the words to mark.
    """
    layout = QTextLayout(_fitted(text, font, room.width(), lines), font)
    layout.setFormats(_marks(layout.text(), search))
    height = _arrange(layout, room.width(), lines)
    painter.setPen(theme().color(ink))
    layout.draw(painter, QPointF(room.left(), room.top()))
    return height


def _marks(text: str, search: str) -> list[QTextLayout.FormatRange]:
    marks = []
    for start, length in hits(text, search) if search.strip() else ():
        mark = QTextLayout.FormatRange()
        # Qt counts in units of UTF-16, in which an emoji has two.
        mark.start = _units(text[:start])
        mark.length = _units(text[start : start + length])
        look = QTextCharFormat()
        look.setBackground(theme().color("due_soft"))
        look.setForeground(theme().color("text"))
        look.setFontWeight(QFont.Weight.DemiBold)
        mark.format = look
        marks.append(mark)
    return marks


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _fitted(text: str, font: QFont, width: int, most: int) -> str:
    """Return a text shortened to what fits on so many lines."""
    metrics = QFontMetrics(font)
    if most == 1:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(text[: width * most], font)
    _arrange(layout, width, most)
    last = layout.lineAt(most - 1)
    if not last.isValid():
        return text
    whole = layout.text()
    rest = whole.encode("utf-16-le")[2 * last.textStart() :].decode("utf-16-le", "ignore")
    shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width - 4)
    return whole.removesuffix(rest) + shown


def _arrange(layout: QTextLayout, width: int, most: int) -> int:
    """Break a layout into at most so many lines of a width; return their height."""
    height = 0.0
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return int(height)
