"""Words of one family meet; words that only look alike do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.stemming import placed_stems_of, stem, stems_of


@pytest.mark.parametrize(
    "family",
    [
        "manage managed manager management managing",
        "lead led leads leading leader",
        "organise organize organised organization",
        "complain complained complaint complaints",
        "teach taught teaching teachers",
        "sell sold selling seller",
        "negotiate negotiated negotiation",
        "colour color",
        "analyse analyzed analysis analytical",
        "customer customers costumer",
        "priority priorities prioritise",
        "deliver delivered delivery",
    ],
)
def test_inflections_and_spellings_meet(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("community", "communicate"),
        ("customer", "custom"),
        ("server", "serve"),
        ("service", "serve"),
        ("waiter", "wait"),
        ("buyer", "buy"),
        ("founder", "found"),
        ("general", "generate"),
    ],
)
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_accents_case_and_rubble_of_a_wrong_decoding_do_not_matter() -> None:
    assert stem("Café") == stem("cafe")
    assert stem("CUSTOMERâ") == stem("customer")


def test_small_words_are_passed_over_or_marked() -> None:
    assert stems_of("I ran a team and was on duty") == ["run", "team", ".and", ".on", "duti"]


def test_names_of_programming_languages_stay_whole() -> None:
    assert stems_of("C++, C# and Java") == ["c++", "c#", ".and", "java"]


def test_scripts_without_spaces_are_cut_into_pairs() -> None:
    assert stems_of("处理投诉") == ["处理", "理投", "投诉"]
    assert stems_of("ok 投诉 ok") == ["ok", "投诉", "ok"]


def test_places_point_at_the_words() -> None:
    text = "Ich – führte, 客户投诉: Teams!"
    assert [text[start:end] for _, start, end in placed_stems_of(text)] == [
        "führte",
        "客户",
        "户投",
        "投诉",
        "Teams",
    ]


@given(st.text(max_size=200))
def test_any_text_gives_stems_and_places_inside_it(text: str) -> None:
    stems_of(text)
    for found, start, end in placed_stems_of(text):
        assert found
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet="abcdefghilmnoprstuy ,.-éü投诉客", max_size=120))
def test_both_ways_of_reading_find_the_same_stems(text: str) -> None:
    assert stems_of(text) == [found for found, _, _ in placed_stems_of(text)]
