"""The two ways through the pages."""

from datetime import date

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


def test_a_changed_path_goes_on_from_a_page_that_is_not_on_it() -> None:
    assert reflection.next_step(ReflectionPath.TWO_MINUTES, Step.FEEDBACK) is Step.GOOD_AT


def test_news_is_fresh_today_and_the_day_after() -> None:
    assert reflection.is_fresh(date(2026, 11, 22), date(2026, 11, 22))
    assert reflection.is_fresh(date(2026, 11, 21), date(2026, 11, 22))
    assert not reflection.is_fresh(date(2026, 11, 20), date(2026, 11, 22))
