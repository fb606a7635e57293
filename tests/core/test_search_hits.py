"""What was searched for is found again in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.search_hits import hits


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Talked two teams out of a deadlock", "dead", ["dead"]),
        ("Conflict. A conflict!", "CONFLICT dead", ["Conflict", "conflict"]),
        ("Café crème", "cafe CREM", ["Café", "crèm"]),
        ("undead", "dead", []),
        ("Straße", "strass", ["Straß"]),
        ("売上が落ちた", "落ち", ["落ち"]),
        ("anything", "", []),
        ("deadline", "de dead", ["dead"]),
        ("a.b-c", "b-c", ["b", "c"]),
    ],
)
def test_hits(text: str, query: str, found: list[str]) -> None:
    assert [text[start : start + length] for start, length in hits(text, query)] == found


@given(st.text(max_size=80), st.text(max_size=20))
def test_spans_lie_within_the_text_and_apart(text: str, query: str) -> None:
    end = 0
    for start, length in hits(text, query):
        assert start >= end
        assert length > 0
        end = start + length
    assert end <= len(text)


def test_a_word_with_the_same_stem_is_marked_as_a_whole() -> None:
    assert hits("I managed it and led them.", "managing leads") == [(2, 7), (17, 3)]
    assert hits("the and them", "then") == []
