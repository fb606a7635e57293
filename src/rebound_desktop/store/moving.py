"""Taking a store to another folder: copied, compared, and only then left behind."""

import os
import shutil
from pathlib import Path

from rebound_desktop.core import clock
from rebound_desktop.store import backup, backup_list, disk, seal, second_place
from rebound_desktop.store.database import FILE_NAME, make_folder
from rebound_desktop.store.errors import StoreError


def copy_all(folder: Path, target: Path) -> None:
    """Copy the store of a folder, its backups and settings to another, where there is no store.

    The store may be in use; nothing may be written to it afterwards. Raises StoreError where
    there is a store already, or where something cannot be copied.
    """
    make_folder(target)
    if (target / FILE_NAME).exists():
        raise StoreError(f"There is a store in {target} already. Choose another folder.")
    try:
        for each in backup_list.listed(folder / backup.FOLDER):
            (target / backup.FOLDER).mkdir(exist_ok=True, mode=0o700)
            backup.copy_file(each.path, target / backup.FOLDER / each.path.name)
        for name in ("settings.json", second_place.FILE_NAME):
            if (folder / name).exists():
                shutil.copy(folder / name, target / name)
    except OSError as error:
        what = f"The folder {target} cannot be used"
        raise disk.refused(error, what, "Your data is where it was.", target) from error
    backup.copy_to(folder / FILE_NAME, target / FILE_NAME)


def leave_behind(folder: Path) -> Path:
    """Give the closed store of a folder a name under which nothing opens it; return the file.

    Raises StoreError where the system does not let it be renamed.
    """
    day = clock.today().isoformat()
    left, number = folder / f"rebound-moved-{day}.db", 1
    while left.exists():
        number += 1
        left = folder / f"rebound-moved-{day}-{number}.db"
    try:
        os.replace(folder / FILE_NAME, left)
    except OSError as error:
        what = "The old store cannot be renamed"
        raise disk.refused(error, what, "It is as it was.", folder) from error
    seal.take_off(folder / FILE_NAME)
    return left
