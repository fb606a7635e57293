"""A store whose file is taken away while it is open: nothing is written into the void."""

import shutil
from pathlib import Path

import pytest

from rebound_desktop.store import (
    applications,
    changes,
    database,
    drafts,
    encryption,
    presence,
    reencrypting,
    returning,
    seal,
)
from rebound_desktop.store.errors import DiskError, NotSavedError
from rebound_desktop.store.tables import database as connection


def companies(folder: Path) -> set[str]:
    """Return what a start on this folder would show."""
    database.close_store()
    database.open_store(folder)
    return {each.company for each in applications.open_ones()}


def file_of(folder: Path) -> Path:
    return folder / database.FILE_NAME


@pytest.fixture
def told() -> list[bool]:
    return []


def test_a_deleted_store_is_written_back_with_everything(store: Path, told: list[bool]) -> None:
    stop = presence.listen(lambda is_back: told.append(is_back))
    applications.add({"company": "Northwind"})
    file_of(store).unlink()

    applications.add({"company": "Contoso"})
    stop()

    assert told == [True]
    assert changes.undo_label() == "New application"
    assert file_of(store).stat().st_mode & 0o777 == 0o600
    assert companies(store) == {"Northwind", "Contoso"}
    assert sorted(each.name for each in store.iterdir()) == sorted(
        [database.FILE_NAME, f"{database.FILE_NAME}-wal", f"{database.FILE_NAME}-shm"]
    )


def test_undo_goes_on_over_it(store: Path) -> None:
    applications.add({"company": "Northwind"})
    file_of(store).unlink()
    applications.add({"company": "Contoso"})

    changes.undo()
    changes.undo()

    assert companies(store) == set()


def test_a_store_that_was_renamed_is_left_as_it_was(store: Path, tmp_path: Path) -> None:
    applications.add({"company": "Northwind"})
    away = file_of(store).rename(tmp_path / "away.db")
    before = away.read_bytes()
    applications.add({"company": "Contoso"})

    assert companies(store) == {"Northwind", "Contoso"}
    assert away.read_bytes() == before


def test_closing_writes_back_what_was_deleted(store: Path) -> None:
    applications.add({"company": "Northwind"})
    file_of(store).unlink()

    assert companies(store) == {"Northwind"}


def test_an_encrypted_store_comes_back_encrypted(store: Path) -> None:
    applications.add({"company": "Northwind"})
    database.suspend()
    reencrypting.reencrypt(store, encryption.new_key("correct horse battery"))
    database.open_store(store)
    applications.open_ones()
    file_of(store).unlink()

    applications.add({"company": "Contoso"})

    assert database.is_encrypted()
    assert encryption.is_encrypted(file_of(store))
    assert companies(store) == {"Northwind", "Contoso"}


def test_nothing_is_taken_for_saved_while_the_folder_is_gone(store: Path, tmp_path: Path) -> None:
    applications.add({"company": "Northwind"})
    away = store.rename(tmp_path / "elsewhere")

    with pytest.raises(NotSavedError, match="folder of your data is gone"):
        applications.add({"company": "Contoso"})
    with pytest.raises(NotSavedError):
        drafts.keep("Form", "new", {"text": "half"})
    with pytest.raises(NotSavedError):
        changes.undo()
    assert not store.exists()
    assert {each.company for each in applications.open_ones()} == {"Northwind"}

    away.rename(store)
    applications.add({"company": "Contoso"})
    assert companies(store) == {"Northwind", "Contoso"}


def test_a_folder_that_was_deleted_is_made_anew_when_asked(store: Path) -> None:
    applications.add({"company": "Northwind"})
    shutil.rmtree(store)
    with pytest.raises(NotSavedError):
        applications.add({"company": "Contoso"})

    returning.come_back(make_folder=True)
    applications.add({"company": "Contoso"})

    assert store.stat().st_mode & 0o777 == 0o700
    assert companies(store) == {"Northwind", "Contoso"}


def test_another_file_in_its_place_is_left_alone(store: Path, tmp_path: Path) -> None:
    applications.add({"company": "Northwind"})
    file_of(store).unlink()
    file_of(store).write_bytes(b"a letter to somebody")

    with pytest.raises(NotSavedError, match="another file has taken the place"):
        applications.add({"company": "Contoso"})
    assert file_of(store).read_bytes() == b"a letter to somebody"

    file_of(store).rename(tmp_path / "letter")
    applications.add({"company": "Contoso"})
    assert companies(store) == {"Northwind", "Contoso"}


def test_the_log_of_another_store_is_kept(store: Path, tmp_path: Path) -> None:
    applications.add({"company": "Northwind"})
    shutil.rmtree(store)
    store.mkdir()
    (store / f"{database.FILE_NAME}-wal").write_bytes(b"what another store wrote last")

    applications.add({"company": "Contoso"})

    assert companies(store) == {"Northwind", "Contoso"}
    kept = [each for each in store.iterdir() if each.is_file()]
    assert b"what another store wrote last" in [each.read_bytes() for each in kept]


def test_closing_harms_no_store_that_took_the_place(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    database.close_store()
    database.open_store(other)
    applications.add({"company": "Fabrikam"})
    # As it lies there with its log, which a kill left.
    left = shutil.copytree(other, tmp_path / "left")
    assert (left / f"{database.FILE_NAME}-wal").stat().st_size
    database.close_store()
    database.open_store(store)
    applications.add({"company": "Northwind"})
    shutil.rmtree(store)
    left.rename(store)

    database.close_store()

    assert not (store / seal.FILE_NAME).exists()
    assert companies(store) == {"Fabrikam"}


def test_the_same_files_on_another_disk_are_gone_on_with(store: Path, tmp_path: Path) -> None:
    applications.add({"company": "Northwind"})
    copy = shutil.copytree(store, tmp_path / "copy")
    shutil.rmtree(store)
    with pytest.raises(NotSavedError):
        applications.add({"company": "Contoso"})
    # As when a stick was unplugged and is back: the same bytes in other files.
    copy.rename(store)

    applications.add({"company": "Contoso"})

    assert companies(store) == {"Northwind", "Contoso"}


def test_an_older_state_is_not_taken_for_the_store(store: Path, tmp_path: Path) -> None:
    applications.add({"company": "Northwind"})
    copy = shutil.copytree(store, tmp_path / "copy")
    applications.add({"company": "Contoso"})
    shutil.rmtree(store)
    copy.rename(store)

    with pytest.raises(NotSavedError, match="another file has taken the place"):
        applications.add({"company": "Fabrikam"})
    assert companies(store) == {"Northwind"}


def test_a_store_that_went_while_it_was_locked_is_not_begun_anew(
    store: Path, tmp_path: Path
) -> None:
    applications.add({"company": "Northwind"})
    database.suspend()
    away = store.rename(tmp_path / "elsewhere")

    with pytest.raises(DiskError, match="not in its place"):
        database.open_store(store, again=True)

    assert not store.exists()
    assert connection.is_closed()
    away.rename(store)
    database.open_store(store, again=True)
    assert {each.company for each in applications.open_ones()} == {"Northwind"}
