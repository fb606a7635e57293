"""When the weekly look is offered, and what it covers. It is off until somebody wants it."""

from dataclasses import dataclass, field
from datetime import date, timedelta

#: How many days it looks back on, today among them.
_DAYS = 7


def next_on(weekday: int, day: date) -> date:
    """Return the first day from ``day`` on that is a weekday (0 is Monday)."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def next_week(weekday: int, day: date) -> date:
    """Return the weekday of the week after the look that is offered on ``day``."""
    return next_on(weekday, day + timedelta(days=1))


def first_day(today: date) -> date:
    """Return the first of the days that a look taken today covers."""
    return today - timedelta(days=_DAYS - 1)


@dataclass(frozen=True, slots=True)
class Week:
    """What a person did in some days, each list in the order in which it was done.

    ``finished`` titles of follow-ups, ``written_to`` names of people, ``tried`` texts of lessons,
    ``told`` and ``written_down`` titles of stories, ``looked_back`` companies whose reflection
    was finished. There is no count of anything that came from somebody else.
    """

    finished: list[str] = field(default_factory=list)
    written_to: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    written_down: list[str] = field(default_factory=list)
    looked_back: list[str] = field(default_factory=list)
