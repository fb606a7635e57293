"""What can be wrong with a store, in a way that can be told to a person."""

from pathlib import Path


class StoreError(Exception):
    """Something about the store that the person can know of; the text is one plain sentence."""


class NewerStoreError(StoreError):
    """The store was written by a newer program. Nothing was changed."""


class DamagedStoreError(StoreError):
    """The file is there but is no readable store. Nothing was changed."""


class LostStoreError(DamagedStoreError):
    """There is no store, or an empty one, where one was used before. Nothing was changed."""


class LockedError(StoreError):
    """A file that is encrypted with a key that is not in hand. Nothing was changed."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"The file {file.name} is encrypted; it needs its passphrase.")
        self.file = file


class WrongPassphraseError(StoreError):
    """Neither the passphrase nor the recovery key of a file. Nothing was changed."""


class CancelledError(StoreError):
    """The person called the work off. Nothing was changed."""


class MigrationError(StoreError):
    """A store could not be brought to this program's schema; it was left as it was."""


class DiskError(StoreError):
    """The disk is full, read-only, or in use by another program. What was there is as it was."""


class InUseError(DiskError):
    """Another program has the store. What was there is as it was."""


class NotSavedError(DiskError):
    """A write that the system did not take: locked for too long, disk full, read-only.

    ``was_told`` says that the person has seen it already, beside the text it is about.
    """

    was_told = False


class DamageFoundError(NotSavedError, DamagedStoreError):
    """A write to a store that turned out to be damaged. It was not done."""


class FolderGoneError(NotSavedError):
    """A write to a store whose folder was taken away; it can be written into a new one."""


class RefusedError(StoreError):
    """A value that cannot be stored. ``field`` names the column, the text says what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
