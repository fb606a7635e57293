"""Whether two files hold the same rows: a copy and what it was made from, or two old copies."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import encryption
from rebound_desktop.store.connecting import UNREADABLE, address, connect
from rebound_desktop.store.errors import StoreError

#: Whoever uses the program has records in one of them; every schema has them.
_TELLING = ("applications", "stories", "people")


def row_counts(connection: sqlcipher.Connection, schema: str = "main") -> dict[str, int]:
    """Return how many rows each table has."""
    names = connection.execute(
        f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table' "
        "AND name NOT LIKE '%\\_search%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM {schema}."{name}"').fetchone()[0])
        for (name,) in names
    }


def differ(connection: sqlcipher.Connection, counts: dict[str, int]) -> bool:
    """Say whether the file attached as ``other`` lacks a row of the counted tables, or has more."""
    return any(
        connection.execute(
            f'SELECT * FROM {one}."{name}" EXCEPT SELECT * FROM {other}."{name}" LIMIT 1'
        ).fetchone()
        for name in counts
        for one, other in (("main", "other"), ("other", "main"))
    )


def hold_the_same(one: Path, other: Path) -> bool:
    """Say whether two files at rest hold the same rows, however each is encrypted.

    Where either cannot be read, such as for want of its key, nothing is known: they do not.
    """
    try:
        with closing(connect(one, "closed")) as connection:
            _attach(connection, other)
            counts = row_counts(connection)
            return counts == row_counts(connection, "other") and not differ(connection, counts)
    except (StoreError, OSError, *UNREADABLE):
        return False


def share_records(store: Path, copy: Path) -> bool:
    """Say whether a copy at rest holds a record of a store, which may be in use.

    That is so for a backup of this store, or of one that was merged with it. Where either cannot be
    read nothing is known: they do not.
    """
    try:
        with closing(connect(store, "read")) as connection:
            _attach(connection, copy)
            return any(
                connection.execute(
                    f"SELECT 1 FROM main.{table} JOIN other.{table} USING (uuid) LIMIT 1"
                ).fetchone()
                for table in _TELLING
            )
    except (StoreError, OSError, *UNREADABLE):
        return False


def _attach(connection: sqlcipher.Connection, other: Path) -> None:
    key = encryption.key_of(other)
    connection.execute(
        "ATTACH DATABASE ? AS other KEY ?",
        (address(other, "closed"), key.literal() if key is not None else ""),
    )
