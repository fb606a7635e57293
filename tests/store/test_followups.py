"""What is to do: by day, with what it belongs to, and everything can be taken back."""

from datetime import date
from pathlib import Path

import pytest

from rebound_desktop.core.vocabulary import FollowUpKind, Stage
from rebound_desktop.store import applications, changes, followups, rejections
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Person

TODAY = date(2027, 3, 10)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, store: Path) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


def _titles() -> list[str]:
    return [each.title for each in followups.to_do(100)]


def test_what_is_to_do_comes_by_day_then_by_time() -> None:
    followups.add(FollowUpKind.OTHER, "without a time", date(2027, 3, 11))
    followups.add(FollowUpKind.OTHER, "at two", date(2027, 3, 11), at_time="14:00")
    followups.add(FollowUpKind.OTHER, "first", date(2027, 3, 9))
    assert _titles() == ["first", "at two", "without a time"]
    assert followups.count_due() == 1


def test_a_line_names_the_company_of_what_it_belongs_to() -> None:
    application = applications.add({"company": "Northwind"})
    rejection = rejections.log(application.id, on=TODAY, reached=Stage.APPLIED)
    person = Person.create(name="Sam Ortiz", company="Contoso")
    followups.add(FollowUpKind.NEXT_STEP, "a", TODAY, application=application)
    followups.add(FollowUpKind.THANK_YOU, "b", TODAY, rejection=rejection, draft="Dear all")
    followups.add(FollowUpKind.MESSAGE, "c", TODAY, person=person)
    followups.add(FollowUpKind.OTHER, "d", TODAY)
    lines = followups.to_do(10)
    assert [each.company for each in lines] == ["Northwind", "Northwind", "Contoso", ""]
    assert [each.has_draft for each in lines] == [False, True, False, False]
    assert lines[1].application_id == application.id
    assert lines[1].rejection_id == rejection.id


def test_done_dropped_and_moved_can_each_be_taken_back() -> None:
    one = followups.add(FollowUpKind.OTHER, "one", TODAY)
    two = followups.add(FollowUpKind.OTHER, "two", TODAY)
    followups.finish(one.id)
    followups.drop(two.id)
    assert _titles() == []
    changes.undo()
    changes.undo()
    assert _titles() == ["one", "two"]
    followups.move(one.id, date(2027, 3, 17))
    assert _titles() == ["two", "one"]
    changes.undo()
    assert _titles() == ["one", "two"]


def test_days_limit_the_list_and_the_count() -> None:
    for day in (9, 10, 24, 25):
        followups.add(FollowUpKind.OTHER, str(day), date(2027, 3, day))
    soon = date(2027, 3, 24)
    assert [each.title for each in followups.to_do(10, until=soon)] == ["9", "10", "24"]
    assert [each.title for each in followups.to_do(10, after=soon)] == ["25"]
    assert len(followups.to_do(2)) == 2
    assert followups.count(after=soon) == 1


def test_an_empty_title_is_refused_and_nothing_changes() -> None:
    made = followups.add(FollowUpKind.OTHER, "one", TODAY)
    with pytest.raises(RefusedError) as refused:
        followups.edit(made.id, title="  ")
    assert refused.value.field == "title"
    with pytest.raises(RefusedError):
        followups.add(FollowUpKind.OTHER, "\n", TODAY)
    assert _titles() == ["one"]


def test_a_follow_up_is_edited() -> None:
    made = followups.add(FollowUpKind.OTHER, "one", TODAY)
    followups.edit(made.id, title="another", note="why\nso", due_on=date(2027, 4, 1))
    found = followups.get(made.id)
    assert found is not None
    assert (found.title, found.note, found.due_on) == ("another", "why\nso", date(2027, 4, 1))
    followups.delete(made.id)
    assert followups.get(made.id) is None
    assert _titles() == []
