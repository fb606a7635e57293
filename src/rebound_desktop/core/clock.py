"""The one place that knows what day it is.

``REBOUND_TODAY=2027-03-28`` sets the day for tests and demonstrations, and
``REBOUND_TODAY=2027-03-28T10:30`` the minute too, at which the clock then stands. Days are what a
person means by a day, in local time; moments are kept in UTC.
"""

import os
from datetime import UTC, date, datetime, time

NAME = "REBOUND_TODAY"
#: The years in which days can be counted on and back by as much as anything here does.
_YEARS = range(1950, 3000)


def today() -> date:
    """Return the person's day: the local date, or the one that ``REBOUND_TODAY`` names.

    A value that is no ISO date between 1950 and 2999 is ignored, since a wrong setting must not
    stop the program.
    """
    return now_local().date()


def now_local() -> datetime:
    """Return the local date and time of day, without a zone, as ``REBOUND_TODAY`` sets them."""
    now = datetime.now()
    text = os.environ.get(NAME, "")
    try:
        chosen = datetime.fromisoformat(text)
    except ValueError:
        return now
    if chosen.year not in _YEARS:
        return now
    clock = time(chosen.hour, chosen.minute, now.second, now.microsecond)
    return datetime.combine(chosen.date(), clock if ":" in text else now.time())


def utc_stamp() -> str:
    """Return this moment in UTC as text, ``2026-11-22T20:29:00.123456Z``, which sorts by time.

    It follows ``REBOUND_TODAY`` as everything else does.
    """
    # Local time alone would not tell the two hours apart when the clock is set back.
    return stamp_of(now_local()) if os.environ.get(NAME) else _as_text(datetime.now(UTC))


def local_moment(stamp: str) -> datetime:
    """Return a moment that :func:`utc_stamp` gave as local date and time, without a zone."""
    return datetime.fromisoformat(stamp).astimezone().replace(tzinfo=None)


def stamp_of(local: datetime) -> str:
    """Return a local moment without a zone as UTC text, to be compared with kept moments."""
    return _as_text(local.astimezone(UTC))


def _as_text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
