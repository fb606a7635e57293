"""Page 8: what the person is good at, in two of their own stories or four new lines."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import shortened
from rebound_desktop.core.reflection import Step
from rebound_desktop.core.stories import Form, render, summary
from rebound_desktop.core.story_parts import title_from
from rebound_desktop.models import words
from rebound_desktop.store import changes, reflections, stories
from rebound_desktop.store.tables import Story, Telling
from rebound_desktop.ui.widgets.autosave import text_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.wizard.session import Session
from rebound_desktop.ui.wizard.step_page import StepPage

#: How much of a story its card shows, in characters.
_SUMMARY = 240
_PARTS = ("situation", "task", "action", "result")


class GoodAtPage(StepPage):
    """A time the person met or beat what was asked: one chosen, or one written."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Step.GOOD_AT,
            self.tr("What you’re good at"),
            self.tr("A time you met or beat what was asked. Take one with you, or write one."),
        )
        self._shown: list[int] = []
        self.takes: dict[int, QPushButton] = {}
        self._cards = QHBoxLayout()
        self._cards.setSpacing(12)
        self._none = PlainLabel(
            self.tr("Your own stories will stand here. The first one can be four short lines."),
            "second",
            wrap=True,
        )
        self.column.addWidget(self._none)
        self.column.addLayout(self._cards)
        self.parts: dict[str, TextArea] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        questions = {
            "situation": self.tr("What was going on?"),
            "task": self.tr("What was asked of you?"),
            "action": self.tr("What did you do?"),
            "result": self.tr("How did it turn out?"),
        }
        for place, part in enumerate(_PARTS):
            area = TextArea(lines=2, most=8)
            self.parts[part] = area
            holder = QVBoxLayout()
            holder.addWidget(Field(questions[part], area))
            holder.addStretch(1)
            grid.addLayout(holder, place // 2, place % 2)
            session.autosave.watch(area, lambda _text: self._save())
        self.column.addLayout(grid)
        self.expectation = ChoiceEdit(
            [
                ("", words.word("expectation", "")),
                *((each, words.word("expectation", each)) for each in words.values("expectation")),
            ]
        )
        self.expectation.chosen.connect(lambda _value: self._save())
        row = QHBoxLayout()
        row.addWidget(Field(self.tr("What was expected"), self.expectation))
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def load(self) -> None:
        written = reflections.written_story(self.session.rejection_id)
        for part, area in self.parts.items():
            self.session.autosave.fill(area, getattr(written, part) if written else "")
        self.expectation.set_value(written.expectation if written else "")
        self._show_stories(written)

    def _show_stories(self, written: Story | None) -> None:
        skip = {written.id} if written else set()
        taken = [each.id for each in self._taken() if each.id not in skip]
        if not self._shown:
            suggested = [each.id for each in stories.to_remember(2, skip | set(taken))]
            self._shown = [*taken, *suggested][: max(2, len(taken))]
        clear(self._cards)
        self.takes.clear()
        shown = [found for each in self._shown if (found := stories.get(each)) is not None]
        for story in shown:
            self._cards.addWidget(self._card(story, taken=story.id in taken), 1)
        self._none.setVisible(not shown)

    def _card(self, story: Story, *, taken: bool) -> Card:
        card = Card(kind="card")
        card.setAccessibleName(story.title)
        card.column.setContentsMargins(14, 12, 14, 10)
        card.column.setSpacing(6)
        card.column.addWidget(PlainLabel(story.title, "strong", wrap=True))
        texts = stories.texts_of(story)
        if line := summary(texts):
            card.column.addWidget(PlainLabel(shortened(line, _SUMMARY), "second", wrap=True))
        card.column.addStretch(1)
        take = button(
            self.tr("Take this one with me"),
            kind="chip",
            name=self.tr("Take “{title}” with me").format(title=story.title),
        )
        take.setCheckable(True)
        take.setChecked(taken)
        take.toggled.connect(lambda _taken: self._take(int(story.id)))
        self.takes[int(story.id)] = take
        copy = button(
            self.tr("Copy"),
            lambda: self.session.copy_asked.emit(render(texts, Form.WHOLE).text, story.title),
            kind="link",
            name=self.tr("Copy “{title}”").format(title=story.title),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(take)
        row.addStretch(1)
        row.addWidget(copy)
        card.column.addLayout(row)
        return card

    def first_field(self) -> QWidget:
        return next(iter(self.takes.values()), None) or self.parts["situation"]

    # Writing

    def _to_whom(self) -> str:
        return self.tr("Myself, after {company}").format(company=self.session.company)

    def _telling(self, story_id: int) -> Telling | None:
        return next(
            (
                each
                for each in stories.tellings_of(story_id)
                if each.application_id == self.session.application_id
                and each.to_whom == " ".join(self._to_whom().split())
            ),
            None,
        )

    def _taken(self) -> list[Story]:
        """Return the stories that were taken along after this rejection."""
        return reflections.stories_told(self.session.rejection_id, self._to_whom())

    def _take(self, story_id: int) -> None:
        telling = self._telling(story_id)
        if telling is None:
            stories.tell(story_id, clock.today(), self._to_whom(), self.session.application_id)
        else:
            stories.delete_telling(telling.id)

    def _save(self) -> None:
        """Store the story that is being written; its title is its first words."""
        number = self.session.rejection_id
        texts = {part: text_of(area) for part, area in self.parts.items()}
        values = {**texts, "expectation": self.expectation.value()}
        story = reflections.written_story(number)
        with changes.write("Write story", merge=f"rejection-{number}-story"):
            if not any(text.strip() for text in texts.values()):
                if story is not None:
                    stories.delete(story.id)
            elif story is None:
                stories.add(values, rejection_id=number)
            else:
                if story.title == title_from(stories.texts_of(story)):
                    values["title"] = title_from(texts)
                stories.edit(story.id, values)
