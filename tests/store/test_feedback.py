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
from rebound_desktop.store import bad_news, changes, feedback, followups, people
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
    followups.finish(send.id)
    followups.move(nudge.id, date(2026, 12, 24))
    feedback.arrange(request_id, [_SEND, Arranged(_NUDGE.kind, "Nudge them", _NUDGE.due_on)])
    assert _open() == {"nudge": date(2026, 12, 24)}
    assert FollowUp.get_by_id(nudge.id).title == "Nudge them"


def test_sending_counts_the_nudge_from_that_day(request_id: int) -> None:
    feedback.arrange(request_id, [_SEND, _NUDGE, _AGAIN])
    feedback.set_state(request_id, FeedbackState.SENT, date(2026, 11, 25))
    assert _open() == {"nudge": date(2026, 12, 3), "look_again": date(2027, 5, 23)}
    assert FeedbackRequest.get_by_id(request_id).sent_on == date(2026, 11, 25)


def _draft_of(kind: FollowUpKind) -> str:
    return str(FollowUp.get(FollowUp.kind == kind).draft)


def test_ticking_the_letter_says_that_it_was_sent(
    request_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    feedback.save(request_id, send_on=date(2026, 11, 23), draft="Dear Priya")
    nudge = Arranged(FollowUpKind.NUDGE, "Nudge", _NUDGE.due_on, "I wrote to you on 23 November.")
    feedback.arrange(request_id, [_SEND, nudge])
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-30")
    followups.finish(followups.open_ones()[0].id)
    request = FeedbackRequest.get_by_id(request_id)
    assert (request.state, request.sent_on) == ("sent", date(2026, 11, 30))
    assert _open() == {"nudge": date(2026, 12, 8)}
    assert _draft_of(FollowUpKind.NUDGE) == "I wrote to you on 30 November."
    changes.undo()
    assert FeedbackRequest.get_by_id(request_id).state == FeedbackState.DRAFTED
    assert list(_open()) == ["thank_you", "nudge"]


def test_ticking_the_nudge_says_that_it_went_out(
    request_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    feedback.arrange(request_id, [_SEND, _NUDGE])
    feedback.set_state(request_id, FeedbackState.SENT, date(2026, 11, 25))
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-04")
    followups.finish(followups.open_ones()[0].id)
    request = FeedbackRequest.get_by_id(request_id)
    assert (request.state, request.nudged_on) == ("waiting", date(2026, 12, 4))
    assert _open() == {}


def test_dropping_a_letter_says_nothing_about_the_request(request_id: int) -> None:
    feedback.arrange(request_id, [_SEND])
    followups.drop(followups.open_ones()[0].id)
    assert FeedbackRequest.get_by_id(request_id).state == FeedbackState.DRAFTED


def _sent_and_nudged(request_id: int) -> None:
    feedback.arrange(request_id, [_SEND, _NUDGE])
    feedback.set_state(request_id, FeedbackState.SENT, date(2026, 11, 25))
    feedback.set_nudged(request_id, date(2026, 12, 3))


def test_two_weeks_after_the_nudge_it_rests_by_itself(
    request_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sent_and_nudged(request_id)
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-16")
    assert feedback.let_rest() == []
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-17")
    assert [each.id for each in feedback.let_rest()] == [request_id]
    assert changes.undo_label() == "Let it rest"
    assert FeedbackRequest.get_by_id(request_id).state == FeedbackState.NO_REPLY
    assert feedback.let_rest() == []
    # Whoever wants to goes on waiting, for two weeks more.
    feedback.set_state(request_id, FeedbackState.WAITING)
    assert feedback.let_rest() == []
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-31")
    assert len(feedback.let_rest()) == 1


def test_a_nudge_that_waits_to_be_sent_keeps_the_request_going(
    request_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    feedback.arrange(request_id, [_SEND, _NUDGE])
    feedback.set_state(request_id, FeedbackState.SENT, date(2026, 11, 25))
    monkeypatch.setenv("REBOUND_TODAY", "2027-02-01")
    assert feedback.let_rest() == []
    followups.drop(followups.open_ones()[0].id)
    assert len(feedback.let_rest()) == 1


def test_a_thank_you_alone_never_ends_without_a_reply(
    request_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    feedback.save(request_id, thanks_only=True)
    feedback.set_state(request_id, FeedbackState.SENT, date(2026, 11, 25))
    monkeypatch.setenv("REBOUND_TODAY", "2027-06-01")
    assert feedback.let_rest() == []


def test_the_letter_and_what_is_to_be_sent_are_the_same(request_id: int) -> None:
    feedback.arrange(request_id, [_SEND, _NUDGE])
    feedback.save(request_id, draft="Dear Priya, thanks", subject="Thank you")
    send = followups.open_ones()[0]
    assert (send.draft, send.subject) == ("Dear Priya, thanks", "Thank you")
    feedback.save_letter(send.id, "Dear Priya, many thanks", "Thanks")
    request = FeedbackRequest.get_by_id(request_id)
    assert (request.subject, request.draft) == ("Thanks", "Dear Priya, many thanks")


def test_another_day_for_sending_moves_the_follow_ups(request_id: int) -> None:
    feedback.arrange(request_id, [_SEND, _NUDGE])
    feedback.save(request_id, send_on=date(2026, 11, 27))
    assert _open() == {"thank_you": date(2026, 11, 27), "nudge": date(2026, 12, 5)}


def test_sending_counts_as_contact_with_the_person(request_id: int) -> None:
    person = people.add({"name": "Priya"})
    feedback.save(request_id, person=person.id)
    feedback.set_state(request_id, FeedbackState.SENT, date(2026, 11, 25))
    found = people.get(person.id)
    assert found is not None
    assert found.last_contact_on == date(2026, 11, 25)


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
