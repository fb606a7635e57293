"""The bin: what goes along with a deleted record, what stays, and that Undo brings it back."""

from pathlib import Path

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import FollowUpKind, Stage
from rebound_desktop.store import (
    applications,
    bin,
    bin_contents,
    changes,
    followups,
    lessons,
    rejections,
)
from rebound_desktop.store.tables import (
    Application,
    Event,
    FeedbackRequest,
    FollowUp,
    Lesson,
    Person,
    Plan,
    PrepSheet,
    Record,
    Reflection,
    Rejection,
    Story,
    Telling,
)


@pytest.fixture
def rejection(store: Path) -> Rejection:
    """A rejection with something of every kind that belongs to it."""
    application = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    made = rejections.log(application.id, on=clock.today(), reached=Stage.APPLIED)
    rejections.set_reason(made.id, "budget")
    reflection = Reflection.create(rejection=made)
    plan = Plan.create(reflection=reflection, if_text="a", then_text="b")
    request = FeedbackRequest.create(rejection=made)
    followups.add(FollowUpKind.PLAN, "Read the plan", clock.today(), plan=plan)
    followups.add(FollowUpKind.NUDGE, "Ask again", clock.today(), feedback_request=request)
    lessons.keep(made.id, "Ask who is on the panel")
    PrepSheet.create(application=application)
    return made


def living(table: type[Record]) -> int:
    return int(table.select().where(table.deleted_at.is_null()).count())


def test_what_belongs_to_an_application_goes_along(rejection: Rejection) -> None:
    bin.delete("applications", [rejection.application_id], label="Delete")

    gone = (Application, Event, Rejection, Reflection, Plan, FeedbackRequest, FollowUp, PrepSheet)
    assert {table.__name__: living(table) for table in gone} == {
        table.__name__: 0 for table in gone
    }


def test_a_lesson_outlives_its_rejection(rejection: Rejection) -> None:
    bin.delete("rejections", [rejection.id], label="Delete")

    assert living(Rejection) == 0
    assert living(Lesson) == 1


def test_undo_brings_everything_back(rejection: Rejection) -> None:
    before = [living(table) for table in (Application, Rejection, FollowUp, Reflection)]
    bin.delete("applications", [rejection.application_id], label="Delete application")

    assert changes.undo() == "Delete application"

    assert [living(table) for table in (Application, Rejection, FollowUp, Reflection)] == before
    assert applications.get(rejection.application_id) is not None


def test_what_lay_in_the_bin_before_is_not_touched(rejection: Rejection) -> None:
    first = FollowUp.select().first()
    followups.delete(first.id)
    when = FollowUp.get_by_id(first.id).deleted_at

    bin.delete("applications", [rejection.application_id], label="Delete")

    assert FollowUp.get_by_id(first.id).deleted_at == when


def test_tellings_go_with_their_story_and_people_leave_them(store: Path) -> None:
    person = Person.create(name="Sam")
    story = Story.create(title="Kept the date")
    Telling.create(story=story, person=person, on_date=clock.today())

    bin.delete("people", [person.id], label="Delete")
    assert living(Telling) == 1
    bin.delete("stories", [story.id], label="Delete")
    assert living(Telling) == 0


def test_several_records_are_one_step(store: Path) -> None:
    numbers = [applications.add({"company": name}).id for name in ("A", "B", "C")]

    bin.delete("applications", numbers, label="Delete 3")
    assert applications.open_ones() == []
    changes.undo()

    assert len(applications.open_ones()) == 3


def test_a_rejection_that_is_restored_brings_all_of_the_history(store: Path) -> None:
    application = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    no = rejections.log(application.id, on=clock.today(), reached=Stage.FINAL)
    bin.delete("rejections", [no.id], label="Delete rejection")
    applications.delete(application.id)

    bin_contents.restore("rejections", no.id)

    found = applications.get(application.id)
    assert found is not None
    assert found.applied_on == clock.today()
