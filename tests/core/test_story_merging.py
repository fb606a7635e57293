"""Two stories as one."""

from hypothesis import given
from hypothesis import strategies as some

from rebound_desktop.core.story_merging import merged
from rebound_desktop.core.story_parts import FIELDS

TEXTS = some.fixed_dictionaries(
    {name: some.text(max_size=12) for name in (*FIELDS, "title", "happened")}
)


def test_both_texts_stay_and_none_twice() -> None:
    one = {"title": "One", "action": "I rang.", "result": "Done.", "expectation": "met"}
    other = {"title": "Two", "action": "I wrote.", "result": "Done.", "expectation": "exceeded"}
    texts = merged(one, other)
    assert texts["title"] == "One"
    assert texts["action"] == "I rang.\n\nI wrote."
    assert texts["result"] == "Done."
    assert texts["expectation"] == "exceeded"
    assert texts["learned"] == ""


def test_years_stand_on_one_line() -> None:
    one, other = {"title": "", "happened": "2023"}, {"title": "", "happened": "spring 2024"}
    assert merged(one, other)["happened"] == "2023; spring 2024"


@given(TEXTS, TEXTS)
def test_no_text_is_lost(one: dict[str, str], other: dict[str, str]) -> None:
    texts = merged(one, other)
    for name in FIELDS:
        assert one[name].strip() in texts[name]
        assert other[name].strip() in texts[name]
