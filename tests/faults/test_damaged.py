"""Flipped bits, files cut short, damaged backups: noticed, set aside, and a way back offered."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rebound_desktop.exchange import sample_data
from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    check,
    database,
    record_shapes,
    records,
    repairing,
    restoring,
    salvage,
    versions,
)
from rebound_desktop.store.errors import (
    DamagedStoreError,
    LostStoreError,
    NewerStoreError,
    StoreError,
)
from rebound_desktop.store.migrations import CURRENT

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with sample data and a backup of all of it."""
    folder = tmp_path_factory.mktemp("whole") / "data"
    database.open_store(folder)
    sample_data.fill()
    for number in range(150):
        applications.add({"company": f"Firm {number}", "notes": "A long note. " * 40})
    backup.make(folder / database.FILE_NAME, folder / backup.FOLDER, reason="daily")
    database.close_store()
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "data"))


def counts() -> dict[str, int]:
    return {name: records.count(name) for name in record_shapes.NAMES}


def all_of(folder: Path) -> dict[str, int]:
    database.open_store(folder)
    found = counts()
    database.close_store()
    return found


def change(folder: Path, work: Callable[[bytearray], None]) -> None:
    store = folder / database.FILE_NAME
    content = bytearray(store.read_bytes())
    work(content)
    store.write_bytes(content)


@pytest.mark.parametrize("step", [13, 37, 211])
def test_whatever_the_pages_say_reading_them_comes_to_an_end(folder: Path, step: int) -> None:
    def spoil(content: bytearray) -> None:
        for place in range(2 * PAGE, len(content), step):
            content[place] ^= 1

    change(folder, spoil)
    damaged = (folder / database.FILE_NAME).read_bytes()
    try:
        repairing.repair(folder)
    except StoreError:  # nothing at all can be read
        left = folder / database.FILE_NAME
    else:
        assert sum(all_of(folder).values()) > 0
        (left,) = folder.glob("rebound-damaged-*.db")
    assert left.read_bytes() == damaged


@pytest.mark.parametrize("table", ["people", "stories", "applications"])
def test_a_store_whose_schema_lost_a_word_is_mended_or_replaced(folder: Path, table: str) -> None:
    before = all_of(folder)

    def misspell(content: bytearray) -> None:
        at = content.index(b"id INTEGER", content.index(f"CREATE TABLE {table} (".encode()))
        content[at + 1] ^= 1

    change(folder, misspell)
    damaged = (folder / database.FILE_NAME).read_bytes()
    with pytest.raises(DamagedStoreError):
        database.open_store(folder)
    repairing.repair(folder)
    assert all_of(folder)["events"] == before["events"]

    (folder / database.FILE_NAME).write_bytes(damaged)
    restoring.restore(folder, backup_list.latest(folder / backup.FOLDER))
    assert all_of(folder) == before


def test_edits_are_salvaged_with_the_records(folder: Path) -> None:
    """Without them another laptop's older text would count as the later one."""
    database.open_store(folder)
    applications.edit(1, {"notes": "They called."})
    edits = versions.edits_by_record()
    database.close_store()
    assert len(edits) == 1

    salvage.salvage(folder)

    database.open_store(folder)
    found = versions.edits_by_record()
    database.close_store()
    assert {uuid: found[uuid] for uuid in edits} == edits


@pytest.mark.parametrize("seed", range(6))
def test_bits_flipped_in_a_hundred_pages(whole: Path, folder: Path, seed: int) -> None:
    chance = random.Random(seed)

    def flip(content: bytearray) -> None:
        pages = range(len(content) // PAGE)
        for page in chance.sample(pages, min(100, len(pages))):
            content[page * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)

    change(folder, flip)
    before = (folder / database.FILE_NAME).read_bytes()

    try:
        database.open_store(folder)
    except DamagedStoreError:
        assert (folder / database.FILE_NAME).read_bytes() == before, "it was touched"
    else:
        # Every page still fits; that something changed is said all the same.
        assert database.was_changed_outside()
        database.close_store()

    copy = backup_list.latest(folder / backup.FOLDER)
    assert copy is not None
    restored = restoring.restore(folder, copy)
    assert restored.before is not None
    assert all_of(folder) == all_of(whole)
    assert check.verify(folder).problems == []


@pytest.mark.parametrize("seed", range(4))
def test_what_is_still_readable_is_salvaged(whole: Path, folder: Path, seed: int) -> None:
    chance = random.Random(100 + seed)

    def break_pages(content: bytearray) -> None:
        pages = len(content) // PAGE
        content[:PAGE] = bytes(PAGE)  # the way to every table
        for page in chance.sample(range(1, pages), pages // 10):
            content[page * PAGE : page * PAGE + 8] = b"\xff" * 8

    change(folder, break_pages)

    repaired = repairing.repair(folder)

    assert repaired.report.problems == []
    database.open_store(folder)
    assert records.count("applications") > 100
    assert any(each.company.startswith("Firm ") for each in applications.open_ones())
    database.close_store()
    assert [each.name[:16] for each in folder.glob("rebound-damaged-*.db")] == ["rebound-damaged-"]


@pytest.mark.parametrize("left", [0, 1, 50, 99, 100, 511, PAGE, PAGE + 1, 20 * PAGE + 7])
def test_a_file_that_was_cut_short(whole: Path, folder: Path, left: int) -> None:
    store = folder / database.FILE_NAME
    os.truncate(store, left)

    if left:
        with pytest.raises(DamagedStoreError):
            database.open_store(folder)
        assert store.stat().st_size == left
    copy = backup_list.latest(folder / backup.FOLDER)
    assert copy is not None
    restoring.restore(folder, copy)
    assert all_of(folder) == all_of(whole)


def test_a_log_that_was_cut_short_loses_its_end_only(tmp_path: Path) -> None:
    opened, crashed = tmp_path / "opened", tmp_path / "crashed"
    database.open_store(opened)
    for number in range(30):
        applications.add({"company": f"Firm {number}"})
    crashed.mkdir()
    for name in (database.FILE_NAME, f"{database.FILE_NAME}-wal"):
        shutil.copy(opened / name, crashed / name)
    database.close_store()
    log = crashed / f"{database.FILE_NAME}-wal"
    os.truncate(log, log.stat().st_size - 5000)

    database.open_store(crashed)
    there = {each.company for each in applications.open_ones()}
    database.close_store()
    assert {"Firm 0", "Firm 20"} <= there
    assert check.verify(crashed).problems == []


def test_a_damaged_backup_is_passed_over(folder: Path) -> None:
    copies = folder / backup.FOLDER
    newer = copies / "rebound-2099-01-01-080000-daily.db"
    newer.write_bytes(b"\xff" * 10 * PAGE)

    with pytest.raises(StoreError):
        restoring.restore(folder, newer)
    assert all_of(folder)["applications"] > 100


def test_a_newer_store_and_a_newer_backup_are_left_alone(folder: Path) -> None:
    def age(content: bytearray) -> None:
        content[60:64] = (CURRENT + 7).to_bytes(4)

    change(folder, age)
    before = (folder / database.FILE_NAME).read_bytes()
    with pytest.raises(NewerStoreError):
        database.open_store(folder)
    assert (folder / database.FILE_NAME).read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [(), ("export", "-"), ("check",), ("check", "--repair"), ("backup", "x.db")]
)
def test_no_traceback_on_the_screen(folder: Path, arguments: tuple[str, ...]) -> None:
    def break_it(content: bytearray) -> None:
        for page in range(3, 30):
            content[page * PAGE : page * PAGE + 30] = b"\xff" * 30

    change(folder, break_it)
    done = subprocess.run(
        [sys.executable, "-m", "rebound_desktop", "--data-dir", str(folder), *arguments],
        capture_output=True,
        text=True,
        timeout=180,
        cwd=folder.parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode == (0 if "--repair" in arguments else 1)


@pytest.mark.parametrize("emptied", [True, False])
@pytest.mark.parametrize("with_backups", [True, False])
def test_a_store_that_is_gone_is_no_first_start(
    folder: Path, emptied: bool, with_backups: bool
) -> None:
    store = folder / database.FILE_NAME
    if emptied:
        os.truncate(store, 0)
    else:
        store.unlink()
    if not with_backups:
        shutil.rmtree(folder / backup.FOLDER)

    with pytest.raises(LostStoreError, match="used before"):
        database.open_store(folder)
    assert store.exists() == emptied
    assert not emptied or store.stat().st_size == 0
    assert (folder / "rebound.seal").exists()

    # Whoever wants to begin anew can.
    database.open_store(folder, new=True)
    applications.add({"company": "Firm new"})
    database.close_store()
    assert all_of(folder)["applications"] == 1


def test_a_store_that_is_gone_comes_back_from_a_backup(whole: Path, folder: Path) -> None:
    (folder / database.FILE_NAME).unlink()
    copy = backup_list.latest(folder / backup.FOLDER)
    assert copy is not None
    restoring.restore(folder, copy)
    assert all_of(folder) == all_of(whole)
