"""Which day something is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core import followups

_days = st.dates(date(1950, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2026, 11, 19), date(2026, 11, 20)),  # Thursday → Friday
        (date(2026, 11, 20), date(2026, 11, 23)),  # Friday → Monday
        (date(2026, 11, 21), date(2026, 11, 23)),
        (date(2026, 11, 22), date(2026, 11, 23)),
        (date(2027, 12, 31), date(2028, 1, 3)),  # over the year's end, a Friday
    ],
)
def test_the_next_working_day(day: date, following: date) -> None:
    assert followups.next_working_day(day) == following


@given(_days)
def test_a_working_day_is_later_and_within_three_days(day: date) -> None:
    following = followups.next_working_day(day)
    assert following.weekday() < 5
    assert timedelta(days=1) <= following - day <= timedelta(days=3)


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 5, 20), date(2026, 11, 20)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),  # a leap year
        (date(2026, 12, 31), date(2027, 6, 30)),
        (date(2028, 2, 29), date(2028, 8, 29)),
    ],
)
def test_six_months_later(day: date, later: date) -> None:
    assert followups.look_again_day(day) == later


def test_days_cross_the_ends_of_months_and_leap_days() -> None:
    assert followups.next_day(date(2028, 2, 28)) == date(2028, 2, 29)
    assert followups.next_day(date(2027, 2, 28)) == date(2027, 3, 1)
    assert followups.message_day(date(2026, 12, 30)) == date(2027, 1, 2)
    assert followups.nudge_day(date(2028, 2, 25)) == date(2028, 3, 4)


def test_a_change_of_the_clocks_moves_no_day() -> None:
    # 28 March 2027 and 25 October 2026: the nights when European clocks change.
    assert followups.next_day(date(2027, 3, 27)) == date(2027, 3, 28)
    assert followups.next_day(date(2026, 10, 24)) == date(2026, 10, 25)
