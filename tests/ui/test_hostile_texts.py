"""Whatever a person types is shown as it was typed: on every page, in every dialog, on paper."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rebound_desktop.core import prep_sheet
from rebound_desktop.core.vocabulary import LetterKind, ReasonCode
from rebound_desktop.desktop import background
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models import letter_drafts, prep_words
from rebound_desktop.store import (
    applications,
    followups,
    people,
    prep_sheets,
    questions,
    reflections,
    rejections,
    search,
    stories,
)
from rebound_desktop.store.tables import Event, Telling
from rebound_desktop.ui.dialogs.application_dialog import ApplicationDialog
from rebound_desktop.ui.dialogs.application_link_dialog import ApplicationLinkDialog
from rebound_desktop.ui.dialogs.bin_dialog import BinDialog
from rebound_desktop.ui.dialogs.closing_dialog import ClosingDialog
from rebound_desktop.ui.dialogs.company_note_dialog import CompanyNoteDialog
from rebound_desktop.ui.dialogs.coverage_dialog import CoverageDialog
from rebound_desktop.ui.dialogs.debrief_dialog import DebriefDialog
from rebound_desktop.ui.dialogs.event_dialog import EventDialog
from rebound_desktop.ui.dialogs.follow_up_dialog import FollowUpDialog
from rebound_desktop.ui.dialogs.interview_dialog import InterviewDialog
from rebound_desktop.ui.dialogs.ledger_dialog import LedgerDialog
from rebound_desktop.ui.dialogs.letter_dialog import LetterDialog
from rebound_desktop.ui.dialogs.meeting_dialog import MeetingDialog
from rebound_desktop.ui.dialogs.merge_dialog import MergeDialog
from rebound_desktop.ui.dialogs.person_dialog import PersonDialog
from rebound_desktop.ui.dialogs.person_merge_dialog import PersonMergeDialog
from rebound_desktop.ui.dialogs.question_dialog import QuestionDialog
from rebound_desktop.ui.dialogs.questions_dialog import QuestionsDialog
from rebound_desktop.ui.dialogs.rejection_dialog import ReasonsDialog, RejectionDialog
from rebound_desktop.ui.dialogs.story_editor import StoryEditor
from rebound_desktop.ui.dialogs.story_forms import StoryFormsDialog
from rebound_desktop.ui.dialogs.story_history import StoryHistoryDialog
from rebound_desktop.ui.dialogs.telling_dialog import TellingDialog
from rebound_desktop.ui.dialogs.template_dialog import TemplateDialog
from rebound_desktop.ui.dialogs.weekly_look_dialog import WeeklyLookDialog
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.page_stack import PAGES
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard
from tests import hostile
from tests.hostile import MARK
from tests.ui.seen import said

#: How a text looks that was read as markup, escaped once too often, or formatted twice.
_SPOILT = re.compile(r"&lt;|&amp;amp;|\{0\}\{0\}|%\d%1")
_BEGINNING = MARK[:6]
#: More than any list has.
_COLUMNS = 12


@pytest.fixture
def window(show_window: Callable[[], MainWindow]) -> MainWindow:
    hostile.fill()
    return show_window()


def assert_as_typed(text: str, where: str) -> None:
    """Assert that wherever such a text begins, it goes on as it was typed, or is cut off."""
    assert not _SPOILT.search(text), f"{where}: {text[:200]!r}"
    for found in re.finditer(re.escape(_BEGINNING), text):
        here = text[found.start() :]
        cut = here.split("…")[0]
        assert here.startswith(MARK) or MARK.startswith(cut), f"{where}: {here[:80]!r}"


def assert_tip_is_plain(tip: str, where: str) -> None:
    """Assert that a tooltip shows the text itself: no tag, no picture, no bold letter."""
    if not Qt.mightBeRichText(tip):
        assert_as_typed(tip, where)
        return
    shown = QTextDocument()
    shown.setHtml(tip)
    assert "\ufffc" not in shown.toPlainText(), f"{where}: a picture"
    assert "font-weight:7" not in shown.toHtml(), f"{where}: bold"
    assert_as_typed(shown.toPlainText().replace("\u2028", "\n"), where)


def keyed(text: str, where: str) -> str:
    """Return what a button or a menu shows of its text, in which "&" marks a key."""
    # None of the typed texts means to mark one.
    assert "R&D" not in text.replace("&&", ""), f"{where}: {text!r}"
    return text.replace("&&", "&")


def assert_list_is_plain(view: QAbstractItemView, where: str) -> int:
    model, seen = view.model(), 0
    if model is None:
        return 0
    parent = QModelIndex()
    for row in range(min(model.rowCount(parent), 50)):
        for column in range(_COLUMNS):
            index = model.index(row, column, parent)
            if not index.isValid():
                break
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                text = index.data(role)
                if isinstance(text, str):
                    assert_as_typed(text, f"{where}, row {row}")
                    seen += _BEGINNING in text
            assert_tip_is_plain(index.data(Qt.ItemDataRole.ToolTipRole) or "", where)
    return seen


def assert_is_plain(inside: QWidget) -> int:
    """Look at everything in a window; return at how many places such a text is shown."""
    seen = 0
    for each in (inside, *inside.findChildren(QWidget)):
        where = f"{type(each).__name__} {each.objectName()} of {type(inside).__name__}"
        assert_tip_is_plain(each.toolTip(), where)
        assert_as_typed(each.accessibleName(), where)
        assert_as_typed(each.accessibleDescription(), where)
        text = ""
        if isinstance(each, QLabel):
            text = each.text()
            assert text == "" or each.textFormat() == Qt.TextFormat.PlainText, where
            assert each.buddy() is None or "&" not in text, where
        elif isinstance(each, QAbstractButton):
            text = keyed(each.text(), where)
        elif isinstance(each, QLineEdit):
            text = each.placeholderText()
        elif isinstance(each, QMenu):
            each.aboutToShow.emit()
            for action in each.actions():
                assert_as_typed(keyed(action.text(), where), where)
                seen += _BEGINNING in action.text()
        elif isinstance(each, QTabWidget):
            text = " ".join(keyed(each.tabText(i), where) for i in range(each.count()))
        elif isinstance(each, QGroupBox):
            text = keyed(each.title(), where)
        elif isinstance(each, QComboBox):
            text = " ".join(each.itemText(i) for i in range(each.count()))
        elif isinstance(each, QAbstractItemView):
            seen += assert_list_is_plain(each, where)
        assert_as_typed(text, where)
        seen += _BEGINNING in text
    for action in inside.findChildren(QAction):
        assert_as_typed(keyed(action.text(), "an action"), "an action")
        assert_tip_is_plain("" if action.text() else action.toolTip(), "an action")
    assert _BEGINNING not in inside.windowTitle()
    return seen


def settle(qtbot: QtBot) -> None:
    qtbot.wait(60)  # pages read what they show a moment after they are opened
    background.wait()
    QApplication.processEvents()


@pytest.mark.parametrize("key", PAGES)
def test_a_page_shows_what_was_typed(window: MainWindow, qtbot: QtBot, key: str) -> None:
    page = window.show_page(key)
    settle(qtbot)
    sheet = prep_sheets.nearest()
    assert sheet is not None
    page.select({"prepare": int(sheet.id)}.get(key, 1))
    for tabs in page.findChildren(QTabWidget):
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            settle(qtbot)
            assert_is_plain(page)
    settle(qtbot)
    assert assert_is_plain(page) > 3
    assert_is_plain(window)
    assert page.grab().width()


def test_the_wizard_shows_what_was_typed(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    wizard = ReflectionWizard(settings, rejections.get(17).id, window)
    qtbot.addWidget(wizard)
    wizard.show()
    seen = 0
    for number in wizard.pageIds():
        wizard.jump(number)
        settle(qtbot)
        assert wizard.page(number).title() == ""
        seen += assert_is_plain(wizard)
    assert seen > 9
    wizard.close()


def _dialogs(settings: Settings, window: MainWindow) -> dict[str, Callable[[], QDialog]]:
    application = applications.open_ones()[0]
    event = Event.select().where(Event.note != "").first()
    person = people.get(1)
    sheet = prep_sheets.nearest()
    letter = next(each for each in followups.open_ones() if each.draft)
    question = next(each for each in questions.listed() if MARK in each.text)
    telling = Telling.select().first()
    story = int(telling.story_id)
    rejection = next(
        each.id
        for each in (rejections.get(n) for n in range(1, 18))
        if any(reason.code == ReasonCode.OTHER for reason in rejections.reasons(each.id))
    )
    style = settings.values.letter_style()
    assert person is not None
    assert sheet is not None
    return {
        "application": lambda: ApplicationDialog(window, application=application),
        "application link": lambda: ApplicationLinkDialog(person, window),
        "bin": lambda: BinDialog(window.upkeep.clear_away, window),
        "closing": lambda: ClosingDialog(application, window),
        "company note": lambda: CompanyNoteDialog(application.company, hostile.HOSTILE, window),
        "coverage": lambda: CoverageDialog(window),
        "debrief": lambda: DebriefDialog(sheet, window),
        "event": lambda: EventDialog(event.application, window, event=event),
        "follow-up": lambda: FollowUpDialog(window, follow_up=letter),
        "interview": lambda: InterviewDialog(sheet, window),
        "ledger": lambda: LedgerDialog(window),
        "letter": lambda: LetterDialog(letter, 200, window),
        "meeting": lambda: MeetingDialog(application, window),
        "merging": lambda: MergeDialog(story, 140, window),
        "person": lambda: PersonDialog(window, person=person),
        "merging people": lambda: PersonMergeDialog(person, 2, window),
        "question": lambda: QuestionDialog(window, question=question),
        "questions": lambda: QuestionsDialog(window),
        "rejection": lambda: RejectionDialog(window, rejection),
        "reasons": lambda: ReasonsDialog(rejection, window),
        "story": lambda: StoryEditor(settings, story, window),
        "forms": lambda: StoryFormsDialog(story, 140, window),
        "history": lambda: StoryHistoryDialog(story, window),
        "telling": lambda: TellingDialog(story, window, telling=telling),
        "templates": lambda: TemplateDialog(style, window),
        "week": lambda: WeeklyLookDialog(window),
    }


def test_a_dialog_shows_what_was_typed(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    for number in (1, 2):
        stories.delete(number)
    seen: dict[str, int] = {}
    for name, make in _dialogs(settings, window).items():
        dialog = make()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        settle(qtbot)
        for tabs in dialog.findChildren(QTabWidget):
            for place in range(tabs.count()):
                tabs.setCurrentIndex(place)
        for view in dialog.findChildren(QAbstractItemView):
            if view.model() is not None and view.model().rowCount():
                view.setCurrentIndex(view.model().index(0, 0))
        settle(qtbot)
        seen[name] = assert_is_plain(dialog)
        assert dialog.grab().width()
        dialog.done(0)
    # The rest has fields alone, which know no markup.
    assert sum(count > 0 for count in seen.values()) > 18, seen


def test_the_palette_shows_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.at_hand.open_palette()
    palette = window.at_hand._palette
    palette.field.setText("bold R&D")
    settle(qtbot)
    palette.field.setText("drop table")
    settle(qtbot)
    assert assert_is_plain(palette) > 3
    palette.close()


def test_a_sentence_of_the_window_shows_what_was_typed(window: MainWindow) -> None:
    window.copy("text", MARK)
    assert said(window) == f"Copied: {MARK}"


def test_paper_shows_what_was_typed(window: MainWindow) -> None:
    sheet = prep_sheets.nearest()
    assert sheet is not None
    blocks = prep_sheet.blocks(prep_words.read(sheet), prep_words.headings())
    printed = QTextDocument()
    printed.setHtml(prep_sheet.as_html(blocks))
    text = printed.toPlainText()
    assert "\ufffc" not in text, "a picture"
    assert text.count(_BEGINNING) == prep_sheet.as_text(blocks).count(_BEGINNING) > 9
    assert_as_typed(text, "the sheet")


def test_letters_hold_what_was_typed(window: MainWindow, settings: Settings) -> None:
    style = settings.values.letter_style()
    rejection, person = rejections.get(17), people.get(1)
    assert rejection is not None
    assert person is not None
    for kind in LetterKind:
        for facts in (
            letter_drafts.about_rejection(rejection, style),
            letter_drafts.about_person(person, style),
        ):
            letter = letter_drafts.draft(kind, facts, style)
            assert_as_typed(letter.subject, "a subject")
            assert_as_typed(letter.body, "a letter")


@pytest.mark.parametrize("unit", ["Zebra crossed. ", "x", "面"])
def test_a_megabyte_is_kept_shown_and_found(
    window: MainWindow, settings: Settings, qtbot: QtBot, unit: str
) -> None:
    """As when a whole folder was pasted by mistake; the store is asked, not the clock."""
    book = "Quagga. " + unit * (1_000_000 // len(unit))
    waiting = reflections.waiting()[0]
    wizard = ReflectionWizard(settings, waiting.rejection_id, window)
    wizard.show()
    wizard.jump(3)
    answer = wizard.page(3).findChildren(QPlainTextEdit)[0]
    answer.setPlainText(book + "\0")
    wizard.reject()
    kept = rejections.reflection_of(waiting.rejection_id)
    assert kept is not None
    assert book in (kept.did_well, kept.do_differently, kept.learned)

    story = stories.add({"title": "A book", "action": book})
    application = applications.open_ones()[0]
    applications.edit(application.id, {"notes": book, "advert": book})
    for kind, number in (
        ("rejections", waiting.rejection_id),
        ("stories", story.id),
        ("applications", application.id),
    ):
        window.show_record(kind, int(number))
        settle(qtbot)
    window.prepare(int(application.id))
    settle(qtbot)
    assert waiting.rejection_id in (search.matching_ids("rejections", "quagga") or [])
    assert (search.matching_ids("stories", "quagga") or [])[0] == story.id
    again = stories.get(story.id)
    assert again is not None
    assert again.action == book
    window.at_hand.open_palette()
    window.at_hand._palette.field.setText(book)
    window.at_hand._palette.close()
