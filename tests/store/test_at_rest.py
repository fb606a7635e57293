"""A store that nobody has open: read as it lies there, and freed of what was left beside it."""

import shutil
from pathlib import Path

import pytest

from rebound_desktop.store import applications, at_rest, database
from rebound_desktop.store.errors import StoreError


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    database.open_store(made)
    applications.add({"company": "Northwind"})
    database.close_store()
    return made


def names(folder: Path) -> set[str]:
    return {each.name.removeprefix(database.FILE_NAME) for each in folder.glob("rebound.db*")}


def test_it_is_read_with_nothing_made_beside_it(closed: Path) -> None:
    before = names(closed)
    at_rest.open_as_it_lies(closed)
    assert [each.company for each in applications.open_ones()] == ["Northwind"]
    assert names(closed) == before
    database.close_store()


@pytest.mark.parametrize("side", ["-wal", "-journal"])
def test_what_is_not_folded_in_is_not_passed_over(closed: Path, side: str) -> None:
    (closed / f"{database.FILE_NAME}{side}").write_bytes(b"something")
    with pytest.raises(StoreError):
        at_rest.open_as_it_lies(closed)


def test_only_an_empty_log_of_ones_own_is_removed(closed: Path) -> None:
    log, index = (closed / f"{database.FILE_NAME}{each}" for each in ("-wal", "-shm"))
    for content, had_log, left in (
        (b"", False, {""}),
        # Somebody else may be about to write into it.
        (b"", True, {"", "-wal", "-shm"}),
        (b"something", False, {"", "-wal", "-shm"}),
    ):
        log.write_bytes(content)
        index.write_bytes(b"abc")
        assert at_rest.has_log(closed)
        at_rest.remove_traces(closed, had_log)
        assert names(closed) == left


def test_an_open_store_is_not_at_rest(tmp_path: Path, closed: Path) -> None:
    database.open_store(closed)
    applications.add({"company": "Contoso"})
    crashed = tmp_path / "crashed"
    shutil.copytree(closed, crashed)
    database.close_store()
    assert not at_rest.is_folded(crashed)
    assert at_rest.is_folded(closed)
