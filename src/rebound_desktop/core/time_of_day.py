"""A time of day as a person types it."""

import re

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:([ap])\.?m\.?)?", re.IGNORECASE)


def time_of_day(text: str) -> str:
    """Return a typed time as ``"14:00"``, or an empty text where nothing was typed.

    Understands "14:00", "14.00", "1400", "9", "9am" and "2:30 pm". Raises ValueError for anything
    else.
    """
    text = text.strip()
    if not text:
        return ""
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(f"not a time of day: {text!r}")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(f"not an hour of half a day: {text!r}")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise ValueError(f"not a time of day: {text!r}")
    return f"{hour:02}:{minute:02}"
