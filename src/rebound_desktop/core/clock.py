"""The one place that knows what day it is.

``REBOUND_TODAY=2027-03-28`` sets the day for tests and demonstrations. Days are what a person
means by a day, in local time; moments are kept in UTC.
"""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return the person's day: the local date, or the one that ``REBOUND_TODAY`` names.

    A value that is not an ISO date is ignored, since a wrong setting must not stop the program.
    """
    chosen = os.environ.get("REBOUND_TODAY", "")
    if chosen:
        try:
            return date.fromisoformat(chosen)
        except ValueError:
            pass
    return date.today()


def now_local() -> datetime:
    """Return the local time of day on the day that :func:`today` gives, without a zone."""
    return datetime.combine(today(), datetime.now().time())


def utc_stamp() -> str:
    """Return this moment in UTC as text, ``2026-11-22T20:29:00.123456Z``, which sorts by time."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
