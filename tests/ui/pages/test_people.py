from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import applications, changes, followups, people
from rebound_desktop.ui.dialogs.application_link_dialog import ApplicationLinkDialog
from rebound_desktop.ui.dialogs.follow_up_dialog import FollowUpDialog
from rebound_desktop.ui.dialogs.meeting_dialog import MeetingDialog
from rebound_desktop.ui.dialogs.person_dialog import PersonDialog
from rebound_desktop.ui.pages.people import PeoplePage

TODAY = date(2026, 11, 22)


@pytest.fixture
def page(
    qtbot: QtBot, settings: Settings, signals: StoreSignals, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PeoplePage]:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())
    made = PeoplePage(settings)
    qtbot.addWidget(made)
    signals.changed.connect(made.take_change)
    made.resize(1060, 780)
    made.show()
    made.open()
    yield made
    made.detail.flush()


def shown(page: PeoplePage) -> list[str]:
    return [
        str(page.model.index(row, 0).data(Qt.ItemDataRole.DisplayRole))
        for row in range(page.model.rowCount())
    ]


def press(widget: object, text: str) -> None:
    found = [
        each
        for each in widget.findChildren(QPushButton)  # type: ignore[attr-defined]
        if text in (each.text(), each.accessibleName()) and not each.isHidden()
    ]
    assert found, text
    found[0].click()


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
