"""An output that takes no more, which is told from work that was not done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.exchange import archive
from rebound_desktop.store import applications, database, encryption

pytestmark = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="no device that is always full"
)
NOT_WRITTEN = (
    "rebound: The output could not be written: the disk is full. Everything else was done.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one application, and beside it an archive with another."""
    for name, company in (("other", "Contoso"), ("data", "Northwind")):
        database.open_store(tmp_path / name)
        applications.add({"company": company})
        archive.export_file(tmp_path / f"{name}.json")
        database.close_store()
    (tmp_path / "passphrase").write_text("correct horse battery\n")
    return tmp_path / "data"


def run(folder: Path, *arguments: str | Path, to: str = "> /dev/full") -> tuple[int, str]:
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {to}', "sh", sys.executable, "-m", "rebound_desktop"]
        + ["--data-dir", str(folder), *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return done.returncode, done.stderr


def test_a_merge_whose_report_finds_no_room_is_done(folder: Path) -> None:
    assert run(folder, "merge", folder.parent / "other.json") == (4, NOT_WRITTEN)
    database.open_store(folder)
    assert {each.company for each in applications.open_ones()} == {"Northwind", "Contoso"}
    database.close_store()


def test_a_backup_that_cannot_be_told_of_is_there(folder: Path) -> None:
    assert run(folder, "backup", folder.parent / "copy.db") == (4, NOT_WRITTEN)
    assert (folder.parent / "copy.db").exists()


def test_a_recovery_key_that_was_not_shown_stays_due(folder: Path) -> None:
    new = ("--new-passphrase-file", folder.parent / "passphrase")
    assert run(folder, "passphrase", "set", *new) == (4, NOT_WRITTEN)
    assert encryption.is_encrypted(folder / database.FILE_NAME)
    assert Settings(folder).values.recovery_key_due


def test_a_recovery_key_is_not_due_where_nothing_was_encrypted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rebound_desktop import command_line
    from rebound_desktop.store import reencrypting
    from rebound_desktop.store.errors import DiskError

    due = []

    def fail(_folder: Path, _key: object) -> None:
        due.append(Settings(folder).values.recovery_key_due)
        raise DiskError("The disk is full.")

    monkeypatch.setattr(reencrypting, "reencrypt", fail)
    given = ["passphrase", "set", "--new-passphrase-file", str(folder.parent / "passphrase")]
    assert command_line.run(["--data-dir", str(folder), *given]) == 3
    assert due == [True], "kept before, in case the program is ended then"
    assert not Settings(folder).values.recovery_key_due


def test_an_archive_without_an_output_is_said(folder: Path) -> None:
    status, errors = run(folder, "export", "-", to=">&-")
    assert status == 4
    assert errors.startswith("rebound: The output could not be written: ")
    assert errors.count("\n") == 1
