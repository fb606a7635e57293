"""The life of a feedback request and of what there is to do about it."""

from datetime import date
from pathlib import Path

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import (
    FeedbackState,
    FollowUpKind,
    FollowUpState,
    ReflectionPath,
    Stage,
)
from rebound_desktop.store import bad_news, feedback, followups
from rebound_desktop.store.feedback import Arranged
from rebound_desktop.store.tables import FeedbackRequest, FollowUp

pytestmark = pytest.mark.usefixtures("store")

_SEND = Arranged(FollowUpKind.THANK_YOU, "Send", date(2026, 11, 23), "Dear Priya")
_NUDGE = Arranged(FollowUpKind.NUDGE, "Nudge", date(2026, 12, 1))
_AGAIN = Arranged(FollowUpKind.LOOK_AGAIN, "Look again", date(2027, 5, 23))


@pytest.fixture
def request_id(store: Path) -> int:
    rejection = bad_news.begin(
        "Contoso", "", on=clock.today(), reached=Stage.FINAL, path=ReflectionPath.ALL
    )
    return int(feedback.draft(rejection.id, to_name="Priya", channel="email").id)


def _open() -> dict[str, date]:
    return {each.kind: each.due_on for each in followups.open_ones()}


def test_a_draft_keeps_every_text(request_id: int) -> None:
    text = "Dear Priya,\n\n“thank you” 🙂\n"
    feedback.save(request_id, draft=text, subject="Two\nlines", detail="a  detail", send_on=None)
    found = FeedbackRequest.get_by_id(request_id)
    assert (found.draft, found.subject, found.detail) == (text, "Two lines", "a detail")
    assert [each.id for each in feedback.requests_of(found.rejection_id)] == [request_id]
    with pytest.raises(ValueError, match="not values"):
        feedback.save(request_id, state="sent")


def test_follow_ups_are_arranged_once_and_go_when_not_wanted(request_id: int) -> None:
    feedback.arrange(request_id, [_SEND, _NUDGE, _AGAIN])
    feedback.arrange(request_id, [_SEND, _NUDGE, _AGAIN])
    assert _open() == {
        "thank_you": date(2026, 11, 23),
        "nudge": date(2026, 12, 1),
        "look_again": date(2027, 5, 23),
    }
    assert feedback.wants(request_id, FollowUpKind.LOOK_AGAIN)
    feedback.arrange(request_id, [_SEND])
    assert list(_open()) == ["thank_you"]
    assert not feedback.wants(request_id, FollowUpKind.LOOK_AGAIN)


def test_a_day_that_was_moved_and_what_was_done_stay(request_id: int) -> None:
    feedback.arrange(request_id, [_SEND, _NUDGE])
    send, nudge = followups.open_ones()
    followups.move(nudge.id, date(2026, 12, 24))
    followups.finish(send.id)
    feedback.arrange(request_id, [_SEND, Arranged(_NUDGE.kind, "Nudge them", _NUDGE.due_on)])
    assert _open() == {"nudge": date(2026, 12, 24)}
    assert FollowUp.get_by_id(nudge.id).title == "Nudge them"


def test_sending_counts_the_nudge_from_that_day(request_id: int) -> None:
    feedback.arrange(request_id, [_SEND, _NUDGE, _AGAIN])
    feedback.set_state(request_id, FeedbackState.SENT, date(2026, 11, 25))
    assert _open() == {"nudge": date(2026, 12, 3), "look_again": date(2027, 5, 23)}
    assert FeedbackRequest.get_by_id(request_id).sent_on == date(2026, 11, 25)


@pytest.mark.parametrize(
    "state", [FeedbackState.RECEIVED, FeedbackState.DECLINED, FeedbackState.NO_REPLY]
)
def test_an_answer_ends_the_nudging(request_id: int, state: FeedbackState) -> None:
    feedback.arrange(request_id, [_NUDGE])
    feedback.set_state(request_id, state)
    assert FollowUp.get().state == FollowUpState.DROPPED


def test_not_this_time_takes_everything_away(request_id: int) -> None:
    rejection = FeedbackRequest.get_by_id(request_id).rejection_id
    feedback.arrange(request_id, [_SEND, _NUDGE, _AGAIN])
    feedback.delete(request_id)
    assert feedback.requests_of(rejection) == []
    assert _open() == {}
