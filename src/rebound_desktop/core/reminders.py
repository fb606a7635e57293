"""When the program reminds of what is due. No clock, no zones: only dates and times of day.

A follow-up is due on its day, at its time or in the morning. What became due is told in one
message, however much it is and however long the laptop slept; what was told is remembered
together with its day and time, so that a clock that goes back does not tell it again, and one
that jumps ahead leaves nothing out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

#: When something without a time of its own is told.
MORNING = time(9)


@dataclass(frozen=True, slots=True)
class Dated:
    """Something planned that was not told yet. ``at_time`` is "14:00" or empty.

    ``touched`` is the local moment at which it was last written.
    """

    id: int
    title: str
    due_on: date
    at_time: str
    touched: datetime

    def due_at(self) -> datetime:
        """Return the local moment at which it becomes due."""
        at = time.fromisoformat(self.at_time) if self.at_time else MORNING
        return datetime.combine(self.due_on, at)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One message: what it tells of, the earliest first, and whether some of it is of a day past.

    ``things`` is never empty.
    """

    things: tuple[Dated, ...]
    while_away: bool


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours without reminders, over midnight where ``start`` is later; equal: none."""

    start: time
    end: time

    def cover(self, at: time) -> bool:
        """Say whether a time of day is within them."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


def reminder(now: datetime, untold: Iterable[Dated], quiet: QuietHours) -> Reminder | None:
    """Return the message for this local moment, or None where there is nothing to tell.

    What was written after it was due needs no message: the person was just there.
    """
    if quiet.cover(now.time()):
        return None
    due = [each for each in untold if each.touched < each.due_at() <= now]
    if not due:
        return None
    due.sort(key=lambda each: (each.due_at(), each.id))
    return Reminder(tuple(due), due[0].due_on < now.date())
