"""The database, and what every record has."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from peewee import AutoField, CharField, Model
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core.clock import utc_stamp
from rebound_desktop.store import encryption
from rebound_desktop.store.connecting import Way, address


class StoreDatabase(SqlCipherDatabase):  # type: ignore[misc]
    """The database of the store, whose key is looked up at each connecting, and kept nowhere."""

    #: The file it is bound to.
    file = Path()

    def bind(self, file: Path, pragmas: dict[str, Any], way: Way = "write") -> None:
        """Choose the file that is connected to next, and how."""
        self.file = file
        if way == "alone":
            # Before the file is read: no index of the log is made beside it then.
            pragmas = {"locking_mode": "exclusive", **pragmas}
        self.init(address(file, way), pragmas=pragmas, uri=True)

    def _add_conn_hooks(self, connection: sqlcipher.Connection) -> None:
        # Before the first statement, which peewee's settings would be.
        key = encryption.key_of(self.file)
        if key is not None:
            key.give(connection)
        super()._add_conn_hooks(connection)


#: Bound to a file by ``store.database``.
database = StoreDatabase(None, autoconnect=False)


def _new_uuid() -> str:
    return str(uuid4())


class Record(Model):
    """What every record has: a number in this store, a stable UUID, and its times in UTC.

    ``deleted_at`` is set while a record lies in the bin; ``store.bin`` knows about it.
    """

    id = AutoField()
    uuid = CharField(unique=True, default=_new_uuid)
    created_at = CharField(default=utc_stamp)
    changed_at = CharField(default=utc_stamp)
    deleted_at = CharField(null=True)

    class Meta:
        database = database
        legacy_table_names = False

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Write the record and note the time of the change; takes what peewee's save takes."""
        self.changed_at = utc_stamp()
        if kwargs.get("only") is not None:
            kwargs["only"] = [*kwargs["only"], type(self).changed_at]
        return super().save(*args, **kwargs)
