"""Opening a store: what is made, what is refused, and that a refusal changes nothing."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import applications, changes, database, seal
from rebound_desktop.store.errors import (
    DamagedStoreError,
    NewerStoreError,
    NotSavedError,
    StoreError,
)
from rebound_desktop.store.migrations import CURRENT

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions are of POSIX systems")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def fill(folder: Path) -> Path:
    path = database.open_store(folder)
    applications.add({"company": "Northwind"})
    database.close_store()
    return path


def change_outside(path: Path, *statements: str) -> None:
    connection = sqlcipher.connect(str(path))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def content_of(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


@posix_only
def test_what_is_made_is_for_its_owner_only(folder: Path) -> None:
    path = database.open_store(folder)
    applications.add({"company": "Northwind"})
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}
    database.close_store()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert set(modes.values()) == {0o600}
    assert path.name in modes


@posix_only
def test_a_file_that_others_could_read_is_made_private(folder: Path) -> None:
    path = fill(folder)
    path.chmod(0o644)

    database.open_store(folder)
    database.close_store()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_closed_store_is_one_file_and_its_seal(folder: Path) -> None:
    fill(folder)

    assert sorted(each.name for each in folder.iterdir()) == [database.FILE_NAME, seal.FILE_NAME]


def test_the_file_says_whose_it_is_and_of_which_schema(folder: Path) -> None:
    assert database.schema_of(fill(folder)) == CURRENT


def test_a_newer_store_is_refused_before_a_byte_is_written(folder: Path) -> None:
    path = fill(folder)
    change_outside(path, f"PRAGMA user_version = {CURRENT + 1}")
    before = content_of(folder)

    with pytest.raises(NewerStoreError, match="newer Rebound"):
        database.open_store(folder)

    assert content_of(folder) == before


def test_a_newer_store_is_recognised_by_its_log(folder: Path) -> None:
    path = fill(folder)
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA user_version = {CURRENT + 1}")
    log = path.with_name(path.name + "-wal")
    before = (path.read_bytes(), log.read_bytes())

    with pytest.raises(NewerStoreError):
        database.open_store(folder)

    assert (path.read_bytes(), log.read_bytes()) == before
    assert log.stat().st_size > 0
    connection.close()


@pytest.mark.parametrize(
    "content",
    [
        b"not a database",
        b"SQLite format 3\0",
        bytes(range(256)) * 40,
        b"SQLite format 3\0" + b"\0" * 200,
    ],
)
def test_what_is_no_store_is_left_alone(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / database.FILE_NAME).write_bytes(content)

    with pytest.raises(DamagedStoreError):
        database.open_store(folder)

    assert content_of(folder) == {database.FILE_NAME: content}


@pytest.mark.parametrize("version", [0, 1])
def test_a_database_of_another_program_is_left_alone(folder: Path, version: int) -> None:
    folder.mkdir()
    path = folder / database.FILE_NAME
    change_outside(path, "CREATE TABLE songs (title)", f"PRAGMA user_version = {version}")
    before = content_of(folder)

    with pytest.raises(DamagedStoreError, match="another program"):
        database.open_store(folder)

    assert content_of(folder) == before


def test_a_log_beside_an_empty_file_is_not_thrown_away(folder: Path) -> None:
    folder.mkdir()
    (folder / database.FILE_NAME).touch()
    (folder / f"{database.FILE_NAME}-wal").write_bytes(b"what was written last")
    before = content_of(folder)

    with pytest.raises(DamagedStoreError, match="log is not"):
        database.open_store(folder)

    assert content_of(folder) == before


def test_a_damaged_store_is_told_apart(folder: Path) -> None:
    path = fill(folder)
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)

    with pytest.raises(DamagedStoreError):
        database.open_store(folder)


def test_a_store_that_was_never_finished_is_made_anew(folder: Path) -> None:
    folder.mkdir()
    (folder / database.FILE_NAME).touch()

    database.open_store(folder)
    assert applications.open_ones() == []
    database.close_store()


def test_a_file_in_place_of_the_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")

    with pytest.raises(StoreError, match="cannot be used"):
        database.open_store(tmp_path / "data")


@posix_only
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_that_cannot_be_written_is_one_sentence(
    folder: Path, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    if os.geteuid() == 0:  # root may write anywhere; the system's answer is played
        monkeypatch.setattr(os, "access", lambda *_: False)
    folder.chmod(mode)

    try:
        with pytest.raises(StoreError):
            database.open_store(folder)
    finally:
        folder.chmod(0o700)


def test_a_read_only_file_is_one_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fill(folder)
    path.chmod(0o400)
    if os.name == "posix" and os.geteuid() == 0:

        def refuse(*_: Any) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)

    with pytest.raises(StoreError, match="cannot be opened"):
        database.open_store(folder)


def test_a_write_waits_for_another_program_and_then_says_so(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    applications.add({"company": "Northwind"})
    database.database.execute_sql("PRAGMA busy_timeout = 20")
    other = sqlcipher.connect(str(store / database.FILE_NAME), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(NotSavedError, match="could not be saved"):
        applications.add({"company": "Contoso"})
    other.execute("ROLLBACK")
    other.close()

    applications.add({"company": "Litware"})
    assert [each.company for each in applications.open_ones()] == ["Litware", "Northwind"]
    assert changes.undo_label() == "New application"


def test_what_another_program_wrote_is_seen(store: Path) -> None:
    number = applications.add({"company": "Northwind"}).id
    other = sqlcipher.connect(str(store / database.FILE_NAME), isolation_level=None)
    other.execute("UPDATE applications SET role = 'Analyst'")
    other.close()

    found = applications.get(number)
    assert found is not None
    assert found.role == "Analyst"


def test_what_was_confirmed_is_there_without_closing(folder: Path, tmp_path: Path) -> None:
    """A copy of the files as they lie there, as after a pulled plug, holds the last write."""
    database.open_store(folder)
    applications.add({"company": "Northwind"})
    after = tmp_path / "after"
    after.mkdir()
    for name, content in content_of(folder).items():
        if not name.endswith("-shm"):
            (after / name).write_bytes(content)
    database.close_store()

    database.open_store(after)
    assert [each.company for each in applications.open_ones()] == ["Northwind"]
    database.close_store()
