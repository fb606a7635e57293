"""One story on the Prepare page: chosen or not, why it fits, and its words to read."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.core.explaining import Passage
from rebound_desktop.core.matching import Match
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.highlighted_text import HighlightedText
from rebound_desktop.ui.widgets.relevance_bar import RelevanceBar
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.widgets.tips import set_tip

_WORDS = 5  # how many of the words that made it fit stand below the title
#: From how many times the text size in points on there is room for the bar.
_WITH_BAR = 44


class StoryRow(QFrame):
    """A story that can be chosen, moved, read and copied.

    ``chosen`` carries whether it is on the sheet, ``moved`` -1 or 1, ``dragged`` the place of the
    mouse in the list, ``dropped`` that the mouse was let go.
    """

    chosen = Signal(bool)
    copy_asked = Signal()
    moved = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toDoRow")
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self._fits = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.box = QCheckBox()
        self.box.setAccessibleDescription(self.tr("Alt+Up and Alt+Down move a chosen story"))
        line.addWidget(self.box)
        line.addSpacing(-8)  # the style keeps room for a text beside the box
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = PlainLabel("", "strong", wrap=True)
        words.addWidget(self.title)
        self.because = PlainLabel("", "smallSecond", wrap=True)
        self.because.setProperty("tone", "")
        words.addWidget(self.because)
        line.addLayout(words, 1)
        self.bar = RelevanceBar()
        line.addWidget(self.bar)
        self.read = button(self.tr("Read"), self._switch, kind="smallLink")
        line.addWidget(self.read)
        self.copy = button(self.tr("Copy"), self.copy_asked.emit)
        line.addWidget(self.copy)
        column.addLayout(line)
        self.text = HighlightedText("", most=14)
        self.text.hide()
        column.addWidget(self.text)
        self.box.clicked.connect(self.chosen)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.moved.emit(step))

    def show_story(
        self,
        title: str,
        texts: dict[str, str],
        match: Match | None,
        best: float,
        told: str,
        *,
        chosen: bool,
    ) -> None:
        """Show a story: its title, its texts by field, why it fits, a warning where it was told.

        ``best`` is the score of the story that fits best, beside which the bar is drawn.
        """
        self.box.setChecked(chosen)
        self.box.setAccessibleName(self.tr("Tell “{title}”").format(title=title))
        self.copy.setAccessibleName(self.tr("Copy “{title}”").format(title=title))
        self.read.setAccessibleName(self.tr("Read “{title}”").format(title=title))
        self.title.setText(title)
        why = " · ".join(match.because[:_WORDS]) if match is not None else ""
        self.because.setText(told or why)
        set_tip(self.because, why if told else "")
        self.because.setVisible(bool(told or why))
        tone = "due" if told else ""
        if tone != self.because.property("tone"):
            self.because.setProperty("tone", tone)
            self.because.style().unpolish(self.because)
            self.because.style().polish(self.because)
        self._fits = match is not None
        self.bar.show_share(match.score / best if match is not None and best else 0.0)
        self._show_bar()
        self.text.setAccessibleName(title)
        self.text.show_text(*_whole(texts, match.passages if match is not None else []))
        self.setCursor(Qt.CursorShape.OpenHandCursor if chosen else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_bar()

    def _show_bar(self) -> None:
        """In a narrow column the words need the room."""
        self.bar.setVisible(self._fits and self.width() > theme().points() * _WITH_BAR)

    def _switch(self) -> None:
        self.text.setVisible(self.text.isHidden())
        self.read.setText(self.tr("Read") if self.text.isHidden() else self.tr("Hide"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.box.isChecked():
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed_at is None:
            return
        far = (here - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far or self._dragging:
            self._dragging = True
            self.dragged.emit(self.mapToParent(here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if self._dragging:
            self._dragging = False
            self.dropped.emit()


def _whole(texts: dict[str, str], passages: list[Passage]) -> tuple[str, list[tuple[int, int]]]:
    """Join the texts of a story, and give the passages in the whole."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for name, text in texts.items():
        if not text:
            continue
        places += [(at + each.start, at + each.end) for each in passages if each.field == name]
        parts.append(text)
        at += len(text) + 2
    return "\n\n".join(parts), places
