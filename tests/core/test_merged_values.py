"""Two values that were both changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rebound_desktop.core.merged_values import BETWEEN, all_lines, all_of, both_texts

TEXT = some.text(alphabet="ab \n", max_size=12)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("One.", "Two.", f"One.{BETWEEN}Two."),
        ("One.", "One. And two.", "One. And two."),
        ("One. And two.", "One.", "One. And two."),
        ("One.\n", "One. And two.", "One. And two."),
        ("", "Two.", "Two."),
        ("One.", "", "One."),
        (f"One.{BETWEEN}Two.", f"One.{BETWEEN}Three.", f"One.{BETWEEN}Two.{BETWEEN}Three."),
        (f"One.{BETWEEN}Two.", "Two. Three.", f"One.{BETWEEN}Two. Three."),
    ],
)
def test_both_texts_are_kept_and_no_passage_twice(earlier: str, later: str, expected: str) -> None:
    assert both_texts(earlier, later) == expected


@given(TEXT, TEXT)
def test_each_text_is_in_both_texts(one: str, other: str) -> None:
    both = both_texts(one, other)

    assert one.strip() in both
    assert other.strip() in both


def test_lines_are_put_together() -> None:
    assert all_lines("one\ntwo\n", "three\none") == "three\none\ntwo"
    assert all_lines("one", "") == "one"


def test_own_wordings_of_one_form_are_both_kept() -> None:
    one = [{"form": "car", "text": "Mine.", "made_from": "0f"}]
    other = [{"form": "car", "text": "Yours.", "made_from": ""}, {"form": "star", "text": "More."}]

    assert all_of(one, other, ("form",)) == [
        {"form": "car", "text": f"Yours.{BETWEEN}Mine.", "made_from": "0f"},
        {"form": "star", "text": "More."},
    ]
