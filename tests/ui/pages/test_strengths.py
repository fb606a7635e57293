"""The strengths vault as a person uses it."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core.stories import Form
from rebound_desktop.core.vocabulary import Framework, Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import applications, changes, rejections, stories, story_forms
from rebound_desktop.store.story_rows import Filter
from rebound_desktop.ui.dialogs.coverage_dialog import CoverageDialog
from rebound_desktop.ui.dialogs.ledger_dialog import LedgerDialog
from rebound_desktop.ui.dialogs.merge_dialog import MergeDialog
from rebound_desktop.ui.dialogs.story_editor import StoryEditor
from rebound_desktop.ui.dialogs.telling_dialog import TellingDialog
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.pages.strengths import StrengthsPage
from tests.ui.seen import press

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(
    show_page: Callable[[Page], None], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StrengthsPage]:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")
    made = StrengthsPage(settings)
    show_page(made)
    yield made
    for each in made.findChildren(QDialog):
        each.close()


@pytest.fixture
def copied(page: StrengthsPage) -> list[tuple[str, str]]:
    texts: list[tuple[str, str]] = []
    page.copy_asked.connect(lambda text, what: texts.append((text, what)))
    return texts


def titles(page: StrengthsPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def chips(page: StrengthsPage) -> list[str]:
    QApplication.processEvents()
    found = [each for each in page.chips.findChildren(QPushButton) if each.isVisible()]
    found.sort(key=lambda each: (each.y(), each.x()))
    return [each.text() for each in found]


def choose(page: StrengthsPage, entry: str) -> None:
    actions = [each for each in page.findChildren(QAction) if each.text() == entry]
    assert actions, entry
    actions[0].trigger()


def test_an_empty_vault_says_what_goes_there_and_offers_to_write(page: StrengthsPage) -> None:
    assert "One line is enough" in page._none.sentence.text()
    assert not page.detail.isVisible()
    press(page, "Write a story")
    (editor,) = page.findChildren(StoryEditor)
    QTest.keyClicks(editor.box("title"), "Kept the date")
    editor.close()
    assert titles(page) == ["Kept the date"]
    assert page.detail.title.text() == "Kept the date"


def test_a_win_is_logged_in_one_line(page: StrengthsPage) -> None:
    page.quick.setFocus()
    QTest.keyClicks(page.quick, "A customer wrote to thank me")
    QTest.keyClick(page.quick, Qt.Key.Key_Return)
    assert titles(page) == ["A customer wrote to thank me"]
    assert page.quick.text() == ""
    QTest.keyClick(page.quick, Qt.Key.Key_Return)
    assert len(titles(page)) == 1
    long = "I " + "really " * 20 + "did it"
    page.quick.setText(long)
    QTest.keyClick(page.quick, Qt.Key.Key_Return)
    assert page.detail.title.text().endswith("…")
    story = stories.get(page.detail.story_id)
    assert story is not None
    assert story.moment == long


def test_from_the_search_field_to_the_clipboard_in_three_keys(
    page: StrengthsPage, copied: list[tuple[str, str]]
) -> None:
    stories.add({"title": "Kept the date", "action": "I rang the vendor. Twice."})
    stories.add({"title": "Other", "action": "I slept."})
    page.focus_search()
    QTest.keyClicks(page.search, "vend")
    assert titles(page) == ["Kept the date"]
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    QTest.keyClick(page.list, Qt.Key.Key_C, CTRL)
    assert copied == [("I rang the vendor. Twice.", "Story, 5 words")]


def test_ctrl_c_copies_the_story_from_the_search_field_but_never_a_marked_text(
    qtbot: QtBot, page: StrengthsPage, copied: list[tuple[str, str]]
) -> None:
    stories.add({"title": "Kept the date", "action": "I rang."})
    page.search.setFocus()
    QTest.keyClicks(page.search, "kept")
    QTest.keyClick(page.search, Qt.Key.Key_C, CTRL)
    assert [text for text, _ in copied] == ["I rang."]
    page.search.selectAll()
    QTest.keyClick(page.search, Qt.Key.Key_C, CTRL)
    assert len(copied) == 1


def test_down_goes_from_the_search_field_to_the_list(page: StrengthsPage) -> None:
    stories.add({"title": "One"})
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()


def test_the_best_match_is_shown_while_typing(page: StrengthsPage) -> None:
    stories.add({"title": "A deadlock ended"})
    stories.add({"title": "Last", "action": "There was a deadlock."})
    page.select(2)
    assert page.detail.title.text() == "Last"
    page.search.setText("dead")
    assert page.detail.title.text() == "A deadlock ended"
    page.search.setText("nothing like it")
    assert page._not_found.isVisible()
    assert not page.detail.isVisible()
    press(page, "Show all stories")
    assert len(titles(page)) == 2


def test_each_form_is_copied_with_what_was_left_out(
    page: StrengthsPage, copied: list[tuple[str, str]]
) -> None:
    long = "I wrote to every one of them and asked what they needed. " * 40
    stories.add({"title": "Asked", "action": long, "result": "All 9 came.", "learned": "Ask."})
    press(page, "60 seconds")
    press(page, "Bullets")
    press(page, "One line")
    choose(page, "Copy as STAR")
    choose(page, "Copy as 250 words")
    minute, bullets, line, star, words = copied
    assert minute[0].endswith("All 9 came.")
    assert minute[1].startswith("60 seconds, ")
    assert minute[1].endswith("Shortened or left out: Action, What I learned")
    assert bullets[0].count("• ") == 42
    assert line == ("Asked. All 9 came.", "One line, 4 words")
    assert star[0].startswith("Action\nI wrote")
    assert star[1].endswith("left out: What I learned")
    assert len(words[0].split()) <= 250


def test_a_story_of_endless_sentences_is_not_cut_but_said(
    page: StrengthsPage, copied: list[tuple[str, str]]
) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    stories.add({"title": "Long", "action": "on and " * 200 + "on."})
    press(page, "60 seconds")
    assert copied == []
    assert "longer than 60 seconds" in said[-1]


def test_the_pace_of_the_settings_decides_what_fits(
    page: StrengthsPage, settings: Settings, copied: list[tuple[str, str]]
) -> None:
    stories.add({"title": "Asked", "action": "I asked them all again. " * 60})
    settings.values.words_per_minute = 100
    press(page, "60 seconds")
    settings.values.words_per_minute = 150
    press(page, "60 seconds")
    assert [len(text.split()) for text, _ in copied] == [100, 150]


def test_after_copying_a_telling_is_offered_and_can_be_waved_away(
    page: StrengthsPage, copied: list[tuple[str, str]]
) -> None:
    stories.add({"title": "One"})
    assert not page.detail._offer.isVisible()
    press(page, "Copy story")
    assert page.detail._offer.isVisible()
    press(page, "Not now")
    assert not page.detail._offer.isVisible()
    assert page.findChildren(TellingDialog) == []


def test_a_telling_is_noted_changed_and_deleted(page: StrengthsPage) -> None:
    northwind = applications.add({"company": "Northwind", "role": "Lead"}, stage=Stage.FINAL)
    story = stories.add({"title": "One"})
    press(page, "Copy story")
    press(page, "Will you tell it? Note when and to whom")
    dialog = page.findChildren(TellingDialog)[-1]
    dialog.application.setCurrentIndex(1)
    dialog.landed.set_value("well")
    dialog.note.setPlainText("They laughed.")
    dialog.accept()
    (telling,) = stories.tellings_of(story.id)
    assert (telling.on_date, telling.application_id) == (date(2026, 11, 22), northwind.id)
    assert page.detail._told.text() == "Told once · last at Northwind, 22 Nov · “landed well”"

    press(page, "22 Nov · Northwind · landed well")
    dialog = page.findChildren(TellingDialog)[-1]
    assert dialog.note.toPlainText() == "They laughed."
    dialog.to_whom.setText("Northwind (final)")
    dialog.accept()
    assert "last at Northwind (final), 22 Nov" in page.detail._told.text()

    press(page, "22 Nov · Northwind (final) · landed well")
    dialog = page.findChildren(TellingDialog)[-1]
    [each for each in dialog.findChildren(QPushButton) if each.text() == "Delete"][0].click()
    assert stories.tellings_of(story.id) == []
    assert page.detail._told.text() == ""


def test_a_telling_to_come_is_not_counted_as_told(page: StrengthsPage) -> None:
    story = stories.add({"title": "One"})
    stories.tell(story.id, date(2026, 11, 20), "Contoso")
    stories.tell(story.id, date(2026, 11, 25), "Northwind")
    assert page.detail._told.text() == "Told once · last at Contoso, 20 Nov"


def test_chips_count_and_filter(page: StrengthsPage) -> None:
    stories.add({"title": "A"}, [(Framework.NACE, "Leadership"), (Framework.NACE, "Teamwork")])
    stories.add({"title": "B"}, [(Framework.NACE, "Leadership")])
    stories.add({"title": "C"})
    assert chips(page)[:3] == ["All 3", "Leadership 2", "Teamwork 1"]
    assert chips(page)[-1].startswith("Missing: ")
    press(page, "Leadership 2")
    assert set(titles(page)) == {"A", "B"}
    page.select(3)
    assert set(titles(page)) == {"A", "B", "C"}


def test_a_gap_is_an_invitation_to_write(page: StrengthsPage) -> None:
    for title in "ABC":
        stories.add({"title": title}, [(Framework.NACE, "Leadership")])
    choose(page, "Write one on Teamwork")
    (editor,) = page.findChildren(StoryEditor)
    assert editor.picker.labels() == [("nace", "Teamwork")]
    QTest.keyClicks(editor.box("title"), "D")
    editor.close()
    assert [each.name for each in stories.competencies_of(4)] == ["Teamwork"]


def test_a_retired_story_is_kept_under_its_chip_and_can_come_back(page: StrengthsPage) -> None:
    stories.add({"title": "Old"})
    stories.add({"title": "New"})
    page.select(1)
    choose(page, "Retire")
    assert titles(page) == ["New"]
    press(page, "Retired 1")
    assert titles(page) == ["Old"]
    choose(page, "Bring back")
    assert titles(page) == ["Old", "New"]
    assert chips(page) == ["All 2", "Moments 2", "Filter"]


def test_duplicate_and_delete_with_undo(page: StrengthsPage) -> None:
    stories.add({"title": "One", "action": "I did."})
    choose(page, "Duplicate")
    assert set(titles(page)) == {"One", "One (copy)"}
    assert page.detail.title.text() == "One (copy)"
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert titles(page) == ["One"]
    changes.undo()
    assert set(titles(page)) == {"One", "One (copy)"}


def test_what_was_written_is_shown_as_plain_text(page: StrengthsPage) -> None:
    stories.add({"title": "<b>bold</b> & more", "action": "<img src='x'>\nsecond"})
    texts = [each.text() for each in page.detail.findChildren(type(page.detail.title))]
    assert "<b>bold</b> & more" in texts
    assert "<img src='x'>\nsecond" in texts
    assert all(
        each.textFormat() == Qt.TextFormat.PlainText
        for each in page.detail.findChildren(type(page.detail.title))
    )


def test_enter_on_a_card_edits_it(page: StrengthsPage) -> None:
    stories.add({"title": "One"})
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    (editor,) = page.findChildren(StoryEditor)
    assert editor.story_id == page.detail.story_id


def test_every_control_has_a_name(page: StrengthsPage) -> None:
    story = stories.add({"title": "One"}, [(Framework.NACE, "Leadership")])
    stories.tell(story.id, date(2026, 11, 1))
    for each in page.findChildren(QPushButton):
        assert each.accessibleName() or each.text()
    assert page.list.accessibleName() == "Stories"
    assert page.search.accessibleName() == "Search stories"
    assert page.quick.accessibleName() == "Log a win in one line"


def test_a_slip_is_forgiven_and_said(page: StrengthsPage) -> None:
    stories.add({"title": "Talked", "action": "The conflict ended."})
    page.search.setText("confilct")
    assert titles(page) == ["Talked"]
    assert page.meant.text().endswith("Showing results for “conflict”.")
    assert page.meant.isVisible()
    page.search.setText("conf")
    assert not page.meant.isVisible()


def test_filters_show_as_chips_that_take_them_away(page: StrengthsPage) -> None:
    one = stories.add({"title": "One", "expectation": "exceeded", "happened": "2024"})
    stories.add({"title": "Two", "happened": "2024"})
    stories.tell(one.id, date(2026, 11, 1))
    page.filter.button.menu().aboutToShow.emit()
    choose(page, "2024")
    assert set(titles(page)) == {"One", "Two"}
    page.filter.button.menu().aboutToShow.emit()
    choose(page, "Never told")
    assert titles(page) == ["Two"]
    press(page, "Remove the filter Never told")
    assert set(titles(page)) == {"One", "Two"}
    page.filter.choose(Filter(expectation="exceeded", told="not_lately"))
    assert titles(page) == []
    press(page, "Show all stories")
    assert set(titles(page)) == {"One", "Two"}
    assert not page.filter.isVisible()


def test_moments_wait_under_a_chip_and_open_one_question_at_a_time(page: StrengthsPage) -> None:
    stories.add({"title": "Written", "action": "I did."})
    stories.log_moment("A customer wrote to thank me")
    press(page, "Moments 1")
    assert titles(page) == ["A customer wrote to thank me"]
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    (editor,) = page.findChildren(StoryEditor)
    assert editor.fields["situation"].isVisible()
    assert not editor.fields["action"].isVisible()
    QTest.keyClicks(editor.box("situation"), "In spring")
    editor.close()
    assert "Moments 1" not in chips(page)


def test_an_own_wording_is_copied_and_said_and_a_change_of_the_story_too(
    page: StrengthsPage, copied: list[tuple[str, str]]
) -> None:
    story = stories.add({"title": "Asked", "action": "I asked."})
    story_forms.save(story.id, Form.SECONDS_60, "In my words.")
    assert page.detail.own.text() == "Your own wording: 60 seconds"
    press(page, "60 seconds")
    assert copied == [("In my words.", "60 seconds, 3 words")]
    stories.edit(story.id, {"action": "I asked twice."})
    assert "the story changed since" in page.detail.own.text()
    story_forms.reset(story.id, Form.SECONDS_60)
    assert not page.detail.own.isVisible()


def test_a_story_from_a_reflection_leads_back_to_it(page: StrengthsPage) -> None:
    made = applications.add({"company": "Northwind"}, stage=Stage.APPLIED, on=date(2026, 1, 1))
    number = rejections.log(made.id, on=date(2026, 1, 2), reached=Stage.APPLIED).id
    stories.add({"title": "One"}, rejection_id=number)
    asked: list[tuple[str, int]] = []
    page.record_asked.connect(lambda kind, record: asked.append((kind, record)))
    press(page, "From the reflection on Northwind")
    assert asked == [("rejections", number)]


def test_coverage_leads_to_stories_and_invites_to_write(page: StrengthsPage) -> None:
    story = stories.add({"title": "One"}, [(Framework.NACE, "Leadership")])
    stories.add({"title": "Two"})
    choose(page, "Coverage by competency…")
    (dialog,) = page.findChildren(CoverageDialog)
    assert dialog.sum.text() == "1 of 8 have a story."
    QTest.qWaitForWindowActive(dialog)
    dialog.framework.setFocus()
    passed = []
    for _ in range(9):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget().text())  # type: ignore[attr-defined]
    assert passed[0] == "No story for Career && Self-Development yet – write one"
    assert passed[4] == "One"
    assert passed[8] == "Close"
    press(page, "One")
    assert not dialog.isVisible()
    assert page.detail.story_id == story.id
    choose(page, "Coverage by competency…")
    press(page, "No story for Teamwork yet – write one")
    (editor,) = page.findChildren(StoryEditor)
    assert editor.picker.labels() == [("nace", "Teamwork")]


def test_the_ledger_shows_all_tellings_and_leads_to_the_story(page: StrengthsPage) -> None:
    one, two = (stories.add({"title": each}).id for each in ("One", "Two"))
    stories.tell(one, date(2026, 1, 5), "Ana", landed="well")
    stories.tell(two, date(2026, 2, 5), "Ben")
    choose(page, "All tellings…")
    (dialog,) = page.findChildren(LedgerDialog)
    model = dialog.model
    assert [model.index(row, 2).data() for row in range(2)] == ["Ben", "Ana"]
    dialog.search.setText("ana")
    assert model.rowCount() == 1
    dialog.table.selectRow(0)
    dialog.show_story.click()
    assert page.detail.story_id == one
    choose(page, "All tellings…")
    page.findChildren(LedgerDialog)[-1].not_lately.click()
    assert titles(page) == ["One", "Two"]


def test_two_stories_are_merged_and_parted_again(page: StrengthsPage) -> None:
    one = stories.add({"title": "One", "action": "I rang."}, [("own", each) for each in "abc"])
    stories.add({"title": "Two", "action": "I wrote."}, [("own", each) for each in "cde"])
    page.select(one.id)
    choose(page, "Merge with another…")
    (dialog,) = page.findChildren(MergeDialog)
    dialog.search.setText("one")
    assert not dialog.merge.isEnabled()
    dialog.search.setText("two")
    assert "I rang.\n\nI wrote." in dialog.text.toPlainText()
    checks = [check for check, _ in dialog._checks]
    assert [each.isChecked() for each in checks] == [True, True, True, True, False]
    assert not checks[4].isEnabled()
    checks[0].setChecked(False)
    checks[4].setChecked(True)
    dialog.title.setCurrentText("Both")
    dialog.merge.click()
    assert titles(page) == ["Both"]
    assert [each.name for each in stories.competencies_of(one.id)] == ["b", "c", "d", "e"]
    changes.undo()
    assert set(titles(page)) == {"One", "Two"}
