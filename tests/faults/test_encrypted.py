"""The faults again, with a passphrase: killed, cut off, damaged; and no word on the disk."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from rebound_desktop.exchange import sample_data
from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    check,
    database,
    encryption,
    record_shapes,
    records,
    reencrypting,
    restoring,
    unlocking,
)
from rebound_desktop.store.errors import DamagedStoreError

WRITER = Path(__file__).with_name("writer.py")
PASSPHRASE = "correct horse battery"
WORD = b"quetzalcoatl"
PAGE = 4096


def encrypted(folder: Path) -> None:
    """Encrypt the closed store of a folder and its backups; the key stays in hand."""
    reencrypting.reencrypt(folder, encryption.new_key(PASSPHRASE))
    reencrypting.cover(folder)


def files_with_words(folder: Path) -> list[str]:
    return [
        each.name
        for each in folder.rglob("*")
        if each.is_file() and WORD in each.read_bytes().lower()
    ]


def kill_after(lines: int, *arguments: str | Path) -> list[str]:
    """Let a writer say so many lines, kill it, and return all it said."""
    process = subprocess.Popen(
        [sys.executable, str(WRITER), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{PASSPHRASE}\n")
    process.stdin.flush()
    said = [process.stdout.readline() for _ in range(lines)]
    process.kill()
    rest, errors = process.communicate()
    assert "Traceback" not in errors
    return [each.strip() for each in (*said, *rest.splitlines(keepends=True)) if "\n" in each]


@pytest.mark.parametrize("seed", range(3))
def test_every_confirmed_write_is_found_and_no_word_of_it_on_the_disk(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "data"
    database.open_store(folder)
    database.close_store()
    encrypted(folder)
    expected: dict[int, str] = {}
    for first in range(0, 40, 10):
        for line in kill_after(chance.randrange(1, 12), "write-words", folder, first):
            kind, _, rest = line.partition(" ")
            if kind == "application":
                number, _, company = rest.partition(" ")
                expected[int(number)] = company
        assert files_with_words(folder) == []
    assert expected
    database.open_store(folder)
    for number, company in expected.items():
        found = applications.get(number)
        assert found is not None
        assert found.company == company
    database.close_store()
    assert check.verify(folder).problems == []


@pytest.mark.parametrize("seed", range(10))
def test_killed_while_the_passphrase_is_set_it_is_one_or_the_other(
    tmp_path: Path, seed: int
) -> None:
    folder = tmp_path / "data"
    database.open_store(folder)
    for number in range(50):
        applications.add({"company": f"Quetzalcoatl {number}", "notes": "A long note. " * 40})
    for reason in ("daily", "import"):
        backup.make(folder / database.FILE_NAME, folder / backup.FOLDER, reason=reason)
    database.close_store()

    kill_after(random.Random(seed).randrange(1, 12), "encrypt", folder)

    if encryption.is_locked(folder / database.FILE_NAME):
        unlocking.unlock_store(folder, PASSPHRASE)
    database.open_store(folder)
    assert len(applications.open_ones()) == 50
    database.close_store()
    assert check.verify(folder).problems == []
    if encryption.is_any_held():
        # The next start goes on where it was cut off.
        assert reencrypting.cover(folder).left == []
        assert files_with_words(folder) == []
        assert not list(folder.rglob("*.unfinished*"))
    for each in backup_list.listed(folder / backup.FOLDER):
        assert restoring.look(each.path)["applications"] == 50


@pytest.mark.parametrize("seed", range(4))
def test_bits_flipped_in_a_hundred_pages(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "data"
    database.open_store(folder)
    sample_data.fill()
    backup.make(folder / database.FILE_NAME, folder / backup.FOLDER, reason="daily")
    before = {name: records.count(name) for name in record_shapes.NAMES}
    database.close_store()
    encrypted(folder)
    encryption.wipe()
    store = folder / database.FILE_NAME
    content = bytearray(store.read_bytes())
    chance = random.Random(seed)
    pages = range(len(content) // PAGE)
    for page in chance.sample(pages, min(100, len(pages))):
        content[page * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
    store.write_bytes(content)

    copy = backup_list.latest(folder / backup.FOLDER)
    assert copy is not None
    unlocking.unlock(copy, PASSPHRASE)
    with pytest.raises(DamagedStoreError):
        database.open_store(folder)
    assert store.read_bytes() == content
    restoring.restore(folder, copy)
    database.open_store(folder)
    assert {name: records.count(name) for name in record_shapes.NAMES} == before
    database.close_store()
    assert encryption.salt_of(store) is not None
