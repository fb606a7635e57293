"""A store that is read as it lies: with a lock where that can be, and without a change."""

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import applications, at_rest, connecting, database, seal
from rebound_desktop.store.errors import InUseError


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    database.open_store(made)
    applications.add({"company": "Northwind"})
    database.close_store()
    return made


@pytest.fixture
def crashed(tmp_path: Path, closed: Path) -> Path:
    """A store of which a part stands in the log, as a program leaves it that was killed."""
    database.open_store(closed)
    applications.add({"company": "Contoso"})
    made = tmp_path / "crashed"
    made.mkdir()
    for side in ("", connecting.LOG):
        shutil.copy(closed / f"{database.FILE_NAME}{side}", made)
    database.close_store()
    return made


def companies() -> set[str]:
    return {each.company for each in applications.open_ones()}


def refuse_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system say of every place that nothing can be written there."""
    monkeypatch.setattr("os.access", lambda *_given: False)


@pytest.mark.parametrize("read_only", [False, True])
def test_it_is_read_with_nothing_left_beside_it(
    closed: Path, monkeypatch: pytest.MonkeyPatch, read_only: bool
) -> None:
    before = {each: each.read_bytes() for each in closed.iterdir()}
    if read_only:
        refuse_writing(monkeypatch)
    at_rest.open_as_it_lies(closed)
    assert companies() == {"Northwind"}
    database.close_store()
    assert {each: each.read_bytes() for each in closed.iterdir()} == before


def test_what_stands_in_the_log_is_read_too(crashed: Path) -> None:
    assert not connecting.is_folded(crashed / database.FILE_NAME)
    at_rest.open_as_it_lies(crashed)
    assert companies() == {"Northwind", "Contoso"}
    database.close_store()


def test_nobody_is_passed_by_who_has_it_open(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = sqlcipher.connect(str(closed / database.FILE_NAME), isolation_level=None)
    other.execute("PRAGMA journal_mode = delete")
    other.execute("BEGIN EXCLUSIVE")
    # Without the wait for the other program, which is long.
    bind = database.database.bind
    monkeypatch.setattr(
        database.database, "bind", lambda file, _pragmas, way: bind(file, {"busy_timeout": 1}, way)
    )
    with pytest.raises(InUseError, match="another program"):
        at_rest.open_as_it_lies(closed)
    other.close()


def test_reading_puts_no_new_seal_on_what_was_changed_outside(closed: Path) -> None:
    store = closed / database.FILE_NAME
    other = sqlcipher.connect(str(store), isolation_level=None)
    other.execute("UPDATE applications SET company = 'Tailspin'")
    other.close()
    assert seal.look(store) is seal.Seal.BROKEN

    at_rest.open_as_it_lies(closed)
    assert companies() == {"Tailspin"}
    database.close_store()

    assert seal.look(store) is seal.Seal.BROKEN


def test_an_empty_log_is_nobodys_only_where_nobody_can_write(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = closed / database.FILE_NAME
    assert connecting.way_to_read(store) == "closed"
    (closed / f"{store.name}-wal").touch()
    assert connecting.way_to_read(store) == "read"
    refuse_writing(monkeypatch)
    assert connecting.way_to_read(store) == "closed"
    (closed / f"{store.name}-shm").touch()
    assert connecting.way_to_read(store) == "read"


def test_what_is_in_a_log_is_never_passed_over(
    crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_writing(monkeypatch)
    assert connecting.way_to_read(crashed / database.FILE_NAME) == "read"


def test_a_file_that_somebody_writes_into_is_in_use_and_not_damaged(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "PATIENCE_MS", 1)
    store = closed / database.FILE_NAME
    other = sqlcipher.connect(str(store), isolation_level=None)
    other.execute("PRAGMA journal_mode = delete")
    other.execute("PRAGMA journal_mode = memory")
    other.execute("PRAGMA cache_size = 1")
    other.execute("BEGIN EXCLUSIVE")
    for number in range(300):
        other.execute("UPDATE applications SET notes = ?", (f"{number} " + "word " * 900,))

    with pytest.raises(InUseError, match="another program"):
        database.look_through(store)
    other.execute("ROLLBACK")
    other.close()
    database.look_through(store)
