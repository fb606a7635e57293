"""The two ways through the pages, and titles taken from answers."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core import reflection
from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import ReflectionPath


def _walk(path: ReflectionPath) -> list[int]:
    steps = [Step.WHAT_HAPPENED]
    while (following := reflection.next_step(path, steps[-1])) is not None:
        steps.append(following)
    return [int(each) for each in steps]


def test_two_minutes_are_four_pages() -> None:
    assert _walk(ReflectionPath.TWO_MINUTES) == [1, 2, 8, 9]


def test_all_of_it_is_nine_pages() -> None:
    assert _walk(ReflectionPath.ALL) == list(range(1, 10))


def test_the_way_back_is_the_way_there() -> None:
    assert reflection.previous_step(ReflectionPath.TWO_MINUTES, Step.GOOD_AT) is Step.BE_FAIR
    assert reflection.previous_step(ReflectionPath.ALL, Step.GOOD_AT) is Step.BACK_UP_PLAN
    assert reflection.previous_step(ReflectionPath.ALL, Step.WHAT_HAPPENED) is None


def test_a_changed_path_goes_on_from_a_page_that_is_not_on_it() -> None:
    assert reflection.next_step(ReflectionPath.TWO_MINUTES, Step.FEEDBACK) is Step.GOOD_AT
    assert reflection.previous_step(ReflectionPath.TWO_MINUTES, Step.FEEDBACK) is Step.BE_FAIR


def test_news_is_fresh_today_and_the_day_after() -> None:
    assert reflection.is_fresh(date(2026, 11, 22), date(2026, 11, 22))
    assert reflection.is_fresh(date(2026, 11, 21), date(2026, 11, 22))
    assert not reflection.is_fresh(date(2026, 11, 20), date(2026, 11, 22))


def test_a_title_is_the_first_sentence() -> None:
    assert reflection.short_title("I opened with the answer. The panel leaned in.") == (
        "I opened with the answer"
    )
    assert reflection.short_title("\n  First line\nSecond") == "First line"
    assert reflection.short_title("よくできました。次もがんばる") == "よくできました。"
    assert reflection.short_title("   ") == ""


@given(st.text(max_size=400))
def test_a_title_is_one_short_line(answer: str) -> None:
    title = reflection.short_title(answer)
    assert len(title) <= 80
    assert "\n" not in title


def test_a_long_title_ends_between_words() -> None:
    title = reflection.short_title("wonderful " * 30)
    assert title.endswith("wonderful…")
