"""One of the person's own stories, on Today."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rebound_desktop.core.plain_text import shortened
from rebound_desktop.models import words
from rebound_desktop.store import stories
from rebound_desktop.store.tables import Story
from rebound_desktop.ui.widgets.buttons import button, caption
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.kept_line import KeptLine
from rebound_desktop.ui.widgets.text import Pill, PlainLabel

#: How much of a story is shown, in characters.
_MOST = 260
#: How many competencies are shown.
_LABELS = 2


class StoryCard(Card):
    """Shows one story at a time; ``copy_asked`` with its text and title, ``opened`` with its id.

    ``new_asked`` where there is no story yet and the person wants to write one; ``said`` carries
    a sentence on what was kept. A win is logged in one line at any time.
    """

    copy_asked = Signal(str, str)
    opened = Signal(int)
    new_asked = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Remember what you’re good at"), parent=parent)
        self._story: Story | None = None
        self._seen: set[int] = set()
        self.another = button(self.tr("Another"), self._show_another, kind="link")
        self.another.setAccessibleName(self.tr("Another story"))
        self.action_row.addWidget(self.another)
        self.title = button("", self._open, kind="strongLink")
        self.column.addWidget(self.title)
        self.text = PlainLabel("", "smallSecond", wrap=True)
        self.column.addWidget(self.text)
        self._pills = QWidget()
        self._flow = FlowLayout(self._pills)
        self.copy = button(self.tr("Copy"), self._copy, name=self.tr("Copy the story"))
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(self._pills, 1, Qt.AlignmentFlag.AlignVCenter)
        bottom.addWidget(self.copy)
        self.column.addLayout(bottom)
        self._invitation = PlainLabel(
            self.tr("Write down one time you met or beat what was asked. It comes back here."),
            "second",
            wrap=True,
        )
        self.column.addWidget(self._invitation)
        self.write = button(self.tr("Write one down…"), self.new_asked.emit)
        row = QHBoxLayout()
        row.addWidget(self.write)
        row.addStretch(1)
        self.column.addLayout(row)
        self.win = KeptLine()
        self.win.setPlaceholderText(self.tr("Log a win in one line, then Enter"))
        self.win.setAccessibleName(self.tr("Log a win in one line"))
        self.win.enter_with(self._log_win)
        self.column.addWidget(self.win)
        self.win.keep_as("a win on Today")

    def refresh(self) -> None:
        """Show the story of the day, or the one that is shown as it is now."""
        shown = stories.get(self._story.id) if self._story is not None else None
        if shown is not None and shown.retired_at is None:
            self._show(shown)
        else:
            self._show_next()

    def _show_another(self) -> None:
        if self._story is not None:
            self._seen.add(self._story.id)
        self._show_next()

    def _show_next(self) -> None:
        found = stories.to_remember(1, self._seen)
        if not found and self._seen:
            # All were seen: from the beginning, but not with the one that is shown.
            self._seen = {self._story.id} if self._story is not None else set()
            found = stories.to_remember(1, self._seen) or stories.to_remember(1)
        self._show(found[0] if found else None)

    def _show(self, story: Story | None) -> None:
        self._story = story
        for part in (self.title, self.text, self._pills, self.copy):
            part.setVisible(story is not None)
        self._invitation.setVisible(story is None)
        self.write.setVisible(story is None)
        self.another.setVisible(story is not None and len(stories.to_remember(2)) > 1)
        if story is None:
            return
        self.title.setText(caption(story.title))
        self.title.setAccessibleName(story.title)
        text = _told(story)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self._flow.clear()
        if story.expectation:
            self._flow.addWidget(Pill(words.word("expectation", story.expectation), "accent"))
        for each in stories.competencies_of(story.id)[:_LABELS]:
            self._flow.addWidget(Pill(each.name))

    def _open(self) -> None:
        if self._story is not None:
            self.opened.emit(self._story.id)

    def _copy(self) -> None:
        # Imported here: it is needed for copying only, and the first page does not wait for it.
        from rebound_desktop.core.stories import Form, render

        if self._story is not None:
            rendered = render(stories.texts_of(self._story), Form.WHOLE)
            self.copy_asked.emit(rendered.text, self._story.title)

    def _log_win(self) -> None:
        story = stories.log_moment(self.win.text())
        if story is not None:
            self.win.clear()
            self.said.emit(self.tr("Kept under Strengths. Write it out whenever you like."))


def _told(story: Story) -> str:
    """Return the beginning of a story as running text."""
    parts = (story.situation, story.task, story.obstacle, story.action, story.result)
    text = " ".join(" ".join(parts).split()) or " ".join(story.moment.split())
    if text == story.title:
        return ""
    return shortened(text, _MOST)
