"""One story beside the list: to copy it in any form, to read it, and where it was told."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core import clock
from rebound_desktop.core.stories import Form
from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.story_copy import copy_of
from rebound_desktop.models.story_words import field_name, form_name
from rebound_desktop.models.words import short_day, word
from rebound_desktop.store import rejections, stories, story_forms
from rebound_desktop.store.tables import Story, Telling
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.widgets.buttons import button, caption
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.scrolled import scroll_area
from rebound_desktop.ui.widgets.selectable_label import SelectableLabel
from rebound_desktop.ui.widgets.text import Pill, PlainLabel
from rebound_desktop.ui.widgets.tips import set_tip

#: Tables whose changes change what is shown here.
TABLES = (
    "stories",
    "story_forms",
    "story_competencies",
    "competencies",
    "tellings",
    "applications",
    "rejections",
)

_BUTTONS = (Form.SECONDS_60, Form.BULLETS, Form.ONE_LINE)
_MORE = (
    Form.STAR,
    Form.CAR,
    Form.SOAR,
    Form.PARLA,
    Form.SECONDS_30,
    Form.SECONDS_90,
    Form.SECONDS_120,
    Form.WORDS_250,
)


class StoryDetail(Card):
    """Shows a story; asks upward to copy, edit, retire, duplicate and delete it.

    ``record_asked`` carries the kind and the id of the record from which the story came.
    """

    copy_asked = Signal(str, str)
    record_asked = Signal(str, int)
    said = Signal(str)
    edit_asked = Signal(int)
    duplicate_asked = Signal(int)
    retire_asked = Signal(int, bool)
    delete_asked = Signal(int)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Story"))
        self._settings = settings
        self._story: Story | None = None
        self.column.setContentsMargins(0, 6, 0, 6)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(18, 10, 18, 12)
        self._inside.setSpacing(6)
        self._scroll = scroll_area(inside)
        self.column.addWidget(self._scroll)

        self.title = SelectableLabel("", "heading")
        self._inside.addWidget(self.title)
        self._told = SelectableLabel("", "smallSecond")
        self._inside.addWidget(self._told)
        self._inside.addSpacing(4)
        self._inside.addLayout(self._make_buttons())
        self._offer = self._make_offer()
        self._inside.addWidget(self._offer)
        self.own = button(self.tr("Your own wording"), self.show_forms, kind="row")
        self.own.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._inside.addWidget(self.own)
        self._inside.addSpacing(4)
        self._parts = {name: self._make_part(name) for name in FIELDS}
        pills = QWidget()
        self._pills = FlowLayout(pills)
        self._inside.addWidget(pills)
        self.origin = button(self.tr("From a reflection"), self._ask_origin, kind="row")
        self.origin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._inside.addWidget(self.origin)
        self._inside.addSpacing(6)
        told = QHBoxLayout()
        told.addWidget(PlainLabel(self.tr("Told"), "section"))
        told.addStretch(1)
        self.note = button(self.tr("Note a telling"), self.note_telling, kind="link")
        told.addWidget(self.note)
        self._inside.addLayout(told)
        self._tellings = QVBoxLayout()
        self._tellings.setSpacing(0)
        self._inside.addLayout(self._tellings)
        self._inside.addStretch(1)

    # What the page asks

    @property
    def story_id(self) -> int:
        """The id of the story that is shown, 0 for none."""
        return self._story.id if self._story is not None else 0

    def show_story(self, story_id: int) -> None:
        """Show a story; 0 or one that is gone shows none."""
        if story_id != self.story_id:
            self._offer.hide()
            self._scroll.verticalScrollBar().setValue(0)
        self._story = stories.get(story_id) if story_id else None
        self.setVisible(self._story is not None)
        if self._story is not None:
            self._fill(self._story)

    def copy(self, form: Form = Form.WHOLE) -> None:
        """Ask to put the story on the clipboard in a form, and say what did not fit."""
        if self._story is None:
            return
        story_id = self._story.id
        text, what = copy_of(story_id, form, self._settings.values.words_per_minute)
        if not text:
            self.said.emit(what)
            return
        self.copy_asked.emit(text, what)
        self._settings.note_story(story_id)
        self._offer.show()

    def note_telling(self) -> None:
        """Open the form for a telling of the story."""
        self._offer.hide()
        self._open_telling(None)

    def show_forms(self) -> None:
        """Open the forms of the story, to copy them or to word them anew."""
        from rebound_desktop.ui.dialogs.story_forms import StoryFormsDialog

        pace = self._settings.values.words_per_minute
        dialog = StoryFormsDialog(self.story_id, pace, self.window())
        dialog.copy_asked.connect(self.copy_asked)
        open_once(dialog)

    def show_history(self) -> None:
        """Open the earlier versions of the story."""
        from rebound_desktop.ui.dialogs.story_history import StoryHistoryDialog

        dialog = StoryHistoryDialog(self.story_id, self.window())
        dialog.said.connect(self.said)
        open_once(dialog)

    def begin_merge(self) -> None:
        """Open the form that takes another story into this one."""
        from rebound_desktop.ui.dialogs.merge_dialog import MergeDialog

        pace = self._settings.values.words_per_minute
        dialog = MergeDialog(self.story_id, pace, self.window())
        dialog.said.connect(self.said)
        open_once(dialog)

    # Its parts

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        copies = QWidget()
        flow = FlowLayout(copies)
        keys = QKeySequence(QKeySequence.StandardKey.Copy).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self.copy_story = button(
            self.tr("Copy story  {keys}").format(keys=keys),
            self.copy,
            kind="primary",
            name=self.tr("Copy story"),
        )
        flow.addWidget(self.copy_story)
        for form in _BUTTONS:
            flow.addWidget(button(form_name(form), partial(self.copy, form)))
        self.more = button(self.tr("More"), name=self.tr("More forms and actions"))
        self.more.setMenu(self._make_menu())
        flow.addWidget(self.more)
        row.addWidget(copies, 1)
        self.edit = button(self.tr("Edit"), lambda: self.edit_asked.emit(self.story_id))
        row.addWidget(self.edit, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        forms = menu.addAction(self.tr("All forms, and your own wording…"))
        forms.triggered.connect(lambda _checked=False: self.show_forms())
        menu.addSeparator()
        for form in _MORE:
            action = menu.addAction(self.tr("Copy as {form}").format(form=form_name(form)))
            action.triggered.connect(lambda _checked=False, form=form: self.copy(form))
        menu.addSeparator()
        note = menu.addAction(self.tr("Note a telling…"))
        note.triggered.connect(lambda _checked=False: self.note_telling())
        history = menu.addAction(self.tr("Earlier versions…"))
        history.triggered.connect(lambda _checked=False: self.show_history())
        merge = menu.addAction(self.tr("Merge with another…"))
        merge.triggered.connect(lambda _checked=False: self.begin_merge())
        copy = menu.addAction(self.tr("Duplicate"))
        copy.triggered.connect(lambda _checked=False: self.duplicate_asked.emit(self.story_id))
        self._retire = menu.addAction("")
        self._retire.triggered.connect(lambda _checked=False: self._ask_retire())
        delete = menu.addAction(self.tr("Delete"))
        delete.triggered.connect(lambda _checked=False: self.delete_asked.emit(self.story_id))
        return menu

    def _make_offer(self) -> QWidget:
        offer = QWidget()
        flow = FlowLayout(offer, gap=2)
        flow.addWidget(
            button(
                self.tr("Will you tell it? Note when and to whom"), self.note_telling, kind="link"
            )
        )
        flow.addWidget(button(self.tr("Not now"), offer.hide, kind="link"))
        offer.hide()
        return offer

    def _make_part(self, name: str) -> tuple[QWidget, SelectableLabel]:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(PlainLabel(field_name(name), "section"))
        text = SelectableLabel("", "")
        column.addWidget(text)
        self._inside.addWidget(part)
        return part, text

    # What is shown

    def _fill(self, story: Story) -> None:
        texts = stories.texts_of(story)
        tellings = stories.tellings_of(story.id)
        self.title.setText(story.title)
        self._told.setText(self._told_text(tellings))
        self._told.setVisible(bool(self._told.text()))
        for name, (part, label) in self._parts.items():
            label.setText(texts[name].strip())
            part.setVisible(bool(label.text()))
        self._retire.setText(self.tr("Bring back") if story.retired_at else self.tr("Retire"))
        self._pills.clear()
        if story.expectation:
            self._pills.addWidget(Pill(word("expectation", story.expectation), "accent"))
        for each in stories.competencies_of(story.id):
            self._pills.addWidget(Pill(each.name))
        if story.happened:
            self._pills.addWidget(Pill(story.happened))
        if story.retired_at:
            self._pills.addWidget(Pill(self.tr("Retired"), "due"))
        self._show_origin(story)
        own = self._own_text(story)
        self.own.setVisible(bool(own))
        if own:
            self.own.setText(own)
            set_tip(self.own, own)
        self._fill_tellings(tellings)

    def _show_origin(self, story: Story) -> None:
        """Show from which reflection the story came, where it is still there."""
        found = rejections.get(story.rejection_id) if story.rejection_id else None
        self.origin.setVisible(found is not None)
        if found is not None:
            text = self.tr("From the reflection on {company}").format(
                company=found.application.company
            )
            self.origin.setText(caption(text))
            self.origin.setAccessibleName(text)

    def _own_text(self, story: Story) -> str:
        """Say which forms are in the person's own wording, and whether they may be behind."""
        own = story_forms.of_story(story)
        names = ", ".join(form_name(form) for form in own)
        if any(each.behind for each in own.values()):
            return self.tr("Your own wording, and the story changed since: {forms}").format(
                forms=names
            )
        return self.tr("Your own wording: {forms}").format(forms=names) if own else ""

    def _fill_tellings(self, tellings: list[Telling]) -> None:
        clear(self._tellings)
        for each in tellings:
            text = " · ".join(
                part for part in (short_day(each.on_date), _place(each), _landed(each)) if part
            )
            row = button(caption(text), partial(self._open_telling, each), kind="row")
            row.setAccessibleName(self.tr("Telling: {text}").format(text=text))
            row.setToolTip(self.tr("Change or delete"))
            row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._tellings.addWidget(row)
            if each.note.strip():
                note = SelectableLabel(each.note.strip(), "small")
                note.setContentsMargins(6, 0, 0, 4)
                self._tellings.addWidget(note)

    def _told_text(self, tellings: list[Telling]) -> str:
        """Say how often the story was told, and the last time; tellings to come do not count."""
        told = [each for each in tellings if each.on_date <= clock.today()]
        if not told:
            return ""
        count = self.tr("Told once") if len(told) == 1 else self.tr("Told {number} times")
        last = told[0]
        place = _place(last)
        where = (
            self.tr("last at {place}, {day}").format(place=place, day=short_day(last.on_date))
            if place
            else self.tr("last on {day}").format(day=short_day(last.on_date))
        )
        parts = [count.format(number=len(told)), where]
        if _landed(last):
            parts.append(f"“{_landed(last)}”")
        return " · ".join(parts)

    def _ask_origin(self) -> None:
        if self._story is not None and self._story.rejection_id:
            self.record_asked.emit("rejections", self._story.rejection_id)

    def _ask_retire(self) -> None:
        if self._story is not None:
            self.retire_asked.emit(self._story.id, not self._story.retired_at)

    def _open_telling(self, telling: Telling | None) -> None:
        from rebound_desktop.ui.dialogs.telling_dialog import TellingDialog

        open_once(TellingDialog(self.story_id, self.window(), telling=telling))


def _place(telling: Telling) -> str:
    """Return to whom a story was told: as the person wrote it, else the application's company."""
    if telling.to_whom:
        return telling.to_whom
    return telling.application.company if telling.application is not None else ""


def _landed(telling: Telling) -> str:
    return word("landing", telling.landed) if telling.landed else ""
