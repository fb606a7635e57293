"""Labels that stories carry."""

from pathlib import Path

import pytest

from rebound_desktop.core.competencies import stable_uuid
from rebound_desktop.core.vocabulary import Framework
from rebound_desktop.store import changes, competencies, stories
from rebound_desktop.store.errors import RefusedError

NACE, UK, OWN = Framework.NACE, Framework.UK_SUCCESS_PROFILES, Framework.OWN


def test_a_framework_name_is_found_whatever_the_case(store: Path) -> None:
    made = competencies.named(NACE, "  teamWORK ")
    assert made.name == "Teamwork"
    assert made.uuid == stable_uuid(NACE, "Teamwork")
    assert competencies.named(NACE, "Teamwork").id == made.id


def test_own_names_differing_in_case_and_accents_are_one(store: Path) -> None:
    first = competencies.named(OWN, "Café service")
    assert competencies.named(OWN, "cafe SERVICE").id == first.id
    assert competencies.own_names() == ["Café service"]


@pytest.mark.parametrize(
    ("framework", "name"), [(NACE, "Juggling"), (OWN, " "), ("imaginary", "Teamwork")]
)
def test_what_is_no_competency_is_refused(store: Path, framework: str, name: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        competencies.named(framework, name)
    assert refusal.value.field == "competencies"


def test_a_story_carries_up_to_four_in_their_order(store: Path) -> None:
    names = ["Teamwork", "Leadership", "Technology", "Communication"]
    story = stories.add({"title": "A"}, [(NACE, each) for each in names])
    assert [each.name for each in stories.competencies_of(story.id)] == names
    with pytest.raises(RefusedError):
        stories.edit(story.id, {}, [*((NACE, each) for each in names), (OWN, "Fifth")])
    assert [each.name for each in stories.competencies_of(story.id)] == names
    assert competencies.own_names() == []


def test_naming_one_twice_counts_once(store: Path) -> None:
    story = stories.add({"title": "A"}, [(NACE, "Teamwork"), (NACE, "teamwork")])
    assert len(stories.competencies_of(story.id)) == 1


def test_labels_come_back_with_undo(store: Path) -> None:
    story = stories.add({"title": "A"}, [(NACE, "Teamwork")])
    stories.edit(story.id, {}, [(OWN, "Patience")])
    changes.undo()
    assert [each.name for each in stories.competencies_of(story.id)] == ["Teamwork"]


def test_counts_take_names_together_and_leave_out_what_is_retired(store: Path) -> None:
    stories.add({"title": "A"}, [(NACE, "Leadership"), (UK, "Leadership")])
    stories.add({"title": "B"}, [(NACE, "Leadership"), (OWN, "Patience")])
    gone = stories.add({"title": "C"}, [(OWN, "Patience"), (OWN, "Humour")])
    stories.retire(gone.id)
    assert competencies.counts() == [("Leadership", 2), ("Patience", 1)]


def test_gaps_are_of_the_framework_used_most(store: Path) -> None:
    assert competencies.gaps() == []
    stories.add({"title": "A"}, [(OWN, "Patience")])
    assert competencies.gaps() == []
    stories.add({"title": "B"}, [(NACE, "Leadership"), (NACE, "Teamwork"), (UK, "Leadership")])
    gaps = competencies.gaps()
    assert (NACE, "Communication") in gaps
    assert len(gaps) == 6


def test_coverage_names_the_stories_of_each_competency_and_the_gaps(store: Path) -> None:
    one = stories.add({"title": "One"}, [(Framework.NACE, "Leadership"), (Framework.OWN, "Tact")])
    two = stories.add({"title": "Two"}, [(Framework.UK_SUCCESS_PROFILES, "Leadership")])
    gone = stories.add({"title": "Gone"}, [(Framework.NACE, "Teamwork")])
    stories.retire(gone.id)
    found = {each.label: each.stories for each in competencies.coverage(Framework.NACE)}
    assert found["nace", "Leadership"] == ((two.id, "Two"), (one.id, "One"))
    assert found["nace", "Teamwork"] == ()
    assert len(found) == 8
    own = competencies.coverage(Framework.OWN)
    assert [(each.label, each.stories) for each in own] == [(("own", "Tact"), ((one.id, "One"),))]
    assert set(competencies.frameworks_in_use()) == {"nace", "own", "uk_success_profiles"}
