"""When one line about the Support list is offered. Only numbers are looked at, never texts.

Three or more check-ins over at least 14 days that are all low; no score is made of them and
nothing is kept (Safety, in the evidence that the program rests on).
"""

from collections.abc import Iterable
from datetime import date, timedelta

#: Up to this, of 100, a check-in counts as low.
LOW = 30
_FEWEST = 3
_SPAN = timedelta(days=14)


def offers_support(checks: Iterable[tuple[date, int]], *, dismissed_on: date | None = None) -> bool:
    """Say whether the line is offered after these check-ins, each a day and 0 to 100.

    The latest ones count, back to the last that was not low; after ``dismissed_on`` only later
    check-ins do.
    """
    low_days: list[date] = []
    for day, value in sorted(checks, reverse=True):
        if value > LOW or (dismissed_on is not None and day <= dismissed_on):
            break
        low_days.append(day)
    return len(low_days) >= _FEWEST and low_days[0] - low_days[-1] >= _SPAN
