"""A second place for backups, such as a stick, which other data folders may use as well.

Each data folder has a folder of its own there, named after a mark that it keeps in its settings.
Nothing else in that place is ever written anew, thinned or removed: whose it is, nobody can tell.
"""

import filecmp
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from rebound_desktop.store import backup_list, encryption
from rebound_desktop.store.backup_list import Backup

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
    """The folder that the person chose, and the mark of the data folder that uses it."""

    chosen: Path
    mark: str

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

        That is what is there under the same name, and with the same content or the same salt: what
        was encrypted here and there on its own differs in every byte after it.
        """
        if self.chosen.resolve() == backups.resolve():
            return  # no second place at all
        for each in self.of_nobody_known():
            with suppress(OSError):
                here, there = backups / each.path.name, self.own / each.path.name
                if here.exists() and _is_same(here, each.path):
                    self.make()
                    if not there.exists():
                        os.replace(each.path, there)

    def of_nobody_known(self) -> list[Backup]:
        """Return backups of which nobody knows whose they are, as from an older program."""
        return backup_list.listed(self.chosen)

    def of_others(self) -> list[Backup]:
        """Return the backups of other data folders."""
        folders = [
            each
            for each in self.chosen.glob(f"{_PREFIX}{'?' * _MARK_LETTERS}")
            if each != self.own and is_mark(each.name.removeprefix(_PREFIX))
        ]
        found = [each for folder in folders for each in backup_list.listed(folder)]
        return sorted(found, key=lambda each: each.moment, reverse=True)


def _is_same(one: Path, other: Path) -> bool:
    salt = encryption.salt_of(one)
    if salt is not None and salt == encryption.salt_of(other):
        return True
    return filecmp.cmp(one, other, shallow=False)
