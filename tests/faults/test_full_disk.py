"""A disk that takes no more, and a store that may not be written to any longer."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rebound_desktop import command_line
from rebound_desktop.exchange import archive, sample_data
from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    changes,
    check,
    database,
    drafts,
    erasing,
)
from rebound_desktop.store.errors import NotSavedError, StoreError
from rebound_desktop.store.tables import database as connection

WRITER = Path(__file__).with_name("writer.py")
DISK = Path(__file__).with_name("full_disk.py")
_OWN_DISK = ["unshare", "--map-root-user", "--mount"]


def _may_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = [*_OWN_DISK, "mount", "-t", "tmpfs", "tried", "/mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with sample data and a backup, and beside it what commands take."""
    folder = tmp_path_factory.mktemp("closed") / "data"
    database.open_store(folder)
    sample_data.fill()
    copy = backup.make(folder / database.FILE_NAME, folder / backup.FOLDER, reason="daily")
    archive.export_file(folder.parent / "all.json")
    database.close_store()
    other = folder.parent / "other"
    database.open_store(other)
    applications.add({"company": "Northwind"})
    archive.export_file(folder.parent / "other.json")
    database.close_store()
    shutil.copy(copy, folder.parent / "copy.db")
    (folder.parent / "passphrase").write_text("correct horse battery\n")
    return folder


@pytest.mark.skipif(not _may_mount(), reason="no disk of its own can be mounted here")
@pytest.mark.parametrize("free", [0, 50_000])
@pytest.mark.parametrize(
    "command",
    [
        ["check", "--repair"],
        ["backup", "DISK/copy.db"],
        ["restore", "HERE/copy.db"],
        ["export", "DISK/all.json"],
        ["import", "HERE/other.json"],
        ["merge", "HERE/other.json"],
        ["passphrase", "set", "--new-passphrase-file", "HERE/passphrase"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_a_command_on_a_full_disk_says_so_and_leaves_all_as_it_was(
    tmp_path: Path, closed: Path, command: list[str], free: int
) -> None:
    found = on_full_disk(tmp_path, closed, free, command)
    assert found["status"] == 3, found
    assert found["errors"].count("\n") == 1
    assert "the disk is full" in found["errors"]
    assert (
        "as it was" in found["errors"]
        or "as they were" in found["errors"]
        or ("left as it is" in found["errors"])
    )
    assert "Make room, then try again." in found["errors"]
    # An empty folder for backups is no half file.
    assert [each for each in found["left"] if each != backup.FOLDER] == []
    assert found["same"]
    assert found["problems"] == []


@pytest.mark.skipif(not _may_mount(), reason="no disk of its own can be mounted here")
@pytest.mark.parametrize("free", [0, "read-only"])
@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["export", "-"],
        ["backup", "HERE/copy of it.db"],
        ["match", "HERE/passphrase"],
        ["merge", "--dry-run", "HERE/other.json"],
    ],
    ids=" ".join,
)
def test_what_only_reads_needs_no_room(
    tmp_path: Path, closed: Path, command: list[str], free: int | str
) -> None:
    found = on_full_disk(tmp_path, closed, free, command)
    assert (found["status"], found["errors"], found["left"]) == (0, "", [])
    assert found["said"]


@pytest.mark.skipif(not _may_mount(), reason="no disk of its own can be mounted here")
def test_a_new_folder_on_a_full_disk_stays_empty(tmp_path: Path, closed: Path) -> None:
    found = on_full_disk(
        tmp_path, closed, 20_000, ["--data-dir", "DISK", "export", "HERE/none.json"]
    )
    assert (found["status"], found["left"]) == (3, [])
    assert "the disk is full" in found["errors"]


def on_full_disk(place: Path, store: Path, free: int | str, command: list[str]) -> dict[str, Any]:
    """Return what came of a command; "HERE" in it stands for what is beside the store."""
    done = subprocess.run(
        [*_OWN_DISK, sys.executable, str(DISK), str(place), str(store), str(free)]
        + [each.replace("HERE", str(store.parent)) for each in command],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def read_only(closed: Path, tmp_path: Path) -> Iterator[Path]:
    folder = Path(shutil.copytree(closed, tmp_path / "data"))
    places = [folder, folder / backup.FOLDER]
    for each in places:
        each.chmod(0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("nothing is read-only for this user")
    yield folder
    for each in places:
        each.chmod(0o700)


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    status = command_line.run([str(each) for each in arguments])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_a_read_only_folder_can_be_read(
    read_only: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(read_only.rglob("*"))
    for command in (
        ["check"],
        ["export", tmp_path / "all.json"],
        ["backup", tmp_path / "copy.db"],
        ["merge", "--dry-run", tmp_path / "all.json"],
    ):
        status, said, errors = run(capsys, "--data-dir", read_only, *command)
        assert (status, errors) == (0, ""), command
        assert said
    for command in (
        ["restore", tmp_path / "copy.db"],
        ["import", tmp_path / "all.json"],
        ["check", "--repair"],
    ):
        status, _, errors = run(capsys, "--data-dir", read_only, *command)
        assert status == 3
        assert errors.startswith(f"rebound: Nothing can be written into the folder {read_only}.")
        assert errors.count("\n") == 1
    assert sorted(read_only.rglob("*")) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", [["export", "-"], ["check"]], ids=" ".join)
def test_output_that_finds_no_room(closed: Path, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rebound_desktop", "--data-dir", str(closed), *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=180,
            check=False,
        )
    assert done.returncode == 4
    assert done.stderr == (
        "rebound: The output could not be written: the disk is full. Everything else was done.\n"
    )


def test_a_store_that_must_not_be_read_is_said(
    closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(closed, tmp_path / "data"))
    store = folder / database.FILE_NAME
    store.chmod(0)
    if os.access(store, os.R_OK):
        pytest.skip("nothing is closed to this user")
    for command in (
        ["check"],
        ["export", "-"],
        ["backup", tmp_path / "copy.db"],
        ["restore", closed.parent / "copy.db"],
        ["passphrase", "set"],
    ):
        status, _, errors = run(capsys, "--data-dir", folder, *command)
        assert status == 3, command
        assert f"no right to read {store}" in errors
        assert errors.count("\n") == 1
    assert not (tmp_path / "copy.db").exists()


def test_a_log_that_was_not_folded_in_is_never_passed_over(
    closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands in it is a part of the store; without room it cannot be read."""
    opened = Path(shutil.copytree(closed, tmp_path / "opened"))
    database.open_store(opened)
    applications.add({"company": "Only in the log"})
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in (database.FILE_NAME, f"{database.FILE_NAME}-wal"):
        shutil.copy(opened / name, crashed / name)
    database.close_store()
    crashed.chmod(0o500)
    try:
        if os.access(crashed, os.W_OK):
            pytest.skip("nothing is read-only for this user")
        for command in (["check"], ["export", "-"], ["backup", tmp_path / "copy.db"]):
            status, said, errors = run(capsys, "--data-dir", crashed, *command)
            assert status == 3
            assert said == ""
            assert "ritten into" in errors
    finally:
        crashed.chmod(0o700)
    assert check.verify(crashed).problems == []


def test_deleting_for_good_on_a_full_disk_costs_no_backup(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = applications.add({"company": "Northwind"})
    copy = backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    applications.delete(made.id)
    erasing.erase("applications", [made.id])

    def full(_source: object, _target: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(backup.shutil, "copyfile", full)
        cleared = erasing.clear_away(store)
    assert (cleared.left, cleared.removed) == ([copy], [])
    assert erasing.is_pending(store), "it is cleared once there is room"

    assert erasing.clear_away(store).rewritten == 1
    assert not erasing.is_pending(store)
    assert [each.path for each in backup_list.listed(store / backup.FOLDER)] == [copy]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is of POSIX systems")
def test_nothing_confirmed_is_lost_on_a_full_disk(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, str(WRITER), "fill", str(folder)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    (refused,) = [each for each in lines if each.startswith("refused")]
    assert "could not be saved" in refused
    assert "safe" in refused
    database.open_store(folder)
    for line in lines:
        kind, _, rest = line.partition(" ")
        if kind == "application":
            number, _, company = rest.partition(" ")
            found = applications.get(int(number))
            assert found is not None
            assert found.company == company
    database.close_store()
    assert check.verify(folder).problems == []


def test_a_read_only_store_says_so_and_goes_on_reading(store: Path) -> None:
    applications.add({"company": "Northwind"})
    connection.execute_sql("PRAGMA query_only = 1")

    for attempt in (
        lambda: applications.add({"company": "Contoso"}),
        changes.undo,
        lambda: drafts.keep("Form", "", {"note": "text"}),
    ):
        with pytest.raises(NotSavedError, match="read-only"):
            attempt()

    assert [each.company for each in applications.open_ones()] == ["Northwind"]
    assert changes.undo_label() == "New application"
    connection.execute_sql("PRAGMA query_only = 0")
    assert changes.undo() == "New application"


def test_a_backup_without_room_leaves_the_store_and_the_other_backups(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = store / database.FILE_NAME
    first = backup.make(file, store / backup.FOLDER, reason="daily")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, "fsync", full)
    with pytest.raises(StoreError, match="as it was"):
        backup.make(file, store / backup.FOLDER, reason="import")

    assert list((store / backup.FOLDER).iterdir()) == [first]
