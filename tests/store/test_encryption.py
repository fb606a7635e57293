import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core import recovery_key
from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    changes,
    check,
    database,
    drafts,
    encrypted_text,
    encryption,
    reencrypting,
    repairing,
    restoring,
    stories,
    unlocking,
)
from rebound_desktop.store.cancelling import Cancel
from rebound_desktop.store.errors import (
    CancelledError,
    DamagedStoreError,
    LockedError,
    NewerStoreError,
    StoreError,
    WrongPassphraseError,
)
from rebound_desktop.store.migrations import CURRENT
from rebound_desktop.store.second_place import SecondPlace

WORD = "Quetzalcoatl"
PASSPHRASE = "correct horse battery"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed store with some words in it, a backup of them, and no passphrase."""
    made = tmp_path / "data"
    database.open_store(made)
    applications.add({"company": WORD, "notes": f"{WORD} again"})
    stories.add({"title": WORD})
    backup.make(made / database.FILE_NAME, made / backup.FOLDER, reason="daily")
    database.close_store()
    return made


@pytest.fixture
def encrypted(folder: Path) -> Path:
    """The same store, encrypted, with its key not in hand."""
    reencrypting.reencrypt(folder, encryption.new_key(PASSPHRASE))
    reencrypting.cover(folder)
    encryption.wipe()
    return folder


def readable(folder: Path) -> list[str]:
    """Return the files in which the word can be found."""
    word = WORD.lower().encode()
    files = [each for each in folder.rglob("*") if each.is_file()]
    return [each.name for each in files if word in each.read_bytes().lower()]


def companies() -> list[str]:
    return [each.company for each in applications.open_ones()]


def test_no_word_is_left_in_the_folder(folder: Path) -> None:
    assert len(readable(folder)) == 2
    reencrypting.reencrypt(folder, encryption.new_key(PASSPHRASE))
    covered = reencrypting.cover(folder)
    assert covered.rewritten == 2
    assert covered.left == []
    assert readable(folder) == []

    database.open_store(folder)
    applications.add({"company": f"{WORD} two"})
    drafts.keep("Form", "", {"note": WORD})
    changes.undo()
    changes.redo()
    assert (folder / f"{database.FILE_NAME}-wal").stat().st_size > 0
    assert readable(folder) == []
    backup.make(folder / database.FILE_NAME, folder / backup.FOLDER, reason="daily")
    database.close_store()
    assert readable(folder) == []
    assert check.verify(folder).problems == []


def test_without_the_passphrase_it_stays_closed_and_untouched(encrypted: Path) -> None:
    before = (encrypted / database.FILE_NAME).read_bytes()
    with pytest.raises(LockedError, match="passphrase"):
        database.open_store(encrypted)
    for wrong in ("", "Correct horse battery", f"{PASSPHRASE} "):
        with pytest.raises(WrongPassphraseError, match="Nothing was changed"):
            unlocking.unlock_store(encrypted, wrong)
    assert (encrypted / database.FILE_NAME).read_bytes() == before
    unlocking.unlock_store(encrypted, PASSPHRASE)
    database.open_store(encrypted)
    assert companies() == [WORD]
    database.close_store()


def test_a_wrong_passphrase_answers_slower_each_time(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(unlocking, "_SLOW_S", (1.0, 4.0))
    monkeypatch.setattr(unlocking, "_wrong", 0)
    monkeypatch.setattr(time, "sleep", waited.append)
    for _ in range(4):
        with pytest.raises(WrongPassphraseError):
            unlocking.unlock_store(encrypted, "wrong")
    assert waited == [1.0, 2.0, 4.0, 4.0]


def test_the_same_letters_composed_otherwise_open_it(folder: Path) -> None:
    reencrypting.reencrypt(folder, encryption.new_key("Zo\u00eb caf\u00e9 na\u00efve"))
    encryption.wipe()
    unlocking.unlock_store(folder, "Zoe\u0308 cafe\u0301 nai\u0308ve")


def test_the_recovery_key_opens_it_too(folder: Path) -> None:
    key = encryption.new_key(PASSPHRASE)
    written = recovery_key.write(key.copy())
    reencrypting.reencrypt(folder, key)
    encryption.wipe()
    unlocking.unlock_store(folder, written.lower())
    database.open_store(folder)
    assert companies() == [WORD]
    database.close_store()


def test_any_program_that_knows_sqlcipher_opens_it_by_the_passphrase(encrypted: Path) -> None:
    connection = sqlcipher.connect(str(encrypted / database.FILE_NAME))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert connection.execute("SELECT company FROM applications").fetchall() == [(WORD,)]
    connection.close()


def test_changing_the_passphrase_takes_the_backups_along(encrypted: Path) -> None:
    unlocking.unlock_store(encrypted, PASSPHRASE)
    reencrypting.reencrypt(encrypted, encryption.new_key("another long one"))
    reencrypting.cover(encrypted)
    encryption.wipe()
    with pytest.raises(WrongPassphraseError):
        unlocking.unlock_store(encrypted, PASSPHRASE)
    unlocking.unlock_store(encrypted, "another long one")
    copies = backup_list.listed(encrypted / backup.FOLDER)
    assert len(copies) == 3
    for each in copies:
        assert restoring.look(each.path)["applications"] == 1


def test_removing_the_passphrase_makes_everything_readable(encrypted: Path) -> None:
    unlocking.unlock_store(encrypted, PASSPHRASE)
    reencrypting.reencrypt(encrypted, None)
    reencrypting.cover(encrypted)
    encryption.wipe()
    database.open_store(encrypted)
    assert companies() == [WORD]
    database.close_store()
    for each in backup_list.listed(encrypted / backup.FOLDER):
        assert restoring.look(each.path)["applications"] == 1
    connection = sqlite3.connect(encrypted / database.FILE_NAME)
    assert connection.execute("PRAGMA user_version").fetchone() == (CURRENT,)
    connection.close()


def test_encrypting_that_is_called_off_leaves_the_store_as_it_was(folder: Path) -> None:
    cancel = Cancel()
    cancel.ask()

    with pytest.raises(CancelledError, match="as they were"):
        reencrypting.reencrypt(folder, encryption.new_key(PASSPHRASE), cancel)

    assert not encryption.is_encrypted(folder / database.FILE_NAME)
    assert not list(folder.glob("*.encrypting*"))
    database.open_store(folder)
    assert companies() == [WORD]
    database.close_store()


class _AtTheLastLook(Cancel):
    """Is asked to stop once the copy is made; keeps the copy's file open to see what becomes."""

    def __init__(self, prepared: Path) -> None:
        super().__init__()
        self._prepared = prepared
        self.copy: BinaryIO | None = None
        self.was_readable = False

    def look(self) -> None:
        if self._prepared.exists():
            self.copy = self._prepared.open("rb")
            self.was_readable = WORD.encode() in self.copy.read()
            self.copy.seek(0)
            raise CancelledError("Cancelled. Your records are as they were.")


def test_decrypting_that_is_called_off_leaves_no_readable_copy_in_free_space(
    encrypted: Path,
) -> None:
    unlocking.unlock_store(encrypted, PASSPHRASE)
    cancel = _AtTheLastLook(encrypted / "rebound.db.encrypting")
    with pytest.raises(CancelledError):
        reencrypting.reencrypt(encrypted, None, cancel)
    assert cancel.was_readable
    assert cancel.copy is not None
    with cancel.copy:
        assert not cancel.copy.read().strip(b"\0")
    assert not list(encrypted.glob("*.encrypting*"))
    assert encryption.is_encrypted(encrypted / database.FILE_NAME)


def test_what_a_kill_left_of_decrypting_is_overwritten_too(encrypted: Path) -> None:
    unlocking.unlock_store(encrypted, PASSPHRASE)
    left = encrypted / "rebound.db.encrypting"
    left.write_bytes(WORD.encode() * 1000)
    with left.open("rb") as opened:
        reencrypting.cover(encrypted)
        assert not left.exists()
        assert not opened.read().strip(b"\0")


def test_a_new_key_is_let_go_where_the_change_is_called_off(encrypted: Path) -> None:
    unlocking.unlock_store(encrypted, PASSPHRASE)
    key = encryption.new_key("another long one")
    cancel = _AtTheLastLook(encrypted / "rebound.db.encrypting")
    with pytest.raises(CancelledError):
        reencrypting.reencrypt(encrypted, key, cancel)
    assert cancel.copy is not None
    cancel.copy.close()
    assert not cancel.was_readable
    with pytest.raises(KeyError):
        encryption.key_for(key.salt)
    assert not any(key.copy())
    assert not encryption.is_locked(encrypted / database.FILE_NAME)


def test_what_cannot_be_overwritten_is_replaced_nevertheless(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(backup, "_overwrite", broken)
    key = encryption.new_key(PASSPHRASE)
    reencrypting.reencrypt(folder, key)
    assert encryption.salt_of(folder / database.FILE_NAME) == key.salt
    assert encryption.is_in_hand(key)


def test_what_was_there_before_is_overwritten(folder: Path) -> None:
    with (folder / database.FILE_NAME).open("rb") as old:
        reencrypting.reencrypt(folder, encryption.new_key(PASSPHRASE))
        assert not old.read().strip(b"\0")


def test_a_copy_under_another_name_is_left_alone(folder: Path) -> None:
    kept = folder.parent / "my-own-link.db"
    kept.hardlink_to(folder / database.FILE_NAME)
    reencrypting.reencrypt(folder, encryption.new_key(PASSPHRASE))
    connection = sqlite3.connect(kept)
    assert connection.execute("SELECT company FROM applications").fetchall() == [(WORD,)]
    connection.close()


def test_undo_goes_on_after_the_store_was_locked(encrypted: Path) -> None:
    unlocking.unlock_store(encrypted, PASSPHRASE)
    database.open_store(encrypted)
    made = applications.add({"company": "Northwind"})
    database.suspend()
    encryption.wipe()
    with pytest.raises(LockedError):
        database.open_store(encrypted, again=True)
    unlocking.unlock_store(encrypted, PASSPHRASE)
    database.open_store(encrypted, again=True)
    assert changes.undo() == "New application"
    assert applications.get(made.id) is None
    assert changes.redo() == "New application"
    database.close_store()


def test_a_damaged_store_is_told_from_a_wrong_passphrase(encrypted: Path) -> None:
    store = encrypted / database.FILE_NAME
    content = bytearray(store.read_bytes())
    content[500] ^= 1
    store.write_bytes(content)
    with pytest.raises(WrongPassphraseError):
        unlocking.unlock_store(encrypted, "wrong")
    with pytest.raises(DamagedStoreError):
        unlocking.unlock_store(encrypted, PASSPHRASE)
    # The key is in hand by now, for the backups.
    with pytest.raises(DamagedStoreError):
        database.open_store(encrypted)
    copy = backup_list.latest(encrypted / backup.FOLDER)
    assert copy is not None
    restoring.restore(encrypted, copy)
    assert readable(encrypted) == []
    database.open_store(encrypted)
    assert companies() == [WORD]
    database.close_store()


def test_a_store_cut_short_is_not_told_to_have_another_passphrase(encrypted: Path) -> None:
    for each in backup_list.listed(encrypted / backup.FOLDER):
        each.path.unlink()
    store = encrypted / database.FILE_NAME
    os.truncate(store, store.stat().st_size // 4096 * 3 // 4 * 4096)
    with pytest.raises(WrongPassphraseError):
        unlocking.unlock_store(encrypted, "wrong")
    unlocking.unlock_store(encrypted, PASSPHRASE)
    with pytest.raises(DamagedStoreError):
        database.open_store(encrypted)


@pytest.mark.parametrize("place", [2, 9, 500, 5000, 17 * 4096 + 1000, 30 * 4096 + 1000])
def test_what_is_salvaged_is_encrypted_as_well(encrypted: Path, place: int) -> None:
    unlocking.unlock_store(encrypted, PASSPHRASE)
    database.open_store(encrypted)
    for number in range(300):
        applications.add({"company": f"{WORD} {number}", "notes": "A long note. " * 40})
    backup.make(encrypted / database.FILE_NAME, encrypted / backup.FOLDER, reason="daily")
    database.close_store()
    store = encrypted / database.FILE_NAME
    content = bytearray(store.read_bytes())
    content[place] ^= 4
    for page in range(len(content) // 4096 - 20, len(content) // 4096 - 10):
        content[page * 4096 + 40] ^= 1
    store.write_bytes(content)
    encryption.wipe()
    with suppress(DamagedStoreError):
        unlocking.unlock(store, PASSPHRASE, [backup_list.listed(encrypted / backup.FOLDER)[0].path])
    repaired = repairing.repair(encrypted)
    assert repaired.report.problems == []
    assert readable(encrypted) == []
    database.open_store(encrypted)
    assert len(companies()) > 100
    assert not list(encrypted.glob("*salvag*"))
    database.close_store()


@pytest.mark.parametrize("place", [2, 9, 500, 4095])
def test_a_broken_first_page_costs_nothing_that_came_after_the_backup(
    encrypted: Path, place: int
) -> None:
    unlocking.unlock_store(encrypted, PASSPHRASE)
    database.open_store(encrypted)
    backup.make(encrypted / database.FILE_NAME, encrypted / backup.FOLDER, reason="daily")
    for number in range(100):
        applications.add({"company": f"{WORD} {number}", "notes": "A long note. " * 40})
    database.close_store()
    store = encrypted / database.FILE_NAME
    content = bytearray(store.read_bytes())
    content[place] ^= 4
    store.write_bytes(content)
    encryption.wipe()
    with suppress(DamagedStoreError):
        unlocking.unlock(store, PASSPHRASE, [backup_list.listed(encrypted / backup.FOLDER)[0].path])

    repaired = repairing.repair(encrypted)

    assert repaired.report.problems == []
    assert readable(encrypted) == []
    database.open_store(encrypted)
    assert sorted(companies()) == sorted([WORD, *(f"{WORD} {number}" for number in range(100))])
    database.close_store()
    assert not list(encrypted.glob("*salvag*"))


def test_what_takes_the_place_of_an_encrypted_store_is_encrypted(
    encrypted: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    database.open_store(other)
    applications.add({"company": f"{WORD} elsewhere"})
    database.close_store()
    unlocking.unlock_store(encrypted, PASSPHRASE)
    restored = restoring.restore(encrypted, other / database.FILE_NAME)
    assert readable(encrypted) == []
    database.open_store(encrypted)
    assert companies() == [f"{WORD} elsewhere"]
    database.close_store()
    assert restored.before is not None
    restoring.restore(encrypted, restored.before)
    database.open_store(encrypted)
    assert companies() == [WORD]
    database.close_store()


def test_a_backup_with_a_passphrase_of_its_own(encrypted: Path, tmp_path: Path) -> None:
    copy = backup_list.listed(encrypted / backup.FOLDER)[0].path
    new = tmp_path / "new laptop"
    with pytest.raises(LockedError):
        restoring.look(copy)
    unlocking.unlock(copy, PASSPHRASE)
    database.make_folder(new)
    restoring.restore(new, copy)
    assert readable(new) == []
    encryption.wipe()
    with pytest.raises(LockedError):
        database.open_store(new)
    unlocking.unlock_store(new, PASSPHRASE)
    database.open_store(new)
    assert companies() == [WORD]
    database.close_store()


def test_a_backup_that_was_away_is_encrypted_when_it_is_back(
    encrypted: Path, tmp_path: Path
) -> None:
    stick = SecondPlace(tmp_path / "stick", "0123abcd")
    plain = tmp_path / "plain"
    database.open_store(plain)
    applications.add({"company": WORD})
    backup.make(plain / database.FILE_NAME, stick.own, reason="daily")
    database.close_store()
    unlocking.unlock_store(encrypted, PASSPHRASE)
    assert reencrypting.cover(encrypted, stick).rewritten == 1
    assert readable(stick.own) == []
    assert reencrypting.cover(encrypted, stick) == reencrypting.Covered()
    (copy,) = backup_list.listed(stick.own)
    assert restoring.look(copy.path)["applications"] == 1


def test_files_that_were_set_aside_are_named(folder: Path) -> None:
    (folder / "rebound-damaged-2026-11-20.db").write_bytes(WORD.encode() * 100)
    (folder / "rebound-damaged-2026-11-20.db-wal").write_bytes(WORD.encode() * 100)
    reencrypting.reencrypt(folder, encryption.new_key(PASSPHRASE))
    left = [each.name for each in reencrypting.cover(folder).left]
    assert left == ["rebound-damaged-2026-11-20.db", "rebound-damaged-2026-11-20.db-wal"]


def test_nothing_changes_where_the_disk_is_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / database.FILE_NAME).read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, "fsync", full)
    with pytest.raises(StoreError):
        reencrypting.reencrypt(folder, encryption.new_key(PASSPHRASE))
    assert (folder / database.FILE_NAME).read_bytes() == before
    assert not list(folder.glob("*encrypting*"))


def test_a_newer_encrypted_store_is_refused_and_not_touched(encrypted: Path) -> None:
    store = encrypted / database.FILE_NAME
    connection = sqlcipher.connect(str(store), isolation_level=None)
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    connection.execute("PRAGMA journal_mode = delete")
    connection.execute(f"PRAGMA user_version = {CURRENT + 5}")
    connection.close()
    before = store.read_bytes()
    unlocking.unlock_store(encrypted, PASSPHRASE)
    with pytest.raises(NewerStoreError):
        database.open_store(encrypted)
    assert store.read_bytes() == before
    assert not list(encrypted.glob("*-wal"))


def test_a_text_is_encrypted_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "archive"
    file.write_bytes(b"")
    key = encryption.new_key(PASSPHRASE)

    def put_all(put: object) -> int:
        assert callable(put)
        for number in range(3000):
            put(f"{WORD} {number} 面接 🙂\n" * 10)
        return 7

    assert encrypted_text.write(file, key, put_all) == 7
    assert WORD.encode() not in file.read_bytes()
    with pytest.raises(LockedError):
        encrypted_text.read(file)
    unlocking.unlock(file, PASSPHRASE)
    text = encrypted_text.read(file).decode()
    assert text == "".join(f"{WORD} {number} 面接 🙂\n" * 10 for number in range(3000))
    with pytest.raises(DamagedStoreError):
        restoring.look(file)


def test_a_store_is_no_archive(encrypted: Path) -> None:
    unlocking.unlock_store(encrypted, PASSPHRASE)
    with pytest.raises(DamagedStoreError, match="not an archive"):
        encrypted_text.read(encrypted / database.FILE_NAME)


@pytest.mark.parametrize("text", ["", "short", "aaaaaaaaaaaa", "       a "])
def test_a_weak_passphrase_is_refused_in_a_sentence(text: str) -> None:
    assert reencrypting.weakness(text).endswith(".")
    assert reencrypting.weakness(PASSPHRASE) == ""


def test_wiping_overwrites_the_key() -> None:
    key = encryption.new_key(PASSPHRASE)
    assert any(key.copy())
    encryption.hold(key)
    encryption.wipe()
    assert not any(key.copy())
    assert not encryption.is_any_held()
