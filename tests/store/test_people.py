from datetime import date

import pytest

from rebound_desktop.core.vocabulary import PersonRole
from rebound_desktop.store import applications, changes, followups, people, search
from rebound_desktop.store.errors import RefusedError

pytestmark = pytest.mark.usefixtures("store")


def test_a_person_keeps_every_text_as_written() -> None:
    notes = "Line one\nLine two with “quotes”, 日本語 and 🙂"
    made = people.add({"name": "  Ana   Ruiz ", "company": "Contoso Ltd", "notes": notes})
    found = people.get(made.id)
    assert found is not None
    assert (found.name, found.company, found.notes) == ("Ana Ruiz", "Contoso Ltd", notes)
    assert found.role == PersonRole.CONTACT


def test_a_name_or_a_company_is_needed() -> None:
    with pytest.raises(RefusedError) as refusal:
        people.add({"name": "  ", "email": "a@b.example"})
    assert refusal.value.field == "name"
    made = people.add({"company": "Contoso"})
    with pytest.raises(RefusedError):
        people.edit(made.id, {"company": ""})
    found = people.get(made.id)
    assert found is not None
    assert found.company == "Contoso"


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(RefusedError):
        people.add({"name": "Ana", "role": "boss"})


def test_people_at_a_company_are_found_under_another_spelling() -> None:
    made = people.add({"name": "Ana", "company": "Contoso, Ltd."})
    people.add({"name": "Ben", "company": "Fabrikam"})
    people.add({"name": "Nobody's company"})
    assert [each.id for each in people.at_company("contoso")] == [made.id]
    people.edit(made.id, {"company": "Яндекс"})
    assert people.at_company("contoso") == []
    assert [each.id for each in people.at_company("яндекс")] == [made.id]
    assert people.at_company("") == []


def test_meeting_is_seen_from_both_sides_and_changes_its_role() -> None:
    person = people.add({"name": "Ana"})
    application = applications.add({"company": "Contoso"})
    people.meet(application.id, person.id, PersonRole.RECRUITER)
    people.meet(application.id, person.id, PersonRole.INTERVIEWER)
    assert [(each.id, role) for each, role in people.of_application(application.id)] == [
        (person.id, "interviewer")
    ]
    assert [(each.id, role) for each, role in people.applications_of(person.id)] == [
        (application.id, "interviewer")
    ]
    people.part(application.id, person.id)
    assert people.of_application(application.id) == []
    assert people.get(person.id) is not None
    changes.undo()
    assert len(people.applications_of(person.id)) == 1


def test_deleting_takes_the_follow_ups_along_and_can_be_undone() -> None:
    from rebound_desktop.core.vocabulary import FollowUpKind

    person = people.add({"name": "Ana"})
    application = applications.add({"company": "Contoso"})
    people.meet(application.id, person.id)
    followups.add(FollowUpKind.MESSAGE, "Write to Ana", date(2026, 1, 5), person=person)
    people.delete(person.id)
    assert people.get(person.id) is None
    assert people.of_application(application.id) == []
    assert followups.open_ones() == []
    changes.undo()
    assert people.get(person.id) is not None
    assert len(people.of_application(application.id)) == 1
    assert len(followups.open_ones()) == 1


def test_last_contact_is_a_day_that_has_been(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")
    person = people.add({"name": "Ana"})
    people.set_last_contact(person.id, date(2026, 11, 22))
    with pytest.raises(RefusedError):
        people.set_last_contact(person.id, date(2026, 11, 23))
    found = people.get(person.id)
    assert found is not None
    assert found.last_contact_on == date(2026, 11, 22)


def test_further_addresses_are_kept_in_order_and_found() -> None:
    person = people.add({"name": "Ana", "email": "ana@a.example"})
    people.set_addresses(
        person.id, [("email", " ana@b.example "), ("link", ""), ("link", "https://ana.example")]
    )
    assert [(each.kind, each.text) for each in people.addresses_of(person.id)] == [
        ("email", "ana@b.example"),
        ("link", "https://ana.example"),
    ]
    assert search.matching_ids("people", "b.example") == [person.id]
    people.set_addresses(person.id, [])
    assert search.matching_ids("people", "b.example") == []
    changes.undo()
    assert len(people.addresses_of(person.id)) == 2
    with pytest.raises(RefusedError):
        people.set_addresses(person.id, [("pigeon", "coo")])


def test_a_mail_goes_to_the_first_address_there_is() -> None:
    person = people.add({"name": "Ana"})
    assert people.mail_address(person) == ""
    people.set_addresses(person.id, [("phone", "1"), ("email", "ana@b.example")])
    assert people.mail_address(person) == "ana@b.example"
    people.edit(person.id, {"email": "ana@a.example"})
    found = people.get(person.id)
    assert found is not None
    assert people.mail_address(found) == "ana@a.example"


def test_how_well_known_and_by_whom() -> None:
    person = people.add({"name": "Ana", "known": "met_once"})
    friend = people.add({"name": "Ben", "known": "close"})
    people.set_introduced_by(person.id, friend.id)
    found = people.get(person.id)
    assert found is not None
    assert (found.known, found.introduced_by.name) == ("met_once", "Ben")
    with pytest.raises(RefusedError):
        people.set_introduced_by(person.id, person.id)
    with pytest.raises(RefusedError):
        people.edit(person.id, {"known": "very"})
