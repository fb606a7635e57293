"""A second place for backups, such as a stick, which other data folders may use as well.

Each data folder has a folder of its own there, named after a mark that it keeps in a file of its
own: settings may be reset, and a store may be restored on another computer. Nothing else in that
place is ever written anew, thinned or removed: whose it is, nobody can tell.
"""

import filecmp
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from rebound_desktop.store import backup_list, disk, encryption, row_comparing
from rebound_desktop.store.backup_list import Backup

#: In the data folder; it holds the mark.
FILE_NAME = "rebound.mark"
_PREFIX = "rebound-"
_MARK_LETTERS = 8


def new_mark() -> str:
    """Return a mark for a data folder."""
    return uuid4().hex[:_MARK_LETTERS]


def is_mark(text: str) -> bool:
    """Say whether a text may be a mark, and so a part of a folder's name."""
    return len(text) == _MARK_LETTERS and all(each in "0123456789abcdef" for each in text)


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The folder that the person chose, and the mark of the data folder that uses it.

    Where the mark cannot be kept it is empty, and ``problem`` says why: another mark each time
    would be another folder there. Nothing is put there then, and every backup may be anybody's.
    """

    chosen: Path
    mark: str
    problem: str = ""

    @property
    def own(self) -> Path:
        """The folder in it with the backups of this data folder."""
        return self.chosen / f"{_PREFIX}{self.mark}"

    def is_there(self) -> bool:
        """Say whether the chosen folder is there, as a stick that is plugged in."""
        return self.chosen.is_dir()

    def make(self) -> None:
        """Make the own folder; raises OSError."""
        self.own.mkdir(exist_ok=True, mode=0o700)

    def take_over(self, backups: Path) -> None:
        """Move into the own folder what an older program put beside it from some ``backups``.

        That is what is there under the same name, and with the same content, salt or rows: one of
        the two may have been encrypted while the other was away.
        """
        if self.problem:
            return
        for each in backup_list.listed(self.chosen):
            with suppress(OSError):
                here, there = backups / each.path.name, self.own / each.path.name
                if here.exists() and not there.exists() and _is_same(here, each.path):
                    self.make()
                    os.replace(each.path, there)

    def of_nobody_known(self) -> list[Backup]:
        """Return backups of which nobody knows whose they are, as from an older program."""
        found = backup_list.listed(self.chosen)
        return found if self.mark else found + self._in_marked()

    def of_others(self) -> list[Backup]:
        """Return the backups of other data folders."""
        return self._in_marked() if self.mark else []

    def _in_marked(self) -> list[Backup]:
        folders = [
            each
            for each in self.chosen.glob(f"{_PREFIX}{'?' * _MARK_LETTERS}")
            if each != self.own and is_mark(each.name.removeprefix(_PREFIX))
        ]
        found = [each for folder in folders for each in backup_list.listed(folder)]
        return sorted(found, key=lambda each: each.moment, reverse=True)


def of(folder: Path, chosen: Path, backups: Path) -> SecondPlace | None:
    """Return a chosen place as the second one of a data folder, which gets its mark if need be.

    None where it is no second one, but that of the ``backups`` themselves.
    """
    if is_first(chosen, backups):
        return None
    file = folder / FILE_NAME
    try:
        mark = _kept(file)
        if not mark:
            mark = new_mark()
            _keep(mark, file)
    except OSError as error:
        why = disk.because(error, folder, *([file] if file.exists() else []))
        return SecondPlace(chosen, "", f"{file} cannot be used: {why.reason}. {why.advice}".strip())
    return SecondPlace(chosen, mark)


def is_first(chosen: Path, backups: Path) -> bool:
    """Say whether a chosen folder is the one of the ``backups`` themselves, or one in it."""
    place, first = chosen.resolve(), backups.resolve()
    if first == place or first in place.parents:
        return True
    # Where upper and lower case are the same, one folder has many names.
    with suppress(OSError):
        return place.samefile(first)
    return False


def _kept(file: Path) -> str:
    """Return the mark that a file holds, empty where it is not there or holds none."""
    try:
        found = file.read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
    return found if is_mark(found) else ""


def _keep(mark: str, file: Path) -> None:
    temporary = file.with_name(f"{file.name}.unfinished")
    try:
        descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(mark)
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(temporary, file)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _is_same(one: Path, other: Path) -> bool:
    salt = encryption.salt_of(one)
    if salt is not None and salt == encryption.salt_of(other):
        return True
    return filecmp.cmp(one, other, shallow=False) or row_comparing.hold_the_same(one, other)
