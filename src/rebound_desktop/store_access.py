"""How commands come at a store: alone, or to read it, which a full or read-only disk allows too."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from rebound_desktop.store.errors import DiskError, InUseError, StoreError


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a data folder, made where it is missing, against every other program."""
    from rebound_desktop.desktop.folder_lock import FolderLock
    from rebound_desktop.store import database, disk

    database.make_folder(folder)
    lock = FolderLock(folder)
    try:
        held = lock.acquire()
    except OSError as error:
        what, safe = f"The folder {folder} cannot be used", "What is in it was left as it is."
        raise disk.refused(error, what, safe, folder) from error
    if not held:
        raise InUseError("Rebound is open on this store; close its window, then try again.")
    try:
        yield
    finally:
        lock.release()


@contextmanager
def to_read(folder: Path) -> Iterator[None]:
    """Open the store of a folder, which the window may have open; close it after the block.

    It is made or brought up to date where needed. Where the disk does not take that, it is read as
    it lies there. Raises as ``database.open_store``.
    """
    from rebound_desktop.store import at_rest, database

    with ExitStack() as stack:
        try:
            database.open_store(folder)
        except DiskError as refusal:
            stack.enter_context(left_alone(folder, refusal))
            try:
                at_rest.open_as_it_lies(folder)
            except InUseError:
                raise
            except (StoreError, OSError) as error:
                raise refusal from error
        stack.callback(database.close_store)
        yield


@contextmanager
def left_alone(folder: Path, refusal: DiskError) -> Iterator[None]:
    """Keep the window from a store that is read as it lies there, after a refusal.

    Raises the refusal where another program has the store, or where there is none.
    """
    from rebound_desktop.desktop.folder_lock import FolderLock
    from rebound_desktop.store.database import FILE_NAME

    if isinstance(refusal, InUseError) or not (folder / FILE_NAME).is_file():
        raise refusal
    lock = FolderLock(folder)
    try:
        if not lock.acquire():
            raise refusal
    except OSError:
        pass  # where no lock can be made, nobody else can write either
    try:
        yield
    finally:
        lock.release()
