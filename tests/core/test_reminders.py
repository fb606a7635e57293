"""Reminders: one message for all that became due, nothing twice, nothing lost."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.reminders import Dated, QuietHours, Reminder, reminder

NIGHT = QuietHours(time(20), time(8))
NEVER = QuietHours(time(0), time(0))
LONG_AGO = datetime(2027, 1, 1)
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC")


def dated(number: int, day: date, at: str = "", touched: datetime = LONG_AGO) -> Dated:
    return Dated(number, f"Thing {number}", day, at, touched)


def told(now: datetime, *things: Dated, quiet: QuietHours = NIGHT) -> list[int]:
    found = reminder(now, things, quiet)
    return [each.id for each in found.things] if found else []


def test_without_a_time_it_is_due_in_the_morning() -> None:
    thing = dated(1, date(2027, 3, 10))
    assert told(datetime(2027, 3, 10, 8, 59), thing) == []
    assert told(datetime(2027, 3, 10, 9, 0), thing) == [1]
    assert told(datetime(2027, 3, 9, 12, 0), thing) == []


def test_with_a_time_it_is_due_then() -> None:
    thing = dated(1, date(2027, 3, 10), "14:30")
    assert told(datetime(2027, 3, 10, 14, 29), thing) == []
    assert told(datetime(2027, 3, 10, 14, 30), thing) == [1]


def test_what_a_sleeping_laptop_missed_is_one_message_the_earliest_first() -> None:
    things = [dated(n, date(2027, 3, 14) - timedelta(days=n)) for n in range(1, 4)]
    found = reminder(datetime(2027, 3, 15, 10), things, NIGHT)
    assert isinstance(found, Reminder)
    assert [each.id for each in found.things] == [3, 2, 1]
    assert found.while_away


def test_what_is_due_today_was_not_missed() -> None:
    found = reminder(datetime(2027, 3, 15, 10), [dated(1, date(2027, 3, 15))], NIGHT)
    assert found is not None
    assert not found.while_away


def test_what_was_written_after_it_was_due_needs_no_message() -> None:
    now = datetime(2027, 3, 15, 14, 1)
    assert told(now, dated(1, date(2027, 3, 15), "", datetime(2027, 3, 15, 14, 0))) == []
    assert told(now, dated(1, date(2027, 3, 15), "14:01", datetime(2027, 3, 15, 14, 0))) == [1]


@pytest.mark.parametrize(
    ("start", "end", "at", "quiet"),
    [
        (time(20), time(8), time(19, 59), False),
        (time(20), time(8), time(20), True),
        (time(20), time(8), time(0), True),
        (time(20), time(8), time(7, 59), True),
        (time(20), time(8), time(8), False),
        (time(12), time(14), time(13), True),
        (time(12), time(14), time(14), False),
        (time(9), time(9), time(9), False),
    ],
)
def test_quiet_hours(start: time, end: time, at: time, quiet: bool) -> None:
    assert QuietHours(start, end).cover(at) is quiet


def test_what_became_due_in_the_quiet_hours_is_told_after_them() -> None:
    thing = dated(1, date(2027, 3, 10), "21:00")
    assert told(datetime(2027, 3, 10, 21, 0), thing) == []
    assert told(datetime(2027, 3, 11, 8, 0), thing) == [1]


# Clock changes and time zones


def _minutes(start: datetime, zones: list[str], hours: int) -> Iterator[datetime]:
    """Give the local time of each fifth minute, as somebody travels through the zones."""
    for number in range(hours * 12):
        zone = ZoneInfo(zones[number * len(zones) // (hours * 12)])
        moment = start.astimezone(UTC) + timedelta(minutes=5 * number)
        yield moment.astimezone(zone).replace(tzinfo=None)


@given(
    st.sampled_from([date(2027, 3, 14), date(2027, 3, 28), date(2027, 10, 31), date(2027, 11, 7)]),
    st.lists(
        st.tuples(st.integers(-1, 1), st.one_of(st.just(""), st.times().map("{:%H:%M}".format))),
        min_size=1,
        max_size=5,
    ),
    st.lists(st.sampled_from(ZONES), min_size=1, max_size=3),
    st.sampled_from([NIGHT, NEVER, QuietHours(time(1), time(4))]),
)
def test_over_each_clock_change_and_zone_everything_is_told_once(
    change: date, planned: list[tuple[int, str]], zones: list[str], quiet: QuietHours
) -> None:
    things = [dated(n, change + timedelta(days=day), at) for n, (day, at) in enumerate(planned)]
    start = datetime.combine(change - timedelta(days=2), time(0), UTC)
    given_for: list[int] = []
    for now in _minutes(start, zones, hours=6 * 24):
        found = reminder(now, [each for each in things if each.id not in given_for], quiet)
        if found is not None:
            assert all(each.due_at() <= now for each in found.things)
            assert not quiet.cover(now.time())
            given_for += [each.id for each in found.things]
    assert sorted(given_for) == list(range(len(things)))
