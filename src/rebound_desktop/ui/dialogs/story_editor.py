"""The editor of a story: all its parts, or one question at a time, saved as they are typed."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.speaking import ENDLESS
from rebound_desktop.core.stories import Form, render
from rebound_desktop.core.story_hints import hints
from rebound_desktop.core.story_parts import FIELDS, title_from
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.story_words import field_name, hint_text, speaking_time
from rebound_desktop.models.words import values, word
from rebound_desktop.store import competencies, drafts, stories, story_forms
from rebound_desktop.store.competencies import Label
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.autosave import Autosave, may_close, text_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.chips import ChipRow
from rebound_desktop.ui.widgets.competency_picker import CompetencyPicker
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.scrolled import scroll_area
from rebound_desktop.ui.widgets.story_lengths import StoryLengths
from rebound_desktop.ui.widgets.story_steps import STEPS, StepButtons, StoryQuestion, first_open
from rebound_desktop.ui.widgets.text import PlainLabel

#: How many lines each box is high while it is empty.
_LINES = {"moment": 1, "situation": 2, "task": 2, "obstacle": 1, "action": 4, "result": 2}
_MOST_HINTS = 2
#: The lengths of all forms are worked out this long after a key, in milliseconds.
_COUNT_MS = 200
#: Narrower than this many times the text size in points, the lengths stand below the fields.
_ONE_COLUMN = 70
#: What a competency that is being typed is kept as; with the story once there is one.
_LINE = "a competency"
_NEW = "a new story"
#: What is chosen for a story that has no text yet is kept as this.
_BEGUN = ("StoryEditor", _NEW)


class StoryEditor(QDialog):
    """Edits a story, or begins a new one, which is made with the first text typed.

    Everything is on disk within half a second, so that closing in any way loses nothing. The
    first change keeps the story as it was as a version. ``made`` is emitted with the id of a new
    story. ``guided`` asks one question at a time, whatever the person chose last.
    """

    made = Signal(int)

    def __init__(
        self,
        settings: Settings,
        story_id: int = 0,
        parent: QWidget | None = None,
        *,
        labels: Iterable[Label] = (),
        guided: bool = False,
    ) -> None:
        super().__init__(parent)
        self.story_id = story_id
        self._settings = settings
        self._words_per_minute = settings.values.words_per_minute
        self._is_new = not story_id
        self._keeps = bool(story_id)
        self._guided = False
        self._step = 0
        labels = list(labels)
        self._autosave = Autosave(self)
        story = stories.get(story_id) if story_id else None
        texts = stories.texts_of(story) if story is not None else {}
        if story is not None:
            found = stories.competencies_of(story.id)
            labels = [(each.framework, each.name) for each in found]
        elif not labels and (begun := drafts.find(*_BEGUN)):
            labels, texts = _chosen(begun)
        title = self.tr("Edit story") if story is not None else self.tr("New story")
        self.setWindowTitle(title)

        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 18, 0, 14)
        outer.setSpacing(10)
        heading = PlainLabel(title, "title")
        heading.setContentsMargins(24, 0, 24, 0)
        outer.addWidget(heading)
        self.ways = ChipRow(self.tr("How to write"))
        self.ways.set_chip("all", self.tr("All at once"))
        self.ways.set_chip("guided", self.tr("One question at a time"))
        ways = QHBoxLayout()
        ways.setContentsMargins(24, 0, 24, 0)
        ways.addWidget(self.ways, 1)
        outer.addLayout(ways)
        inside = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._sides.setContentsMargins(24, 0, 24, 8)
        self._sides.setSpacing(16)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self._sides.addLayout(self._column, 1)
        self.lengths = StoryLengths(self._words_per_minute)
        self._sides.addWidget(self.lengths)
        self._sides.setAlignment(self.lengths, Qt.AlignmentFlag.AlignTop)
        scroll = scroll_area(inside)
        outer.addWidget(scroll, 1)

        self.fields: dict[str, Field] = {}
        self._boxes: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._question = StoryQuestion()
        self._column.addWidget(self._question)
        self._add_texts(texts)
        self._add_facts(texts, labels)
        outer.addLayout(self._make_footer())
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self._count)
        self._follow()
        self._count()
        self._fit()
        self.ways.chosen.connect(self._choose_way)
        self._steps.moved.connect(self._go_to)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._go_on)
        if guided or settings.values.guided_editor:
            self._step = first_open(texts) if story is not None else 0
            self._guided = True  # first, so that it is not taken for the person's choice
            self.ways.choose("guided")
        self._show_way()

    def box(self, name: str) -> QLineEdit | QPlainTextEdit:
        """Return the editor of a text by its column."""
        return self._boxes[name]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Qt marks the text of the first field, so that the next key would replace the title.
        title = self._boxes["title"]
        if isinstance(title, QLineEdit):
            QTimer.singleShot(0, title, title.deselect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().points() * _ONE_COLUMN
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def done(self, result: int) -> None:
        if may_close(self, partial(self.done, result)):
            if not self.story_id:
                # There is no story that a competency could be for.
                self.picker.field.clear()
                drafts.forget(*_BEGUN)
            super().done(result)

    # Its parts

    def _add_texts(self, texts: dict[str, str]) -> None:
        asked = {
            "moment": self.tr("What happened, in one line"),
            "situation": self.tr("Where were you, and what was going on?"),
            "task": self.tr("What was asked of you?"),
            "obstacle": self.tr("What stood in the way? May stay empty"),
            "action": self.tr("What did you do, step by step?"),
            "result": self.tr("What came of it? A number helps"),
            "learned": self.tr("What do you know now? May stay empty"),
            "applied": self.tr("Where did it help you since? May stay empty"),
        }
        self._add("title", QLineEdit(texts.get("title", "")))
        for name in FIELDS:
            box = TextArea(lines=_LINES.get(name, 1), most=10)
            box.setPlainText(texts.get(name, ""))
            box.setPlaceholderText(asked[name])
            self._add(name, box)

    def _add(self, name: str, box: QLineEdit | QPlainTextEdit) -> None:
        field = Field(field_name(name), box)
        self.fields[name] = field
        self._boxes[name] = box
        self._column.addWidget(field)
        # Not the text that the signal of one kind carries: all of them count.
        box.textChanged.connect(lambda *_text: self._follow())
        self._autosave.watch(box, partial(self._save, name))

    def _add_facts(self, texts: dict[str, str], labels: Iterable[Label]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        happened = QLineEdit(texts.get("happened", ""))
        happened.setPlaceholderText(self.tr("2024, or spring 2023"))
        self._boxes["happened"] = happened
        self._autosave.watch(happened, partial(self._save, "happened"))
        self.fields["happened"] = Field(field_name("happened"), happened)
        row.addWidget(self.fields["happened"], 1)
        self.expectation = ChoiceEdit(
            [("", word("expectation", "")), *_expectations()], texts.get("expectation", "")
        )
        self._autosave.hold(self.expectation, self._save_expectation)
        self.expectation.chosen.connect(lambda _value: self._autosave.note_now(self.expectation))
        self.expectation.chosen.connect(lambda _value: self._follow())
        self.fields["expectation"] = Field(self.tr("Against what was expected"), self.expectation)
        row.addWidget(self.fields["expectation"], 1)
        self._column.addLayout(row)
        self.picker = CompetencyPicker(labels, competencies.own_names())
        self._autosave.hold(self.picker, self._save_labels)
        self.picker.changed.connect(lambda _labels: self._autosave.note_now(self.picker))
        about = f"stories {self.story_id}" if self.story_id else _NEW
        self.picker.field.keep_as(about, _LINE)
        self.fields["competencies"] = Field(self.tr("Competencies, up to four"), self.picker)
        self.fields["competencies"].label.setBuddy(self.picker.field)
        self._column.addWidget(self.fields["competencies"])
        self._column.addStretch(1)

    def _make_footer(self) -> QHBoxLayout:
        footer = QHBoxLayout()
        footer.setContentsMargins(24, 0, 24, 0)
        footer.setSpacing(12)
        notes = QVBoxLayout()
        notes.setSpacing(2)
        self.length = PlainLabel("", "smallSecond")
        notes.addWidget(self.length)
        self.hints = PlainLabel("", "small", wrap=True)
        notes.addWidget(self.hints)
        footer.addLayout(notes, 1)
        self._steps = StepButtons()
        footer.addWidget(self._steps, alignment=Qt.AlignmentFlag.AlignBottom)
        self._finish = button(self.tr("Done"), self.close)
        footer.addWidget(self._finish, alignment=Qt.AlignmentFlag.AlignBottom)
        return footer

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width = min(max(640, int(theme().points() * 84)), room.width() - 40)
        self.resize(width, min(860, room.height() - 24))

    # One question at a time, or all

    def _choose_way(self, way: str) -> None:
        if self._guided != (way == "guided"):
            self._guided = way == "guided"
            self._settings.values.guided_editor = self._guided
            self._settings.save()
            self._show_way()

    def _go_to(self, step: int) -> None:
        self._step = step
        self._show_way()

    def _go_on(self) -> None:
        """Ctrl+Enter: to the next question, or done after the last one."""
        if self._guided and self._step < len(STEPS) - 1:
            self._go_to(self._step + 1)
        else:
            self.close()

    def _show_way(self) -> None:
        """Show the fields of the step, or all of them."""
        asked = STEPS[self._step] if self._guided else tuple(self.fields)
        for name in asked:
            self.fields[name].show()
        first = self.fields[asked[0]].editor
        first.setFocus()
        if isinstance(first, QPlainTextEdit):
            first.moveCursor(QTextCursor.MoveOperation.End)
        for name, field in self.fields.items():
            field.setVisible(name in asked)
        self._question.setVisible(self._guided)
        self._question.show_step(self._step)
        self._steps.setVisible(self._guided)
        self._steps.show_step(self._step)
        last = not self._guided or self._step == len(STEPS) - 1
        self._finish.setProperty("kind", "primary" if last else "")
        self._finish.style().unpolish(self._finish)
        self._finish.style().polish(self._finish)

    # What is saved

    def _save(self, name: str, text: str) -> None:
        if not self.story_id:
            self._begin()
            return
        changed = {name: text}
        if not self._title().strip():
            # Refused at its field, or named after the first words; never emptied.
            changed.pop("title", None)
            if self._is_new and (named := title_from(self._texts())):
                changed["title"] = named
        if changed:
            merge = f"story-{self.story_id}-{name}"
            stories.edit(self.story_id, changed, merge=merge, keep=self._keeps)
            self._keeps = False

    def _begin(self) -> None:
        """Make the new story as soon as there is a text to name it by."""
        texts = self._texts()
        if not (texts["title"].strip() or title_from(texts)):
            return
        self.story_id = stories.add(texts, self.picker.labels()).id
        self._keeps = False
        self.made.emit(self.story_id)
        self.picker.field.move_to(f"stories {self.story_id}", _LINE)
        drafts.forget(*_BEGUN)

    def _save_expectation(self) -> None:
        if self.story_id:
            self._save("expectation", self.expectation.value())
        else:
            self._keep_choices()

    def _save_labels(self) -> None:
        if self.story_id:
            stories.edit(self.story_id, {}, self.picker.labels())
        else:
            self._keep_choices()

    def _keep_choices(self) -> None:
        """Keep what was chosen before there is a text to make a story of."""
        labels, expectation = self.picker.labels(), self.expectation.value()
        if labels or expectation:
            drafts.keep(*_BEGUN, {"labels": labels, "expectation": expectation})
        else:
            drafts.forget(*_BEGUN)

    # What follows from typing

    def _texts(self) -> dict[str, str]:
        texts = {name: text_of(box) for name, box in self._boxes.items()}
        return {**texts, "expectation": self.expectation.value()}

    def _size(self) -> int:
        """Return how many characters there are, without reading them."""
        return sum(
            len(box.text()) if isinstance(box, QLineEdit) else box.document().characterCount()
            for box in self._boxes.values()
        )

    def _title(self) -> str:
        return text_of(self._boxes["title"])

    def _follow(self) -> None:
        """Show the length and the hints for what is written, and whether the title is missing."""
        endless = self._size() > ENDLESS
        # A book is not read anew at every key.
        texts = self._texts() if self._is_new or not endless else {}
        named = title_from(texts) if self._is_new else ""
        title = self._boxes["title"]
        title.setPlaceholderText(named or self.tr("A few words you will know it by"))
        missing = not self._title().strip() and not named and bool(self.story_id)
        sentence = self.tr("A story needs a title; a few words are enough.") if missing else ""
        if sentence != self.fields["title"].refusal:
            self.fields["title"].refuse(sentence)
        told = None if endless else render(texts, Form.WHOLE, self._words_per_minute)
        self.length.setText(
            self.tr("{number} words, about {time} to say").format(
                number=told.words, time=speaking_time(told.seconds)
            )
            if told is not None and told.words
            else self.tr("Saved as you type")
        )
        found = () if endless else hints(texts)[:_MOST_HINTS]
        self.hints.setText("\n".join(hint_text(each) for each in found))
        self.hints.setVisible(bool(found))
        if not self._counting.isActive():
            self._counting.start()

    def _count(self) -> None:
        story = stories.get(self.story_id) if self.story_id else None
        own = story_forms.of_story(story) if story is not None else {}
        texts = None if self._size() > ENDLESS else self._texts()
        self.lengths.show_story(texts, {form: each.text for form, each in own.items()})


def _chosen(begun: dict[str, object]) -> tuple[list[Label], dict[str, str]]:
    """Return the competencies and the rest that were chosen for a story that has no text yet."""
    kept = begun.get("labels")
    labels = [(str(each[0]), str(each[1])) for each in kept] if isinstance(kept, list) else []
    return labels, {"expectation": str(begun.get("expectation", ""))}


def _expectations() -> list[tuple[str, str]]:
    return [(each, word("expectation", each)) for each in values("expectation")]
