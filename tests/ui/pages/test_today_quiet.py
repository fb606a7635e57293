from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import applications, changes
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.pages.today import TodayPage

TODAY = date(2026, 11, 22)


@pytest.fixture
def page(
    show_page: Callable[[Page], None], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> TodayPage:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())
    made = TodayPage(settings)
    show_page(made)
    return made


def add(company: str, days_ago: int, stage: Stage = Stage.APPLIED) -> int:
    made = applications.add({"company": company}, stage=stage, on=TODAY - timedelta(days=days_ago))
    return int(made.id)


def offers(page: TodayPage) -> list[str]:
    return [each.sentence.text() for each in page.quiet._offers if each.isVisible()]


def test_what_has_gone_quiet_is_offered_longest_first(page: TodayPage) -> None:
    add("Fresh", 3)
    assert not page.quiet.isVisible()
    add("Fabrikam", 33)
    assert offers(page) == [
        "Fabrikam has been quiet for 33 days: nudge, keep waiting, or close as no reply."
    ]
    add("Contoso", 50, Stage.INTERVIEWING)
    add("Tailspin", 31)
    assert [each.split()[0] for each in offers(page)] == ["Contoso", "Fabrikam"]
    assert page.quiet._more.text() == "And 1 more."


def test_waiting_on_puts_it_off(page: TodayPage, qtbot: QtBot) -> None:
    add("Fabrikam", 33)
    with qtbot.waitSignal(page.said) as said:
        page.quiet._offers[0].wait.click()
    assert said.args == ["Waiting on. It comes up again on Sun 6 Dec."]
    assert not page.quiet.isVisible()
    changes.undo()
    assert page.quiet.isVisible()


def test_a_day_that_comes_brings_it_up(page: TodayPage, monkeypatch: pytest.MonkeyPatch) -> None:
    add("Fabrikam", 0)
    page.open()
    assert not page.quiet.isVisible()
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-22")
    page.open()
    assert "30 days" in offers(page)[0]


def test_the_plan_says_where_most_of_it_is(page: TodayPage) -> None:
    for _ in range(3):
        add("Contoso", 2)
    add("Fabrikam", 2)
    assert page.plan.sentence.text() == ("4 applied. 4 have no next step. 3 of 4 are at Contoso.")
