"""From one schema to the next: the whole way, or not a step."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.exchange import archive
from rebound_desktop.store import backup, backup_list, check, database, rejections, search, versions
from rebound_desktop.store import migrations as migrations_module
from rebound_desktop.store.errors import MigrationError, StoreError
from rebound_desktop.store.migrations import CURRENT, STEPS
from rebound_desktop.store.tables import TABLES

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that holds the stored file of the current schema."""
    made = tmp_path / "data"
    made.mkdir()
    shutil.copy(DATA / f"schema-{CURRENT}.db", made / database.FILE_NAME)
    return made


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlcipher.connect(str(path))
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if "_search" not in name
    ]
    found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    connection.close()
    return found


def add_steps(monkeypatch: pytest.MonkeyPatch, *steps: Callable[..., None]) -> None:
    monkeypatch.setattr(database, "STEPS", (*STEPS, *steps))
    monkeypatch.setattr(database, "CURRENT", CURRENT + len(steps))


def test_every_released_schema_has_a_stored_file() -> None:
    assert {each.name for each in DATA.glob("schema-*.db")} == {
        f"schema-{number}.db" for number in range(1, CURRENT + 1)
    }


def schema_sql(connection: sqlcipher.Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


@pytest.mark.parametrize("number", range(1, CURRENT + 1))
def test_a_released_step_was_not_edited(number: int) -> None:
    """Before the release: run the script beside the stored file again."""
    file = DATA / f"schema-{number}.db"
    stored = sqlcipher.connect(f"{file.as_uri()}?immutable=1", uri=True)
    made = sqlcipher.connect(":memory:", isolation_level=None)
    for step in STEPS[:number]:
        step(lambda script: database.run_script(made, script))

    assert schema_sql(stored) == schema_sql(made)
    stored.close()
    made.close()


@pytest.mark.parametrize("number", range(1, CURRENT + 1))
def test_a_stored_file_opens_with_every_record(tmp_path: Path, number: int) -> None:
    shutil.copy(DATA / f"schema-{number}.db", tmp_path / database.FILE_NAME)

    database.open_store(tmp_path)
    lines: list[str] = []
    archive.export(lines.append)
    found = search.matching_ids("rejections", "lighthouse")
    database.close_store()

    exported = json.loads("".join(lines))
    lists = {name: found for name, found in exported.items() if isinstance(found, list)}
    if number < 2:
        assert lists.pop("erased") == []  # not noted yet
    assert all(lists.values()), "a list is empty"
    assert exported["rejections"][0]["their_words"] == "Wir haben uns anders entschieden. 再见 👋"
    assert found == [1]
    report = check.verify(tmp_path)
    assert report.problems == []


def test_what_was_changed_before_edits_were_noted_is_as_old_as_the_last_change(
    tmp_path: Path,
) -> None:
    shutil.copy(DATA / "schema-1.db", tmp_path / database.FILE_NAME)
    connection = sqlcipher.connect(str(tmp_path / database.FILE_NAME))
    connection.execute("UPDATE plans SET changed_at = '2026-11-25T10:00:00.000001Z'")
    connection.commit()
    connection.close()

    database.open_store(tmp_path)
    edits = versions.edits_by_record()
    plan, story = (
        database.database.execute_sql(f"SELECT uuid FROM {table}").fetchone()[0]
        for table in ("plans", "stories WHERE deleted_at IS NOT NULL")
    )
    database.close_store()

    assert edits == {
        plan: {"*": {"": "2026-11-25T10:00:00.000001Z"}},
        story: {"deleted_at": {"": "2026-11-20T09:30:00.000001Z"}},
    }


def test_the_steps_make_the_tables_that_the_program_knows(store: Path) -> None:
    for record in TABLES:
        there = {
            each.name: each.null for each in database.database.get_columns(record._meta.table_name)
        }
        known = {each.column_name: each.null for each in record._meta.sorted_fields}
        assert there == known, record._meta.table_name


def test_a_store_is_copied_before_it_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows_of(folder / database.FILE_NAME)
    add_steps(monkeypatch, lambda run: run("ALTER TABLE people ADD COLUMN pronouns TEXT;"))

    database.open_store(folder)
    database.close_store()

    copy = backup_list.latest(folder / backup.FOLDER)
    assert copy is not None
    assert f"schema-{CURRENT}" in copy.name
    assert rows_of(copy) == before
    assert database.schema_of(copy) == CURRENT
    assert database.schema_of(folder / database.FILE_NAME) == CURRENT + 1


def test_a_table_can_be_rebuilt_without_losing_what_refers_to_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows_of(folder / database.FILE_NAME)
    rebuild = (
        "CREATE TABLE plans_new (id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,"
        " created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,"
        " reflection_id INTEGER REFERENCES reflections (id) ON DELETE SET NULL,"
        " if_text TEXT NOT NULL DEFAULT '', then_text TEXT NOT NULL DEFAULT '', due_on TEXT);\n"
        "INSERT INTO plans_new SELECT * FROM plans;\n"
        "DROP TABLE plans;\n"
        "ALTER TABLE plans_new RENAME TO plans;\n"
    )
    add_steps(monkeypatch, lambda run: run(rebuild))

    database.open_store(folder)
    database.close_store()

    assert before["follow_ups"]
    assert rows_of(folder / database.FILE_NAME) == before


def explode(run: Callable[[str], None]) -> None:
    run("ALTER TABLE people ADD COLUMN shoe_size TEXT;")
    raise RuntimeError("a mistake in the step")


@pytest.mark.parametrize(
    "step",
    [
        explode,
        lambda run: run("DELETE FROM people; CREATE TABLE no such syntax;"),
        lambda run: run("DELETE FROM people; SELECT 'ends within a text"),
        lambda run: run("DELETE FROM applications;"),  # leaves records without what they need
    ],
)
def test_a_step_that_does_not_succeed_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: Callable[..., None]
) -> None:
    """Not even the step before it stays: an older program still opens the file."""
    path = folder / database.FILE_NAME
    before = rows_of(path)
    add_steps(monkeypatch, lambda run: run("CREATE TABLE extra (id INTEGER);"), step)

    with pytest.raises(MigrationError, match="as it was before"):
        database.open_store(folder)

    assert rows_of(path) == before
    assert database.schema_of(path) == CURRENT
    assert backup_list.latest(folder / backup.FOLDER) is not None
    monkeypatch.undo()
    database.open_store(folder)
    assert rejections.get(1) is not None
    database.close_store()


def test_no_step_begins_without_a_copy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / database.FILE_NAME
    before = rows_of(path)
    (folder / backup.FOLDER).write_text("a file where the folder would be")
    add_steps(monkeypatch, lambda run: run("DROP TABLE follow_ups;"))

    with pytest.raises(StoreError, match="backup folder"):
        database.open_store(folder)

    assert rows_of(path) == before


def test_the_steps_never_use_the_tables_of_today() -> None:
    folder = Path(migrations_module.__file__).parent
    for step in folder.glob("schema_*.py"):
        assert "rebound_desktop" not in step.read_text(encoding="utf-8"), step.name
