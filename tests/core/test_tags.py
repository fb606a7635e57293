from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.plain_text import folded
from rebound_desktop.core.tags import has_tags, split_tags


def test_tags_are_split_at_commas_each_once() -> None:
    assert split_tags(" remote,  part-time ;#Remote, Zürich,, zurich") == [
        "remote",
        "part-time",
        "Zürich",
    ]
    assert split_tags(" , ") == []


def test_all_tags_are_wanted() -> None:
    assert has_tags("Remote, Zürich", frozenset({"remote", "zurich"}))
    assert not has_tags("Remote", frozenset({"remote", "zurich"}))
    assert has_tags("", frozenset())


@given(st.text())
def test_splitting_what_was_split_changes_nothing(text: str) -> None:
    once = split_tags(text)
    assert split_tags(", ".join(once)) == once
    assert has_tags(text, frozenset(folded(each) for each in once))
