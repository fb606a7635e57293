"""What Today shows in an empty store: three ways to begin, and a passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card, rule
from rebound_desktop.ui.widgets.text import PlainLabel


class StartCard(Card):
    """Three ways to begin; ``new_asked`` with the key of the page to begin on."""

    bad_news_asked = Signal()
    new_asked = Signal(str)
    passphrase_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Where to begin"), parent=parent)
        self.column.setSpacing(12)
        self._pictures: list[tuple[str, PlainLabel]] = []
        self.bad_news = button(self.tr("I got bad news…"), self.bad_news_asked.emit)
        self.application = button(
            self.tr("Add an application…"), lambda: self.new_asked.emit("applications")
        )
        self.story = button(self.tr("Write one down…"), lambda: self.new_asked.emit("strengths"))
        self._add(
            "rejections",
            self.tr("A no has arrived"),
            self.tr("Put it down in half a minute. What comes next can wait until you like."),
            self.bad_news,
        )
        self._add(
            "applications",
            self.tr("You are applying somewhere"),
            self.tr("Keep what runs in one place, each with its next step."),
            self.application,
        )
        self._add(
            "strengths",
            self.tr("Something you did well"),
            self.tr("Write down one time you met or beat what was asked. It comes back here."),
            self.story,
        )
        self.passphrase = button(self.tr("Set a passphrase…"), self.passphrase_asked.emit)
        self._secrecy = self._add(
            "lock",
            self.tr("For your eyes only"),
            self.tr("All of it stays on this laptop. If you like, a passphrase encrypts it."),
            self.passphrase,
        )
        theme().changed.connect(self._look)
        self._look()

    def show_encrypted(self, encrypted: bool) -> None:
        """Offer a passphrase where the store has none."""
        for each in self._secrecy:
            each.setVisible(not encrypted)

    def _add(self, icon: str, title: str, text: str, action: QWidget) -> list[QWidget]:
        line = rule()
        self.column.addWidget(line)
        picture = PlainLabel()
        self._pictures.append((icon, picture))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(PlainLabel(title, "strong", wrap=True))
        texts.addWidget(PlainLabel(text, "smallSecond", wrap=True))
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(texts, 1)
        row.addWidget(action)
        self.column.addWidget(part)
        return [line, part]

    def _look(self) -> None:
        for icon, picture in self._pictures:
            picture.setPixmap(theme().pixmap(icon, "accent", 24))
