"""Feedback requests: the letter, its life, and what there is to do about it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import one_line, storable
from rebound_desktop.core.vocabulary import FeedbackState, FollowUpKind, FollowUpState
from rebound_desktop.store import bin, feedback_life, followups
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import FeedbackRequest, FollowUp, Rejection

_TEXTS = frozenset({"draft", "answer"})
_LINES = frozenset({"to_name", "subject", "channel", "detail"})
_OTHERS = frozenset({"person", "thanks_only", "send_on", "read_later"})


@dataclass(frozen=True, slots=True)
class Arranged:
    """A follow-up of a feedback request: a title for the list, a day, and a text to send."""

    kind: FollowUpKind
    title: str
    due_on: date
    draft: str = ""
    subject: str = ""


def requests_of(rejection_id: int) -> list[FeedbackRequest]:
    """Return the feedback requests about a rejection, the oldest first."""
    return list(
        FeedbackRequest.select()
        .where(FeedbackRequest.rejection == rejection_id, FeedbackRequest.deleted_at.is_null())
        .order_by(FeedbackRequest.id)
    )


def get(request_id: int) -> FeedbackRequest | None:
    """Return a request that is not in the bin, or None."""
    found: FeedbackRequest | None = FeedbackRequest.get_or_none(
        FeedbackRequest.id == request_id, FeedbackRequest.deleted_at.is_null()
    )
    return found


def draft(rejection_id: int, **values: Any) -> FeedbackRequest:
    """Add a drafted feedback request; return it. ``values`` as in :func:`save`."""
    with write("Draft letter"):
        made: FeedbackRequest = FeedbackRequest.create(rejection=rejection_id, **_cleaned(values))
    return made


def begin(rejection_id: int, wanted: "list[Arranged]", **values: Any) -> FeedbackRequest:
    """Add a drafted request with what there is to do about it; return it."""
    with write("Draft letter"):
        made = draft(rejection_id, **values)
        arrange(made.id, wanted)
    return made


def save(request_id: int, *, merge: str = "", **values: Any) -> None:
    """Change a request: ``to_name``, ``person`` (an id or None), ``channel``, ``thanks_only``,
    ``detail``, ``subject``, ``draft``, ``send_on``, ``answer``, ``read_later``.
    """
    with write("Edit letter", merge=merge):
        request = FeedbackRequest.get_by_id(request_id)
        before = request.send_on
        for name, value in _cleaned(values).items():
            setattr(request, name, value)
        request.save()
        _keep_in_step(request, set(values), before)


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


def _keep_in_step(request: FeedbackRequest, changed: set[str], before: date | None) -> None:
    """Let the follow-ups say what the request says: the letter, and the day it is to go out."""
    if not changed & {"draft", "subject", "send_on"}:
        return
    moved: date | None = request.send_on if "send_on" in changed else None
    for each in feedback_life.follow_ups(request.id):
        if each.state != FollowUpState.OPEN:
            continue
        if each.kind == FollowUpKind.THANK_YOU:
            each.draft, each.subject = request.draft, request.subject
            if moved is not None:
                each.due_on = moved
            each.save()
        elif each.kind == FollowUpKind.NUDGE and moved is not None:
            feedback_life.put_nudge(each, before, moved)


def save_letter(
    follow_up_id: int, draft: str, subject: str | None = None, *, merge: str = ""
) -> None:
    """Change the letter of a follow-up, and with it that of the request it is to be sent for.

    A subject of None stays as it is.
    """
    follow_up = FollowUp.get_by_id(follow_up_id)
    values = {"draft": draft}
    if subject is not None:
        values["subject"] = one_line(subject)
    with write("Edit letter", merge=merge):
        followups.edit(follow_up_id, **values)
        if follow_up.feedback_request_id and follow_up.kind == FollowUpKind.THANK_YOU:
            save(follow_up.feedback_request_id, **values)


def set_state(request_id: int, state: FeedbackState, on: date | None = None) -> None:
    """Say what became of a request on a day (today if None); its follow-ups go along.

    Once it is sent, sending is done and the nudge is counted from that day. Once it has an
    answer, or none is awaited, there is no nudge. One that had ended waits again.
    """
    feedback_life.mark(request_id, state, on or clock.today())


def set_nudged(request_id: int, on: date | None = None) -> None:
    """Say that the one nudge went out on a day (today if None)."""
    feedback_life.note_nudge(request_id, on or clock.today())


def let_rest() -> list[FeedbackRequest]:
    """End what nobody answered for long enough as without a reply; return those requests."""
    return feedback_life.let_rest(clock.today())


def arrange(request_id: int, wanted: list[Arranged]) -> None:
    """Make these the follow-ups of a request: missing ones are added, others removed.

    One that is there keeps its day, which the person may have moved, and what is settled stays.
    """
    with write("Letter's follow-ups", merge=f"feedback-{request_id}-follow-ups"):
        request = FeedbackRequest.get_by_id(request_id)
        application = Rejection.get_by_id(request.rejection_id).application_id
        there = {str(each.kind): each for each in feedback_life.follow_ups(request_id)}
        for each in wanted:
            found = there.pop(each.kind, None)
            if found is None:
                followups.add(
                    each.kind,
                    each.title,
                    each.due_on,
                    draft=each.draft,
                    subject=each.subject,
                    feedback_request=request_id,
                    rejection=request.rejection_id,
                    application=application,
                    person=request.person_id,
                )
            elif found.state == FollowUpState.OPEN and (
                found.title,
                found.subject,
                found.draft,
            ) != (each.title, each.subject, each.draft):
                followups.edit(found.id, title=each.title, subject=each.subject, draft=each.draft)
        for found in there.values():
            if found.state == FollowUpState.OPEN:
                followups.delete(found.id)


def open_follow_up(request_id: int, kind: FollowUpKind) -> FollowUp | None:
    """Return what is still to do about a request, of a kind, or None."""
    return next(
        (
            each
            for each in feedback_life.follow_ups(request_id)
            if each.kind == kind and each.state == FollowUpState.OPEN
        ),
        None,
    )


def wants(request_id: int, kind: FollowUpKind) -> bool:
    """Say whether a request has a follow-up of a kind."""
    return any(each.kind == kind for each in feedback_life.follow_ups(request_id))


def delete(request_id: int) -> None:
    """Put a request and its follow-ups into the bin."""
    bin.delete("feedback_requests", [request_id], label="No letter")
