"""Labels. What a person typed is always shown as plain text, never read as markup."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

#: Longer runs without a space, as links are, would make a label as wide as they are.
_LONG_RUN = re.compile(r"\S{40}(?=\S)")
#: A label lays out all of its text several times over; a megabyte would hold up the window for
#: seconds. More than a long essay is shown as its beginning, in characters.
_MOST = 20_000
#: As much of a text as the widest line may hold, in characters.
_LINE = 1_000


class PlainLabel(QLabel):
    """A label that shows its text as it is.

    ``rank`` is an object name that the style sheet knows: "title", "heading", "strong",
    "section", "second", "small", "smallSecond" or "" for body text.
    """

    def __init__(
        self, text: str = "", rank: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._given = ""
        self._is_named = False  # by the label itself
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setObjectName(rank)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show a text; one that wraps may also break within what is too long for a line."""
        self._given = text
        visible = text if len(text) <= _MOST else text[: _MOST - 1] + "…"
        shown = _LONG_RUN.sub("\\g<0>\u200b", visible)
        if shown != visible:
            # The places to break are for the eye only.
            self.setAccessibleName(visible)
            self._is_named = True
        elif self._is_named:
            # It would say the text from before.
            self.setAccessibleName("")
            self._is_named = False
        super().setText(shown)

    def text(self) -> str:
        """Return the text as it was given."""
        return self._given


class ElidedLabel(PlainLabel):
    """A label on one line that ends in "…" where there is not enough room."""

    def __init__(self, text: str = "", rank: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", rank, parent=parent)
        self._whole = text
        self.setMinimumWidth(24)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show a text, shortened to the room there is; the screen reader gets all of it."""
        self._whole = " ".join(text[:_MOST].split())
        self._shorten()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._whole[:_LINE]) + 4)
        return hint

    def resizeEvent(self, event: object) -> None:
        self._shorten()

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole[:_LINE], Qt.TextElideMode.ElideRight, max(self.width(), 24)
        )
        if shown != self.text():
            self.setText(shown)
        if self.accessibleName() != self._whole:
            self.setAccessibleName(self._whole)


class Pill(PlainLabel):
    """A short fact in a rounded field; ``tone`` is "plain", "accent", "due" or "good"."""

    def __init__(self, text: str, tone: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, "pill", parent=parent)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
