from datetime import date, timedelta

import pytest

from rebound_desktop.core.vocabulary import EventKind, FollowUpKind, Outcome, Stage
from rebound_desktop.store import (
    application_list,
    applications,
    closing,
    followups,
    search,
)

pytestmark = pytest.mark.usefixtures("store")
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


def add(company: str, stage: Stage = Stage.APPLIED, days_ago: int = 10, **values: str) -> int:
    made = applications.add(
        {"company": company, **values}, stage=stage, on=TODAY - timedelta(days=days_ago)
    )
    return int(made.id)


def companies(**how: object) -> list[str]:
    found = application_list.ids(**how)  # type: ignore[arg-type]
    rows = application_list.rows(found)
    return [rows[each].company for each in found]


def test_chips_count_and_choose() -> None:
    add("Applied")
    add("Screened", Stage.SCREENING)
    closed = add("Closed")
    closing.close(closed, Outcome.MY_CHOICE, TODAY)
    counts = application_list.counts()
    assert (counts["open"], counts["all"]) == (2, 3)
    assert (counts["applied"], counts["screening"], counts["closed"]) == (1, 1, 1)
    assert set(companies(chip="open")) == {"Applied", "Screened"}
    assert companies(chip="closed") == ["Closed"]
    assert companies(chip="screening") == ["Screened"]


def test_sorting_by_stage_follows_the_process_not_the_alphabet() -> None:
    add("Third", Stage.OFFER)
    add("First", Stage.INTERESTED)
    add("Second", Stage.ASSESSMENT)
    assert companies(sort="stage", descending=False) == ["First", "Second", "Third"]
    assert companies(sort="stage", descending=True) == ["Third", "Second", "First"]


def test_the_next_step_is_the_earliest_of_what_is_to_do_and_what_is_agreed() -> None:
    number = add("Contoso")
    assert application_list.rows([number])[number].next_on is None
    assert application_list.count_without_next_step() == 1
    applications.record_event(
        number, EventKind.INTERVIEW, TODAY + timedelta(days=4), at_time="14:00"
    )
    row = application_list.rows([number])[number]
    assert (row.next_event, row.next_on, row.next_time) == (
        "interview",
        TODAY + timedelta(days=4),
        "14:00",
    )
    todo = followups.add(FollowUpKind.NEXT_STEP, "Read | the advert", TODAY, application=number)
    row = application_list.rows([number])[number]
    assert (row.next_title, row.next_on, row.next_event) == ("Read | the advert", TODAY, "")
    assert application_list.count_without_next_step() == 0
    followups.finish(todo.id)
    assert application_list.rows([number])[number].next_event == "interview"


def test_those_without_a_next_step_come_last_whichever_way() -> None:
    add("Nothing")
    for company, days in (("Soon", 1), ("Later", 9)):
        followups.add(
            FollowUpKind.NEXT_STEP, "x", TODAY + timedelta(days=days), application=add(company)
        )
    assert companies(sort="next", descending=False) == ["Soon", "Later", "Nothing"]
    assert companies(sort="next", descending=True) == ["Later", "Soon", "Nothing"]


@pytest.mark.parametrize(
    "text", ["яндекс", "ЯНД", "zurich remote", "パナ", "münchen", "gründ", "friend"]
)
def test_the_filter_finds_words_of_every_script(text: str) -> None:
    add("Other")
    wanted = add(
        "Яндекс パナソニック",
        role="Gründer",
        location="Zürich, Munchen",
        tags="remote",
        source="Friend",
    )
    assert search.matching_ids("applications", text) == [wanted]


def test_a_deleted_application_is_in_no_list() -> None:
    number = add("Contoso")
    applications.delete(number)
    assert companies(chip="all") == []
    assert application_list.counts()["all"] == 0
