"""The archive: the whole store as one JSON file, and back. See docs/archive-format.md."""

import errno
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rebound_desktop import __version__
from rebound_desktop.exchange.archive_reading import (
    FORMAT,
    VERSION,
    Archive,
    ArchiveError,
)
from rebound_desktop.store import backup, database, encrypted_text, records
from rebound_desktop.store.changes import write
from rebound_desktop.store.encryption import Key


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import did: how many records are new, how many were there already."""

    new: int
    there: int


def export(put: Callable[[str], object]) -> int:
    """Write the open store as an archive through ``put``; return the number of records.

    Records come in the order in which they were written, one on a line, and nothing in the
    archive says when it was made: the same store gives the same bytes. What lies in the bin is
    left out, and so is what cannot be without it.
    """
    head = {"format": FORMAT, "version": VERSION, "program": f"Rebound {__version__}"}
    put(_json(head)[:-1])
    total = 0
    written: dict[str, set[str]] = {}
    with records.snapshot():
        for name in records.NAMES:
            put(f',\n"{name}": [')
            shape = [each for each in records.columns(name) if each.kind == "record"]
            known: set[str] = set()
            # A record may refer to one of its own list that comes after it.
            own = any(each.refers_to == name for each in shape)
            written[name] = records.alive(name) if own else known
            for record in records.read(name):
                if not _stands_alone(record, shape, written):
                    continue
                put(("\n" if not known else ",\n") + _json(record))
                known.add(record["uuid"])
            total += len(known)
            put("\n]" if known else "]")
    put("\n}\n")
    return total


def _stands_alone(
    record: dict[str, Any], references: list[records.Column], written: dict[str, set[str]]
) -> bool:
    """Drop references to what is not in the archive; False where the record needs one of them."""
    for each in references:
        if record[each.name] not in written[each.refers_to]:
            record[each.name] = None
            if not each.optional:
                return False
    return True


def export_file(path: Path, key: Key | None = None) -> int:
    """Write the open store as an archive file, readable by its owner only; return the number.

    With a key the file is encrypted. It takes its name when it is complete, so that an older one
    is not lost on the way. Raises ArchiveError where the place cannot be written. Works in any
    thread.
    """
    temporary = path.with_name(path.name + ".unfinished")
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            if key is not None:
                total = encrypted_text.write(temporary, key, export)
            else:
                total = export(file.write)
                file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be written: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return total


def take_in(archive: Archive, backups: Path) -> Counts:
    """Add what an archive has and the open store has not; return how many records.

    A record whose UUID is there already is left alone with all it holds, and so is a competency
    of the same framework and name. A store that holds something is first backed up into the
    folder ``backups``. Raises ArchiveError, with nothing written, where a record does not fit the
    store, and StoreError where the backup or the write does not succeed.
    """
    known = {name: records.ids(name) for name in records.NAMES}
    total = sum(len(each) for each in archive.lists.values())
    there = sum(
        record["uuid"] in known[name] for name in records.NAMES for record in archive.lists[name]
    )
    _check_references(archive, known)
    if there < total and any(known.values()):
        backup.make(database.store_file(), backups, reason="import")
    links = {name: [link for link in records.LINKS if link.owner == name] for name in records.NAMES}
    parts = {name: [part for part in records.PARTS if part.owner == name] for name in records.NAMES}
    pending: list[tuple[records.Link, int, list[Any]]] = []
    own: list[tuple[str, int, records.Column, str]] = []
    changed: set[int] = set()
    with write("Import"):
        for name in records.NAMES:
            shape = records.columns(name)
            for place, record in enumerate(archive.lists[name]):
                if record["uuid"] in known[name]:
                    continue
                later = [each for each in shape if each.refers_to == name and record.get(each.name)]
                values = _row(record | {each.name: None for each in later}, shape, known)
                taken = _same(archive, name, place, values)
                if taken is not None:
                    known[name][record["uuid"]] = known[name][taken]
                    there += 1
                    continue
                number = records.insert(name, values)
                known[name][record["uuid"]] = number
                pending.extend((link, number, record[link.name]) for link in links[name])
                own.extend((name, number, each, record[each.name]) for each in later)
                for part in parts[name]:
                    for each in record[part.name]:
                        records.insert(part.table, {part.owner_column: number, **each})
                if name == "applications":
                    changed.add(number)
                elif name == "events":
                    changed.add(values["application_id"])
        for name, number, column, target in own:
            records.point(name, number, column.column, known[name][target])
        for link, number, targets in pending:
            _tie(link, number, targets, known)
        records.derive_again(sorted(changed))
    return Counts(total - there, there)


def _check_references(archive: Archive, known: dict[str, dict[str, int]]) -> None:
    """Raise ArchiveError where a record refers to one that nobody has."""
    inside = {name: {each["uuid"] for each in found} for name, found in archive.lists.items()}

    def check(place: str, table: str, uuid: str) -> None:
        if uuid not in inside[table] and uuid not in known[table]:
            raise ArchiveError(
                f"{archive.name}: {place}: refers to a record that is neither in the archive nor "
                f"in the store."
            )

    for name, found in archive.lists.items():
        references = [each for each in records.columns(name) if each.kind == "record"]
        links = [link for link in records.LINKS if link.owner == name]
        for place, record in enumerate(found):
            for each in references:
                if record[each.name] is not None:
                    check(f"{name}[{place}].{each.name}", each.refers_to, record[each.name])
            for link in links:
                for number, target in enumerate(record[link.name]):
                    uuid = target["person"] if link.with_role else target
                    check(f"{name}[{place}].{link.name}[{number}]", link.refers_to, uuid)


def _row(
    record: dict[str, Any], shape: tuple[records.Column, ...], known: dict[str, dict[str, int]]
) -> dict[str, Any]:
    """Return a record as a row: values by column, other records by their number."""
    row: dict[str, Any] = {}
    for each in shape:
        if each.derived or each.name not in record:
            continue
        value = record[each.name]
        if each.kind == "record" and value is not None:
            value = known[each.refers_to][value]
        row[each.column] = value
    return row


def _same(archive: Archive, name: str, place: int, row: dict[str, Any]) -> str | None:
    """Return the UUID of a record in the store that says the same under another UUID, or None."""
    key = records.UNIQUE.get(name)
    if key is None:
        return None
    by_name = {each.name: each.column for each in records.columns(name)}
    found = records.find(name, {by_name[each]: row[by_name[each]] for each in key})
    if found is not None and name != "competencies":
        raise ArchiveError(
            f"{archive.name}: {name}[{place}]: the store has another record of the same "
            f"{' and '.join(key)} already."
        )
    return found


def _tie(
    link: records.Link, owner: int, targets: list[Any], known: dict[str, dict[str, int]]
) -> None:
    done: set[int] = set()
    for place, each in enumerate(targets):
        target = known[link.refers_to][each["person"] if link.with_role else each]
        if target not in done:
            records.tie(link, owner, target, place, each["role"] if link.with_role else "")
            done.add(target)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
