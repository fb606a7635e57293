"""When the weekly look comes."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.weekly_look import first_day, next_on, next_week

WEDNESDAY = date(2027, 3, 24)


def test_switched_on_before_its_day_it_waits_for_it() -> None:
    assert next_on(4, WEDNESDAY) == date(2027, 3, 26)
    assert next_on(2, WEDNESDAY) == WEDNESDAY


def test_a_look_taken_late_does_not_move_the_next_one() -> None:
    assert next_week(4, date(2027, 3, 26)) == date(2027, 4, 2)
    assert next_week(4, date(2027, 3, 29)) == date(2027, 4, 2)


@given(st.integers(0, 6), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_next_one_is_always_on_its_weekday_within_a_week(weekday: int, day: date) -> None:
    found = next_week(weekday, day)
    assert found.weekday() == weekday
    assert timedelta(0) < found - day <= timedelta(days=7)


def test_it_covers_seven_days() -> None:
    assert first_day(WEDNESDAY) == date(2027, 3, 18)
