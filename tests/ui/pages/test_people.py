from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import applications, changes, followups, people
from rebound_desktop.ui.dialogs.application_link_dialog import ApplicationLinkDialog
from rebound_desktop.ui.dialogs.day_dialog import DayDialog
from rebound_desktop.ui.dialogs.follow_up_dialog import FollowUpDialog
from rebound_desktop.ui.dialogs.meeting_dialog import MeetingDialog
from rebound_desktop.ui.dialogs.person_dialog import PersonDialog
from rebound_desktop.ui.dialogs.person_merge_dialog import PersonMergeDialog
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.pages.people import PeoplePage
from rebound_desktop.ui.widgets.text import PlainLabel
from tests.ui.seen import first_column, press

TODAY = date(2026, 11, 22)


@pytest.fixture
def page(
    show_page: Callable[[Page], None], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PeoplePage]:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())
    made = PeoplePage(settings)
    show_page(made)
    yield made
    made.detail.flush()


def shown(page: PeoplePage) -> list[str]:
    return first_column(page.model)


def test_an_empty_page_offers_to_begin(page: PeoplePage) -> None:
    press(page._nothing, "New person")
    dialog = page.findChildren(PersonDialog)[-1]
    dialog.accept()
    assert dialog.fields["name"].refusal
    dialog.lines["name"].setText("Ana")
    dialog.lines["email"].setText("ana at contoso")
    assert not dialog._address_hint.isHidden()
    dialog.accept()
    assert shown(page) == ["Ana"]
    found = people.get(page.table.current_id)
    assert found is not None
    assert found.email == "ana at contoso"


def test_search_and_chips(page: PeoplePage, qtbot: QtBot) -> None:
    people.add({"name": "Ana", "role": "recruiter", "notes": "likes chess"})
    people.add({"name": "田中 美咲", "company": "Contoso"})
    qtbot.keyClicks(page.search, "chess")
    assert shown(page) == ["Ana"]
    page.search.setText("田中")
    assert shown(page) == ["田中 美咲"]
    page.search.setText("chess")
    page.chips.choose("contact")
    assert page._stack.currentWidget() is page._no_match
    press(page._no_match, "Show all")
    assert len(shown(page)) == 2


def test_ways_to_reach_somebody_are_copied(page: PeoplePage, qtbot: QtBot) -> None:
    people.add({"name": "Ana", "email": "ana@contoso.example"})
    with qtbot.waitSignal(page.copy_asked) as asked:
        press(page.detail, "Copy: E-mail")
    assert asked.args == ["ana@contoso.example", "E-mail"]


def test_last_contact_is_today_at_one_press(page: PeoplePage) -> None:
    person = people.add({"name": "Ana"})
    press(page.detail, "We spoke today")
    found = people.get(person.id)
    assert found is not None
    assert found.last_contact_on == TODAY
    assert not page.detail.today.isEnabled()


def test_a_follow_up_is_added_and_done(page: PeoplePage) -> None:
    person = people.add({"name": "Ana"})
    press(page.detail, "Add follow-up")
    dialog = page.findChildren(FollowUpDialog)[-1]
    dialog.what.setText("Say thanks")
    dialog.day.set_day(TODAY)
    dialog.accept()
    (made,) = followups.open_of(person_id=person.id)
    assert made.kind == FollowUpKind.MESSAGE
    assert page.model.index(0, 4).data(Qt.ItemDataRole.DisplayRole) == "Today · Say thanks"
    press(page.detail, "Done: Say thanks")
    assert followups.open_of(person_id=person.id) == []


def test_a_person_is_linked_to_an_application_and_opens_it(page: PeoplePage, qtbot: QtBot) -> None:
    applications.add({"company": "Other"})
    application = applications.add({"company": "Contoso Ltd"})
    person = people.add({"name": "Ana", "company": "contoso", "role": "interviewer"})
    page.detail.tabs.setCurrentIndex(1)
    press(page.detail, "Link to an application…")
    dialog = page.findChildren(ApplicationLinkDialog)[-1]
    first = dialog.list.item(0)
    assert first is not None
    assert first.text().startswith("Contoso Ltd")
    dialog.accept()
    assert [(each.id, role) for each, role in people.applications_of(person.id)] == [
        (application.id, "interviewer")
    ]
    with qtbot.waitSignal(page.record_asked) as asked:
        press(page.detail, "Open Contoso Ltd")
    assert asked.args == ["applications", application.id]


def test_somebody_known_is_added_to_an_application(page: PeoplePage, qtbot: QtBot) -> None:
    application = applications.add({"company": "Contoso"})
    people.add({"name": "Zoe", "company": "Contoso", "role": "recruiter"})
    people.add({"name": "Ana"})
    dialog = MeetingDialog(application)
    qtbot.addWidget(dialog)
    first = dialog.list.item(0)
    assert first is not None
    assert first.text().startswith("Zoe")
    dialog.search.setText("ana")
    dialog.role.set_value("referrer")
    dialog.accept()
    assert [(each.name, role) for each, role in people.of_application(application.id)] == [
        ("Ana", "referrer")
    ]
    again = MeetingDialog(application)
    qtbot.addWidget(again)
    assert again.list.count() == 1


def test_delete_and_undo(page: PeoplePage, qtbot: QtBot) -> None:
    people.add({"name": "Ana"})
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert shown(page) == []
    changes.undo()
    assert shown(page) == ["Ana"]


def test_a_name_and_a_company_cannot_both_be_emptied_in_place(
    page: PeoplePage, qtbot: QtBot
) -> None:
    people.add({"name": "Ana"})
    with qtbot.waitSignal(page.model.refused):
        page.model.setData(page.model.index(0, 0), " ")
    assert shown(page) == ["Ana"]


def test_notes_are_saved_as_they_are_typed(page: PeoplePage) -> None:
    person, other = people.add({"name": "Ana"}), people.add({"name": "Ben"})
    page.select(person.id)
    page.detail.texts["how_met"].setPlainText("Phone screen")
    page.select(other.id)
    found = people.get(person.id)
    assert found is not None
    assert found.how_met == "Phone screen"
    assert page.detail.texts["how_met"].toPlainText() == ""


def test_every_address_is_shown_and_copied(page: PeoplePage, qtbot: QtBot) -> None:
    friend = people.add({"name": "Ben"})
    person = people.add({"name": "Ana", "email": "ana@a.example", "known": "met_once"})
    people.set_addresses(person.id, [("link", "https://ana.example")])
    people.set_introduced_by(person.id, friend.id)
    page.select(person.id)
    with qtbot.waitSignal(page.copy_asked) as asked:
        press(page.detail, "Copy: Link")
    assert asked.args == ["https://ana.example", "Link"]
    assert "Met once" in labels(page)
    with qtbot.waitSignal(page.record_asked) as opened:
        press(page.detail, "Open Ben")
    assert opened.args == ["people", friend.id]


def labels(page: PeoplePage) -> str:
    return "\n".join(
        each.text() for each in page.detail.findChildren(PlainLabel) if not each.isHidden()
    )


def test_the_form_takes_further_addresses_and_who_introduced_them(
    page: PeoplePage, qtbot: QtBot
) -> None:
    friend = people.add({"name": "Ben", "company": "Fabrikam"})
    person = people.add({"name": "Ana"})
    dialog = PersonDialog(person=people.get(person.id))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    assert not dialog.is_changed()
    dialog.addresses.add.click()
    dialog.addresses._rows[0].text.setText("ana@b.example")
    dialog.addresses.add.click()
    assert dialog.is_changed()
    dialog.known.set_value("close")
    dialog.introduced_by.setCurrentText("Ben · Fabrikam")
    dialog.accept()
    found = people.get(person.id)
    assert found is not None
    assert (found.known, found.introduced_by_id) == ("close", friend.id)
    assert [each.text for each in people.addresses_of(person.id)] == ["ana@b.example"]
    changes.undo()
    found = people.get(person.id)
    assert found is not None
    assert (found.known, found.introduced_by_id) == ("", None)


def test_a_name_that_is_nobody_introduces_nobody(page: PeoplePage, qtbot: QtBot) -> None:
    people.add({"name": "Ben"})
    dialog = PersonDialog(person=people.add({"name": "Ana"}))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    line, field = dialog.introduced_by.lineEdit(), dialog.fields["introduced_by"]
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(line.hasSelectedText)
    qtbot.keyClicks(line, "Zoe")
    assert dialog.introduced_by.person_id() == 0
    line.editingFinished.emit()
    assert dialog.introduced_by.currentText() == "Zoe"
    assert "Nobody here is called “Zoe”" in field.refusal
    dialog.accept()
    assert dialog.isVisible(), "the name would be lost"
    line.selectAll()
    qtbot.keyClicks(line, "ben")
    assert field.refusal == ""
    line.clear()
    line.editingFinished.emit()
    assert dialog.introduced_by.currentText() == "Nobody noted"
    dialog.accept()
    assert not dialog.isVisible()


def test_a_name_without_its_company_is_enough(page: PeoplePage, qtbot: QtBot) -> None:
    for company in ("Fabrikam", "Contoso"):
        people.add({"name": "Ben", "company": company})
    zoe = people.add({"name": "Zoë", "company": "Contoso"})
    dialog = PersonMergeDialog(people.add({"name": "Ana"}))
    qtbot.addWidget(dialog, before_close_func=lambda each: each.done(0))
    dialog.show()
    field = dialog.fields["person"]
    dialog.other.setEditText("Ben")
    dialog.accept()
    assert "“Ben”" in field.refusal, "there are two"
    dialog.other.setEditText("zoë ")
    assert field.refusal == ""
    assert dialog.other.settle() == ""
    assert dialog.other.currentText() == "Zoë · Contoso"
    assert dialog.other.person_id() == zoe.id


@pytest.mark.parametrize(
    ("entry", "title", "word"),
    [
        ("Keep in touch", "Write to Ana Ruiz to keep in touch", "our conversation"),
        ("Thank somebody", "Thank Ana Ruiz", "thank you for your time and your help"),
        ("Ask for an introduction", "Ask Ana Ruiz for an introduction", "introduce me"),
        ("LinkedIn note", "Write to Ana Ruiz on LinkedIn", "at Contoso"),
    ],
)
def test_a_message_is_drafted_and_opened(
    page: PeoplePage, qtbot: QtBot, entry: str, title: str, word: str
) -> None:
    application = applications.add({"company": "Contoso", "role": "Analyst"})
    person = people.add({"name": "Ana Ruiz", "notes": "a secret"})
    people.meet(application.id, person.id, "interviewer")
    page.select(person.id)
    menu = page.detail.write.menu()
    assert menu is not None
    with qtbot.waitSignal(page.letter_asked) as asked:
        next(each for each in menu.actions() if each.text() == entry).trigger()
    (made,) = followups.open_of(person_id=person.id)
    assert asked.args == [made.id]
    assert made.title == title
    assert made.due_on == TODAY + timedelta(days=3)
    assert word in made.draft
    assert "secret" not in made.draft


def test_doubles_are_offered_quietly_and_merged(page: PeoplePage, qtbot: QtBot) -> None:
    first = people.add({"name": "Ana Ruiz", "email": "ana@a.example"})
    second = people.add({"name": "ana ruiz", "email": "ana@b.example", "phone": "12"})
    page.select(first.id)
    assert "Perhaps the same: ana ruiz" in labels(page)
    press(page.detail, "Merge…")
    dialog = page.findChildren(PersonMergeDialog)[-1]
    assert dialog.other.person_id() == second.id
    assert set(dialog._groups) == {"name", "email"}
    dialog._groups["email"].button(1).click()
    with qtbot.waitSignal(page.said):
        dialog.accept()
    assert shown(page) == ["Ana Ruiz"]
    found = people.get(first.id)
    assert found is not None
    assert (found.email, found.phone) == ("ana@b.example", "12")
    assert [each.text for each in people.addresses_of(first.id)] == ["ana@a.example"]
    changes.undo()
    assert len(shown(page)) == 2


def test_merging_asks_for_somebody(page: PeoplePage, qtbot: QtBot) -> None:
    dialog = PersonMergeDialog(people.add({"name": "Ana"}))
    qtbot.addWidget(dialog)
    dialog.accept()
    assert "same" in dialog.fields["person"].refusal


def test_the_last_contact_can_be_another_day(page: PeoplePage) -> None:
    person = people.add({"name": "Ana"})
    page.detail._ask_contact()
    dialog = page.window().findChildren(DayDialog)[-1]
    dialog.day.set_day(TODAY - timedelta(days=40))
    dialog.accept()
    found = people.get(person.id)
    assert found is not None
    assert found.last_contact_on == TODAY - timedelta(days=40)
