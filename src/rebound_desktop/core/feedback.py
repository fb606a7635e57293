"""When a request that nobody answers comes to rest."""

from datetime import date, timedelta

from rebound_desktop.core.followups import NUDGE_DAYS

#: Days that an answer is waited for after the one nudge.
WAIT_DAYS = 14


def rests_from(
    sent_on: date, nudged_on: date | None = None, reopened_on: date | None = None
) -> date:
    """Return the day from which a question that was sent counts as one without a reply.

    Two weeks after the nudge, or after the day on which the nudge would have been sent where the
    person let it be, or after the day on which they chose to go on waiting.
    """
    last = nudged_on or sent_on + timedelta(days=NUDGE_DAYS)
    if reopened_on is not None:
        last = max(last, reopened_on)
    return last + timedelta(days=WAIT_DAYS)
