"""How a plan is said in one line."""

import pytest

from rebound_desktop.models.week_words import plan_title


@pytest.mark.parametrize(
    ("if_text", "then_text", "line"),
    [
        ("it rains", "write to Sam", "If it rains, I will write to Sam"),
        ("If it rains", "I will write to Sam", "If it rains, I will write to Sam"),
        ("iffy news comes", "", "If iffy news comes, I will …"),
    ],
)
def test_a_plan_does_not_say_its_first_words_twice(if_text: str, then_text: str, line: str) -> None:
    assert plan_title(if_text, then_text) == line
