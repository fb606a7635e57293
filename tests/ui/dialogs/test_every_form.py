"""No input of any form, dialog or page is forgotten: what it holds is saved, or in the draft."""

import importlib
import json
import pkgutil
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

import rebound_desktop.ui
from rebound_desktop.core import clock
from rebound_desktop.desktop import background
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.exchange import sample_data
from rebound_desktop.store import (
    applications,
    followups,
    people,
    prep_sheets,
    questions,
    rejections,
    stories,
)
from rebound_desktop.store.tables import Event, PrepSheet, Telling
from rebound_desktop.ui.dialogs.application_dialog import ApplicationDialog
from rebound_desktop.ui.dialogs.application_link_dialog import ApplicationLinkDialog
from rebound_desktop.ui.dialogs.bin_dialog import BinDialog
from rebound_desktop.ui.dialogs.choosing_form import ChoosingForm
from rebound_desktop.ui.dialogs.closing_dialog import ClosingDialog
from rebound_desktop.ui.dialogs.company_note_dialog import CompanyNoteDialog
from rebound_desktop.ui.dialogs.coverage_dialog import CoverageDialog
from rebound_desktop.ui.dialogs.day_dialog import DayDialog
from rebound_desktop.ui.dialogs.debrief_dialog import DebriefDialog
from rebound_desktop.ui.dialogs.event_dialog import EventDialog
from rebound_desktop.ui.dialogs.follow_up_dialog import FollowUpDialog
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.dialogs.form_values import inputs_in, put
from rebound_desktop.ui.dialogs.interview_dialog import InterviewDialog
from rebound_desktop.ui.dialogs.ledger_dialog import LedgerDialog
from rebound_desktop.ui.dialogs.lesson_dialog import LessonDialog
from rebound_desktop.ui.dialogs.letter_dialog import LetterDialog
from rebound_desktop.ui.dialogs.meeting_dialog import MeetingDialog
from rebound_desktop.ui.dialogs.merge_dialog import MergeDialog
from rebound_desktop.ui.dialogs.person_dialog import PersonDialog
from rebound_desktop.ui.dialogs.person_merge_dialog import PersonMergeDialog
from rebound_desktop.ui.dialogs.question_dialog import QuestionDialog
from rebound_desktop.ui.dialogs.questions_dialog import QuestionsDialog
from rebound_desktop.ui.dialogs.rejection_dialog import ReasonsDialog, RejectionDialog
from rebound_desktop.ui.dialogs.settings_dialog import SettingsDialog
from rebound_desktop.ui.dialogs.story_editor import StoryEditor
from rebound_desktop.ui.dialogs.story_forms import StoryFormsDialog
from rebound_desktop.ui.dialogs.story_history import StoryHistoryDialog
from rebound_desktop.ui.dialogs.support_dialog import SupportDialog
from rebound_desktop.ui.dialogs.telling_dialog import TellingDialog
from rebound_desktop.ui.dialogs.template_dialog import TemplateDialog
from rebound_desktop.ui.dialogs.weekly_look_dialog import WeeklyLookDialog
from rebound_desktop.ui.dialogs.win_dialog import WinDialog
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.page_stack import PAGE_OF_KIND
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.chips import ChipRow
from rebound_desktop.ui.widgets.fields import DayEdit

#: Dialogs in which nothing is written that could be lost, and why.
NOTHING_WRITTEN = {
    "AboutDialog": "nothing can be typed",
    "BackupsDialog": "a list to choose from",
    "FilePassphraseDialog": "a secret, which is never kept",
    "MergeArchiveDialog": "a choice before a file is read",
    "PassphraseDialog": "a secret, which is never kept",
    "ReflectionWizard": "its pages have tests of their own",
    "StartProblem": "nothing can be typed",
}
#: Inputs that are saved nowhere, by the dialog and what a screen reader calls them, and why.
NOT_KEPT = {
    ("CoverageDialog", "Framework"): "what is shown",
    ("LedgerDialog", "Search tellings"): "a search",
    ("MergeDialog", "Search the other story"): "a search",
    ("QuestionsDialog", "Search questions"): "a search",
    ("QuestionsDialog", "Which questions"): "what is shown",
    ("StoryEditor", "How to write"): "how it is shown; it is kept with the settings",
}


@pytest.fixture
def window(show_window: Callable[[], MainWindow], settings: Settings) -> Iterator[MainWindow]:
    sample_data.fill()
    made = show_window()
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.hide()
    background.wait()


def forms(window: MainWindow) -> dict[str, Callable[[], FormDialog]]:
    """Return all forms by a name, each to begin something and to change something."""
    application = applications.open_ones()[0]
    event = Event.select().first()
    person = people.add({"name": "Sam Ortiz", "email": "sam@example.org", "link": "a"})
    same = people.add({"name": "Sam Ortiz", "email": "ortiz@example.org", "link": "b"})
    people.set_addresses(person.id, [("email", "s@example.org")])
    sheet = _sheet()
    rejection = int(rejections.get(1).id)  # type: ignore[union-attr]
    telling = Telling.select().first()
    letter = next(each for each in followups.open_ones() if each.draft)
    question = questions.listed()[0]
    today = clock.today()
    return {
        "new application": lambda: ApplicationDialog(window),
        "application": lambda: ApplicationDialog(window, application=application),
        "closing": lambda: ClosingDialog(application, window),
        "company note": lambda: CompanyNoteDialog("Northwind", "They said no.", window),
        "day": lambda: DayDialog("Day", today, print, window, about="people 1"),
        "debrief": lambda: DebriefDialog(sheet, window),
        "new event": lambda: EventDialog(application, window),
        "event": lambda: EventDialog(event.application, window, event=event),
        "new follow-up": lambda: FollowUpDialog(window, application_id=int(application.id)),
        "follow-up": lambda: FollowUpDialog(window, follow_up=letter),
        "interview": lambda: InterviewDialog(sheet, window),
        "lesson": lambda: LessonDialog(window),
        "new person": lambda: PersonDialog(window),
        "person": lambda: PersonDialog(window, person=person),
        "merging people": lambda: PersonMergeDialog(person, int(same.id), window),
        "new question": lambda: QuestionDialog(window),
        "question": lambda: QuestionDialog(window, question=question),
        "new rejection": lambda: RejectionDialog(window),
        "rejection": lambda: RejectionDialog(window, rejection),
        "reasons": lambda: ReasonsDialog(rejection, window),
        "new telling": lambda: TellingDialog(telling.story_id, window),
        "telling": lambda: TellingDialog(telling.story_id, window, telling=telling),
        "win": lambda: WinDialog(window),
    }


def _sheet() -> PrepSheet:
    """Return a prep sheet with stories and lessons on it."""
    found = prep_sheets.nearest()
    assert found is not None
    if not prep_sheets.stories_of(found.id):
        prep_sheets.set_stories(int(found.id), [int(stories.to_remember(1)[0].id)])
    if not prep_sheets.lessons_of(found.id):
        due = prep_sheets.lessons_due(found)
        prep_sheets.set_lessons(int(found.id), [int(due[0].id)])
    return found


def other_dialogs(window: MainWindow, settings: Settings) -> dict[str, Callable[[], QDialog]]:
    """Return the dialogs that are no forms, by the name of their class."""
    application, person = applications.open_ones()[0], people.get(1)
    letter = next(each for each in followups.open_ones() if each.draft)
    story = int(stories.to_remember(1)[0].id)
    assert person is not None
    made: list[tuple[type[QDialog], Callable[[], QDialog]]] = [
        (ApplicationLinkDialog, lambda: ApplicationLinkDialog(person, window)),
        (BinDialog, lambda: BinDialog(window.upkeep.clear_away, window)),
        (CoverageDialog, lambda: CoverageDialog(window)),
        (LedgerDialog, lambda: LedgerDialog(window)),
        (LetterDialog, lambda: LetterDialog(letter, 200, window)),
        (MeetingDialog, lambda: MeetingDialog(application, window)),
        (MergeDialog, lambda: MergeDialog(story, 140, window)),
        (QuestionsDialog, lambda: QuestionsDialog(window)),
        (SettingsDialog, lambda: SettingsDialog(settings, window)),
        (StoryEditor, lambda: StoryEditor(settings, story, window)),
        (StoryFormsDialog, lambda: StoryFormsDialog(story, 140, window)),
        (StoryHistoryDialog, lambda: StoryHistoryDialog(story, window)),
        (SupportDialog, lambda: SupportDialog(settings, window)),
        (TemplateDialog, lambda: TemplateDialog(settings.values.letter_style(), window)),
        (WeeklyLookDialog, lambda: WeeklyLookDialog(window)),
    ]
    return {kind.__name__: make for kind, make in made}


def shown(dialog: QDialog, qtbot: QtBot) -> QDialog:
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.wait(1)
    return dialog


def every(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for each in pkgutil.walk_packages(rebound_desktop.ui.__path__, "rebound_desktop.ui."):
        importlib.import_module(each.name)
    waiting = list(kind.__subclasses__())
    while waiting:
        found = waiting.pop()
        waiting += found.__subclasses__()
        if found.__module__.startswith("rebound_desktop."):
            yield found


def name_of(part: QWidget) -> str:
    """Return what a screen reader calls an input, or what it is in the code."""
    row = part.parentWidget()
    if isinstance(row, ChipRow):
        return row.accessibleName()
    text = part.text() if isinstance(part, QAbstractButton) else ""
    return part.accessibleName() or text or part.objectName() or type(part).__name__


def alter(part: QWidget) -> bool:
    """Type or choose something else in an input; say whether there is something else."""
    if isinstance(part, QLineEdit):
        part.setText(part.text() + "Zebra")
    elif isinstance(part, QPlainTextEdit):
        part.setPlainText(part.toPlainText() + "Zebra")
    elif isinstance(part, QComboBox) and part.isEditable():
        part.setEditText("Zebra")
    elif isinstance(part, QComboBox):
        if part.count() < 2:
            return False
        part.setCurrentIndex((part.currentIndex() + 1) % part.count())
    elif isinstance(part, DayEdit):
        part.set_day(part.day() + timedelta(days=1))
    elif isinstance(part, QAbstractSpinBox):
        part.stepUp()
    elif isinstance(part, QRadioButton) and part.isChecked():
        return False
    else:
        assert isinstance(part, QAbstractButton)
        part.setChecked(not part.isChecked())
    return True


def make_room(form: FormDialog) -> None:
    """Bring out the inputs that are there only once they are asked for."""
    if isinstance(form, PersonDialog):
        form.addresses.add.click()


def test_every_form_is_looked_at(window: MainWindow, settings: Settings) -> None:
    looked_at = {type(make()).__name__ for make in forms(window).values()}
    looked_at |= set(other_dialogs(window, settings)) | {ChoosingForm.__name__}
    there = {each.__name__ for each in every(QDialog)} - {FormDialog.__name__}
    assert there - looked_at - set(NOTHING_WRITTEN) == set()
    assert looked_at | set(NOTHING_WRITTEN) <= there


def test_every_input_of_a_form_is_kept_and_counts(window: MainWindow, qtbot: QtBot) -> None:
    """What is changed in one input alone is in the draft, and is asked about on Escape."""
    altered = 0
    for name, make in forms(window).items():
        form = shown(make(), qtbot)
        assert isinstance(form, FormDialog)
        assert not form.is_changed(), name
        make_room(form)
        for part in inputs_in(form._inside):
            assert any(kept is part or kept.isAncestorOf(part) for kept in form.inputs.values()), (
                f"{name}: {name_of(part)} is in no draft"
            )
        for place in range(len(inputs_in(form._inside))):
            again = shown(make(), qtbot)
            assert isinstance(again, FormDialog)
            make_room(again)
            before = again.values()
            part = inputs_in(again._inside)[place]
            if alter(part):
                altered += 1
                where = f"{name}: {name_of(part)}"
                assert again.values() != before or _of_an_empty_row(part), where
                assert again.is_changed() or _of_an_empty_row(part), where
            again.done(0)
        form.done(0)
    assert altered > 100


def _of_an_empty_row(part: QWidget) -> bool:
    # What kind an address is says nothing where there is none yet.
    return part.accessibleName() == "What it is"


def test_what_is_kept_of_a_form_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    for name, make in forms(window).items():
        form = shown(make(), qtbot)
        assert isinstance(form, FormDialog)
        make_room(form)
        for part in inputs_in(form._inside):
            if part.isEnabled() and not isinstance(part, QRadioButton):
                alter(part)
        kept = json.loads(json.dumps(form.values()))
        texts = form.all_texts()
        form.done(0)

        again = shown(make(), qtbot)
        assert isinstance(again, FormDialog)
        for key, value in kept.items():
            put(again.inputs[key], value)
        assert json.loads(json.dumps(again.values())) == kept, name
        assert again.all_texts() == texts, name
        again.done(0)


def test_every_input_of_another_dialog_is_saved(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    found: set[tuple[str, str]] = set()
    for name, make in other_dialogs(window, settings).items():
        dialog = shown(make(), qtbot)
        if not isinstance(dialog, ChoosingForm):  # a search, and a choice that is soon made again
            found |= {(name, name_of(each)) for each in unsaved(dialog)}
        dialog.done(0)
    assert found == set(NOT_KEPT)


@pytest.mark.parametrize("key", sorted({*PAGE_OF_KIND.values(), "today"}))
def test_every_field_of_a_page_is_saved(window: MainWindow, qtbot: QtBot, key: str) -> None:
    page = window.show_page(key)
    sheet = _sheet()
    page.select({"prepare": int(sheet.id)}.get(key, 1))
    for tabs in page.findChildren(QTabWidget):
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            QApplication.processEvents()
    background.wait()
    QApplication.processEvents()
    fields = [each for each in unsaved(page) if isinstance(each, QLineEdit | QPlainTextEdit)]
    assert [name_of(each) for each in fields if each.objectName() != "search"] == []


def unsaved(inside: QWidget) -> list[QWidget]:
    """Return the inputs that nothing saves as they are typed."""
    saving = inside.findChildren(Autosave)
    return [
        each
        for each in inputs_in(inside)
        if not (isinstance(each, QLineEdit | QPlainTextEdit) and each.isReadOnly())
        and not any(autosave.covers(each) for autosave in saving)
    ]
