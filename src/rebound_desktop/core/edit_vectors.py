"""Which edits a value has seen: how two laptops tell "later" from "at the same time".

The edits of a field are a small map from an origin (one run of the program on one store) to the
moment of its last edit there. A value is older than another one where each of its edits is known
to the other. Where neither is, both were changed without knowing of each other.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache

#: Moments of last edits by origin; a field that was never edited has none.
Edits = Mapping[str, str]

#: What is written under this name holds for every field of a record that has no edits of its own.
EVERY_FIELD = "*"
#: The origin of edits that were made before origins were noted.
BEFORE_ORIGINS = ""

_MICROSECOND = timedelta(microseconds=1)
_FORM = "%Y-%m-%dT%H:%M:%S.%f"


@lru_cache(maxsize=65536)
def moment_key(stamp: str) -> str:
    """Return a moment so that it sorts by time however many digits its second has."""
    second, _, fraction = stamp.rstrip("Z").partition(".")
    return f"{second}.{fraction:0<6}"


def later(one: str, other: str) -> str:
    """Return the later of two moments; an empty text is earlier than all."""
    return max(one, other, key=lambda each: (moment_key(each), each))


def just_after(stamp: str, now: str) -> str:
    """Return the moment ``now``, or where the clock is behind, the first one after ``stamp``."""
    if not stamp or moment_key(now) > moment_key(stamp):
        return now
    try:
        known = datetime.strptime(moment_key(stamp), _FORM)
        return f"{(known + _MICROSECOND).isoformat(timespec='microseconds')}Z"
    except (ValueError, OverflowError):
        return now


def last(edits: Edits) -> str:
    """Return the moment of the last of some edits, or an empty text where there are none."""
    return max(edits.values(), key=lambda each: (moment_key(each), each), default="")


def knows(edits: Edits, others: Edits) -> bool:
    """Say whether some edits include each of the others."""
    return all(
        origin in edits and moment_key(edits[origin]) >= moment_key(stamp)
        for origin, stamp in others.items()
    )


def joined(one: Edits, other: Edits) -> dict[str, str]:
    """Return the edits of both."""
    return {
        origin: later(one.get(origin, ""), other.get(origin, "")) for origin in {**one, **other}
    }
