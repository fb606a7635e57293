"""The passphrase on the command line: asked for where a file needs it, set, changed and removed."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from rebound_desktop import output
from rebound_desktop.store.errors import (
    DamagedStoreError,
    LockedError,
    StoreError,
    WrongPassphraseError,
)

if TYPE_CHECKING:
    from rebound_desktop.desktop.settings import Settings
    from rebound_desktop.store.second_place import SecondPlace

TEXT = """\
Encrypt the store and its backups with a passphrase, or take the passphrase away.
  set           encrypt a store that is not encrypted
  change        take another passphrase; the recovery key is another one then, too
  remove        decrypt the store and its backups
  recovery-key  print the recovery key, which opens the store without the passphrase
A passphrase that is forgotten, and the recovery key lost, cannot be got back by anybody. The window
has to be closed."""
ACTIONS = ("set", "change", "remove", "recovery-key")


def unlock(folder: Path, options: argparse.Namespace, *, looks_only: bool = False) -> None:
    """Take the key of the store of a folder in hand, where it is encrypted.

    Backups that are not encrypted as the store is, such as after a kill, then are, unless the
    command ``looks_only``, or the window is open and does it.

    The passphrase or the recovery key is read from ``--passphrase-file``, or asked for in the
    terminal. Raises StoreError where there is none, or where it is wrong.
    """
    from rebound_desktop.store import encryption, unlocking
    from rebound_desktop.store.database import FILE_NAME

    store = folder / FILE_NAME
    if encryption.is_locked(store):
        _try_each(options, store, lambda text: unlocking.unlock_store(folder, text))
        if not looks_only:
            _cover(folder)


def _cover(folder: Path) -> None:
    from rebound_desktop.desktop.folder_lock import FolderLock
    from rebound_desktop.desktop.settings import Settings
    from rebound_desktop.store import reencrypting

    lock = FolderLock(folder)
    with suppress(StoreError, OSError):
        if lock.acquire():
            settings = Settings(folder)
            covered = reencrypting.cover(folder, settings.second_place())
            if covered.unknown and settings.values.readable_told != str(covered.place):
                # Only the window takes note of it: nobody may read what a command says.
                print(
                    f"Some backups in {covered.place} can be read, and may be of another data "
                    "folder; delete there what is yours.",
                    file=sys.stderr,
                )
    lock.release()


def second_place(folder: Path) -> "SecondPlace | None":
    """Return the second place for backups that the settings of a data folder name, if any."""
    from rebound_desktop.desktop.settings import Settings

    return Settings(folder).second_place()


def unlock_file(file: Path, options: argparse.Namespace) -> None:
    """Take the key of a backup or an archive in hand, where it is encrypted; raises as above."""
    from rebound_desktop.store import encryption, unlocking

    if encryption.is_locked(file):
        _try_each(options, file, lambda text: unlocking.unlock(file, text))


def new_passphrase(options: argparse.Namespace) -> str:
    """Return a passphrase to be, read from ``--new-passphrase-file`` or asked for twice.

    Raises StoreError where it is too weak or the two differ.
    """
    from rebound_desktop.store import reencrypting

    if options.new_passphrase_file is not None:
        text = _lines(options.new_passphrase_file)[0]
    elif _has_terminal():
        text = getpass("New passphrase: ")
        if getpass("Once more: ") != text:
            raise StoreError("The two are not the same. Nothing was changed.")
    else:
        raise StoreError("There is no terminal to ask in; give --new-passphrase-file FILE.")
    weakness = reencrypting.weakness(text)
    if weakness:
        raise StoreError(f"{weakness} Nothing was changed.")
    return text


def work(folder: Path, options: argparse.Namespace) -> int:
    """Carry out ``rebound passphrase`` on a folder that nobody else has open; return the status.

    Raises StoreError where what is asked does not fit the store, or a passphrase does not.
    """
    from rebound_desktop.core import recovery_key
    from rebound_desktop.desktop.settings import Settings
    from rebound_desktop.store import database, encryption, reencrypting

    store = folder / database.FILE_NAME
    encrypted = encryption.salt_of(store) is not None
    if options.action == "set" and encrypted:
        raise StoreError("The store is encrypted already; “change” takes another passphrase.")
    if options.action != "set" and not encrypted:
        raise StoreError("The store is not encrypted; “set” encrypts it.")
    unlock(folder, options)
    if options.action == "recovery-key":
        key = encryption.key_of(store)
        assert key is not None
        output.say(recovery_key.write(key.copy()))
        return 0
    key = None if options.action == "remove" else encryption.new_key(new_passphrase(options))
    # An older store is brought up to date, and one that is not there is made.
    database.open_store(folder)
    settings = Settings(folder)
    settings.take_personal()
    database.close_store()
    with _due(settings, key is not None):
        reencrypting.reencrypt(folder, key)
    covered = reencrypting.cover(folder, settings.second_place())
    if key is None:
        output.say("The store is not encrypted any more.")
    else:
        output.say("The store is encrypted. The recovery key opens it without the passphrase:\n")
        written = recovery_key.write(key.copy())
        output.say(f"    {written}\n")
        output.say("Write it down, and keep it away from this computer.")
        if _confirmed(written):
            settings.values.recovery_key_due = False
            settings.save()
    if covered.rewritten:
        output.say(f"Backups written anew: {covered.rewritten}.")
    for each in covered.left:
        output.say(f"Not as the store is: {each}")
    for each in covered.unknown:
        output.say(f"Can be read, and may be of another data folder: {each}")
    return 0


@contextmanager
def _due(settings: "Settings", is_due: bool) -> Iterator[None]:
    """Keep, before the block, that the recovery key is to be shown; not where the block fails.

    Whatever happens afterwards, such as in printing it, the window asks about it then.
    """
    before = settings.values.recovery_key_due
    settings.values.recovery_key_due = is_due
    settings.save()
    try:
        yield
    except BaseException:
        settings.values.recovery_key_due = before
        with suppress(StoreError):
            settings.save()
        raise


def _confirmed(written: str) -> bool:
    """Let the person show that the key was written down; the window asks where nobody can here."""
    from rebound_desktop.core import recovery_key

    if not _has_terminal():
        return False
    typed = input("Type its last group to show that you have it: ")
    if recovery_key.is_last_group(typed, written):
        return True
    output.say("That is not its last group. The window will ask again.")
    return False


def _try_each(options: argparse.Namespace, file: Path, attempt: Callable[[str], None]) -> None:
    """Try what was given for a file, one text after the other."""
    chosen = getattr(options, "passphrase_file", None)
    if chosen is not None:
        texts = _lines(chosen)
    elif _has_terminal():
        texts = [getpass(f"Passphrase or recovery key of {file.name}: ")]
    else:
        raise StoreError(f"{LockedError(file)} Give --passphrase-file FILE; - is standard input.")
    for text in texts:
        try:
            attempt(text)
            return
        except DamagedStoreError:
            return  # the passphrase is right; who opens the file tells of the damage
        except WrongPassphraseError as error:
            if text == texts[-1]:
                raise WrongPassphraseError(f"{file.name}: {error}") from error


def _has_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


@cache
def _lines(name: str) -> list[str]:
    """Return the lines of a file, at least one; of standard input where it is called ``-``."""
    try:
        if name == "-":
            content = sys.stdin.buffer.read() if sys.stdin is not None else b""
        else:
            content = Path(name).read_bytes()
        lines = content.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"No passphrase could be read from {name}.") from error
    return [each for each in lines if each] or [""]
