"""Make tests/data/schema-2.db: the stored file of schema 1, brought to schema 2 and worked on.

Run once, from the folder of the project:  python tests/data/make_schema_2.py

It uses the frozen steps and plain SQL only, so that it makes the same file whatever the program
has become since. Once schema 2 is released, the file is not made again.
"""

import sys
from pathlib import Path

from make_schema_1 import put_rows
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store.database import APPLICATION_ID, run_script
from rebound_desktop.store.migrations import schema_1, schema_2

LATER = "2026-11-21T08:00:00.000001Z"
GONE = "8c3f6f0e-0000-4000-8000-000000000001"


def make(path: Path) -> None:
    """Make the file; one that is there already is replaced."""
    path.unlink(missing_ok=True)
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("BEGIN")
    for step in (schema_1, schema_2):
        step.apply(lambda script: run_script(connection, script))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 2")
    put_rows(connection)
    connection.execute(
        "INSERT INTO field_versions (record, field, seen) "
        "SELECT uuid, 'did_well', json_object('1f3c9a07', ?) FROM reflections",
        (LATER,),
    )
    connection.execute(
        "INSERT INTO field_versions (record, field, seen) "
        "SELECT uuid, 'deleted_at', json_object('', deleted_at) FROM stories "
        "WHERE deleted_at IS NOT NULL"
    )
    connection.execute("INSERT INTO erased (record, at) VALUES (?, ?)", (GONE, LATER))
    connection.execute("INSERT INTO personal_settings (name, text) VALUES ('name', 'Zoë')")
    connection.execute("COMMIT")
    connection.close()


if __name__ == "__main__":
    make(Path(__file__).with_name("schema-2.db"))
    sys.exit(0)
