"""The life of a feedback request, in step with what there is to do about it.

Whichever is told first goes along with the other: sending ticks "send", ticking "send" means it
was sent. Rows are written here and nothing is drafted; ``store.feedback`` is the way in.
"""

from datetime import date

from rebound_desktop.core import clock
from rebound_desktop.core.feedback import rests_from
from rebound_desktop.core.followups import nudge_day
from rebound_desktop.core.letters import redated
from rebound_desktop.core.vocabulary import FeedbackState, FollowUpKind, FollowUpState
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import FeedbackRequest, FollowUp, Person

#: It was sent, and an answer may still come.
ASKED = (FeedbackState.SENT, FeedbackState.WAITING)
#: An answer of any kind, or none: nobody is nudged any more.
ENDED = (FeedbackState.RECEIVED, FeedbackState.DECLINED, FeedbackState.NO_REPLY)


def mark(request_id: int, state: FeedbackState, day: date) -> None:
    """Say what became of a request on a day; its follow-ups go along.

    Once it is sent, sending is done and the nudge is counted from that day. Once it has an
    answer, or none is awaited, there is no nudge.
    """
    with write("Feedback"):
        request = FeedbackRequest.get_by_id(request_id)
        if state == FeedbackState.WAITING and request.state in ENDED:
            request.reopened_on = day
            request.answered_on = None
        request.state = state
        said = request.sent_on or request.send_on
        if state == FeedbackState.SENT:
            request.sent_on = day
            _note_contact(request.person_id, day)
        elif state in (FeedbackState.RECEIVED, FeedbackState.DECLINED):
            request.answered_on = day
        request.save()
        for each in follow_ups(request_id):
            if each.state != FollowUpState.OPEN:
                continue
            if each.kind == FollowUpKind.THANK_YOU and state != FeedbackState.DRAFTED:
                _settle(each, FollowUpState.DONE, day)
            elif each.kind == FollowUpKind.NUDGE and state == FeedbackState.SENT:
                put_nudge(each, said, day)
            elif each.kind == FollowUpKind.NUDGE and state in ENDED:
                _settle(each, FollowUpState.DROPPED, day)


def put_nudge(nudge: FollowUp, before: date | None, sent_on: date) -> None:
    """Count a nudge from another day of sending; the day that its text names moves along."""
    nudge.due_on = nudge_day(sent_on)
    if before is not None:
        nudge.draft = redated(nudge.draft, before, sent_on)
    nudge.save()


def note_nudge(request_id: int, day: date) -> None:
    """Say that the one nudge went out on a day; the request goes on waiting."""
    with write("Nudge sent"):
        request = FeedbackRequest.get_by_id(request_id)
        request.state = FeedbackState.WAITING
        request.nudged_on = day
        request.save()
        _note_contact(request.person_id, day)
        for each in follow_ups(request_id):
            if each.kind == FollowUpKind.NUDGE and each.state == FollowUpState.OPEN:
                _settle(each, FollowUpState.DONE, day)


def follow(follow_up: FollowUp, day: date) -> None:
    """Take along what the end of a follow-up means: a letter that went out, a person written to.

    To be called within the write that settles it.
    """
    if follow_up.state != FollowUpState.DONE:
        return
    request_id = follow_up.feedback_request_id
    if request_id is None:
        if follow_up.kind == FollowUpKind.MESSAGE:
            _note_contact(follow_up.person_id, day)
        return
    request = FeedbackRequest.get_by_id(request_id)
    if follow_up.kind == FollowUpKind.THANK_YOU and request.state == FeedbackState.DRAFTED:
        mark(request_id, FeedbackState.SENT, day)
    elif follow_up.kind == FollowUpKind.NUDGE and request.state in ASKED:
        note_nudge(request_id, day)


def let_rest(today: date) -> list[FeedbackRequest]:
    """End the requests that nobody answered for long enough, as without a reply; return them.

    One whose nudge is still to be sent goes on: the person may have been away.
    """
    over = [
        each
        for each in FeedbackRequest.select().where(
            FeedbackRequest.deleted_at.is_null(),
            FeedbackRequest.state.in_(ASKED),
            FeedbackRequest.thanks_only == False,  # noqa: E712 (peewee reads the operator)
            FeedbackRequest.sent_on.is_null(False),
        )
        if each.sent_on is not None
        and rests_from(each.sent_on, each.nudged_on, each.reopened_on) <= today
        and not any(
            other.kind == FollowUpKind.NUDGE and other.state == FollowUpState.OPEN
            for other in follow_ups(each.id)
        )
    ]
    if over:
        with write("Let it rest"):
            for each in over:
                mark(each.id, FeedbackState.NO_REPLY, today)
    return over


def follow_ups(request_id: int) -> list[FollowUp]:
    """Return the follow-ups of a request, settled ones too."""
    return list(
        FollowUp.select().where(
            FollowUp.feedback_request == request_id, FollowUp.deleted_at.is_null()
        )
    )


def _settle(follow_up: FollowUp, state: FollowUpState, day: date) -> None:
    follow_up.state = state
    follow_up.done_on = min(day, clock.today())
    follow_up.save()


def _note_contact(person_id: int | None, day: date) -> None:
    person: Person | None = Person.get_or_none(Person.id == person_id)
    if person is not None and (person.last_contact_on is None or person.last_contact_on < day):
        person.last_contact_on = day
        person.save()
