"""The passphrase on the command line, as a process."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rebound_desktop.store import applications, backup, database, encryption

PASSPHRASE = "correct horse battery"
WORD = "Quetzalcoatl"


class Terminal:
    """Runs commands on one data folder."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.data = place / "data"
        self.passphrase = place / "passphrase.txt"
        self.passphrase.write_text(f"{PASSPHRASE}\n", encoding="utf-8")

    def run(
        self, *arguments: str | Path, typed: str | None = None, data: Path | None = None
    ) -> tuple[int, str, str]:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "rebound_desktop", *map(str, arguments)),
                *("--data-dir", str(data or self.data)),
            ],
            input=typed,
            stdin=subprocess.DEVNULL if typed is None else None,
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout, done.stderr

    def with_it(self, *arguments: str | Path) -> str:
        status, said, errors = self.run(*arguments, "--passphrase-file", self.passphrase)
        assert (status, errors) == (0, "")
        return said


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A store with a word in it, encrypted from the command line."""
    made = Terminal(tmp_path)
    database.open_store(made.data)
    applications.add({"company": WORD})
    database.close_store()
    status, said, _ = made.run("passphrase", "set", "--new-passphrase-file", made.passphrase)
    assert status == 0
    assert "recovery key" in said
    return made


def files_with_the_word(folder: Path) -> list[str]:
    return [
        each.name
        for each in folder.rglob("*")
        if each.is_file() and WORD.lower().encode() in each.read_bytes().lower()
    ]


def test_every_command_needs_it_and_says_so(terminal: Terminal) -> None:
    assert files_with_the_word(terminal.place) == []
    target = terminal.place / "out"
    for command in (
        ("export", target), ("check",), ("backup", target), ("match", terminal.passphrase),
    ):  # fmt: skip
        status, _, errors = terminal.run(*command)
        assert status == 1
        assert "--passphrase-file" in errors
        assert len(errors.splitlines()) == 1
        assert not target.exists()
    assert "in order" in terminal.with_it("check")


def test_a_wrong_one_is_refused_in_one_sentence(terminal: Terminal) -> None:
    status, _, errors = terminal.run("check", "--passphrase-file", "-", typed="wrong one\n")
    assert status == 1
    assert "neither the passphrase nor the recovery key" in errors


def test_it_can_come_through_standard_input(terminal: Terminal) -> None:
    status, said, _ = terminal.run(
        "export", "-", "--plain", "--passphrase-file", "-", typed=f"{PASSPHRASE}\n"
    )
    assert status == 0
    assert json.loads(said)["applications"][0]["company"] == WORD


def test_archives_and_backups_are_encrypted_unless_asked_otherwise(terminal: Terminal) -> None:
    archive, copy, plain = (terminal.place / name for name in ("a.rebound", "b.db", "c.json"))
    assert "encrypted" in terminal.with_it("export", archive)
    terminal.with_it("backup", copy)
    assert files_with_the_word(terminal.place) == []
    terminal.with_it("export", plain, "--plain")
    assert files_with_the_word(terminal.place) == ["c.json"]
    for each in (archive, copy, plain):
        assert each.stat().st_mode & 0o077 == 0

    fresh = terminal.place / "fresh"
    status, said, _ = terminal.run(
        "import", archive, "--passphrase-file", terminal.passphrase, data=fresh
    )
    assert (status, said) == (0, "2 new, 0 already there.\n")
    again = terminal.place / "again"
    assert terminal.run("restore", copy, data=again)[0] == 1
    status, _, _ = terminal.run(
        "restore", copy, "--passphrase-file", terminal.passphrase, data=again
    )
    assert status == 0
    assert encryption.salt_of(again / database.FILE_NAME) is not None


def test_an_archive_of_a_readable_store_can_have_a_passphrase(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    database.open_store(terminal.data)
    applications.add({"company": WORD})
    database.close_store()
    archive = tmp_path / "a.rebound"
    new = ("--new-passphrase-file", terminal.passphrase)
    assert terminal.run("export", archive, "--encrypt", *new)[0] == 0
    assert WORD.encode() not in archive.read_bytes()
    assert "2 already there" in terminal.with_it("import", archive)


def test_it_is_changed_and_removed_and_the_recovery_key_opens_it(terminal: Terminal) -> None:
    key = terminal.place / "key.txt"
    key.write_text(terminal.with_it("passphrase", "recovery-key"), encoding="utf-8")
    assert terminal.run("check", "--passphrase-file", key)[0] == 0

    other = terminal.place / "other.txt"
    other.write_text("another long one", encoding="utf-8")
    terminal.with_it("passphrase", "change", "--new-passphrase-file", other)
    assert terminal.run("check", "--passphrase-file", terminal.passphrase)[0] == 1
    assert terminal.run("check", "--passphrase-file", key)[0] == 1
    assert terminal.run("check", "--passphrase-file", other)[0] == 0

    # Several passphrases in one file are tried in turn.
    both = terminal.place / "both.txt"
    both.write_text(f"{PASSPHRASE}\nanother long one\n", encoding="utf-8")
    assert terminal.run("passphrase", "remove", "--passphrase-file", both)[0] == 0
    assert terminal.run("check")[0] == 0


def test_a_dry_run_of_a_merge_leaves_nothing_behind(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.with_it("export", terminal.place / "x.rebound")
    before = {each.name: each.read_bytes() for each in terminal.data.iterdir() if each.is_file()}
    kept = terminal.place / "temporary"
    kept.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(kept))

    status, said, _ = terminal.run(
        *("merge", terminal.place / "x.rebound", "--dry-run"),
        *("--passphrase-file", terminal.passphrase),
    )

    assert (status, said) == (0, "0 new, 0 changed, 0 deleted, 2 as they were.\n")
    after = {each.name: each.read_bytes() for each in terminal.data.iterdir() if each.is_file()}
    assert after == before
    assert list(kept.iterdir()) == []


@pytest.mark.parametrize("action", ["change", "remove", "recovery-key"])
def test_what_needs_a_passphrase_says_that_there_is_none(tmp_path: Path, action: str) -> None:
    terminal = Terminal(tmp_path)
    database.open_store(terminal.data)
    database.close_store()
    status, _, errors = terminal.run("passphrase", action)
    assert status == 1
    assert "not encrypted" in errors


def test_a_weak_one_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal.passphrase.write_text("short\n", encoding="utf-8")
    new = ("--new-passphrase-file", terminal.passphrase)
    status, _, errors = terminal.run("passphrase", "set", *new)
    assert status == 1
    assert "8 characters" in errors
    assert not (terminal.data / database.FILE_NAME).exists()


def test_a_backup_that_was_left_readable_is_covered_by_the_next_command(
    terminal: Terminal,
) -> None:
    other = terminal.place / "other"
    database.open_store(other)
    applications.add({"company": WORD})
    backups = terminal.data / backup.FOLDER
    left = backup.make(other / database.FILE_NAME, backups, reason="daily")
    database.close_store()
    (backups / "rebound-2026-01-01-080000-daily.db.unfinished").write_bytes(WORD.encode())
    assert files_with_the_word(terminal.data)

    # To look changes nothing; the next command that does more sees to it.
    assert "in order" in terminal.with_it("check")
    assert left.name in files_with_the_word(terminal.data)
    terminal.with_it("export", terminal.place / "a.rebound")
    assert files_with_the_word(terminal.data) == []


def test_what_the_command_line_backs_up_reaches_the_second_place(terminal: Terminal) -> None:
    second = terminal.place / "stick"
    second.mkdir()
    settings = json.loads((terminal.data / "settings.json").read_text("utf-8"))
    settings["backup_folder"] = str(second)
    (terminal.data / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    archive = terminal.place / "archive.json"
    archive.write_text(
        json.dumps(
            {
                "format": "rebound-archive",
                "version": 1,
                "stories": [{"uuid": "11111111-1111-4111-8111-111111111111", "title": WORD}],
            }
        ),
        encoding="utf-8",
    )
    terminal.with_it("import", archive)
    (copy,) = second.glob("*/*.db")
    assert encryption.salt_of(copy) is not None


def test_a_change_of_the_passphrase_keeps_to_one_folder_in_the_second_place(
    terminal: Terminal,
) -> None:
    second = terminal.place / "stick"
    second.mkdir()
    strange = second / "rebound-2020-01-01-080000-daily.db"
    strange.write_bytes(b"readable")
    settings = json.loads((terminal.data / "settings.json").read_text("utf-8"))
    settings["backup_folder"] = str(second)
    (terminal.data / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    new = terminal.place / "new.txt"
    new.write_text("another long one\n", encoding="utf-8")
    shutil.copy(next((terminal.data / backup.FOLDER).glob("*.db")), second)

    said = terminal.run(
        *("passphrase", "change", "--passphrase-file", terminal.passphrase),
        *("--new-passphrase-file", new),
    )[1]
    assert str(strange) in said
    first = [each for each in second.iterdir() if each.is_dir()]
    # The settings are lost, and the stick is chosen again.
    (terminal.data / "settings.json").write_text(
        json.dumps({"backup_folder": str(second)}), encoding="utf-8"
    )
    status, _, errors = terminal.run(
        *("passphrase", "change", "--passphrase-file", new),
        *("--new-passphrase-file", terminal.passphrase),
    )
    assert status == 0
    assert len(first) == 1
    assert [each for each in second.iterdir() if each.is_dir()] == first
    salts = {encryption.salt_of(each) for each in first[0].glob("*.db")}
    assert salts == {encryption.salt_of(terminal.data / database.FILE_NAME)}


def test_what_can_be_read_in_the_second_place_is_said_by_the_next_command(
    terminal: Terminal,
) -> None:
    second = terminal.place / "stick"
    second.mkdir()
    (second / "rebound-2020-01-01-080000-daily.db").write_bytes(b"readable")
    (terminal.data / "settings.json").write_text(
        json.dumps({"backup_folder": str(second)}), encoding="utf-8"
    )
    with_it = ("--passphrase-file", terminal.passphrase)
    status, _, errors = terminal.run("export", terminal.place / "a.rebound", *with_it)
    assert status == 0
    assert f"Some backups in {second} can be read" in errors


def test_a_refusal_names_the_file_that_it_is_about(terminal: Terminal) -> None:
    copy = terminal.place / "copy-of-mine.db"
    terminal.with_it("backup", copy)
    status, _, errors = terminal.run("restore", copy, "--passphrase-file", "-", typed="wrong\n")
    assert status == 1
    assert "copy-of-mine.db" in errors
