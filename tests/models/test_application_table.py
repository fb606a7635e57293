from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from rebound_desktop.core.vocabulary import FollowUpKind, Outcome, Stage
from rebound_desktop.models.application_table import Applications, application_table
from rebound_desktop.models.paged_table import CHOICES_ROLE, TONE_ROLE
from rebound_desktop.models.words import due_tone, short_moment
from rebound_desktop.store import applications, closing, followups

pytestmark = pytest.mark.usefixtures("store", "qapp")
TODAY = date(2026, 11, 22)  # a Sunday


@pytest.fixture(autouse=True)
def _a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


@pytest.mark.parametrize(
    ("days", "time", "text", "tone"),
    [
        (-1, "", "21 Nov", "due"),
        (0, "", "Today", "due"),
        (1, "09:30", "Tomorrow 09:30", "accent"),
        (4, "", "Thu", "accent"),
        (7, "", "29 Nov", "plain"),
        (60, "", "21 Jan 2027", "plain"),
    ],
)
def test_a_day_is_named_as_one_says_it(days: int, time: str, text: str, tone: str) -> None:
    day = TODAY + timedelta(days=days)
    assert (short_moment(day, time), due_tone(day)) == (text, tone)


def move(number: int, stage: Stage) -> None:
    applications.move_to(number, stage)


def test_what_a_row_shows() -> None:
    model = application_table(Applications(), move)
    made = applications.add({"company": "Contoso", "source": "Friend"}, stage=Stage.SCREENING)
    model.load()

    def cell(column: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return model.index(0, column).data(role)

    assert [cell(column) for column in range(6)] == [
        "Contoso",
        "",
        "Screening",
        "22 Nov",
        "No next step",
        "Friend",
    ]
    assert (cell(2, TONE_ROLE), cell(4, TONE_ROLE)) == ("accent", "due")
    choices = cell(2, CHOICES_ROLE)
    assert isinstance(choices, list)
    assert ("offer", "Offer") in choices
    assert "closed" not in dict(choices)
    followups.add(FollowUpKind.NEXT_STEP, "Call", TODAY, application=made)
    closing.close(made.id, Outcome.NO_REPLY, TODAY)
    model = application_table(Applications(), move)
    model.load()
    assert (cell(2), cell(2, TONE_ROLE), cell(4)) == ("No reply", None, "Today · Call")
