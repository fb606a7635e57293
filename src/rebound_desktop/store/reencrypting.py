"""Setting, changing and removing the passphrase of a store and its backups."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rebound_desktop.store import backup, backup_list, disk, encryption, row_comparing, seal
from rebound_desktop.store.cancelling import Cancel
from rebound_desktop.store.connecting import UNREADABLE, connect
from rebound_desktop.store.database import FILE_NAME
from rebound_desktop.store.encryption import Key
from rebound_desktop.store.errors import StoreError
from rebound_desktop.store.second_place import SecondPlace

#: The reason of the backup that is made before.
BEFORE = "passphrase"
#: A passphrase has so many characters at the least.
LEAST = 8
_PREPARED = f"{FILE_NAME}.encrypting"


@dataclass(slots=True)
class Covered:
    """What became of the backups: how many were written anew, which are not as the store is.

    ``unknown`` are readable ones in the second place, ``place``, that may be of another data
    folder.
    """

    rewritten: int = 0
    left: list[Path] = field(default_factory=list)
    unknown: list[Path] = field(default_factory=list)
    place: Path | None = None


def weakness(passphrase: str) -> str:
    """Return what is wrong with a passphrase in one sentence, or an empty text."""
    if len(passphrase.strip()) < LEAST:
        return f"Take {LEAST} characters or more; four or five words are good."
    if len(set(passphrase)) < 4:
        return "Take something that is harder to guess."
    return ""


def reencrypt(folder: Path, key: Key | None, cancel: Cancel | None = None) -> None:
    """Encrypt the store of a folder with a key, or decrypt it (None); nobody may have it open.

    Its key so far is in hand. A backup is made, then the store is copied under the new key,
    compared row by row, and only then replaced. :func:`cover` has to follow. Raises StoreError
    where something does not succeed, CancelledError where it is called off; the store is as it was
    then, and the new key is let go.
    """
    cancel = cancel or Cancel()
    store = folder / FILE_NAME
    prepared = folder / _PREPARED
    with backup_list.held():
        backup.make(store, folder / backup.FOLDER, reason=BEFORE)
        try:
            cancel.look()
            backup.copy_under(store, prepared, key)
            cancel.look()
            connection = connect(store)
            try:
                # A log that stayed behind would be taken for one of the new file. Only now, since
                # whoever began to read the store meanwhile has one; this is refused then.
                connection.execute("PRAGMA journal_mode = delete")
            finally:
                connection.close()
            seal.take_off(store)
            backup.take_place(prepared, store)
            seal.put_on(store)
        except (*UNREADABLE, OSError) as error:
            what = "The store could not be replaced"
            raise disk.refused(error, what, "It is as it was.", folder, store) from error
        finally:
            # One that was to be decrypted must not stay readable where the disk has room.
            backup.discard(prepared)
            with suppress(OSError):
                if key is not None and encryption.salt_of(store) != key.salt:
                    encryption.drop(key)


def cover(folder: Path, second: SecondPlace | None = None) -> Covered:
    """Let the backups of a store be encrypted as the store is, or not at all if it is not.

    Backups in the folder, and those of this folder in the ``second`` place, are written anew under
    the store's key, where theirs is in hand. Works in any thread, and does nothing where nothing
    is to be done.
    """
    covered = Covered()
    backup.remove_leftovers(folder)
    store = folder / FILE_NAME
    key = encryption.key_of(store)
    wanted = encryption.salt_of(store)
    with backup_list.held():
        if second is not None:
            # Before those here are written anew, and are no longer the same.
            second.take_over(folder / backup.FOLDER)
        for place in (folder / backup.FOLDER, *([second.own] if second is not None else [])):
            backup.remove_leftovers(place)
            for each in backup_list.listed(place):
                try:
                    if encryption.salt_of(each.path) == wanted:
                        continue
                    backup.copy_under(each.path, each.path, key)
                    covered.rewritten += 1
                except (StoreError, OSError):
                    covered.left.append(each.path)
    if wanted is not None:
        covered.left += readable_files(folder)
        if second is not None:
            covered.unknown += _unknown(store, second)
            covered.place = second.chosen if covered.unknown else None
    return covered


def _unknown(store: Path, second: SecondPlace) -> list[Path]:
    """Return readable backups in a place that are of nobody known, or of others with our records.

    Such are those from before a restore on a new computer.
    """
    nobodys, others = (
        [each.path for each in found if not encryption.is_encrypted(each.path)]
        for found in (second.of_nobody_known(), second.of_others())
    )
    return nobodys + [each for each in others if row_comparing.share_records(store, each)]


def readable_files(folder: Path) -> list[Path]:
    """Return the files beside an encrypted store that can be read without its key.

    They were set aside when the store or the settings were damaged or the store was moved, before
    it was encrypted.
    """
    found = []
    for pattern in ("rebound-damaged-*", "rebound-moved-*", "settings-unreadable*"):
        for each in sorted(folder.glob(pattern)):
            with suppress(OSError):
                # A log has no salt of its own; it is as readable as its file.
                main = each.with_name(each.name.removesuffix("-wal").removesuffix("-journal"))
                if encryption.salt_of(main) is None:
                    found.append(each)
    return found
