"""What was typed into a form outlives a crash, and is offered where it belongs."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.store import applications, drafts, erasing, people, prep_sheets, stories
from rebound_desktop.store.tables import database as connection
from rebound_desktop.ui.dialogs.application_dialog import ApplicationDialog
from rebound_desktop.ui.dialogs.debrief_dialog import DebriefDialog
from rebound_desktop.ui.dialogs.event_dialog import EventDialog
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.dialogs.merge_dialog import MergeDialog
from rebound_desktop.ui.dialogs.person_dialog import PersonDialog
from rebound_desktop.ui.dialogs.rejection_dialog import RejectionDialog
from rebound_desktop.ui.dialogs.telling_dialog import TellingDialog
from rebound_desktop.ui.widgets.notices import Notices


def shown(qtbot: QtBot, dialog: FormDialog) -> FormDialog:
    qtbot.addWidget(dialog, before_close_func=lambda each: each.done(0))
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.wait(1)
    return dialog


def crash(qtbot: QtBot, dialog: FormDialog) -> None:
    """Let a form go as a killed program does: nothing is said to it."""
    dialog._keeper._timer.stop()
    dialog.hide()


def kept(qtbot: QtBot, form: str, about: str) -> None:
    qtbot.waitUntil(lambda: drafts.find(form, about) is not None, timeout=2000)


def test_a_form_is_offered_again_after_a_crash(qtbot: QtBot, store: Path) -> None:
    dialog = shown(qtbot, ApplicationDialog())
    assert isinstance(dialog, ApplicationDialog)
    dialog.company.setText("Northwind")
    dialog._areas["notes"].setPlainText("Their office is by the sea.")
    dialog.stage.set_value(Stage.SCREENING)
    kept(qtbot, "ApplicationDialog", "New application")
    crash(qtbot, dialog)

    again = shown(qtbot, ApplicationDialog())
    assert isinstance(again, ApplicationDialog)
    assert "Take it up?" in Notices.of(again).sentence("draft")
    assert again.company.text() == ""
    Notices.of(again).buttons("draft")["Take it up"]()

    assert again.company.text() == "Northwind"
    assert again._areas["notes"].toPlainText() == "Their office is by the sea."
    assert again.stage.value() == Stage.SCREENING
    again.accept()
    assert [each.company for each in applications.open_ones()] == ["Northwind"]
    assert drafts.find("ApplicationDialog", "New application") is None


def test_what_was_saved_or_discarded_is_not_offered(qtbot: QtBot, store: Path) -> None:
    dialog = shown(qtbot, ApplicationDialog())
    assert isinstance(dialog, ApplicationDialog)
    dialog.company.setText("Northwind")
    kept(qtbot, "ApplicationDialog", "New application")
    dialog.accept()

    again = shown(qtbot, ApplicationDialog())
    assert Notices.of(again).sentence("draft") == ""


def test_a_draft_turns_up_at_its_own_record_only(qtbot: QtBot, store: Path) -> None:
    one, other = (applications.add({"company": name}) for name in ("Northwind", "Contoso"))
    dialog = shown(qtbot, EventDialog(one))
    assert isinstance(dialog, EventDialog)
    dialog.note.setPlainText("Two engineers")
    kept(qtbot, "EventDialog", f"applications {one.id}")
    crash(qtbot, dialog)

    assert Notices.of(shown(qtbot, EventDialog(other))).sentence("draft") == ""
    assert Notices.of(shown(qtbot, EventDialog(one))).sentence("draft") != ""


def test_offers_that_are_not_answered_lose_nothing(qtbot: QtBot, store: Path) -> None:
    story = stories.add({"title": "Kept the date"})
    about = f"stories {story.id}"
    drafts.keep("TellingDialog", about, {"note": "first"})
    for number, text in ((2, "second"), (3, "third")):
        dialog = shown(qtbot, TellingDialog(story.id))
        assert isinstance(dialog, TellingDialog)
        dialog.note.setPlainText(text)
        place = f"{about} ({number})"
        qtbot.waitUntil(
            lambda place=place, text=text: (
                (drafts.find("TellingDialog", place) or {}).get("note") == text
            )
        )
        crash(qtbot, dialog)

    again = shown(qtbot, TellingDialog(story.id))
    assert isinstance(again, TellingDialog)
    Notices.of(again).buttons("draft")["Start afresh"]()
    Notices.of(again).buttons("draft")["Take it up"]()
    assert again.note.toPlainText() == "second"
    again.accept()
    last = shown(qtbot, TellingDialog(story.id))
    assert isinstance(last, TellingDialog)
    Notices.of(last).buttons("draft")["Take it up"]()
    assert last.note.toPlainText() == "third"


def test_a_name_that_is_half_typed_is_kept(qtbot: QtBot, store: Path) -> None:
    people.add({"name": "Sam Ortiz"})
    dialog = shown(qtbot, PersonDialog())
    assert isinstance(dialog, PersonDialog)
    dialog.introduced_by.setEditText("Sam Ort")
    qtbot.waitUntil(
        lambda: (drafts.find("PersonDialog", "New person") or {}).get("introduced_by") == "Sam Ort"
    )
    crash(qtbot, dialog)
    again = shown(qtbot, PersonDialog())
    assert isinstance(again, PersonDialog)
    Notices.of(again).buttons("draft")["Take it up"]()
    assert again.introduced_by.currentText() == "Sam Ort"


def test_reasons_are_kept_too(qtbot: QtBot, store: Path) -> None:
    dialog = shown(qtbot, RejectionDialog())
    assert isinstance(dialog, RejectionDialog)
    dialog.company.setText("Northwind")
    dialog.reasons.own.setText("The tide")
    kept(qtbot, "RejectionDialog", "Log a rejection")
    crash(qtbot, dialog)

    again = shown(qtbot, RejectionDialog())
    assert isinstance(again, RejectionDialog)
    Notices.of(again).buttons("draft")["Take it up"]()
    assert [each.label for each in again.reasons.choices()] == ["The tide"]


def test_a_draft_goes_with_the_application_that_it_took_over(qtbot: QtBot, store: Path) -> None:
    made = applications.add({"company": "Northwind"})
    dialog = shown(qtbot, RejectionDialog())
    assert isinstance(dialog, RejectionDialog)
    dialog.application.set_value(str(made.id))
    dialog.application.chosen.emit(str(made.id))
    kept(qtbot, "RejectionDialog", "Log a rejection")
    crash(qtbot, dialog)
    applications.delete(made.id)
    erasing.erase("applications", [made.id])
    assert drafts.find("RejectionDialog", "Log a rejection") is None


def test_a_form_that_cannot_be_saved_keeps_its_text(
    qtbot: QtBot, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(qtbot, ApplicationDialog())
    assert isinstance(dialog, ApplicationDialog)
    dialog.company.setText("Northwind")
    connection.execute_sql("PRAGMA query_only = 1")  # every write is refused, as on a full disk
    dialog.accept()

    notices = Notices.of(dialog)
    assert dialog.isVisible()
    assert notices.isVisible()
    assert "could not be saved" in notices.sentence("not saved")
    notices.buttons("not saved")["Copy the text"]()
    assert QGuiApplication.clipboard().text() == "Northwind"
    connection.execute_sql("PRAGMA query_only = 0")
    notices.buttons("not saved")["Try again"]()
    assert not dialog.isVisible()
    assert [each.company for each in applications.open_ones()] == ["Northwind"]


def test_the_title_of_two_stories_is_kept_while_it_is_typed(qtbot: QtBot, store: Path) -> None:
    one, two, three = (stories.add({"title": each}).id for each in ("Kept it", "Met it", "Led it"))

    def merging() -> MergeDialog:
        made = MergeDialog(one, 140)
        qtbot.addWidget(made, before_close_func=lambda each: each.done(0))
        made.show()
        return made

    first = merging()
    first.list.select_story(three)
    first.title.setEditText("Kept and led it")
    first._autosave.flush()
    first.reject()
    assert first.isVisible(), "it asks"
    (question,) = first.findChildren(QMessageBox)
    question.reject()
    first.hide()  # killed

    again = merging()
    assert (again.list.current_id, again.title.currentText()) == (three, "Kept and led it")
    again.list.select_story(two)
    assert again.title.currentText() == "Kept it"
    again.list.select_story(three)
    connection.execute_sql("PRAGMA query_only = 1")
    again.merge.click()
    assert "Try again" in Notices.of(again).buttons("not saved")
    connection.execute_sql("PRAGMA query_only = 0")
    Notices.of(again).buttons("not saved")["Try again"]()
    assert not again.isVisible()
    found = stories.get(one)
    assert found is not None
    assert found.title == "Kept and led it"
    assert drafts.find("MergeDialog", f"stories {one}") is None


def test_what_is_ticked_and_chosen_beside_the_fields_is_kept(qtbot: QtBot, store: Path) -> None:
    """The debrief's ticks, and an address that was added; Escape asks about each of them."""
    application = applications.add({"company": "Northwind"})
    sheet = prep_sheets.begin(application.id, None)
    story = stories.add({"title": "Kept the date"})
    prep_sheets.set_stories(int(sheet.id), [story.id])
    debrief = shown(qtbot, DebriefDialog(sheet))
    assert isinstance(debrief, DebriefDialog)
    debrief.told[story.id].box.click()
    kept(qtbot, "DebriefDialog", f"prep_sheets {sheet.id}")
    assert debrief.is_changed()
    crash(qtbot, debrief)
    again = shown(qtbot, DebriefDialog(sheet))
    assert isinstance(again, DebriefDialog)
    Notices.of(again).buttons("draft")["Take it up"]()
    assert again.told[story.id].is_checked()

    person = shown(qtbot, PersonDialog())
    assert isinstance(person, PersonDialog)
    person.addresses.add.click()
    person.addresses._rows[0].text.setText("sam@example.org")
    kept(qtbot, "PersonDialog", "New person")
    assert person.all_texts() == "sam@example.org"
    crash(qtbot, person)
    back = shown(qtbot, PersonDialog())
    assert isinstance(back, PersonDialog)
    Notices.of(back).buttons("draft")["Take it up"]()
    assert back.addresses.addresses() == [("email", "sam@example.org")]
