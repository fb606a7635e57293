"""What day it is, and how a test or a demonstration sets it."""

from datetime import UTC, date, datetime

import pytest

from rebound_desktop.core import clock


def test_the_day_is_set_in_one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-28")
    assert clock.today() == date(2027, 3, 28)
    assert clock.now_local().date() == date(2027, 3, 28)
    assert clock.local_moment(clock.utc_stamp()).date() == date(2027, 3, 28)


def test_the_minute_can_be_set_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-28T10:30")
    assert clock.today() == date(2027, 3, 28)
    assert f"{clock.now_local():%Y-%m-%d %H:%M}" == "2027-03-28 10:30"
    assert f"{clock.local_moment(clock.utc_stamp()):%Y-%m-%d %H:%M}" == "2027-03-28 10:30"


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "2027-02-30", "12:00", "0001-01-01", "1949-12-31", "9999-12-31"],
)
def test_a_wrong_value_stops_nothing(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("REBOUND_TODAY", value)
    now = datetime.now().astimezone().replace(tzinfo=None)
    assert abs(clock.now_local() - now).total_seconds() < 60
    stamp = datetime.fromisoformat(clock.utc_stamp())
    assert abs(stamp - datetime.now(UTC)).total_seconds() < 60


def test_moments_sort_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2027-10-30")
    before = clock.utc_stamp()
    monkeypatch.setenv("REBOUND_TODAY", "2027-10-31")
    assert before < clock.utc_stamp()
