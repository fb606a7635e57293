"""The line about support is rare: only after low check-ins over two weeks."""

from datetime import date, timedelta

import pytest

from rebound_desktop.core.low_mood import LOW, offers_support

DAY = date(2027, 3, 1)


def _checks(*pairs: tuple[int, int]) -> list[tuple[date, int]]:
    return [(DAY + timedelta(days=after), value) for after, value in pairs]


@pytest.mark.parametrize(
    ("checks", "offered"),
    [
        ([], False),
        ([(0, 5), (14, 5)], False),  # too few
        ([(0, 5), (5, 5), (13, 5)], False),  # not two weeks
        ([(0, 5), (5, 5), (14, 5)], True),
        ([(0, LOW), (7, LOW), (14, LOW)], True),
        ([(0, 5), (7, LOW + 1), (14, 5)], False),  # one was not low
        ([(0, 90), (1, 5), (8, 5), (15, 5)], True),
        ([(0, 5), (7, 5), (14, 5), (15, 80)], False),  # better now
        ([(0, 5), (1, 5), (14, 5), (14, 10), (15, 5)], True),
    ],
)
def test_three_low_answers_over_two_weeks(checks: list[tuple[int, int]], offered: bool) -> None:
    assert offers_support(_checks(*checks)) is offered
    assert offers_support(reversed(_checks(*checks))) is offered


def test_after_it_was_dismissed_only_later_answers_count() -> None:
    checks = _checks((0, 5), (7, 5), (14, 5))
    assert not offers_support(checks, dismissed_on=DAY + timedelta(days=14))
    later = checks + _checks((20, 5), (27, 5), (34, 5))
    assert offers_support(later, dismissed_on=DAY + timedelta(days=14))
