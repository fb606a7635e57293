"""The rows of the rejection log: order, chips, counts."""

from datetime import date, timedelta

import pytest

from rebound_desktop.core.vocabulary import FeedbackState
from rebound_desktop.store import feedback, reflections, rejection_entry, rejection_log
from rebound_desktop.store.rejection_entry import Entry
from rebound_desktop.store.tables import database

pytestmark = pytest.mark.usefixtures("store")


def log(company: str, days_ago: int, reached: str = "applied", outcome: str = "no") -> int:
    day = date(2026, 11, 20) - timedelta(days=days_ago)
    return int(
        rejection_entry.log(Entry(company, f"Role at {company}", day, reached, outcome=outcome)).id
    )


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> tuple[int, int, int]:
    """Return Northwind (drafted letter), adatum (no reply), Contoso (answered, reflected on)."""
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")
    northwind = log("Northwind", 2, "final")
    adatum = log("adatum", 9, outcome="no_reply")
    contoso = log("Contoso", 0, "interviewing")
    feedback.draft(northwind, draft="Thank you")
    answered = feedback.draft(contoso, draft="Thank you")
    feedback.set_state(answered.id, FeedbackState.RECEIVED)
    reflections.begin(northwind)
    reflections.finish(reflections.begin(contoso).id)
    return northwind, adatum, contoso


def test_each_column_sorts_both_ways(three: tuple[int, int, int]) -> None:
    northwind, adatum, contoso = three
    orders = {
        "date": [adatum, northwind, contoso],
        "company": [adatum, contoso, northwind],
        "role": [adatum, contoso, northwind],
        "reached": [adatum, contoso, northwind],
        "feedback": [adatum, northwind, contoso],
        "reflection": [adatum, northwind, contoso],
    }
    for sort, order in orders.items():
        assert list(rejection_log.ids(sort, descending=False)) == order, sort  # type: ignore[arg-type]
        assert list(rejection_log.ids(sort, descending=True)) == order[::-1], sort  # type: ignore[arg-type]


def test_chips_choose_and_count_the_same(three: tuple[int, int, int]) -> None:
    northwind, adatum, contoso = three
    chosen = {
        "all": {northwind, adatum, contoso},
        "after_interview": {northwind, contoso},
        "no_reply": {adatum},
        "feedback_open": {northwind},
        "not_reflected": {northwind, adatum},
    }
    counts = rejection_log.counts()
    for chip, ids in chosen.items():
        assert set(rejection_log.ids(chip=chip)) == ids, chip  # type: ignore[arg-type]
        assert counts[chip] == len(ids), chip


def test_what_is_deleted_is_neither_listed_nor_counted(three: tuple[int, int, int]) -> None:
    for each in three[1:]:
        rejection_entry.delete(each)
    assert list(rejection_log.ids()) == [three[0]]
    assert rejection_log.counts() == {
        "all": 1,
        "after_interview": 1,
        "no_reply": 0,
        "feedback_open": 1,
        "not_reflected": 1,
    }


def test_rows_say_what_the_table_shows(three: tuple[int, int, int]) -> None:
    northwind, adatum, contoso = three
    rows = rejection_log.rows(three)
    assert (rows[northwind].company, rows[northwind].reached) == ("Northwind", "final")
    assert (rows[northwind].feedback, rows[northwind].reflection) == ("drafted", "open")
    assert (rows[adatum].outcome, rows[adatum].feedback, rows[adatum].reflection) == (
        "no_reply",
        "",
        "",
    )
    assert (rows[contoso].feedback, rows[contoso].reflection) == ("received", "finished")


def test_the_log_by_date_is_read_from_an_index_alone() -> None:
    plan = database.execute_sql(
        "EXPLAIN QUERY PLAN SELECT rejections.id FROM rejections "
        "WHERE rejections.deleted_at IS NULL ORDER BY rejections.on_date DESC, rejections.id DESC"
    ).fetchall()
    text = " ".join(str(row[3]) for row in plan)
    assert "rejections_on_date" in text
    assert "TEMP B-TREE" not in text
