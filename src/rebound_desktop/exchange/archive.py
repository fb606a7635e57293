"""The archive: the whole store as one JSON file, and back. See docs/archive-format.md."""

import errno
import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rebound_desktop import __version__
from rebound_desktop.core.edit_vectors import joined
from rebound_desktop.core.merged_state import Deleted, with_owner
from rebound_desktop.exchange.archive_reading import (
    FORMAT,
    VERSION,
    Archive,
    ArchiveError,
)
from rebound_desktop.exchange.record_writing import put_parts, put_ties, row, same_place
from rebound_desktop.store import (
    backup,
    database,
    disk,
    encrypted_text,
    record_shapes,
    records,
    versions,
)
from rebound_desktop.store.changes import write
from rebound_desktop.store.encryption import Key


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import did: how many records are new, how many were there already."""

    new: int
    there: int


def export(put: Callable[[str], object]) -> int:
    """Write the open store as an archive through ``put``; return the number of records.

    Records come in the order in which they were made, one on a line, and nothing in the archive
    says when it was made: the same store gives the same bytes. Of what lies in the bin, and of
    what cannot be without it, there is only that it was deleted.
    """
    head = {"format": FORMAT, "version": VERSION, "program": f"Rebound {__version__}"}
    put(_json(head)[:-1])
    total = 0
    written: dict[str, set[str]] = {}
    with records.snapshot():
        edits, gone = versions.edits_by_record(), versions.gone()
        deleted = _in_a_bin(edits, gone)
        for name in record_shapes.NAMES:
            put(f',\n"{name}": [')
            shape = [each for each in record_shapes.columns(name) if each.kind == "record"]
            known: set[str] = set()
            # A record may refer to one of its own list that comes after it.
            own = any(each.refers_to == name for each in shape)
            written[name] = records.alive(name) if own else known
            for record in records.read(name):
                seen = edits.get(record["uuid"], {})
                owner = _drop_references(record, shape, written)
                if owner is not None:
                    if owner in deleted:
                        deleted[record["uuid"]] = with_owner(
                            seen.get("deleted_at", {}), deleted[owner]
                        )
                    continue
                record |= {"edits": seen} if seen else {}
                put(("\n" if not known else ",\n") + _json(record))
                known.add(record["uuid"])
            total += len(known)
            put("\n]" if known else "]")
        _put_list(
            put,
            "deleted",
            (
                {"uuid": uuid, "deleted_at": each.at, "edits": each.edits}
                for uuid, each in sorted(deleted.items())
            ),
        )
        erased = [each for each in gone.items() if each[1].edits is None]
        _put_list(
            put,
            "erased",
            ({"uuid": uuid, "at": each.at, "became": each.became or None} for uuid, each in erased),
        )
    put("\n}\n")
    return total


def _in_a_bin(
    edits: dict[str, dict[str, dict[str, str]]], gone: dict[str, versions.Gone]
) -> dict[str, Deleted]:
    """Return what lies in the bin, here or on another computer only."""
    found = {
        uuid: Deleted(each.at, each.edits) for uuid, each in gone.items() if each.edits is not None
    }
    for name in record_shapes.NAMES:
        for uuid, moment in records.deleted(name).items():
            found[uuid] = Deleted(moment, edits.get(uuid, {}).get("deleted_at", {}))
    return found


def _put_list(put: Callable[[str], object], name: str, entries: Iterable[dict[str, Any]]) -> None:
    lines = ",\n".join(map(_json, entries))
    put(f',\n"{name}": [' + (f"\n{lines}\n]" if lines else "]"))


def _drop_references(
    record: dict[str, Any], references: list[record_shapes.Column], written: dict[str, set[str]]
) -> str | None:
    """Drop references to what is not in the archive; return one that the record needs, or None."""
    for each in references:
        target: str | None = record[each.name]
        if target not in written[each.refers_to]:
            record[each.name] = None
            if not each.optional:
                return target
    return None


def export_file(path: Path, key: Key | None = None) -> int:
    """Write the open store as an archive file, readable by its owner only; return the number.

    With a key the file is encrypted. It takes its name when it is complete, so that an older one
    is not lost on the way. Raises ArchiveError where the place cannot be written, DiskError where
    that is for want of room or rights. Works in any thread.
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
        what, safe = f"{path} cannot be written", "Your records are as they were."
        raise disk.refused(error, what, safe, path.parent, kind=ArchiveError) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return total


def take_in(archive: Archive, backups: Path) -> Counts:
    """Add what an archive has and the open store has not; return how many records.

    A record whose UUID is there already is left alone with all it holds, and so is a competency
    of the same framework and name; one that was erased here comes back. A store that holds
    something is first backed up into the folder ``backups``. Raises ArchiveError, with nothing
    written, where a record does not fit the store, and StoreError where the backup or the write
    does not succeed.
    """
    known = {name: records.ids(name) for name in record_shapes.NAMES}
    total = sum(len(each) for each in archive.lists.values())
    there = sum(
        record["uuid"] in known[name]
        for name in record_shapes.NAMES
        for record in archive.lists[name]
    )
    check_references(archive, known)
    if there < total and any(known.values()):
        backup.make(database.store_file(), backups, reason="import")
    links = {
        name: [link for link in record_shapes.LINKS if link.owner == name]
        for name in record_shapes.NAMES
    }
    parts = {
        name: [part for part in record_shapes.PARTS if part.owner == name]
        for name in record_shapes.NAMES
    }
    pending: list[tuple[record_shapes.Link, int, list[Any]]] = []
    own: list[tuple[str, int, record_shapes.Column, str]] = []
    changed: set[int] = set()
    gone = versions.gone()
    with write("Import", edits=False):
        for name in record_shapes.NAMES:
            shape = record_shapes.columns(name)
            for place, record in enumerate(archive.lists[name]):
                if record["uuid"] in known[name]:
                    continue
                later = [each for each in shape if each.refers_to == name and record.get(each.name)]
                values = row(record | {each.name: None for each in later}, shape, known)
                taken = _same(archive, name, place, values)
                if taken is not None:
                    known[name][record["uuid"]] = known[name][taken]
                    there += 1
                    continue
                number = records.insert(name, values)
                known[name][record["uuid"]] = number
                _take_edits(record, gone.get(record["uuid"]))
                pending.extend((link, number, record[link.name]) for link in links[name])
                own.extend((name, number, each, record[each.name]) for each in later)
                for part in parts[name]:
                    put_parts(part, number, record[part.name])
                if name == "applications":
                    changed.add(number)
                elif name == "events":
                    changed.add(values["application_id"])
        for name, number, column, target in own:
            records.point(name, number, column.column, known[name][target])
        for link, number, targets in pending:
            put_ties(link, number, targets, known)
        _take_deletions(archive, known, gone)
        records.derive_again(sorted(changed))
    return Counts(total - there, there)


def _take_edits(record: dict[str, Any], gone: versions.Gone | None) -> None:
    edits = record["edits"]
    if gone is not None:
        # Asked for now, which is later than that it went.
        seen = joined(edits.get("deleted_at", {}), gone.edits or {})
        edits = {**edits, "deleted_at": versions.edited(seen, gone.at)}
        versions.put_gone(record["uuid"], None)
    if edits:
        versions.put(record["uuid"], edits)


def _take_deletions(
    archive: Archive, known: dict[str, dict[str, int]], gone: dict[str, versions.Gone]
) -> None:
    """Note what is deleted elsewhere and was never here; what is here stays."""
    there = {uuid for found in known.values() for uuid in found} | set(gone)
    found = {
        uuid: versions.Gone(each.at, edits=each.edits) for uuid, each in archive.deleted.items()
    }
    found |= {uuid: versions.Gone(each.at, each.became) for uuid, each in archive.erased.items()}
    for uuid, each in found.items():
        if uuid not in there:
            versions.put_gone(uuid, each)


def check_references(archive: Archive, known: dict[str, dict[str, int]]) -> None:
    """Raise ArchiveError where a record refers to one that nobody has."""
    inside = {name: {each["uuid"] for each in found} for name, found in archive.lists.items()}

    def check(place: str, table: str, uuid: str) -> None:
        if uuid not in inside[table] and uuid not in known[table]:
            raise ArchiveError(
                f"{archive.name}: {place}: refers to a record that is neither in the archive nor "
                f"in the store."
            )

    for name, found in archive.lists.items():
        references = [each for each in record_shapes.columns(name) if each.kind == "record"]
        links = [link for link in record_shapes.LINKS if link.owner == name]
        for place, record in enumerate(found):
            for each in references:
                if record[each.name] is not None:
                    check(f"{name}[{place}].{each.name}", each.refers_to, record[each.name])
            for link in links:
                for number, target in enumerate(record[link.name]):
                    uuid = target["person"] if link.with_role else target
                    check(f"{name}[{place}].{link.name}[{number}]", link.refers_to, uuid)


def _same(archive: Archive, name: str, place: int, values: dict[str, Any]) -> str | None:
    """Return the UUID of a record in the store that says the same under another UUID, or None."""
    found = same_place(name, values)
    if found is not None and name != "competencies":
        raise ArchiveError(
            f"{archive.name}: {name}[{place}]: the store has another record of the same "
            f"{' and '.join(record_shapes.UNIQUE[name])} already."
        )
    return found


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
