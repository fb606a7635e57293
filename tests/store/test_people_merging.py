"""Two records of one person: how they are found, and what becomes of what they had."""

from datetime import date

import pytest

from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.store import applications, changes, followups, people, people_merging, stories
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Person, Telling

pytestmark = pytest.mark.usefixtures("store")


def test_the_same_name_or_address_is_found() -> None:
    first = people.add({"name": "José  Álvarez"}).id
    second = people.add({"name": "jose alvarez"}).id
    other = people.add({"name": "Ana", "email": "ANA@example.org "}).id
    again = people.add({"name": "A. Ruiz"}).id
    people.set_addresses(again, [("email", "ana@example.org"), ("phone", "1")])
    people.add({"company": "Contoso"})
    people.add({"company": "Fabrikam"})
    assert people_merging.doubles() == [(first, second), (other, again)]
    people.delete(second)
    assert people_merging.doubles() == [(other, again)]


def test_everything_goes_to_the_one_that_is_kept_and_comes_back() -> None:
    kept = people.add({"name": "Ana Ruiz", "email": "ana@a.example", "notes": "Likes chess"})
    gone = people.add(
        {
            "name": "Ana R.",
            "email": "ana@b.example",
            "phone": "12",
            "company": "Contoso",
            "notes": "Met twice",
        }
    )
    friend = people.add({"name": "Ben"})
    people.set_introduced_by(friend.id, gone.id)
    people.set_introduced_by(kept.id, gone.id)
    people.set_last_contact(gone.id, date(2026, 3, 1))
    both = applications.add({"company": "Contoso"})
    one = applications.add({"company": "Fabrikam"})
    people.meet(both.id, kept.id, "recruiter")
    people.meet(both.id, gone.id, "interviewer")
    people.meet(one.id, gone.id, "referrer")
    followups.add(FollowUpKind.MESSAGE, "Write", date(2027, 1, 1), person=gone.id)
    story = stories.add({"title": "One"})
    Telling.create(story=story.id, person=gone.id, on_date=date(2026, 1, 1))
    before = Person.select().count()

    people_merging.merge(kept.id, gone.id, {"name": "Ana Ruiz"})

    found = people.get(kept.id)
    assert found is not None
    assert (found.name, found.email, found.phone) == ("Ana Ruiz", "ana@a.example", "12")
    assert (found.company, found.notes) == ("Contoso", "Likes chess\n\nMet twice")
    assert found.last_contact_on == date(2026, 3, 1)
    assert found.introduced_by_id is None
    assert [(each.kind, each.text) for each in people.addresses_of(kept.id)] == [
        ("email", "ana@b.example")
    ]
    met = {each.company: role for each, role in people.applications_of(kept.id)}
    assert met == {"Contoso": "recruiter", "Fabrikam": "referrer"}
    assert [each.title for each in followups.open_of(person_id=kept.id)] == ["Write"]
    assert Telling.get().person_id == kept.id
    assert Person.get_by_id(friend.id).introduced_by_id == kept.id
    assert people.get(gone.id) is None

    changes.undo()
    assert Person.select().count() == before
    assert len(people.applications_of(gone.id)) == 2
    assert [each.title for each in followups.open_of(person_id=gone.id)] == ["Write"]
    assert Person.get_by_id(friend.id).introduced_by_id == gone.id
    assert people.addresses_of(kept.id) == []


def test_nobody_is_merged_with_themselves() -> None:
    one = people.add({"name": "Ana"})
    with pytest.raises(RefusedError):
        people_merging.merge(one.id, one.id)


def test_only_what_both_say_differently_is_to_be_chosen() -> None:
    first = people.add({"name": "Ana", "email": "a@b.example", "phone": "1"})
    second = people.add({"name": "Ana R.", "email": "a@b.example", "title": "Lead"})
    assert people_merging.differing(first, second) == ["name"]
