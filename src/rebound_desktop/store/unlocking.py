"""Trying a passphrase or a recovery key on an encrypted file."""

import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core import recovery_key
from rebound_desktop.store import backup, backup_list, encryption, presence
from rebound_desktop.store.connecting import PATIENCE_MS, address, way_to_read
from rebound_desktop.store.database import FILE_NAME, damaged, taken_away
from rebound_desktop.store.encryption import Key
from rebound_desktop.store.errors import WrongPassphraseError
from rebound_desktop.store.trouble import name_of

#: How long a wrong answer takes at first and at the most, in seconds; it doubles in between.
_SLOW_S = (1.0, 4.0)
#: How many backups are tried to tell a damaged store from a wrong passphrase.
_TRIED = 5

_wrong = 0


def unlock_store(folder: Path, text: str) -> None:
    """Take the key of the store of a folder in hand; raises as :func:`unlock`.

    The text may be the passphrase or the recovery key. Where the store does not take it and a
    backup of its folder does, the store is damaged: DamagedStoreError, with the key in hand.
    Where there is no store any more, DiskError says so.
    """
    if not (folder / FILE_NAME).exists():
        raise taken_away(folder / FILE_NAME)
    copies = [each.path for each in backup_list.listed(folder / backup.FOLDER)]
    unlock(folder / FILE_NAME, text, copies[:_TRIED])


def unlock_open(text: str) -> None:
    """Take a passphrase for the store that is open, since its file is gone.

    Raises WrongPassphraseError as :func:`unlock` does.
    """
    global _wrong
    salt = presence.salt()
    raw = recovery_key.read(text)
    if salt is not None:
        key = Key(raw, salt) if raw is not None else encryption.derive(text, salt)
        found = encryption.is_in_hand(key)
        key.wipe()
        if found:
            _wrong = 0
            return
    raise _wrong_answer()


def unlock(file: Path, text: str, others: Iterable[Path] = ()) -> None:
    """Take the key of an encrypted file in hand, from its passphrase or its recovery key.

    Raises WrongPassphraseError, the slower the more often, where the text opens neither the file
    nor one of the ``others``, and DamagedStoreError where it opens only one of those. Takes some
    tenths of a second, and may run in any thread.
    """
    global _wrong
    raw = recovery_key.read(text)
    by_salt: dict[bytes, list[Path]] = {}
    for each in (file, *others):
        with suppress(OSError):
            salt = encryption.salt_of(each)
            if salt is not None:
                by_salt.setdefault(salt, []).append(each)
    for salt, files in by_salt.items():
        key = Key(raw, salt) if raw is not None else encryption.derive(text, salt)
        # The file itself with every salt: where its own is damaged, that of a backup opens it.
        for each in dict.fromkeys((file, *files)):
            if _opens(each, key):
                encryption.hold(key, encryption.salt_of(file))
                _wrong = 0
                if each != file:
                    raise damaged(file)
                return
        key.wipe()
    raise _wrong_answer()


def _wrong_answer() -> WrongPassphraseError:
    """Return what to tell of a wrong answer, after a while: the longer the more often."""
    global _wrong
    least, most = _SLOW_S
    _wrong += 1
    time.sleep(min(most, least * 2 ** (_wrong - 1)))
    return WrongPassphraseError(
        "This is neither the passphrase nor the recovery key. Nothing was changed; try again."
    )


def _opens(file: Path, key: Key) -> bool:
    try:
        connection = sqlcipher.connect(address(file, way_to_read(file)), uri=True)
        try:
            key.give(connection)
            connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
            # That takes the first page only: others may be damaged although the key is right.
            connection.execute("PRAGMA user_version").fetchone()
        finally:
            connection.close()
    except sqlcipher.DatabaseError as error:
        # What a wrong key makes of a page is no database; only what it opens can be cut short.
        return name_of(error).startswith("SQLITE_CORRUPT")
    return True
