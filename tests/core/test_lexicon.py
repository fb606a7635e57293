"""The vocabulary of work holds together, and tells one kind of work from another."""

import pytest

from rebound_desktop.core.competencies import NAMES
from rebound_desktop.core.lexicon import lexicon
from rebound_desktop.core.lexicon.frameworks import CONCEPTS_OF
from rebound_desktop.core.profiles import field_shares, profile


def test_parents_neighbours_and_frameworks_name_what_exists() -> None:
    known = lexicon()
    fields = {field for field in known.field_of.values() if field}
    assert set(known.nearness) == fields
    assert {other for near in known.nearness.values() for other in near} == fields
    assert {name for parents in known.parents_of.values() for name in parents} <= set(
        known.field_of
    )
    assert set(CONCEPTS_OF) == {name for names in NAMES.values() for name in names}
    assert {name for names in CONCEPTS_OF.values() for name in names} <= set(known.field_of)


def test_nearness_is_mutual_and_full_only_with_itself() -> None:
    nearness = lexicon().nearness
    for field, others in nearness.items():
        for other, near in others.items():
            assert nearness[other][field] == near
            assert (near == 1) == (field == other)


def test_every_concept_has_words() -> None:
    known = lexicon()
    spoken = {name for senses in known.words.values() for name, _ in senses}
    spoken |= {name for senses in known.words.beginnings.values() for name, _ in senses}
    spoken |= {name for ends in known.phrases.values() for _, name, _ in ends}
    assert spoken == set(known.field_of)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ("The build broke and I fixed the bug in our API before the release", "software"),
        ("I wrote a SQL query and put the metric on the dashboard", "data"),
        ("We moved the servers to AWS with Terraform after the outage", "infrastructure"),
        ("The patient on my ward got the wrong medication", "healthcare"),
        ("A resident with dementia would not eat", "care"),
        ("My pupils hated fractions, so I changed the lesson plan", "education"),
        ("The toddlers in our nursery fought over a toy", "childcare"),
        ("A guest sent back the soup and the chef shouted in the kitchen", "hospitality"),
        ("The cashier's till was short at the supermarket", "retail"),
        ("I loaded the pallets with the forklift in the warehouse", "logistics"),
        ("The accountant was ill, so I did the month end and the ledger", "finance"),
        ("Our solicitor needed the bundle for the court hearing", "legal"),
        ("The boiler leaked and I replaced the valve and the pipe", "trades"),
        ("I posted our campaign on Instagram and wrote the newsletter", "marketing"),
        ("O paciente chegou ao hospital e a enfermeira estava sozinha", "healthcare"),
    ],
)
def test_the_field_of_a_story_is_seen(told: str, field: str) -> None:
    shares = field_shares(profile(told).concepts)
    assert max(shares, key=shares.__getitem__) == field


@pytest.mark.parametrize(
    ("one", "other", "concept"),
    [
        ("led a group", "I was in charge of them", "leading"),
        ("managed staff", "I ran a team", "leading"),
        ("angry customers", "a caller who shouted", "calming"),
        ("helps clients", "went to the customer", "serving-people"),
        ("works under pressure", "I stayed calm though it was hectic", "stress"),
        ("accurate work", "I double-checked each line", "detail"),
    ],
)
def test_different_words_speak_of_one_concept(one: str, other: str, concept: str) -> None:
    del one
    assert concept in profile(other).concepts


def test_a_phrase_needs_its_words_together() -> None:
    assert "rota" not in profile("I was called to see the sick in the ward").concepts
    assert "rota" in profile("two people called in sick").concepts
