"""The forms of a story side by side with the person's own wording of them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.speaking import seconds_for, word_count
from rebound_desktop.core.stories import OWN_WORDING, Form, most_words, render
from rebound_desktop.models.story_words import field_name, form_name
from rebound_desktop.store import stories, story_forms
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.autosave import Autosave, may_close, text_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.long_text import LongText
from rebound_desktop.ui.widgets.text import PlainLabel


class StoryFormsDialog(QDialog):
    """Shows a story in every form, to be copied or worded anew.

    What is typed is kept beside the story as its own wording, as it is typed. ``copy_asked``
    carries a text and what it is called.
    """

    copy_asked = Signal(str, str)

    def __init__(self, story_id: int, words_per_minute: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story_id = story_id
        self._pace = words_per_minute
        #: The form that is shown.
        self.form = Form.SECONDS_60
        self._autosave = Autosave(self)
        self.setWindowTitle(self.tr("Forms of the story"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 16)
        outer.setSpacing(10)
        story = stories.get(story_id)
        title = PlainLabel(story.title if story is not None else "", "title", wrap=True)
        outer.addWidget(title)
        body = QHBoxLayout()
        body.setSpacing(16)
        outer.addLayout(body, 1)
        self.forms = QListWidget()
        self.forms.setObjectName("choices")
        self.forms.setAccessibleName(self.tr("Forms"))
        self.forms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.forms.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.forms.ensurePolished()  # the style sheet decides how high a line is
        for form in OWN_WORDING:
            QListWidgetItem(form_name(form), self.forms)
        body.addWidget(self.forms, 2)
        right = QVBoxLayout()
        right.setSpacing(6)
        body.addLayout(right, 5)
        self.state = PlainLabel("", "section", wrap=True)
        right.addWidget(self.state)
        self.text = LongText()
        self.text.setTabChangesFocus(True)
        right.addWidget(self.text, 1)
        self.length = PlainLabel("", "smallSecond", wrap=True)
        right.addWidget(self.length)
        self.over = PlainLabel("", "fieldError", wrap=True)
        right.addWidget(self.over)
        row = QWidget()
        flow = FlowLayout(row)
        self.copy = button(self.tr("Copy"), self._copy, kind="primary")
        self.still = button(self.tr("It still fits"), self._keep_wording)
        self.reset = button(self.tr("Back to the story’s own words"), self._reset)
        for each in (self.copy, self.still, self.reset):
            flow.addWidget(each)
        right.addWidget(row)
        close = button(self.tr("Close"), self.accept)
        outer.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

        self._autosave.watch(self.text, self._save)
        self.text.textChanged.connect(self._show_length)
        self.forms.currentRowChanged.connect(lambda _row: self._show_form())
        self.show_form(next(iter(self._own()), self.form))
        self._fit()
        self._mark_own()

    def show_form(self, form: Form) -> None:
        """Show a form."""
        self.forms.setCurrentRow(OWN_WORDING.index(form))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.forms.setFocus()

    def done(self, result: int) -> None:
        if may_close(self, partial(self.done, result)):
            super().done(result)

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width = min(max(640, int(theme().points() * 76)), room.width() - 40)
        self.resize(width, min(int(theme().points() * 58), room.height() - 24))

    # What is shown

    def _show_form(self) -> None:
        self._autosave.flush()  # what was typed belongs to the form that was shown so far
        self.form = OWN_WORDING[max(0, self.forms.currentRow())]
        own = self._own().get(self.form)
        self.text.setAccessibleName(form_name(self.form))
        self._autosave.fill(self.text, own.text if own is not None else self._worked_out())
        self._show_state()

    def _show_state(self) -> None:
        own = self._own().get(self.form)
        if own is None:
            self.state.setText(self.tr("From the story. Change it, and your wording is kept."))
        elif own.behind:
            self.state.setText(self.tr("Your own wording. The story changed since."))
        else:
            self.state.setText(self.tr("Your own wording."))
        self.reset.setVisible(own is not None)
        self.still.setVisible(own is not None and own.behind)
        self._show_length()

    def _show_length(self) -> None:
        words = word_count(text_of(self.text))
        self.copy.setEnabled(bool(words))
        self.length.setText(
            self.tr("{number} words, {seconds} seconds to say").format(
                number=words, seconds=seconds_for(words, self._pace)
            )
        )
        self.over.setText(self._notice(words))
        self.over.setVisible(bool(self.over.text()))

    def _notice(self, words: int) -> str:
        most = most_words(self.form, self._pace)
        if most is not None and words > most:
            return self.tr("{more} words more than the {most} that fit. Nothing is cut.").format(
                more=words - most, most=most
            )
        story = stories.get(self._story_id)
        if story is None or self.form in self._own():
            return ""
        told = render(stories.texts_of(story), self.form, self._pace)
        if not told.text:
            return self.tr("Every sentence of the story is longer than this form.")
        if told.left_out:
            names = ", ".join(field_name(each) for each in told.left_out)
            return self.tr("Shortened or left out: {names}").format(names=names)
        return ""

    def _mark_own(self) -> None:
        own = self._own()
        for number, form in enumerate(OWN_WORDING):
            text = form_name(form)
            if form in own:
                mark = self.tr("story changed") if own[form].behind else self.tr("own wording")
                text = self.tr("{form} · {mark}").format(form=text, mark=mark)
            self.forms.item(number).setText(text)
        widest = self.forms.sizeHintForColumn(0) + 2 * self.forms.frameWidth() + 12
        self.forms.setMinimumWidth(min(widest, self.width() // 2))

    # What the person does

    def _save(self, text: str) -> None:
        if text.strip() == self._worked_out().strip():
            if self.form in self._own():
                story_forms.reset(self._story_id, self.form)
        else:
            story_forms.save(self._story_id, self.form, text)
        self._mark_own()
        self._show_state()

    def _keep_wording(self) -> None:
        story_forms.save(self._story_id, self.form, text_of(self.text))
        self._mark_own()
        self._show_state()
        self.text.setFocus()

    def _reset(self) -> None:
        self._autosave.flush()
        story_forms.reset(self._story_id, self.form)
        self._mark_own()
        self._show_form()
        self.text.setFocus()

    def _copy(self) -> None:
        self._autosave.flush()
        words = word_count(text_of(self.text))
        what = self.tr("{form}, {number} words").format(form=form_name(self.form), number=words)
        self.copy_asked.emit(text_of(self.text), what)

    def _own(self) -> dict[Form, story_forms.Own]:
        story = stories.get(self._story_id)
        return story_forms.of_story(story) if story is not None else {}

    def _worked_out(self) -> str:
        story = stories.get(self._story_id)
        if story is None:
            return ""
        return render(stories.texts_of(story), self.form, self._pace).text
