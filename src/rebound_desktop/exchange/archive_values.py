"""What a value in an archive may be, by the column that holds it."""

import json
import re
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rebound_desktop.store import record_shapes
from rebound_desktop.store.errors import StoreError

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|", re.ASCII)
_ORIGIN = re.compile(r"[0-9a-z]{0,32}", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")
#: The longest name from a file that is repeated in a sentence.
_LONGEST = 40


class ArchiveError(StoreError):
    """A file that is no archive, or one with something wrong in it; the text says what, where."""


def check(here: str, column: record_shapes.Column, value: Any) -> None:
    """Raise ArchiveError where a value is not what the column holds."""
    if value is None:
        if not column.optional:
            raise ArchiveError(f"{here}: cannot be null.")
        return
    reason = _CHECKS[column.kind](value)
    if column.name == "uuid" and not reason and not is_uuid(value):
        reason = "is not a UUID"
    if not reason and column.allowed is not None and value not in column.allowed:
        reason = f"is none of {', '.join(sorted(each for each in column.allowed if each))}"
    if not reason and column.kind == "number":
        lowest, highest = column.between
        if not lowest <= value <= highest:
            reason = f"is not between {lowest} and {highest}"
    if reason:
        raise ArchiveError(f"{here}: {reason}.")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        return "is not a text"
    if "\0" in value or _SURROGATE.search(value):
        return "holds a character that is none (NUL or half of a pair)"
    return ""


def _day(value: Any) -> str:
    try:
        fine = isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        fine = False
    return "" if fine else "is not a day such as 2026-11-20"


def _moment(value: Any) -> str:
    fine = isinstance(value, str) and _MOMENT.fullmatch(value) is not None
    if fine:
        try:
            datetime.fromisoformat(value[:19])
        except ValueError:
            fine = False
    return "" if fine else "is not a moment such as 2026-11-20T09:30:00Z"


def _time(value: Any) -> str:
    fine = isinstance(value, str) and _TIME.fullmatch(value)
    return "" if fine else "is not a time of day such as 14:00"


def _number(value: Any) -> str:
    return "" if type(value) is int else "is not a whole number"


def _yes_no(value: Any) -> str:
    return "" if isinstance(value, bool) else "is neither true nor false"


def _reference(value: Any) -> str:
    return "" if is_uuid(value) else "is not the UUID of a record"


_CHECKS = {
    "text": _text,
    "day": _day,
    "moment": _moment,
    "time": _time,
    "number": _number,
    "yes_no": _yes_no,
    "record": _reference,
}


def is_uuid(value: Any) -> bool:
    """Say whether a value is a UUID in lower case."""
    try:
        return isinstance(value, str) and str(UUID(value)) == value
    except ValueError:
        return False


def check_edits(here: str, found: Any) -> None:
    """Raise ArchiveError where something is not the edits of a field: moments by origin."""
    if not isinstance(found, dict):
        raise ArchiveError(f"{here}: is not a record.")
    for origin, stamp in found.items():
        if not _ORIGIN.fullmatch(origin):
            raise ArchiveError(f"{here}: {shown(origin)} is not an origin.")
        check_moment(f"{here}.{origin}", stamp)


def check_moment(here: str, value: Any) -> None:
    """Raise ArchiveError where a value is not a moment."""
    reason = _moment(value)
    if reason:
        raise ArchiveError(f"{here}: {reason}.")


def shown(name: str) -> str:
    """Return a name from a file so that it fits a sentence on one line."""
    return json.dumps(name[:_LONGEST])
