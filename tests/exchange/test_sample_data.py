"""The sample data: enough of everything, always around today, and no real person in it."""

import json
import re
from pathlib import Path

import pytest

from rebound_desktop.core import clock
from rebound_desktop.exchange import sample_data
from rebound_desktop.store import applications, followups, reflections, rejection_log


@pytest.mark.parametrize("day", ["2026-11-22", "2024-02-29", "2027-01-01"])
def test_it_lies_around_today(store: Path, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("REBOUND_TODAY", day)
    sample_data.fill()

    assert rejection_log.counts()["all"] == 17
    assert len(applications.open_ones()) == 5
    assert followups.count_due() == 3
    waiting = reflections.waiting()
    assert [each.rejection.application.company for each in waiting] == ["Northwind"]
    assert (clock.today() - waiting[0].rejection.on_date).days == 2
    assert waiting[0].page == 3


def test_it_is_the_same_on_the_same_day() -> None:
    assert sample_data.content() == sample_data.content()


def test_it_names_nobody_who_could_be_reached() -> None:
    text = sample_data.content().decode()
    found = json.loads(text)

    assert len(found["stories"]) == 14
    assert all(address.endswith("@example.com") for address in re.findall(r"[\w.]+@[\w.]+\w", text))
    assert not any(each.get("phone") or each.get("link") for each in found["people"])
