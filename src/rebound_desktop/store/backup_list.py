"""The backups of a folder: which there are, why they were made, and which of them are kept."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Lock

from rebound_desktop.core import clock

#: The reason in the names of the copies that are made by themselves.
DAILY = "daily"
#: How many days, weeks and months back one copy each is kept.
_DAYS, _WEEKS, _MONTHS = 7, 4, 12
#: However little room the copies may take, so many of the newest stay.
_ALWAYS = 3
_PATTERN = "rebound-*.db"
_NAME = re.compile(r"rebound-(\d{4}-\d\d-\d\d)-(\d{6})-(.+)\.db", re.ASCII)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, when it was made in local time, why, and its size in bytes."""

    path: Path
    moment: datetime
    reason: str  # "daily", "import", "merge", "restore" or "schema-N"
    size: int


_held = 0
_holding = Lock()


@contextmanager
def held() -> Iterator[None]:
    """Delete no backup while the block runs, as during a restore, in whichever thread."""
    global _held
    with _holding:
        _held += 1
    try:
        yield
    finally:
        with _holding:
            _held -= 1


def name_for(moment: datetime, reason: str) -> str:
    """Return the name of a backup made at a local time."""
    return f"rebound-{moment:%Y-%m-%d-%H%M%S}-{reason}.db"


def listed(folder: Path) -> list[Backup]:
    """Return the backups of a folder, the newest first."""
    found = []
    for path in folder.glob(_PATTERN):
        match = _NAME.fullmatch(path.name)
        if match is None:
            continue
        try:
            size = path.stat().st_size
        except OSError:
            continue
        found.append(Backup(path, moment_of(path), match[3], size))
    return sorted(found, key=lambda each: (each.moment, each.path.name), reverse=True)


def latest(folder: Path) -> Path | None:
    """Return the newest backup in a folder, or None.

    One that is dated ahead comes from a clock that ran ahead; it counts where there is no other.
    """
    found = listed(folder)
    first = next((each for each in found if not _is_ahead(each)), found[0] if found else None)
    return first.path if first is not None else None


def latest_moment(folder: Path) -> datetime | None:
    """Return when the newest backup in a folder was made, in local time, or None."""
    found = listed(folder)
    return found[0].moment if found else None


def has_daily(folder: Path) -> bool:
    """Say whether there is a backup of today; one from a clock that ran ahead does not count."""
    return any(each.moment.date() == clock.today() for each in listed(folder))


def thin(folder: Path, limit: int | None = None) -> None:
    """Delete backups that are not kept; nothing while a restore is under way.

    Of the daily copies one is kept for each of the last days, weeks and months that have one;
    copies made for another reason stay. Where all take more than ``limit`` bytes, the oldest go,
    whatever their reason, until they fit; the newest three and the one of today always stay. What
    is dated ahead of the clock neither goes nor counts.
    """
    with _holding:
        if _held:
            return
        found = [each for each in listed(folder) if not _is_ahead(each)]
        kept = _kept(each for each in found if each.reason == DAILY)
        left = [each for each in found if each.reason != DAILY or each in kept]
        # A clock that ran ahead by a day may have put three before it.
        of_today = next((each for each in left if each.moment.date() == clock.today()), None)
        if limit is not None:
            for oldest in reversed(left[_ALWAYS:]):
                if sum(each.size for each in left) <= limit:
                    break
                if oldest is not of_today:
                    left.remove(oldest)
        for unneeded in set(found) - set(left):
            unneeded.path.unlink(missing_ok=True)


def moment_of(copy: Path) -> datetime:
    """Return when a copy was made, from its name: a file that was moved has another time."""
    found = _NAME.fullmatch(copy.name)
    assert found is not None
    try:
        return datetime.fromisoformat(f"{found[1]}T{found[2]}")
    except ValueError:
        return datetime.min


def _kept(copies: Iterable[Backup]) -> set[Backup]:
    """Return the newest copy of each of the newest days, weeks and months."""
    days: dict[date, Backup] = {}
    weeks: dict[tuple[int, int], Backup] = {}
    months: dict[tuple[int, int], Backup] = {}
    for copy in copies:
        day = copy.moment.date()
        days.setdefault(day, copy)
        weeks.setdefault(day.isocalendar()[:2], copy)
        months.setdefault((day.year, day.month), copy)
    return {
        *list(days.values())[:_DAYS],
        *list(weeks.values())[:_WEEKS],
        *list(months.values())[:_MONTHS],
    }


def _is_ahead(copy: Backup) -> bool:
    """Say whether a copy is dated after tomorrow, by a clock that ran ahead."""
    return copy.moment.date() > clock.today() + timedelta(days=1)
