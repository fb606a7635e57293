"""On which day something is due. Days are what a person means by a day; no clock, no zones."""

from calendar import monthrange
from datetime import date, timedelta

#: Days from writing a message to somebody that was met until it should have gone out.
MESSAGE_DAYS = 3
#: Days from sending a feedback request to the one nudge; advice says about a week.
NUDGE_DAYS = 8
#: Months until a company is looked at again; advice says three to twelve.
LOOK_AGAIN_MONTHS = 6
_SATURDAY = 5


def next_day(day: date) -> date:
    """Return the day after, on which a letter written today is sent."""
    return day + timedelta(days=1)


def next_working_day(day: date) -> date:
    """Return the first day from Monday to Friday after a day."""
    following = next_day(day)
    while following.weekday() >= _SATURDAY:
        following = next_day(following)
    return following


def message_day(day: date) -> date:
    """Return the day for a message that is drafted on a day."""
    return day + timedelta(days=MESSAGE_DAYS)


def nudge_day(sent_on: date) -> date:
    """Return the day of the one nudge for a letter sent on a day."""
    return sent_on + timedelta(days=NUDGE_DAYS)


def look_again_day(day: date) -> date:
    """Return the day on which a company is looked at again."""
    return months_later(day, LOOK_AGAIN_MONTHS)


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
