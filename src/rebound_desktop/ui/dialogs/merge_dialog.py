"""Merging two stories: pick the other one, read what comes out, choose title and competencies."""

from contextlib import suppress
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.story_merging import merged
from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.models.story_list import StoryList
from rebound_desktop.models.story_words import field_name
from rebound_desktop.store import drafts, stories, story_merging
from rebound_desktop.store.competencies import MOST, Label
from rebound_desktop.store.errors import NotSavedError, RefusedError
from rebound_desktop.ui.dialogs.opening import ask_to_discard
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.buttons import button, caption
from rebound_desktop.ui.widgets.clear_button import add_clear_button
from rebound_desktop.ui.widgets.fields import Field
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.long_text import LongText
from rebound_desktop.ui.widgets.notices import Notices
from rebound_desktop.ui.widgets.story_cards import StoryCards
from rebound_desktop.ui.widgets.text import PlainLabel

_FORM = "MergeDialog"


class MergeDialog(QDialog):
    """Takes another story into one; ``said`` carries a sentence on what was done.

    The title that is typed and the competencies that are chosen are kept as a draft, and shown
    again when the same two stories are looked at.
    """

    said = Signal(str)

    def __init__(self, story_id: int, words_per_minute: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story_id = story_id
        self._other_id = 0
        self._about = f"stories {story_id}"
        self._before: dict[str, object] = {}
        self._is_filling = False
        self._checks: list[tuple[QCheckBox, Label]] = []
        self._autosave = Autosave(self)
        self.setWindowTitle(self.tr("Merge two stories"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 16)
        outer.setSpacing(10)
        outer.addWidget(PlainLabel(self.tr("Merge two stories"), "title"))
        story = stories.get(story_id)
        self._title = story.title if story is not None else ""
        outer.addWidget(
            PlainLabel(
                self.tr("Which story goes into “{title}”? Both texts are kept.").format(
                    title=self._title
                ),
                "second",
                wrap=True,
            )
        )
        body = QHBoxLayout()
        body.setSpacing(16)
        outer.addLayout(body, 1)
        body.addLayout(self._make_choice(words_per_minute), 2)
        body.addLayout(self._make_preview(), 3)
        self._refusal = PlainLabel("", "fieldError", wrap=True)
        self._refusal.hide()
        outer.addWidget(self._refusal)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(button(self.tr("Cancel"), self.reject))
        self.merge = button(self.tr("Merge"), self._merge, kind="primary")
        row.addWidget(self.merge)
        outer.addLayout(row)

        self.search.textChanged.connect(self.list.search)
        self.list.chosen.connect(self._choose)
        self._model.load()
        begun = drafts.find(_FORM, self._about) or {}
        if isinstance(other := begun.get("other"), int):
            self.list.select_story(other)
        self._choose(self.list.current_id)
        self._fit()
        self.search.setFocus()

    def _make_choice(self, words_per_minute: int) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the other story"))
        self.search.setAccessibleName(self.tr("Search the other story"))
        add_clear_button(self.search)
        column.addWidget(self.search)
        self._model = StoryList(words_per_minute, self)
        self.list = StoryCards(self.tr("The other story"), self._model)
        column.addWidget(self.list, 1)
        return column

    def _make_preview(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.title = QComboBox()
        self.title.setEditable(True)
        self._title_field = Field(self.tr("Title"), self.title)
        column.addWidget(self._title_field)
        self.text = LongText()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        column.addWidget(Field(self.tr("What comes out"), self.text), 1)
        self._autosave.hold(self._title_field, self._keep)
        self.title.editTextChanged.connect(lambda _text: self._note())
        self._labels = PlainLabel(self.tr("Competencies, up to four"), "label")
        column.addWidget(self._labels)
        labels = QWidget()
        self._autosave.hold(labels, self._keep)
        self._flow = FlowLayout(labels)
        column.addWidget(labels)
        return column

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width = min(max(680, int(theme().points() * 88)), room.width() - 40)
        self.resize(width, min(int(theme().points() * 62), room.height() - 24))

    # What is shown

    def _choose(self, other_id: int) -> None:
        self._is_filling = True
        try:
            self._show(other_id)
            self._before = self._values()
            self._take_up()
        finally:
            self._is_filling = False

    def _show(self, other_id: int) -> None:
        story, other = stories.get(self._story_id), stories.get(other_id) if other_id else None
        fits = story is not None and other is not None and other_id != self._story_id
        self._other_id = other_id if fits else 0
        self.merge.setEnabled(fits)
        self._refusal.hide()
        self.title.clear()
        self._flow.clear()
        self._checks = []
        if story is None or other is None or not fits:
            self.text.setPlainText(
                self.tr("This is the story itself. Choose another one.") if other_id else ""
            )
            self._labels.hide()
            return
        for each in dict.fromkeys((str(story.title), str(other.title))):
            self.title.addItem(each)
        texts = merged(stories.texts_of(story), stories.texts_of(other))
        parts = [f"{field_name(name)}\n{texts[name]}" for name in FIELDS if texts[name].strip()]
        self.text.setPlainText("\n\n".join(parts))
        for number, label in enumerate(story_merging.labels_of(self._story_id, other_id)):
            check = QCheckBox(caption(label[1]))
            check.setChecked(number < MOST)
            check.toggled.connect(lambda _on: self._limit_checks())
            check.toggled.connect(lambda _on: self._note())
            self._flow.addWidget(check)
            self._checks.append((check, label))
        self._labels.setVisible(bool(self._checks))
        self._limit_checks()

    def _limit_checks(self) -> None:
        full = len(self._chosen()) >= MOST
        for check, _ in self._checks:
            check.setEnabled(check.isChecked() or not full)

    def _chosen(self) -> list[Label]:
        return [label for check, label in self._checks if check.isChecked()]

    # What was begun

    def done(self, result: int) -> None:
        self._autosave.drop()
        with suppress(NotSavedError):  # it is shown once more, no worse than that
            drafts.forget(_FORM, self._about)
        super().done(result)

    def reject(self) -> None:
        if self._values() == self._before:
            super().reject()
            return
        ask_to_discard(self, super().reject)

    def _values(self) -> dict[str, object]:
        return {
            "other": self._other_id,
            "title": self.title.currentText(),
            "labels": [list(each) for each in self._chosen()],
        }

    def _note(self) -> None:
        if not self._is_filling:
            self._autosave.note(self._title_field)

    def _keep(self) -> None:
        if self._values() == self._before:
            drafts.forget(_FORM, self._about)
        else:
            other = f"stories {self._other_id}"
            drafts.keep(_FORM, self._about, self._values(), [other])

    def _take_up(self) -> None:
        """Show what was typed and chosen for these two stories before."""
        begun = drafts.find(_FORM, self._about) or {}
        if not self._other_id or begun.get("other") != self._other_id:
            return
        self.title.setEditText(str(begun.get("title", "")))
        kept = begun.get("labels")
        for check, label in self._checks:
            check.setChecked(isinstance(kept, list) and list(label) in kept)

    def _merge(self) -> None:
        try:
            story_merging.merge(
                self._story_id, self._other_id, self.title.currentText(), self._chosen()
            )
        except RefusedError as refusal:
            self._refusal.setText(str(refusal))
            self._refusal.show()
            return
        except NotSavedError as error:
            leave = partial(self.done, QDialog.DialogCode.Rejected)
            Notices.of(self).not_saved(error, self.title.currentText, self._merge, leave)
            return
        self.said.emit(self.tr("Two stories are one now. Ctrl+Z parts them again."))
        self.accept()
