"""The page Prepare: everything that goes to one interview, on one screen."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core import prep_sheet
from rebound_desktop.core.requirements import Requirement, competency_for
from rebound_desktop.core.stories import Form, render
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models import prep_words
from rebound_desktop.store import (
    applications,
    people,
    prep_sheets,
    questions,
    stories,
    story_texts,
)
from rebound_desktop.store.changes import Change
from rebound_desktop.store.tables import PrepSheet
from rebound_desktop.ui.cue_cards import CueCard, CueCards
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.pages.prepare_advert import AdvertPart
from rebound_desktop.ui.pages.prepare_debrief import DebriefBanner
from rebound_desktop.ui.pages.prepare_head import PrepareHead
from rebound_desktop.ui.pages.prepare_matching import Fit, Matcher
from rebound_desktop.ui.pages.prepare_output import PrepareOutput
from rebound_desktop.ui.pages.prepare_questions import QuestionsPart
from rebound_desktop.ui.pages.prepare_stories import StoriesPart
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.autosave import Autosave, flush_all
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.check_list import CheckList
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.fields import Field, TextArea
from rebound_desktop.ui.widgets.scrolled import scrolled
from rebound_desktop.ui.widgets.two_panes import two_panes

#: Narrower than this many times the text size in points, the parts stand below one another.
_SIDE_BY_SIDE = 70


class PreparePage(Page):
    """Shows one prep sheet; every change is saved at once."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._settings = settings
        self._sheet: PrepSheet | None = None
        self.cards: CueCards | None = None
        self._fit = Fit("")
        self._autosave = Autosave(self)
        self._matcher = Matcher(self)
        self._output = PrepareOutput(self, self._read_sheet)
        self._make_head()
        self._debrief = DebriefBanner()
        self.column.addWidget(self._debrief)
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack, 1)
        self._splitter = two_panes(
            self._make_left(), self._make_right(), sizes=(446, 550), grow=(4, 5)
        )
        self._stack.addWidget(self._splitter)
        self._empty = EmptyState(
            "calendar",
            self.tr("Choose an interview, and what goes to it comes together here."),
            self.tr("Choose an interview"),
            lambda: None,
        )
        self._empty.action.setMenu(self.head.menu(self._empty.action))
        self._stack.addWidget(self._empty)

        # Everything that the parts of the page say to one another.
        self.head.back.clicked.connect(lambda: self.page_asked.emit("strengths"))
        self.head.prepare_asked.connect(self.prepare_asked)
        self.head.new_asked.connect(lambda: self.new_asked.emit("applications"))
        self.head.change.clicked.connect(self._open_interview)
        self.head.cue.clicked.connect(self._open_cue_cards)
        self.head.copy_sheet.clicked.connect(self._copy_sheet)
        self._matcher.found.connect(self._show_fit)
        self.advert.pasted.connect(self._take_advert)
        self.advert.said.connect(self.said)
        self.lessons.changed.connect(lambda ids: prep_sheets.set_lessons(self._id(), ids))
        self.people.changed.connect(lambda ids: prep_sheets.set_people(self._id(), ids))
        self.stories.order_changed.connect(lambda ids: prep_sheets.set_stories(self._id(), ids))
        self.stories.copy_asked.connect(self._copy_story)
        self.stories.write_asked.connect(self._write_story)
        self._output.said.connect(self.said)
        self._debrief.asked.connect(self._open_debrief)
        self._debrief.skipped.connect(self._skip_debrief)

    # What the window asks

    def open(self) -> None:
        if self._sheet is None:
            self._sheet = prep_sheets.nearest()
        self._refresh()

    def select(self, record_id: int) -> None:
        flush_all(self)
        if self._sheet is None or self._sheet.id != record_id:
            self.advert.leave()
            self.stories.start_anew()
        self._sheet = prep_sheets.get(record_id)
        self._refresh()

    def take_change(self, change: Change) -> None:
        if change.touches(*story_texts.TABLES):
            self._matcher.stories_changed()
        if self.isVisible() and change.touches(*prep_sheets.TABLES, *story_texts.TABLES):
            self._refresh(change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().points() * _SIDE_BY_SIDE
        self.head.set_narrow(narrow)
        self._splitter.setOrientation(
            Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        )

    def layout_parts(self) -> Iterable[tuple[str, QWidget]]:
        return (("prepare-splitter", self._splitter),)

    # Its parts

    def _make_head(self) -> None:
        while self.header.takeAt(0) is not None:
            pass
        self.head = PrepareHead(self.title)
        self.head.put_out.setMenu(self._output.menu(self.head.put_out))
        self.header.addWidget(self.head, 1)

    def _make_left(self) -> Card:
        self.advert = AdvertPart(self._autosave, self._save_advert)
        self.questions = QuestionsPart(
            self.tr("What they will probably ask"),
            self.tr("Add a question"),
            partial(self._save, "questions"),
            self._likely,
        )
        self.lessons = CheckList(
            self.tr("Lessons you promised yourself"),
            self.tr("No lesson is open for this kind of interview."),
        )
        self.again = button(self.tr("How did it go?"), self._open_debrief, kind="smallLink")
        self.lessons.head.addWidget(self.again)
        return _card(self.advert, self.questions, self.lessons)

    def _make_right(self) -> Card:
        self.stories = StoriesPart()
        self.people = CheckList(
            self.tr("People and their roles"), self.tr("Nobody is noted for this one yet.")
        )
        self.people.head.addWidget(
            button(
                self.tr("Add"),
                self._add_person,
                kind="smallLink",
                name=self.tr("Add a person"),
            )
        )
        self.own_questions = QuestionsPart(
            self.tr("What you want to ask"),
            self.tr("Add a question for them"),
            partial(self._save, "own_questions"),
        )
        self.notes = TextArea(lines=2, most=12)
        self._autosave.watch(self.notes, self._save_notes)
        return _card(
            self.stories, self.people, self.own_questions, Field(self.tr("Notes"), self.notes)
        )

    # What is shown

    def _refresh(self, change: Change | None = None) -> None:
        """Read anew what a change touches; all of it without one."""

        def touched(*tables: str) -> bool:
            return change is None or change.touches(*tables)

        self._sheet = prep_sheets.get(self._sheet.id) if self._sheet is not None else None
        sheet = self._sheet
        self._stack.setCurrentIndex(0 if sheet is not None else 1)
        self.head.show_sheet(sheet)
        if sheet is None:
            self.title.setText(self.tr("Prepare for an interview"))
            self._debrief.hide()
            return
        application = sheet.application
        company = str(application.company)
        self.setAccessibleName(self.title.text())
        self._debrief.setVisible(prep_sheets.is_debrief_due(sheet))
        self.again.setVisible(sheet.debriefed_on is not None)
        advert = str(application.advert)
        self.advert.show_advert(advert, self._fit.places if self._fit.advert == advert else None)
        self.questions.new.keep_as(f"prep_sheets {sheet.id}", "a question")
        self.own_questions.new.keep_as(f"prep_sheets {sheet.id}", "an own question")
        self.questions.show_lines(str(sheet.questions))
        self.own_questions.show_lines(str(sheet.own_questions))
        self._autosave.fill(self.notes, str(sheet.notes))
        if touched("lessons", "prep_sheet_lessons", "events", "applications"):
            self.lessons.show_choices(
                {each.id: prep_words.lesson_text(each) for each in prep_sheets.lessons_due(sheet)},
                [each.id for each in prep_sheets.lessons_of(sheet.id)],
            )
        if touched("people", "application_people", "prep_sheet_people"):
            self._show_people(sheet)
        if touched("stories", "prep_sheet_stories", "tellings", "applications"):
            self.stories.show_sheet(
                prep_sheets.stories_of(sheet.id), prep_sheets.told_there(sheet), company
            )
        self._matcher.ask(advert)

    def _show_people(self, sheet: PrepSheet) -> None:
        expected = prep_sheets.people_of(sheet.id)
        met = people.of_application(sheet.application_id)
        roles = {each.id: role for each, role in met}
        known = {each.id: each for each, _ in met} | {each.id: each for each in expected}
        self.people.show_choices(
            {
                number: prep_words.person_text(each, roles.get(number, ""))
                for number, each in known.items()
            },
            [each.id for each in expected],
        )

    def _show_fit(self, fit: Fit) -> None:
        if self._sheet is None or fit.advert != str(self._sheet.application.advert):
            return
        self._fit = fit
        self.advert.show_advert(fit.advert, fit.places)
        self.stories.show_fit(fit)

    def _likely(self) -> list[str]:
        advert = str(self._sheet.application.advert) if self._sheet is not None else ""
        return questions.likely(advert, 12)

    # What the person does

    def _id(self) -> int:
        assert self._sheet is not None
        return int(self._sheet.id)

    def _save(self, name: str, text: str) -> None:
        prep_sheets.edit(self._id(), {name: text})

    def _save_notes(self, text: str) -> None:
        prep_sheets.edit(self._id(), {"notes": text}, merge=f"prep-{self._id()}-notes")

    def _save_advert(self, text: str) -> None:
        assert self._sheet is not None
        number = int(self._sheet.application_id)
        applications.edit(number, {"advert": text}, merge=f"application-{number}-advert")

    def _take_advert(self, text: str) -> None:
        prep_sheets.take_advert(self._id(), text)
        self.said.emit(self.tr("The advert is kept with the application. Ctrl+Z takes it back."))

    def _add_person(self) -> None:
        from rebound_desktop.ui.dialogs.meeting_dialog import MeetingDialog

        assert self._sheet is not None
        application = self._sheet.application
        dialog = MeetingDialog(application, self.window())
        dialog.new_asked.connect(self._add_new_person)
        open_once(dialog)

    def _add_new_person(self) -> None:
        from rebound_desktop.ui.dialogs.person_dialog import PersonDialog

        assert self._sheet is not None
        application = self._sheet.application
        open_once(
            PersonDialog(
                self.window(), company=str(application.company), application_id=int(application.id)
            )
        )

    def _open_interview(self) -> None:
        from rebound_desktop.ui.dialogs.interview_dialog import InterviewDialog

        assert self._sheet is not None
        open_once(InterviewDialog(self._sheet, self.window()))

    def _open_debrief(self) -> None:
        from rebound_desktop.ui.dialogs.debrief_dialog import DebriefDialog

        assert self._sheet is not None
        dialog = DebriefDialog(self._sheet, self.window())
        dialog.accepted.connect(
            lambda: self.said.emit(self.tr("Noted. The questions are in your list now."))
        )
        open_once(dialog)

    def _skip_debrief(self) -> None:
        prep_sheets.debrief(self._id(), told={})

    def _copy_story(self, story_id: int) -> None:
        story = stories.get(story_id)
        if story is not None:
            pace = self._settings.values.words_per_minute
            told = render(stories.texts_of(story), Form.WHOLE, pace)
            self.copy_asked.emit(told.text, str(story.title))

    def _write_story(self, gap: Requirement) -> None:
        from rebound_desktop.ui.dialogs.story_editor import StoryEditor

        editor = StoryEditor(self._settings, 0, self.window(), labels=competency_for(gap))
        open_once(editor)

    def _copy_sheet(self) -> None:
        text = prep_sheet.as_text(self._read_sheet())
        self.copy_asked.emit(text, self.tr("prep sheet"))

    def _read_sheet(self) -> list[prep_sheet.Block]:
        assert self._sheet is not None
        self._autosave.flush()
        return prep_sheet.blocks(prep_words.read(self._sheet), prep_words.headings())

    def _open_cue_cards(self) -> None:
        assert self._sheet is not None
        pace = self._settings.values.words_per_minute
        because = {int(each.id): each.because for each in self._fit.matches}
        cards = [CueCard(*each) for each in prep_words.cue_cards(self._sheet, because, pace)]
        if not cards:
            self.said.emit(self.tr("Choose a story first; each one becomes a card."))
            return
        self.cards = CueCards(cards)
        self.cards.show()
        self.cards.activateWindow()


def _card(*parts: QWidget) -> Card:
    """Return a card that scrolls, with these parts below one another."""
    card = Card()
    card.column.setContentsMargins(18, 4, 8, 10)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setSpacing(14)
    for each in parts:
        column.addWidget(each)
    column.addStretch(1)
    card.column.addWidget(scrolled(inside))
    card.setMinimumWidth(300)
    return card
