"""Whether a data folder lies where a database is not safe, and where it could go instead.

A program that synchronises a folder copies the files of a database one by one, while they change;
a network drive may not know the locks that SQLite needs (https://www.sqlite.org/faq.html#q5).
"""

import os
from pathlib import Path

#: Parts of a path by which such folders are known, in small letters.
_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "a cloud service",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "box sync": "Box",
    "megasync": "MEGA",
    "pclouddrive": "pCloud",
}
#: Files that such programs leave in the folder they look after.
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
}
_NETWORK = ("nfs", "cifs", "smb", "afs", "ncp", "9p", "ceph", "gluster", "lustre", "davfs")
_NETWORK_FUSE = ("sshfs", "rclone", "davfs", "gvfs", "smbnetfs", "s3fs")

#: In a folder whose store was moved: where it is now.
MOVED = "rebound.moved"


def synchronised_by(folder: Path) -> str:
    """Return the name of the program that synchronises a folder, or an empty text."""
    folder = folder.absolute()
    for part in folder.parts:
        small = part.casefold()
        for name, service in _NAMES.items():
            # "OneDrive - Company", "Dropbox (Private)"
            if small == name or small.startswith((f"{name} ", f"{name}-", f"{name}_")):
                return service
    for each in (folder, *folder.parents):
        for mark, service in _MARKS.items():
            if (each / mark).exists():
                return service
    return ""


def is_on_network(folder: Path) -> bool:
    """Say whether a folder lies on a drive of another computer."""
    from PySide6.QtCore import QStorageInfo  # only after the window stands

    if str(folder.absolute()).startswith("\\\\"):
        return True
    kind = bytes(QStorageInfo(str(folder)).fileSystemType().data()).decode("ascii", "replace")
    kind = kind.casefold()
    return kind.startswith(_NETWORK) or (
        kind.startswith("fuse") and any(each in kind for each in _NETWORK_FUSE)
    )


def followed(folder: Path) -> Path:
    """Return where the store of a folder is now: there, or where it was moved to."""
    pointer = folder / MOVED
    if (folder / "rebound.db").exists() or not pointer.is_file():
        return folder
    try:
        target = Path(pointer.read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return folder
    return target if (target / "rebound.db").is_file() else folder


def note_move(folder: Path, target: Path) -> None:
    """Leave a note in a folder where its store is now. Raises OSError."""
    descriptor = os.open(folder / MOVED, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"{target.absolute()}\n")
