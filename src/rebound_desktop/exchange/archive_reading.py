"""Reading an archive: every value is looked at before a single one is used."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rebound_desktop.core.edit_vectors import BEFORE_ORIGINS, EVERY_FIELD, moment_key
from rebound_desktop.core.merged_state import Deleted, Erased
from rebound_desktop.exchange.archive_values import (
    ArchiveError,
    check,
    check_edits,
    check_moment,
    is_uuid,
    shown,
)
from rebound_desktop.store import encrypted_text, encryption, record_shapes

__all__ = ["FORMAT", "VERSION", "Archive", "ArchiveError", "read", "read_file"]

FORMAT = "rebound-archive"
#: The newest version of the format that this program reads, and the one that it writes.
VERSION = 2


@dataclass(frozen=True, slots=True)
class Archive:
    """The records of an archive by list, every list there and every value of the right kind."""

    name: str  # of the file, for what is said about it
    lists: dict[str, list[dict[str, Any]]]
    deleted: dict[str, Deleted] = field(default_factory=dict)
    erased: dict[str, Erased] = field(default_factory=dict)


def read_file(path: Path) -> Archive:
    """Return the records of an archive file; raises ArchiveError as :func:`read` does.

    One that is encrypted is read with its key; raises LockedError where that is not in hand.
    """
    try:
        content = encrypted_text.read(path) if encryption.is_encrypted(path) else path.read_bytes()
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
        return _archive(name, content)
    except ArchiveError as error:
        raise ArchiveError(f"{name}: {error}") from error


def _archive(file: str, content: bytes) -> Archive:
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
    known = {"format", "version", "program", *record_shapes.NAMES}
    known |= {"deleted", "erased"} if version > 1 else set()
    for name in top:
        if name not in known:
            raise ArchiveError(f"{shown(name)}: is not a part of an archive.")
    lists = {
        name: [_record(name, place, each, version) for place, each in _entries(top, name)]
        for name in record_shapes.NAMES
    }
    _check_twins(lists)
    there = {each["uuid"]: name for name, found in lists.items() for each in found}
    deleted = _without_texts(top, "deleted", {"uuid", "deleted_at", "edits"}, there)
    erased = _without_texts(top, "erased", {"uuid", "at", "became"}, there)
    return Archive(
        file,
        lists,
        {uuid: Deleted(each["deleted_at"], each["edits"]) for uuid, each in deleted.items()},
        {uuid: Erased(each["at"], each["became"] or "") for uuid, each in erased.items()},
    )


def _entries(top: dict[str, Any], name: str) -> Iterator[tuple[int, Any]]:
    found = top.get(name, [])
    if not isinstance(found, list):
        raise ArchiveError(f"{name}: is not a list.")
    return enumerate(found)


def _without_texts(
    top: dict[str, Any], name: str, fields: set[str], there: dict[str, str]
) -> dict[str, dict[str, Any]]:
    """Return what is said by UUID of records that are deleted; one stands in one list only."""
    found: dict[str, dict[str, Any]] = {}
    for place, each in _entries(top, name):
        here = f"{name}[{place}]"
        if not isinstance(each, dict) or set(each) != fields:
            raise ArchiveError(f"{here}: is not a record with {', '.join(sorted(fields))}.")
        if not is_uuid(each["uuid"]):
            raise ArchiveError(f"{here}.uuid: is not a UUID.")
        if each["uuid"] in there:
            raise ArchiveError(f"{here}: has the same uuid as a record in {there[each['uuid']]}.")
        there[each["uuid"]] = name
        for key in fields & {"deleted_at", "at"}:
            check_moment(f"{here}.{key}", each[key])
        if "edits" in fields:
            check_edits(f"{here}.edits", each["edits"])
        elif each["became"] is not None and not is_uuid(each["became"]):
            raise ArchiveError(f"{here}.became: is not the UUID of a record.")
        found[each["uuid"]] = each
    return found


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
        raise ArchiveError(f"{shown(twice)}: stands twice in one record.")
    return found


def _no_constant(name: str) -> Any:
    raise ArchiveError(f"{name}: is not a value that an archive can hold.")


def _record(table: str, place: int, found: Any, version: int) -> dict[str, Any]:
    """Return a record with all its fields, those left out at their defaults, and its edits."""
    here = f"{table}[{place}]"
    links = [link for link in record_shapes.LINKS if link.owner == table]
    parts = [part for part in record_shapes.PARTS if part.owner == table]
    lists = {link.name for link in links} | {part.name for part in parts}
    more = {"edits"} if version > 1 else set()
    record = _fields(here, record_shapes.columns(table), found, lists | more)
    for link in links:
        record[link.name] = _tied(f"{here}.{link.name}", link, found.get(link.name, []))
    for part in parts:
        record[part.name] = _inside(f"{here}.{part.name}", part, found.get(part.name, []))
    edits = found.get("edits", {})
    if not isinstance(edits, dict):
        raise ArchiveError(f"{here}.edits: is not a record.")
    known = {each.name for each in record_shapes.columns(table) if not each.derived} | lists
    known = known - {"uuid", "created_at", "changed_at"} | {"deleted_at", EVERY_FIELD}
    for name, each in edits.items():
        if name not in known:
            raise ArchiveError(f"{here}.edits: {shown(name)} is not a field that can be edited.")
        check_edits(f"{here}.edits.{name}", each)
    seen = {name: each for name, each in sorted(edits.items()) if each}
    record["edits"] = seen if version > 1 else _first_edits(record)
    return record


def _first_edits(record: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return what is known of a record from when nobody noted which field was changed."""
    made, changed = record.get("created_at"), record.get("changed_at")
    if made is None or changed is None or moment_key(changed) <= moment_key(made):
        return {}
    return {EVERY_FIELD: {BEFORE_ORIGINS: changed}}


def _fields(
    here: str, shape: tuple[record_shapes.Column, ...], found: Any, lists: set[str]
) -> dict[str, Any]:
    """Return the values of a record; it may also have lists of these names."""
    if not isinstance(found, dict):
        raise ArchiveError(f"{here}: is not a record.")
    known = {each.name for each in shape} | lists
    for name in found:
        if name not in known:
            raise ArchiveError(f"{here}.{shown(name)}: is not a field that this program knows.")
    record: dict[str, Any] = {}
    for each in shape:
        if each.name in found:
            check(f"{here}.{each.name}", each, found[each.name])
            record[each.name] = found[each.name]
        elif each.required:
            raise ArchiveError(f"{here}.{each.name}: is missing.")
        elif each.name not in ("created_at", "changed_at"):
            record[each.name] = each.default
    return record


def _inside(here: str, part: record_shapes.Part, found: Any) -> list[dict[str, Any]]:
    """Return the small records of a list within another record."""
    if not isinstance(found, list):
        raise ArchiveError(f"{here}: is not a list.")
    shape = record_shapes.part_columns(part)
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


def _tied(here: str, link: record_shapes.Link, found: Any) -> list[Any]:
    if not isinstance(found, list):
        raise ArchiveError(f"{here}: is not a list.")
    for place, each in enumerate(found):
        target = each
        if link.with_role:
            if not isinstance(each, dict) or set(each) != {"person", "role"}:
                raise ArchiveError(f"{here}[{place}]: is not a person with a role.")
            target = each["person"]
            check(f"{here}[{place}].role", _ROLE, each["role"])
        if not is_uuid(target):
            raise ArchiveError(f"{here}[{place}]: is not a UUID.")
    return found


_ROLE = next(each for each in record_shapes.columns("people") if each.name == "role")


def _check_twins(lists: dict[str, list[dict[str, Any]]]) -> None:
    """Raise ArchiveError where two records of a list are one, or claim the same place."""
    for name, found in lists.items():
        for key in (("uuid",), record_shapes.UNIQUE.get(name, ())):
            places: dict[tuple[Any, ...], int] = {}
            for place, record in enumerate(found if key else ()):
                value = tuple(record[each] for each in key)
                if value in places:
                    raise ArchiveError(
                        f"{name}[{place}]: has the same {' and '.join(key)} as "
                        f"{name}[{places[value]}]."
                    )
                places[value] = place
