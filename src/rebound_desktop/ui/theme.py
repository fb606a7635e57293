"""The one place that knows colours, sizes and icons.

A QPalette and one style sheet are made from the tokens; widgets carry none of their own. They
name a role through an object name or the property ``tone``, see ``resources/style/rebound.qss``.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from rebound_desktop.desktop.resources import resource


class Tokens(NamedTuple):
    """The colours of one scheme, as ``#RRGGBB``."""

    window: str
    side: str
    surface: str
    raised: str
    line: str
    text: str
    second: str
    third: str
    accent: str
    on_accent: str
    selection: str
    due: str
    due_soft: str
    good: str
    good_soft: str


LIGHT = Tokens(
    window="#F6F4F0",
    side="#EFEBE4",
    surface="#FFFFFF",
    raised="#FBFAF7",
    line="#E4DFD7",
    text="#1F2933",
    second="#545F69",
    third="#5F6A73",
    accent="#1F6F6B",
    on_accent="#FFFFFF",
    selection="#E3F0EE",
    due="#8A5A0B",
    due_soft="#FBF1DC",
    good="#2F6B3A",
    good_soft="#E5F2E6",
)
DARK = Tokens(
    window="#171B1F",
    side="#14181B",
    surface="#1F252A",
    raised="#242B31",
    line="#343D45",
    text="#E8EAEC",
    second="#A9B3BB",
    third="#97A2AB",
    accent="#5FC2B8",
    on_accent="#0E1B1A",
    selection="#1E3937",
    due="#E3B565",
    due_soft="#3A3020",
    good="#8CCB96",
    good_soft="#20351F",
)

#: Sizes in points relative to the system font: page title, name, card title, body, small.
_SCALE = {"title": 1.62, "brand": 1.25, "heading": 1.12, "body": 1.0, "small": 0.92}


class Theme(QObject):
    """Applies the tokens to the application and follows the system or the person's choice.

    ``changed`` is emitted after every switch, for what is painted by hand.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system_font = QFont(application.font())
        self._appearance = "system"
        self._percent = 100
        application.styleHints().colorSchemeChanged.connect(self._apply)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return DARK if self.is_dark else LIGHT

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is in force."""
        if self._appearance == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            return scheme == Qt.ColorScheme.Dark
        return self._appearance == "dark"

    def set(self, appearance: str, percent: int) -> None:
        """Use "system", "light" or "dark", and a font size of 80 to 200 per cent."""
        self._appearance = appearance
        self._percent = percent
        self._apply()

    def points(self, size: str = "body") -> float:
        """Return a size in points: "title", "heading", "body" or "small"."""
        base = self._system_font.pointSizeF()
        return round(max(base, 6.0) * self._percent / 100 * _SCALE[size], 1)

    def font(self, size: str = "body", *, bold: bool = False) -> QFont:
        """Return the system font at a size, for what is painted by hand."""
        font = QFont(self._system_font)
        font.setPointSizeF(self.points(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def icon_side(self) -> int:
        """Return how high an icon beside body text is, in pixels."""
        return max(16, round(QFontMetrics(self.font()).height() * 1.2))

    def color(self, name: str) -> QColor:
        """Return a token as a colour, for what is painted by hand."""
        return QColor(getattr(self.tokens, name))

    def icon(self, name: str, color: str = "second") -> QIcon:
        """Return a drawn icon in the colour of a token."""
        return _icon(name, getattr(self.tokens, color))

    def pixmap(self, name: str, color: str, size: int) -> QPixmap:
        """Return a drawn icon of a size in pixels in the colour of a token."""
        return self.icon(name, color).pixmap(size, size)

    def _apply(self) -> None:
        tokens = self.tokens
        self._application.setFont(self.font())
        self._application.setPalette(_palette(tokens))
        self._application.setStyleSheet(self._sheet(tokens))
        self.changed.emit()

    def _sheet(self, tokens: Tokens) -> str:
        sheet = _template()
        values: dict[str, str] = tokens._asdict()
        values |= {f"pt_{size}": f"{self.points(size)}pt" for size in _SCALE}
        # Qt leaves a corner square whose radius is more than half the height.
        line = QFontMetrics(self.font("small")).height()
        box = max(16, line)
        values |= {
            "r_pill": f"{line // 2 + 4}px",
            "px_box": f"{box}px",
            "r_box": f"{box // 2 + 1}px",
            "px_chosen": f"{box // 2}px",
        }
        suffix = "dark" if self.is_dark else "light"
        for name in ("check", "chevron-down", "chevron-up"):
            values[name.replace("-", "_")] = resource(f"style/{name}-{suffix}.svg").as_posix()
        # The longest names first, so that "due" does not eat the start of "due_soft".
        for name in sorted(values, key=len, reverse=True):
            sheet = sheet.replace(f"@{name}", values[name])
        return sheet


def theme() -> Theme:
    """Return the theme of the running application; raises RuntimeError before there is one."""
    application = QApplication.instance()
    found = application.findChild(Theme) if application is not None else None
    if found is None:
        raise RuntimeError("the theme is made before the first window")
    return found


@lru_cache(maxsize=1)
def _template() -> str:
    return resource("style/rebound.qss").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _icon(name: str, color: str) -> QIcon:
    return QIcon(_Drawing(name, color))


class _Drawing(QIconEngine):
    """A drawn icon that is painted when it is first needed, in just the size that is needed.

    In a room that is wider than high it keeps to the left, which gives a button a wider gap
    between its icon and its text.
    """

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        # Imported here: the first window does not wait for it.
        from PySide6.QtSvg import QSvgRenderer

        side = min(rect.width(), rect.height())
        place = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.5)
        QSvgRenderer(_svg(self._name, self._color)).render(painter, place)

    def clone(self) -> QIconEngine:
        return _Drawing(self._name, self._color)


@lru_cache(maxsize=256)
def _svg(name: str, color: str) -> QByteArray:
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QByteArray(text.replace("#000000", color).encode())


def _palette(tokens: Tokens) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, color in {
        roles.Window: tokens.window,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.raised,
        roles.Text: tokens.text,
        roles.Button: tokens.surface,
        roles.ButtonText: tokens.text,
        roles.BrightText: tokens.on_accent,
        roles.ToolTipBase: tokens.raised,
        roles.ToolTipText: tokens.text,
        roles.PlaceholderText: tokens.third,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.Link: tokens.accent,
        roles.LinkVisited: tokens.accent,
        roles.Accent: tokens.accent,
        roles.Light: tokens.raised,
        roles.Midlight: tokens.raised,
        roles.Mid: tokens.line,
        roles.Dark: tokens.line,
        roles.Shadow: tokens.line,
    }.items():
        palette.setColor(role, QColor(color))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.third))
    return palette
