"""Which stories a list shows."""

from datetime import date
from pathlib import Path

import pytest

from rebound_desktop.core.vocabulary import Framework
from rebound_desktop.store import stories, story_rows
from rebound_desktop.store.story_rows import Filter


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")


def shown(chip: str = story_rows.ALL, **chosen: str) -> list[int]:
    return list(story_rows.ids(chip, Filter(**chosen)))


def test_filters_are_combined(store: Path) -> None:
    team = [(Framework.NACE, "Teamwork")]
    one = stories.add({"title": "A", "expectation": "met", "happened": "spring 2023"}, team).id
    two = stories.add({"title": "B", "expectation": "exceeded", "happened": "2023-24"}, team).id
    three = stories.add({"title": "C", "expectation": "exceeded", "happened": "12023"}).id
    assert shown(expectation="exceeded") == [three, two]
    assert shown(expectation="exceeded", competency="teamwork") == [two]
    assert shown(year="2023") == [three, two, one]
    assert shown("competency:Teamwork", expectation="met", year="2023") == [one]
    assert story_rows.years() == ["2023"]


def test_told_never_and_not_lately(store: Path) -> None:
    never, late, old, older, coming = (stories.add({"title": each}).id for each in "abcde")
    stories.tell(late, date(2026, 11, 1))
    stories.tell(old, date(2026, 5, 1))
    stories.tell(older, date(2025, 5, 1))
    stories.tell(coming, date(2026, 12, 1))
    assert shown(told=story_rows.TOLD) == [older, old, late]
    assert shown(told=story_rows.NEVER_TOLD) == [coming, never]
    assert shown(told=story_rows.NOT_LATELY) == [coming, never, older, old]


def test_a_moment_is_a_story_of_which_nothing_is_written_out(store: Path) -> None:
    moment = stories.log_moment("  A customer wrote\nto thank me ")
    assert moment is not None
    assert moment.title == "A customer wrote to thank me"
    long = stories.log_moment("I " + "really " * 20 + "did it")
    assert long is not None
    assert long.moment.endswith("did it")
    assert stories.log_moment("  ") is None
    stories.add({"title": "Written", "action": "I did."})
    gone = stories.log_moment("Retired")
    assert gone is not None
    stories.retire(gone.id)
    assert shown(story_rows.MOMENTS) == [long.id, moment.id]
    assert story_rows.counts() == story_rows.Counts(kept=3, moments=2, retired=1)
