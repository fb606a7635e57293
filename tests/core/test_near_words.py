"""Slips of the keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rebound_desktop.core.near_words import near, slips_forgiven

WORDS = "conflict\nconvict\nlaunch\nlunch\ncustomer\ncosts\nvendor\nteam"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("conflct", "conflict"),
        ("conflicct", "conflict"),
        ("confilct", "conflict"),
        ("conflitc", "conflict"),
        ("ocnflict", "conflict"),
        ("vonflict", "conflict"),
        ("custumor", "customer"),
        ("taem", "team"),
        ("tam", "team"),
        ("vendr", "vendor"),
        ("evndor", "vendor"),
    ],
)
def test_a_slip_finds_the_word_that_was_meant(typed: str, meant: str) -> None:
    found = near(typed, WORDS)
    assert min(found, key=lambda each: found[each]) == meant


def test_what_is_far_away_is_not_near() -> None:
    assert near("qqzz", WORDS) == {}
    assert near("te", WORDS) == {}
    assert near("meta", WORDS) == {}
    assert near("anything", "") == {}


LETTERS = some.text("abcd", min_size=3, max_size=9)


@given(LETTERS, some.data())
def test_any_single_slip_is_found(word: str, data: some.DataObject) -> None:
    at = data.draw(some.integers(0, len(word) - 1))
    letter = data.draw(some.sampled_from("abcd"))
    slips = {
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
    }
    for typed in slips:
        if slips_forgiven(typed):
            assert near(typed, word).get(word, 9) <= 1, typed
