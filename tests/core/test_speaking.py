"""Words and speaking time."""

import pytest

from rebound_desktop.core.speaking import seconds_for, word_count, words_in


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one two\nthree", 3),
        ("don't re-open 3.5 %", 4),
        ("• a point", 3),
        ("売上が落ちた", 3),
        ("売上 went down", 3),
    ],
)
def test_words(text: str, count: int) -> None:
    assert word_count(text) == count


def test_time_and_words_follow_the_pace() -> None:
    assert seconds_for(140) == 60
    assert seconds_for(140, 70) == 120
    assert [words_in(each) for each in (30, 60, 90, 120)] == [70, 140, 210, 280]
    assert words_in(60, 150) == 150
