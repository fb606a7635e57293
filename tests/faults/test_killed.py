"""Killed at any moment: what was confirmed is there, and the store opens."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rebound_desktop.store import applications, check, database, stories
from rebound_desktop.store.migrations import CURRENT

WRITER = Path(__file__).with_name("writer.py")
STORED = Path(__file__).parents[1] / "data" / f"schema-{CURRENT}.db"


def started(*arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WRITER), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kill_after(process: subprocess.Popen[str], lines: int) -> list[str]:
    """Let a writer say so many lines, kill it, and return all that it said."""
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(lines)]
    process.kill()
    rest, errors = process.communicate()
    assert "Traceback" not in errors
    # A line that was cut off says nothing for sure.
    return [each.strip() for each in (*said, *rest.splitlines(keepends=True)) if "\n" in each]


def confirmed(said: list[str]) -> dict[tuple[str, int], str]:
    """Return the last thing that was confirmed of each record."""
    found = {}
    for line in said:
        kind, _, rest = line.partition(" ")
        if kind in ("application", "story"):
            number, _, text = rest.partition(" ")
            found[kind, int(number)] = text
    return found


@pytest.mark.parametrize("seed", range(5))
def test_every_confirmed_write_is_found(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "data"
    expected: dict[tuple[str, int], str] = {}
    first = 0
    while first < 40:
        process = started("write", folder, first, 40 - first)
        said = kill_after(process, chance.randrange(1, 30))
        expected |= confirmed(said)
        first += max(1, len(said) - 1)

    database.open_store(folder)
    lost = []
    for (kind, number), text in expected.items():
        if kind == "application":
            application = applications.get(number)
            found = application.company if application is not None else None
        else:
            story = stories.get(number)
            # What was typed later may be there as well, confirmed or not.
            found = text if story is not None and story.action >= text else None
        if found != text:
            lost.append((kind, number, text))
    database.close_store()
    assert lost == []
    assert expected
    assert check.verify(folder).problems == []


@pytest.mark.parametrize("seed", range(20))
def test_a_migration_is_there_whole_or_not_at_all(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(STORED, folder / database.FILE_NAME)

    kill_after(started("migrate", folder), random.Random(seed).randrange(1, 14))

    # The older program still opens it, unless the newer one had come to its end.
    store = folder / database.FILE_NAME
    version = database.schema_of(store)
    assert version in (CURRENT, CURRENT + 1)
    if version == CURRENT:
        database.open_store(folder)
        assert stories.get(1) is not None
        database.close_store()
        assert check.verify(folder).problems == []
