"""The page Prepare as a person uses it before and after an interview."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from rebound_desktop.core.vocabulary import EventKind, Stage
from rebound_desktop.desktop import background
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import (
    applications,
    changes,
    lessons,
    people,
    prep_sheets,
    rejections,
    stories,
)
from rebound_desktop.ui.dialogs.debrief_dialog import DebriefDialog
from rebound_desktop.ui.dialogs.interview_dialog import InterviewDialog
from rebound_desktop.ui.dialogs.story_editor import StoryEditor
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.pages.prepare import PreparePage
from rebound_desktop.ui.widgets.card import Card
from tests.ui.seen import press

ADVERT = "You calm angry customers. You lead a team of four. You repair diesel engines."
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")


@pytest.fixture
def tailspin(store: Path) -> int:
    made = applications.add(
        {"company": "Tailspin", "role": "Data Lead", "advert": ADVERT}, stage=Stage.APPLIED
    )
    lena = people.add({"name": "Lena Fischer", "title": "Head of Data"})
    people.meet(made.id, lena.id, "hiring_manager")
    applications.record_event(made, EventKind.INTERVIEW, date(2026, 11, 26), at_time="14:00")
    return int(made.id)


@pytest.fixture
def vault(store: Path) -> dict[str, int]:
    made = {
        "customer": {"action": "I calmed an angry customer."},
        "team": {"action": "I led a team of six."},
        "garden": {"action": "I watered the roses."},
    }
    return {name: stories.add({"title": name, **texts}).id for name, texts in made.items()}


@pytest.fixture
def page(show_page: Callable[[Page], None], settings: Settings) -> Iterator[PreparePage]:
    made = PreparePage(settings)
    show_page(made)
    yield made
    background.wait()
    for kind in (InterviewDialog, DebriefDialog, StoryEditor):
        for each in made.findChildren(kind):
            each.done(0)
    if made.cards is not None:
        made.cards.close()


def begin(page: PreparePage, application_id: int) -> int:
    sheet = prep_sheets.begin(application_id)
    page.open()
    page.select(sheet.id)
    settle()
    return int(sheet.id)


def settle() -> None:
    background.wait()
    for _ in range(3):
        QApplication.processEvents()


def shown(page: PreparePage) -> list[str]:
    rows = sorted(page.stories.rows.values(), key=lambda each: each.y())
    return [each.title.text() for each in rows]


def gaps(page: PreparePage) -> list[Card]:
    return [each for each in page.stories.findChildren(Card) if each.isVisible()]


def test_without_an_interview_the_page_says_what_goes_here(page: PreparePage) -> None:
    page.open()

    assert "Choose an interview" in page._empty.sentence.text()
    assert not page.head.cue.isVisible()


def test_the_head_says_what_when_and_with_whom(page: PreparePage, tailspin: int) -> None:
    begin(page, tailspin)

    assert page.title.text() == "Prepare · Tailspin, Data Lead"
    assert page.head._when.text() == "Thursday 26 Nov, 14:00 · with Lena Fischer"


def test_stories_come_up_ranked_with_the_words_that_made_them_fit(
    page: PreparePage, tailspin: int, vault: dict[str, int]
) -> None:
    begin(page, tailspin)

    assert set(shown(page)) == {"customer", "team"}
    row = page.stories.rows[vault["customer"]]
    assert "angry customer" in row.because.text()
    assert row.bar.isVisible()
    press(row, "Read")
    assert row.text.toPlainText() == "I calmed an angry customer."
    words = [each for each in gaps(page) if each.objectName() == "notice"]
    assert len(words) == 1


def test_what_the_advert_asks_for_is_marked(page: PreparePage, tailspin: int) -> None:
    begin(page, tailspin)

    marked = [page.advert.view._text[start:end] for start, end in page.advert.view._places]
    assert marked[0] == "calm angry customers"


def test_chosen_stories_are_saved_and_moved_by_keys(
    page: PreparePage, tailspin: int, vault: dict[str, int]
) -> None:
    sheet = begin(page, tailspin)

    page.stories.rows[vault["customer"]].box.click()
    page.stories.rows[vault["team"]].box.click()
    assert [each.title for each in prep_sheets.stories_of(sheet)] == ["customer", "team"]
    row = page.stories.rows[vault["team"]]
    row.box.setFocus()
    QTest.keyClick(row.box, Qt.Key.Key_Up, ALT)
    assert [each.title for each in prep_sheets.stories_of(sheet)] == ["team", "customer"]
    settle()
    assert shown(page)[:2] == ["team", "customer"]
    QTest.keyClick(row.box, Qt.Key.Key_Up, ALT)
    QTest.keyClick(row.box, Qt.Key.Key_Down, ALT)
    assert [each.title for each in prep_sheets.stories_of(sheet)] == ["customer", "team"]
    changes.undo()
    settle()
    assert shown(page)[:2] == ["team", "customer"]


def test_chosen_stories_are_dragged(
    page: PreparePage, tailspin: int, vault: dict[str, int]
) -> None:
    sheet = begin(page, tailspin)
    prep_sheets.set_stories(sheet, list(vault.values()))
    settle()
    row = page.stories.rows[vault["garden"]]
    none = Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton

    for kind, y in (
        (QEvent.Type.MouseButtonPress, 5),
        (QEvent.Type.MouseMove, -20),
        (QEvent.Type.MouseMove, -row.y() - 5),
        (QEvent.Type.MouseButtonRelease, -row.y() - 5),
    ):
        at = QPointF(60, y)
        QApplication.sendEvent(row, QMouseEvent(kind, at, row.mapToGlobal(at), left, left, none))
        QApplication.processEvents()

    assert [each.title for each in prep_sheets.stories_of(sheet)] == ["garden", "customer", "team"]


def test_a_story_told_to_this_company_before_is_said(
    page: PreparePage, tailspin: int, vault: dict[str, int]
) -> None:
    stories.tell(vault["team"], date(2026, 11, 3), application_id=tailspin)

    begin(page, tailspin)

    row = page.stories.rows[vault["team"]]
    assert row.because.text() == "already told to Tailspin on 3 Nov"
    assert row.because.property("tone") == "due"


def test_a_requirement_without_a_story_offers_to_write_one(
    page: PreparePage, tailspin: int, vault: dict[str, int]
) -> None:
    begin(page, tailspin)

    (notice,) = gaps(page)
    press(notice, "Write a story for “You repair diesel engines”")

    assert len(page.findChildren(StoryEditor)) == 1


def test_every_requirement_without_a_story_is_listed_when_asked_for(
    page: PreparePage, tailspin: int, vault: dict[str, int]
) -> None:
    advert = "\n".join(
        ("You will:", "- weld steel frames", "- repair diesel engines", "- cook for sixty guests")
    )
    applications.edit(tailspin, {"advert": advert})
    begin(page, tailspin)
    assert len(gaps(page)) == 2

    press(page, "Show 1 more without a story")
    settle()

    assert len(gaps(page)) == 3
    assert not page.stories.all_gaps.isVisible()


def test_tab_goes_through_the_page_as_the_eye_does(
    page: PreparePage, tailspin: int, vault: dict[str, int]
) -> None:
    number = begin(page, tailspin)
    prep_sheets.edit(number, {"questions": "Why us?"})
    settle()
    page.head.back.setFocus()
    passed: list[QWidget] = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        if passed and focus is page.head.back:
            break
        passed.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    rows = [page.stories.rows[each].box for each in page.stories._order]
    places = [
        passed.index(each)
        for each in (page.head.put_out, page.advert.paste, page.questions.new, *rows, page.notes)
    ]
    assert places == sorted(places)


def test_a_pasted_advert_is_kept_and_taken_back(page: PreparePage, store: Path) -> None:
    made = applications.add({"company": "Contoso"})
    sheet = begin(page, made.id)
    assert page.advert.hint.isVisible()
    QGuiApplication.clipboard().setText("  You handle complaints from customers.  ")

    press(page.advert, "Paste advert")
    settle()

    stored = applications.get(made.id)
    assert stored is not None
    assert stored.advert == "You handle complaints from customers."
    filled = prep_sheets.get(sheet)
    assert filled is not None
    assert filled.questions
    changes.undo()
    stored = applications.get(made.id)
    assert stored is not None
    assert stored.advert == ""


@pytest.mark.parametrize("text", ["", " \n ", "x" * 100_001, "PNG\0\0\x01", "\x01\x02\x03ÿþ" * 40])
def test_what_is_no_advert_is_refused_with_a_sentence(
    page: PreparePage, tailspin: int, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(page, tailspin)
    said: list[str] = []
    page.said.connect(said.append)
    monkeypatch.setattr(QGuiApplication.clipboard(), "text", lambda: text, raising=False)
    monkeypatch.setattr(
        "rebound_desktop.ui.pages.prepare_advert.QGuiApplication",
        type("Gui", (), {"clipboard": lambda: type("Board", (), {"text": lambda _self: text})()}),
    )

    press(page.advert, "Paste advert")

    assert len(said) == 1
    stored = applications.get(tailspin)
    assert stored is not None
    assert stored.advert == ADVERT


def test_the_advert_is_edited_as_it_is_typed(page: PreparePage, tailspin: int) -> None:
    begin(page, tailspin)

    press(page.advert, "Edit advert")
    QTest.keyClicks(page.advert.area, "New. ")
    press(page.advert, "Done")

    stored = applications.get(tailspin)
    assert stored is not None
    assert stored.advert.startswith("New. You calm") or stored.advert.endswith("New. ")
    assert page.advert.view.isVisible()


def test_questions_are_added_suggested_and_removed(page: PreparePage, tailspin: int) -> None:
    sheet = begin(page, tailspin)
    stored = prep_sheets.get(sheet)
    assert stored is not None
    before = stored.questions.split("\n")

    page.questions.new.setFocus()
    QTest.keyClicks(page.questions.new, "Why us?")
    QTest.keyClick(page.questions.new, Qt.Key.Key_Return)
    stored = prep_sheets.get(sheet)
    assert stored is not None
    assert stored.questions.split("\n") == [*before, "Why us?"]
    menu = page.questions.more.menu()
    menu.aboutToShow.emit()
    offered = [each.text() for each in menu.actions()]
    assert not set(offered) & set(before)
    page.questions._remove(0)
    stored = prep_sheets.get(sheet)
    assert stored is not None
    assert stored.questions.split("\n") == [*before[1:], "Why us?"]


def test_lessons_and_people_are_chosen(page: PreparePage, tailspin: int) -> None:
    other = applications.add({"company": "Northwind"})
    rejection = rejections.log(other.id, on=date(2026, 11, 20), reached=Stage.INTERVIEWING)
    lesson = lessons.keep(rejection.id, "Ask who is on the panel")
    sheet = begin(page, tailspin)

    row = page.lessons.rows.widgets[lesson.id]
    assert row.label.text() == "Ask who is on the panel (Northwind, 20 Nov)"
    row.box.click()
    assert [each.id for each in prep_sheets.lessons_of(sheet)] == [lesson.id]
    (person,) = page.people.rows.widgets.values()
    assert person.label.text() == "Lena Fischer, Hiring manager, Head of Data"
    person.box.click()
    assert prep_sheets.people_of(sheet) == []


def test_notes_are_saved_as_they_are_typed(page: PreparePage, tailspin: int) -> None:
    sheet = begin(page, tailspin)

    QTest.keyClicks(page.notes, "Bring the book")
    page.hide()

    stored = prep_sheets.get(sheet)
    assert stored is not None
    assert stored.notes == "Bring the book"


def test_the_day_is_changed(page: PreparePage, tailspin: int) -> None:
    begin(page, tailspin)
    press(page, "Change day or place")
    (dialog,) = page.findChildren(InterviewDialog)
    dialog.day.set_day(date(2026, 11, 27))
    dialog.time.setText("9")
    dialog.place.setText("video")
    dialog.accept()

    assert page.head._when.text() == "Friday 27 Nov, 09:00 · video · with Lena Fischer"
    press(page, "Change day or place")
    dialog = page.findChildren(InterviewDialog)[-1]
    dialog.time.setText("soon")
    dialog.accept()
    assert "14:00" in dialog.fields["at_time"].refusal
    dialog.done(0)


def test_the_sheet_is_copied(page: PreparePage, tailspin: int, vault: dict[str, int]) -> None:
    sheet = begin(page, tailspin)
    prep_sheets.set_stories(sheet, [vault["team"]])
    copied: list[str] = []
    page.copy_asked.connect(lambda text, _what: copied.append(text))

    press(page, "Copy sheet")
    press(page, "Copy “team”")

    assert "Tailspin, Data Lead\nThursday 26 Nov, 14:00" in copied[0]
    assert "1. team\n   – I led a team of six." in copied[0]
    assert copied[1] == "I led a team of six."


def test_the_sheet_is_saved_as_pdf_and_markdown(
    page: PreparePage, tailspin: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(page, tailspin)
    said: list[str] = []
    page.said.connect(said.append)
    chosen = tmp_path / "sheet"
    offered: list[str] = []

    def choose(_parent: QWidget, _title: str, offer: str, _kind: str) -> tuple[str, str]:
        offered.append(Path(offer).name)
        return str(chosen), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    _, pdf, markdown = page.head.put_out.menu().actions()

    pdf.trigger()
    markdown.trigger()

    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "sheet.md").read_text(encoding="utf-8").startswith("# Tailspin, Data Lead")
    assert said == ["Saved as sheet.pdf.", "Saved as sheet.md."]
    assert offered == ["prep-sheet-2026-11-22.pdf", "prep-sheet-2026-11-22.md"], "for nobody"
    chosen = tmp_path / "nowhere" / "sheet.pdf"
    pdf.trigger()
    assert said[-1].startswith("sheet.pdf cannot be written")


def test_cue_cards_need_something_to_show(
    page: PreparePage, store: Path, vault: dict[str, int]
) -> None:
    sheet = begin(page, applications.add({"company": "Contoso"}).id)
    said: list[str] = []
    page.said.connect(said.append)

    press(page, "Cue cards on top")
    assert "Choose a story first" in said[0]
    prep_sheets.set_stories(sheet, [vault["team"]])
    press(page, "Cue cards on top")

    assert page.cards is not None
    assert page.cards.title.text() == "team"


def test_after_the_interview_a_debrief_is_offered(
    page: PreparePage, tailspin: int, vault: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = begin(page, tailspin)
    prep_sheets.set_stories(sheet, [vault["team"]])
    assert not page._debrief.isVisible()
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-27")
    page.open()
    assert page._debrief.isVisible()

    press(page._debrief, "How did it go?")
    (dialog,) = page.findChildren(DebriefDialog)
    dialog.landed[vault["team"]].setCurrentIndex(1)
    dialog.landed[vault["team"]].chosen.emit("well")
    dialog.asked.setPlainText("Why us?\n\nWhy now?")
    dialog.accept()

    (telling,) = stories.tellings_of(vault["team"])
    assert (telling.on_date, telling.landed) == (date(2026, 11, 26), "well")
    assert not page._debrief.isVisible()
    assert page.again.isVisible()


def test_every_control_has_a_name(page: PreparePage, tailspin: int, vault: dict[str, int]) -> None:
    begin(page, tailspin)

    for each in page.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            text = each.text() if isinstance(each, QPushButton) else ""
            assert each.accessibleName() or text, each
