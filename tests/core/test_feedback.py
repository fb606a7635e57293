"""When a request that nobody answers comes to rest."""

from datetime import date

from rebound_desktop.core.feedback import rests_from

SENT = date(2026, 11, 20)


def test_two_weeks_after_the_nudge() -> None:
    assert rests_from(SENT, date(2026, 11, 28)) == date(2026, 12, 12)
    # A nudge that went out late gets its own two weeks.
    assert rests_from(SENT, date(2026, 12, 24)) == date(2027, 1, 7)


def test_without_a_nudge_as_long_as_with_one() -> None:
    assert rests_from(SENT) == date(2026, 12, 12)


def test_who_goes_on_waiting_gets_two_weeks_more() -> None:
    assert rests_from(SENT, date(2026, 11, 28), date(2027, 1, 1)) == date(2027, 1, 15)
