"""A damaged encrypted store, made readable by the pages of a backup.

A page that does not fit its check cannot be decrypted at all, and without the pages that describe
the tables nothing else can be read. Backups share the key and, since a page keeps its number, a
backup's page can stand in for the store's. What it says may be older than what was lost.

The first page also says how many pages there are, and SQLite reads none after them. So where a
backup is smaller than the store, its first page is taken once that copy of it has grown as large.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rebound_desktop.store import backup, backup_list, encryption
from rebound_desktop.store.connecting import UNREADABLE, connect

_PAGE = 4096
_NUMBER = re.compile(r"page (\d+)")
_MADE = "rebound.db.salvaging"


@contextmanager
def patched(store: Path, like: Path) -> Iterator[Path | None]:
    """Give a copy of a damaged encrypted store in which a backup's pages stand in for bad ones.

    ``like`` is a file with the same key. The copy is encrypted as the store is, and gone after the
    block. None where no backup of the same key is at hand, or where nothing can be mended.
    """
    made = store.with_name(_MADE)
    salt = encryption.salt_of(like)
    copies = [each.path for each in backup_list.listed(store.parent / backup.FOLDER)]
    copy = next((each for each in copies if encryption.salt_of(each) == salt), None)
    try:
        yield _patch(store, copy, made) if copy is not None and salt is not None else None
    finally:
        for side in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                made.with_name(made.name + side).unlink(missing_ok=True)


def _patch(store: Path, copy: Path, made: Path) -> Path | None:
    content, other = bytearray(store.read_bytes()), copy.read_bytes()
    whole = len(content) // _PAGE
    bad = {*_bad_pages(store, copy), *range(whole + 1, len(other) // _PAGE + 1)}
    if not bad:
        return None
    del content[whole * _PAGE :]
    for number in sorted(bad):
        page = other[(number - 1) * _PAGE : number * _PAGE]
        if len(page) == _PAGE:
            content[(number - 1) * _PAGE : number * _PAGE] = page
    if 1 in bad and len(other) < len(content):
        _put(made, other)
        first, pages = _grown(made, len(content) // _PAGE)
        content[:_PAGE] = first
        # It may name more pages than there are, of which nothing speaks.
        content.extend(bytes(max(0, pages * _PAGE - len(content))))
    _put(made, content)
    return made


def _put(file: Path, content: bytes | bytearray) -> None:
    descriptor = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(content)


def _grown(copy: Path, pages: int) -> tuple[bytes, int]:
    """Let a copy of a backup grow to some pages; return its first one, and how many it has.

    It grows by one long draft, so that what the first page says of the tables stays.
    """
    with suppress(*UNREADABLE):
        connection = connect(copy)
        try:
            connection.execute("PRAGMA journal_mode = off")
            there = int(connection.execute("PRAGMA page_count").fetchone()[0])
            free = int(connection.execute("PRAGMA freelist_count").fetchone()[0])
            connection.execute(
                "INSERT INTO drafts (form, about, texts, changed_at) VALUES ('', '', ?, '')",
                (bytes((pages - there + free) * _PAGE),),
            )
        finally:
            connection.close()
    with copy.open("rb") as opened:
        first = opened.read(_PAGE)
    return first, copy.stat().st_size // _PAGE


def _bad_pages(store: Path, like: Path) -> set[int]:
    """Return the numbers of the pages that do not fit their check."""
    found: set[int] = set()
    with suppress(*UNREADABLE):
        connection = connect(store, "closed", like=like)
        try:
            for (line,) in connection.execute("PRAGMA cipher_integrity_check"):
                if (number := _NUMBER.search(str(line))) is not None:
                    found.add(int(number[1]))
        finally:
            connection.close()
    return found
