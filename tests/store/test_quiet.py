from datetime import date, timedelta

import pytest

from rebound_desktop.core.quiet import Offer, Patience
from rebound_desktop.core.vocabulary import EventKind, Outcome, Stage
from rebound_desktop.store import (
    applications,
    back_up_plan,
    changes,
    closing,
    followups,
    nudging,
    quiet,
)

pytestmark = pytest.mark.usefixtures("store")
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


def add(company: str, days_ago: int, stage: Stage = Stage.APPLIED) -> int:
    made = applications.add({"company": company}, stage=stage, on=TODAY - timedelta(days=days_ago))
    return int(made.id)


def companies() -> list[str]:
    return [each.company for each in quiet.quiet_ones(Patience())]


def test_the_longest_silence_comes_first_and_what_ended_is_left_out() -> None:
    add("Fresh", 29)
    add("Fabrikam", 33)
    add("Contoso", 50, Stage.INTERVIEWING)
    closing.close(add("Ended", 90), Outcome.NO_REPLY, TODAY)
    assert companies() == ["Contoso", "Fabrikam"]
    contoso, fabrikam = quiet.quiet_ones(Patience())
    assert (contoso.silence.days, contoso.silence.offer) == (50, Offer.CLOSE)
    assert (fabrikam.silence.since, fabrikam.silence.offer) == (
        date(2026, 10, 20),
        Offer.QUIET,
    )
    only = quiet.quiet_ones(Patience(), fabrikam.application_id)
    assert [each.company for each in only] == ["Fabrikam"]


def test_it_becomes_quiet_as_days_go_by(monkeypatch: pytest.MonkeyPatch) -> None:
    add("Fabrikam", 0)
    for days, found in ((29, []), (30, ["Fabrikam"])):
        monkeypatch.setenv("REBOUND_TODAY", (TODAY + timedelta(days=days)).isoformat())
        assert companies() == found


def test_keep_waiting_holds_two_weeks(monkeypatch: pytest.MonkeyPatch) -> None:
    number = add("Fabrikam", 40)
    assert quiet.keep_waiting(number) == TODAY + timedelta(days=14)
    assert companies() == []
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-05")
    assert companies() == []
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-06")
    assert companies() == ["Fabrikam"]
    assert changes.undo() == "Keep waiting"
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())
    assert companies() == ["Fabrikam"]


def test_a_promised_day_moves_the_silence_and_goes_with_its_event() -> None:
    number = add("Fabrikam", 60)
    event = applications.record_event(
        number,
        EventKind.INTERVIEW,
        TODAY - timedelta(days=25),
        answer_by=TODAY - timedelta(days=10),
    )
    (found,) = quiet.quiet_ones(Patience())
    assert (found.silence.offer, found.silence.days) == (Offer.NUDGE, 10)
    applications.retract_event(event.id)
    (found,) = quiet.quiet_ones(Patience())
    assert (found.silence.offer, found.silence.days) == (Offer.CLOSE, 60)


def test_a_nudge_is_drafted_for_today_and_the_waiting_begins_anew() -> None:
    number = add("Fabrikam", 33)
    nudging.plan_nudge(number, "Ask how it stands", "Sam")
    (step,) = followups.open_ones()
    assert (step.title, step.due_on, step.kind) == ("Ask how it stands", TODAY, "nudge")
    assert "On 20 October I applied" in step.draft
    assert companies() == []
    assert changes.undo() == "Plan a nudge"
    assert followups.open_ones() == []
    assert companies() == ["Fabrikam"]


def test_the_plan_counts_one_company_however_it_is_written() -> None:
    for company in ("Contoso", "contoso Ltd", "CONTOSO", "Fabrikam"):
        add(company, 3)
    found = back_up_plan.health(5)
    assert (found.open, found.dated, found.at_company, found.missing) == (4, 0, 3, 1)
    assert found.company.lower().startswith("contoso")
