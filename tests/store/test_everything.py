"""A few records of each kind for what is typed."""

from datetime import date

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.store import applications, everything, people, rejections, stories

pytestmark = pytest.mark.usefixtures("store")


def found(text: str, limit: int = 8) -> dict[str, list[int]]:
    return {str(kind): ids for kind, ids in everything.find(text, limit)[0].items() if ids}


def test_every_kind_is_found_by_the_beginning_of_its_words() -> None:
    story = stories.add({"title": "Kept the date", "action": "I rang Northwind."})
    application = applications.add({"company": "Northwind", "role": "Analyst"})
    person = people.add({"name": "Priya Nair", "company": "Northwind"})
    assert found("NORTHW") == {
        "stories": [story.id],
        "applications": [application.id],
        "people": [person.id],
    }
    assert found("analyst north") == {"applications": [application.id]}
    assert found("") == {}
    assert found("…") == {}


def test_a_rejection_is_found_by_what_they_wrote() -> None:
    application = applications.add({"company": "Northwind", "role": "Analyst"})
    rejection = rejections.log(
        application.id,
        on=clock.today(),
        reached=Stage.APPLIED,
        their_words="We went with an internal candidate.",
    )
    assert found("internal") == {"rejections": [rejection.id]}
    assert found("orthw") == {"applications": [application.id], "rejections": [rejection.id]}


def test_accents_do_not_matter_in_either_direction() -> None:
    story = stories.add({"title": "Café Zürich opened on time"})
    assert found("cafe zurich") == {"stories": [story.id]}
    assert found("OPÉNED") == {"stories": [story.id]}


def test_a_word_in_the_title_counts_more_than_one_in_the_text() -> None:
    title = stories.add({"title": "A deadlock ended"})
    stories.add({"title": "Another", "action": "There was a deadlock. " * 9})
    label = stories.add({"title": "Third"}, [("own", "Deadlocks")])
    assert found("dead")["stories"][0] == title.id
    assert label.id in found("dead")["stories"]


def test_words_with_the_same_stem_come_after_what_was_typed() -> None:
    kin = stories.add({"title": "Managed a move"})
    same = stories.add({"title": "Last", "action": "Managing it was hard."})
    assert found("managing") == {"stories": [same.id, kin.id]}


def test_no_more_than_wanted_the_newest_names_first() -> None:
    made = [applications.add({"company": f"Litware {number}"}).id for number in range(12)]
    assert found("litware", 5) == {"applications": made[:-6:-1]}


def test_retired_and_deleted_records_stay_away() -> None:
    retired = stories.add({"title": "Old oven"})
    stories.retire(retired.id)
    gone = stories.add({"title": "Oven gone"})
    stories.delete(gone.id)
    assert found("oven") == {}
    assert everything.recent_stories([retired.id, gone.id], 5) == []


def test_inside_a_name_where_nothing_begins_so() -> None:
    story = stories.add({"title": "Cut onboarding from 9 days to 2"})
    assert found("boarding") == {"stories": [story.id]}
    assert found("100%") == {}


def test_scripts_without_spaces_are_found_inside_a_name() -> None:
    story = stories.add({"title": "新製品の発売を救った"})
    assert found("発売") == {"stories": [story.id]}


def test_slips_are_forgiven_and_the_words_meant_are_told() -> None:
    story = stories.add({"title": "Calmed a conflict"})
    ids, words = everything.find("conflcit", 8)
    assert ids["stories"] == [story.id]
    assert words == "conflict"


def test_recent_stories_are_those_used_then_told_then_changed() -> None:
    changed, told, used = (stories.add({"title": title}).id for title in ("a", "b", "c"))
    stories.edit(changed, {"action": "x"})
    stories.tell(told, date(2026, 11, 20))
    assert everything.recent_stories([used, 999], 5) == [used, told, changed]
    assert everything.recent_stories([used], 1) == [used]
