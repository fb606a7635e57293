from datetime import date

import pytest

from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.store import followups, people, people_list

pytestmark = pytest.mark.usefixtures("store")


def names(**how: object) -> list[str]:
    found = people_list.ids(**how)  # type: ignore[arg-type]
    rows = people_list.rows(found)
    return [rows[each].name for each in found]


def test_sorting_and_chips() -> None:
    ana = people.add({"name": "ana", "company": "B", "role": "recruiter"})
    people.add({"name": "Ben", "company": "A"})
    people.add({"name": "", "company": "C"})
    assert names() == ["ana", "Ben", ""]
    assert names(sort="company") == ["Ben", "ana", ""]
    assert names(sort="role") == ["ana", "", "Ben"]
    assert names(chip="recruiter") == ["ana"]
    assert people_list.counts()["all"] == 3
    assert people_list.counts()["recruiter"] == 1
    people.delete(ana.id)
    assert people_list.counts()["all"] == 2


def test_a_row_shows_the_earliest_thing_to_do() -> None:
    ana = people.add({"name": "Ana"})
    people.add({"name": "Ben"})
    followups.add(FollowUpKind.MESSAGE, "Later", date(2027, 1, 9), person=ana)
    followups.add(FollowUpKind.MESSAGE, "First", date(2027, 1, 5), person=ana, at_time="09:00")
    row = people_list.rows([ana.id])[ana.id]
    assert (row.next_title, row.next_on, row.next_time) == ("First", date(2027, 1, 5), "09:00")
    assert names(sort="next") == ["Ana", "Ben"]
    assert names(sort="next", descending=True) == ["Ana", "Ben"]
