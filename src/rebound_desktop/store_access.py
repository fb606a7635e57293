"""How commands come at a store: alone, or to read it, which a full or read-only disk allows too."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from rebound_desktop.store.errors import DiskError, StoreError


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a data folder, made where it is missing, against every other program."""
    from rebound_desktop.desktop.folder_lock import FolderLock
    from rebound_desktop.store import at_rest, database, disk

    database.make_folder(folder)
    lock = FolderLock(folder)
    try:
        held = lock.acquire()
    except OSError as error:
        what, safe = f"The folder {folder} cannot be used", "What is in it was left as it is."
        raise disk.refused(error, what, safe, folder) from error
    if not held:
        raise StoreError("Rebound is open on this store; close its window, then try again.")
    had_log = at_rest.has_log(folder)
    try:
        yield
    finally:
        at_rest.remove_traces(folder, had_log)
        lock.release()


@contextmanager
def to_read(folder: Path) -> Iterator[None]:
    """Open the store of a folder, which the window may have open; close it after the block.

    It is made or brought up to date where needed. Where the disk does not take that, a store that
    was closed is read as it lies there. Raises as ``database.open_store``.
    """
    from rebound_desktop.store import at_rest, database

    had_log = at_rest.has_log(folder)
    with ExitStack() as stack:
        try:
            database.open_store(folder)
        except DiskError as refusal:
            stack.enter_context(left_alone(folder, refusal, had_log))
            try:
                at_rest.open_as_it_lies(folder)
            except (StoreError, OSError) as error:
                raise refusal from error
        stack.callback(database.close_store)
        yield


@contextmanager
def left_alone(folder: Path, refusal: DiskError, had_log: bool) -> Iterator[None]:
    """Keep other programs from a store that is read as it lies there, after a refusal.

    ``had_log`` is what ``at_rest.has_log`` said before that.
    Raises the refusal where another program has the store, or where it cannot be read that way.
    """
    from rebound_desktop.desktop.folder_lock import FolderLock
    from rebound_desktop.store import at_rest, database

    if not (folder / database.FILE_NAME).is_file():
        raise refusal
    lock = FolderLock(folder)
    try:
        if not lock.acquire():
            raise refusal
    except OSError:
        pass  # where no lock can be made, nobody else can write either
    try:
        at_rest.remove_traces(folder, had_log)
        if not at_rest.is_folded(folder):
            raise refusal
        yield
    finally:
        lock.release()
