"""Reading an archive: every value is looked at before a single one is used."""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from rebound_desktop.store import encrypted_text, records
from rebound_desktop.store.errors import StoreError

FORMAT = "rebound-archive"
#: The newest version of the format that this program reads, and the one that it writes.
VERSION = 1

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")


class ArchiveError(StoreError):
    """A file that is no archive, or one with something wrong in it; the text says what, where."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The records of an archive by list, every list there and every value of the right kind."""

    name: str  # of the file, for what is said about it
    lists: dict[str, list[dict[str, Any]]]


def read_file(path: Path) -> Archive:
    """Return the records of an archive file; raises ArchiveError as :func:`read` does.

    One that is encrypted is read with its key; raises LockedError where that is not in hand.
    """
    try:
        content = encrypted_text.read(path) if encrypted_text.is_one(path) else path.read_bytes()
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error.strerror or error}.") from error
    return read(content, str(path))


def read(content: bytes, name: str) -> Archive:
    """Return the records of the content of an archive file called ``name``.

    Raises ArchiveError with one sentence, naming the file and the place in it, such as
    ``stories[3].title``, where the content is no archive, is from a newer program, or holds a
    value that cannot be stored. Fields that are not known are refused: to drop what somebody
    wrote is worse than to say no.
    """
    try:
        return Archive(name, _lists(content))
    except ArchiveError as error:
        raise ArchiveError(f"{name}: {error}") from error


def _lists(content: bytes) -> dict[str, list[dict[str, Any]]]:
    top = _parse(content)
    if not isinstance(top, dict) or top.get("format") != FORMAT:
        raise ArchiveError("This is not a Rebound archive.")
    version = top.get("version")
    if type(version) is not int or version < 1:
        raise ArchiveError("version: is not the number of an archive format.")
    if version > VERSION:
        raise ArchiveError(
            f"This archive is from a newer Rebound (format {version}, this program reads up to "
            f"{VERSION})."
        )
    for name in top:
        if name not in {"format", "version", "program", *records.NAMES}:
            raise ArchiveError(f"{_shown(name)}: is not a part of an archive.")
    lists: dict[str, list[dict[str, Any]]] = {}
    for name in records.NAMES:
        found = top.get(name, [])
        if not isinstance(found, list):
            raise ArchiveError(f"{name}: is not a list.")
        lists[name] = [_record(name, place, each) for place, each in enumerate(found)]
    _check_twins(lists)
    return lists


def _parse(content: bytes) -> Any:
    if not content.strip():
        raise ArchiveError("The file is empty.")
    try:
        # Some editors put a byte order mark in front.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArchiveError(
            f"The file is not text in UTF-8 (byte {error.start + 1} does not fit)."
        ) from error
    try:
        return json.loads(text, object_pairs_hook=_each_name_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise ArchiveError(
            f"The file is not whole or not JSON: line {error.lineno}, column {error.colno}."
        ) from error
    except (ValueError, RecursionError) as error:
        raise ArchiveError("The file holds numbers or layers that no archive has.") from error


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ArchiveError(f"{_shown(twice)}: stands twice in one record.")
    return found


def _no_constant(name: str) -> Any:
    raise ArchiveError(f"{name}: is not a value that an archive can hold.")


def _record(table: str, place: int, found: Any) -> dict[str, Any]:
    """Return a record with all its fields, those left out at their defaults."""
    here = f"{table}[{place}]"
    links = [link for link in records.LINKS if link.owner == table]
    parts = [part for part in records.PARTS if part.owner == table]
    lists = {link.name for link in links} | {part.name for part in parts}
    record = _fields(here, records.columns(table), found, lists)
    for link in links:
        record[link.name] = _tied(f"{here}.{link.name}", link, found.get(link.name, []))
    for part in parts:
        record[part.name] = _inside(f"{here}.{part.name}", part, found.get(part.name, []))
    return record


def _fields(
    here: str, shape: tuple[records.Column, ...], found: Any, lists: set[str]
) -> dict[str, Any]:
    """Return the values of a record; it may also have lists of these names."""
    if not isinstance(found, dict):
        raise ArchiveError(f"{here}: is not a record.")
    known = {each.name for each in shape} | lists
    for name in found:
        if name not in known:
            raise ArchiveError(f"{here}.{_shown(name)}: is not a field that this program knows.")
    record: dict[str, Any] = {}
    for each in shape:
        if each.name in found:
            _check(f"{here}.{each.name}", each, found[each.name])
            record[each.name] = found[each.name]
        elif each.required:
            raise ArchiveError(f"{here}.{each.name}: is missing.")
        elif each.name not in ("created_at", "changed_at"):
            record[each.name] = each.default
    return record


def _inside(here: str, part: records.Part, found: Any) -> list[dict[str, Any]]:
    """Return the small records of a list within another record."""
    if not isinstance(found, list):
        raise ArchiveError(f"{here}: is not a list.")
    shape = records.part_columns(part)
    read = [_fields(f"{here}[{place}]", shape, each, set()) for place, each in enumerate(found)]
    if part.unique:
        values = [each[part.unique] for each in read]
        for place, value in enumerate(values):
            if value in values[:place]:
                first = values.index(value)
                raise ArchiveError(
                    f"{here}[{place}]: has the same {part.unique} as {part.name}[{first}]."
                )
    return read


def _tied(here: str, link: records.Link, found: Any) -> list[Any]:
    if not isinstance(found, list):
        raise ArchiveError(f"{here}: is not a list.")
    for place, each in enumerate(found):
        target = each
        if link.with_role:
            if not isinstance(each, dict) or set(each) != {"person", "role"}:
                raise ArchiveError(f"{here}[{place}]: is not a person with a role.")
            target = each["person"]
            _check(f"{here}[{place}].role", _ROLE, each["role"])
        if not _is_uuid(target):
            raise ArchiveError(f"{here}[{place}]: is not a UUID.")
    return found


_ROLE = next(each for each in records.columns("people") if each.name == "role")


def _check(here: str, column: records.Column, value: Any) -> None:
    """Raise ArchiveError where a value is not what the column holds."""
    if value is None:
        if not column.optional:
            raise ArchiveError(f"{here}: cannot be null.")
        return
    reason = _CHECKS[column.kind](value)
    if column.name == "uuid" and not reason and not _is_uuid(value):
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
    return "" if _is_uuid(value) else "is not the UUID of a record"


_CHECKS = {
    "text": _text,
    "day": _day,
    "moment": _moment,
    "time": _time,
    "number": _number,
    "yes_no": _yes_no,
    "record": _reference,
}


def _is_uuid(value: Any) -> bool:
    try:
        return isinstance(value, str) and str(UUID(value)) == value
    except ValueError:
        return False


def _check_twins(lists: dict[str, list[dict[str, Any]]]) -> None:
    """Raise ArchiveError where two records of a list are one, or claim the same place."""
    for name, found in lists.items():
        for key in (("uuid",), records.UNIQUE.get(name, ())):
            places: dict[tuple[Any, ...], int] = {}
            for place, record in enumerate(found if key else ()):
                value = tuple(record[each] for each in key)
                if value in places:
                    raise ArchiveError(
                        f"{name}[{place}]: has the same {' and '.join(key)} as "
                        f"{name}[{places[value]}]."
                    )
                places[value] = place


def _shown(name: str) -> str:
    """Return a name from a file so that it fits a sentence on one line."""
    return json.dumps(name[:40])
