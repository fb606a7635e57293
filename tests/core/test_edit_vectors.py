"""Which edits a value has seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rebound_desktop.core.edit_vectors import joined, just_after, knows, last, later, moment_key

MOMENTS = some.sampled_from(
    ["2026-11-20T09:30:00Z", "2026-11-20T09:30:00.5Z", "2026-11-20T09:30:00.500001Z"]
)
EDITS = some.dictionaries(some.sampled_from(["", "a", "b"]), MOMENTS)


def test_a_moment_with_fewer_digits_is_not_taken_for_a_later_one() -> None:
    assert later("2026-11-20T09:30:00Z", "2026-11-20T09:30:00.5Z") == "2026-11-20T09:30:00.5Z"
    assert moment_key("2026-11-20T09:30:00Z") == moment_key("2026-11-20T09:30:00.000Z")


def test_an_edit_is_later_than_what_it_replaces_whatever_the_clock_says() -> None:
    known = "2026-11-20T09:30:00.999999Z"

    assert just_after(known, "2026-11-20T09:00:00.000000Z") == "2026-11-20T09:30:01.000000Z"
    assert just_after(known, "2026-11-21T09:00:00.000000Z") == "2026-11-21T09:00:00.000000Z"
    assert just_after("", "2026-11-21T09:00:00.000000Z") == "2026-11-21T09:00:00.000000Z"


def test_the_end_of_the_calendar_stops_nobody_from_writing() -> None:
    now = "2026-11-21T09:00:00.000000Z"

    assert just_after("9999-12-31T23:59:59.999999Z", now) == now


def test_what_was_never_edited_knows_nothing() -> None:
    edited = {"a": "2026-11-20T09:30:00Z"}

    assert knows(edited, {})
    assert not knows({}, edited)
    assert last({}) == ""


def test_two_that_were_edited_apart_do_not_know_each_other() -> None:
    one, other = {"a": "2026-11-20T09:30:00Z"}, {"b": "2026-11-20T09:30:00.5Z"}

    assert not knows(one, other)
    assert not knows(other, one)
    assert last(joined(one, other)) == "2026-11-20T09:30:00.5Z"


@given(EDITS, EDITS)
def test_together_they_know_both(one: dict[str, str], other: dict[str, str]) -> None:
    both = joined(one, other)

    assert knows(both, one)
    assert knows(both, other)
    assert both == joined(other, one)


@pytest.mark.parametrize("edits", [{}, {"a": "2026-11-20T09:30:00Z"}])
def test_everything_knows_itself(edits: dict[str, str]) -> None:
    assert knows(edits, edits)
