"""The earlier versions of a story: to read them, and to bring one back."""

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.models.story_words import field_name
from rebound_desktop.models.words import word
from rebound_desktop.store import stories, story_versions
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.long_text import LongText
from rebound_desktop.ui.widgets.text import PlainLabel


class StoryHistoryDialog(QDialog):
    """Lists when the story was something else; ``said`` carries a sentence on what was done."""

    said = Signal(str)

    def __init__(self, story_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions = story_versions.of_story(story_id)
        self.setWindowTitle(self.tr("Earlier versions"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 16)
        outer.setSpacing(10)
        outer.addWidget(PlainLabel(self.tr("Earlier versions"), "title"))
        story = stories.get(story_id)
        now = stories.texts_of(story) if story is not None else {}
        outer.addWidget(
            PlainLabel(
                self.tr(
                    "The story as it was before each time you changed it. Bringing one back "
                    "keeps what is there now as a version too."
                )
                if self._versions
                else self.tr(
                    "No earlier version yet. One is kept each time you begin to change the story."
                ),
                "second",
                wrap=True,
            )
        )
        body = QHBoxLayout()
        body.setSpacing(16)
        outer.addLayout(body, 1)
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName(self.tr("Earlier versions, the latest first"))
        self.list.ensurePolished()  # the style sheet decides how high a line is
        for each in self._versions:
            QListWidgetItem(_moment(each.created_at), self.list)
        body.addWidget(self.list, 1)
        self.text = LongText()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The story in this version"))
        body.addWidget(self.text, 2)
        self.list.setVisible(bool(self._versions))
        self.text.setVisible(bool(self._versions))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(button(self.tr("Close"), self.reject))
        self.bring_back = button(self.tr("Bring this one back"), self._restore, kind="primary")
        self.bring_back.setEnabled(bool(self._versions))
        row.addWidget(self.bring_back)
        outer.addLayout(row)
        self._now = now
        self.list.currentRowChanged.connect(self._show)
        if self._versions:
            self.list.setCurrentRow(0)
        self._fit()

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width = min(max(600, int(theme().points() * 70)), room.width() - 40)
        height = int(theme().points() * (52 if self._versions else 20))
        self.resize(width, min(height, room.height() - 24))

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self._versions):
            return
        texts = story_versions.texts_of(self._versions[number])
        self.text.setPlainText(_written_out(texts))
        self.bring_back.setEnabled(any(self._now.get(name) != texts[name] for name in texts))

    def _restore(self) -> None:
        number = self.list.currentRow()
        if 0 <= number < len(self._versions):
            story_versions.restore(self._versions[number].id)
            self.said.emit(self.tr("Brought back. Ctrl+Z takes it back."))
            self.accept()


def _written_out(texts: dict[str, str]) -> str:
    """Return the texts of a version one below the other, each under its name."""
    parts = [texts["title"]]
    parts += [
        f"{field_name(name)}\n{texts[name].strip()}" for name in FIELDS if texts[name].strip()
    ]
    expectation = texts["expectation"] and word("expectation", texts["expectation"])
    parts.append(" · ".join(each for each in (texts["happened"], expectation) if each))
    return "\n\n".join(each for each in parts if each)


def _moment(stamp: str) -> str:
    """Return a moment in UTC as the person's own day and time: "22 Nov 2026, 14:03"."""
    there = datetime.fromisoformat(stamp.replace("Z", "")).replace(tzinfo=UTC)
    shown = QDateTime.fromSecsSinceEpoch(int(there.timestamp()))
    return QLocale().toString(shown, "d MMM yyyy, HH:mm")
