"""Feedback requests: the letter, its life, and what there is to do about it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rebound_desktop.core import clock
from rebound_desktop.core.followups import nudge_day
from rebound_desktop.core.plain_text import one_line, storable
from rebound_desktop.core.vocabulary import FeedbackState, FollowUpKind, FollowUpState
from rebound_desktop.store import bin, followups
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import FeedbackRequest, FollowUp, Rejection

_TEXTS = frozenset({"draft", "answer"})
_LINES = frozenset({"to_name", "subject", "channel", "detail"})
_OTHERS = frozenset({"person", "thanks_only", "send_on", "read_later"})
#: An answer of any kind, or none: nobody is nudged any more.
_ENDED = (FeedbackState.RECEIVED, FeedbackState.DECLINED, FeedbackState.NO_REPLY)


@dataclass(frozen=True, slots=True)
class Arranged:
    """A follow-up of a feedback request: a title for the list, a day, and a text to send."""

    kind: FollowUpKind
    title: str
    due_on: date
    draft: str = ""


def requests_of(rejection_id: int) -> list[FeedbackRequest]:
    """Return the feedback requests about a rejection, the oldest first."""
    return list(
        FeedbackRequest.select()
        .where(FeedbackRequest.rejection == rejection_id, FeedbackRequest.deleted_at.is_null())
        .order_by(FeedbackRequest.id)
    )


def draft(rejection_id: int, **values: Any) -> FeedbackRequest:
    """Add a drafted feedback request; return it. ``values`` as in :func:`save`."""
    with write("Draft letter"):
        made: FeedbackRequest = FeedbackRequest.create(rejection=rejection_id, **_cleaned(values))
    return made


def save(request_id: int, *, merge: str = "", **values: Any) -> None:
    """Change a request: ``to_name``, ``person`` (an id or None), ``channel``, ``thanks_only``,
    ``detail``, ``subject``, ``draft``, ``send_on``, ``answer``, ``read_later``.
    """
    with write("Edit letter", merge=merge):
        request = FeedbackRequest.get_by_id(request_id)
        for name, value in _cleaned(values).items():
            setattr(request, name, value)
        request.save()


def _cleaned(values: dict[str, Any]) -> dict[str, Any]:
    unknown = set(values) - _TEXTS - _LINES - _OTHERS
    if unknown:
        raise ValueError(f"not values of a feedback request: {sorted(unknown)}")
    cleaned = dict(values)
    for name in values:
        if name in _TEXTS:
            cleaned[name] = storable(values[name])
        elif name in _LINES:
            cleaned[name] = one_line(values[name])
    return cleaned


def set_state(request_id: int, state: FeedbackState, on: date | None = None) -> None:
    """Say what became of a request on a day (today if None); its follow-ups go along.

    Once it is sent, sending is done and the nudge is counted from that day. Once it has an
    answer, or none is awaited, there is no nudge.
    """
    day = on or clock.today()
    with write("Feedback"):
        request = FeedbackRequest.get_by_id(request_id)
        request.state = state
        if state == FeedbackState.SENT:
            request.sent_on = day
        elif state in (FeedbackState.RECEIVED, FeedbackState.DECLINED):
            request.answered_on = day
        request.save()
        for each in _open_follow_ups(request_id):
            if each.kind == FollowUpKind.THANK_YOU and state != FeedbackState.DRAFTED:
                followups.finish(each.id)
            elif each.kind == FollowUpKind.NUDGE and state == FeedbackState.SENT:
                followups.move(each.id, nudge_day(day))
            elif each.kind == FollowUpKind.NUDGE and state in _ENDED:
                followups.drop(each.id)


def arrange(request_id: int, wanted: list[Arranged]) -> None:
    """Make these the follow-ups of a request: missing ones are added, others removed.

    One that is there keeps its day, which the person may have moved, and what is settled stays.
    """
    with write("Letter's follow-ups", merge=f"feedback-{request_id}-follow-ups"):
        request = FeedbackRequest.get_by_id(request_id)
        application = Rejection.get_by_id(request.rejection_id).application_id
        there = {str(each.kind): each for each in _follow_ups(request_id)}
        for each in wanted:
            found = there.pop(each.kind, None)
            if found is None:
                followups.add(
                    each.kind,
                    each.title,
                    each.due_on,
                    draft=each.draft,
                    feedback_request=request_id,
                    rejection=request.rejection_id,
                    application=application,
                    person=request.person_id,
                )
            elif found.state == FollowUpState.OPEN and (found.title, found.draft) != (
                each.title,
                each.draft,
            ):
                followups.edit(found.id, title=each.title, draft=each.draft)
        for found in there.values():
            if found.state == FollowUpState.OPEN:
                followups.delete(found.id)


def wants(request_id: int, kind: FollowUpKind) -> bool:
    """Say whether a request has a follow-up of a kind."""
    return any(each.kind == kind for each in _follow_ups(request_id))


def delete(request_id: int) -> None:
    """Put a request and its follow-ups into the bin."""
    bin.delete("feedback_requests", [request_id], label="No letter")


def _follow_ups(request_id: int) -> list[FollowUp]:
    return list(
        FollowUp.select().where(
            FollowUp.feedback_request == request_id, FollowUp.deleted_at.is_null()
        )
    )


def _open_follow_ups(request_id: int) -> list[FollowUp]:
    return [each for each in _follow_ups(request_id) if each.state == FollowUpState.OPEN]
