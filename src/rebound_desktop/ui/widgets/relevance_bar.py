"""A short bar for how well something fits."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rebound_desktop.ui.theme import theme

_HEIGHT = 6  # pixels
#: From which share on a fit is called so.
_BEST = 0.7
_WELL = 0.4


class RelevanceBar(QWidget):
    """Shows a share from 0 to 1; the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Show a share."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(self._in_words())
        self.setToolTip(self._in_words())
        self.update()

    def _in_words(self) -> str:
        if self._share >= _BEST:
            return self.tr("Among the best fits")
        if self._share >= _WELL:
            return self.tr("Fits well")
        return self.tr("Fits a little") if self._share else self.tr("Shares no words")

    def sizeHint(self) -> QSize:
        return QSize(70, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        if self._share:
            whole.setWidth(max(_HEIGHT, whole.width() * self._share))
            painter.setBrush(theme().color("accent"))
            painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
