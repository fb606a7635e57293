"""What the program writes is for its owner only, whatever the shell allows and was there before."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rebound_desktop.store import applications, backup, database

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights as Unix has them")
_PATIENCE_S = 180
_MODULE = [sys.executable, "-m", "rebound_desktop"]
_SCRIPT = Path(sys.executable).with_name("rebound")
COMMANDS = [
    pytest.param(_MODULE, id="module"),
    pytest.param(
        [str(_SCRIPT)],
        id="script",
        marks=pytest.mark.skipif(not _SCRIPT.exists(), reason="the script is not installed"),
    ),
]


def _environment(home: Path) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return {**clean, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}


def run(command: list[str], *arguments: str | Path) -> None:
    subprocess.run([*command, *map(str, arguments)], check=True, timeout=_PATIENCE_S, umask=0o022)


def _backups(place: Path) -> int:
    return len(list(place.rglob("rebound-*.db")))


@contextmanager
def window(
    command: list[str], home: Path, places: list[Path], *arguments: str | Path
) -> Iterator[None]:
    """Run the window until the backup of the day is in each of some places, and end it."""
    before = [_backups(place) for place in places]
    process = subprocess.Popen(
        [*command, *map(str, arguments)], env=_environment(home), umask=0o022
    )
    try:
        until = time.monotonic() + _PATIENCE_S
        while any(_backups(place) == was for place, was in zip(places, before, strict=True)):
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        yield
        process.send_signal(signal.SIGTERM)
        assert process.wait(_PATIENCE_S) == 0
    finally:
        process.kill()
        process.wait()


def open_to_others(*places: Path) -> list[str]:
    """Return what somebody else may look into, below and with some places."""
    everything = [each for place in places for each in (place, *place.rglob("*"))]
    return [str(each) for each in everything if _rights(each) & 0o077]


def _rights(file: Path) -> int:
    try:
        return stat.S_IMODE(file.lstat().st_mode)
    except FileNotFoundError:  # a running window renames and removes its temporary files
        return 0


@pytest.mark.parametrize("command", COMMANDS)
def test_whatever_is_written_is_for_its_owner(tmp_path: Path, command: list[str]) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    folder = tmp_path / "deep" / "data"
    folder.parent.mkdir()
    folder.mkdir(0o700)
    (folder / "settings.json").write_text(f'{{"backup_folder": "{stick}"}}')
    with window(command, tmp_path, [folder / backup.FOLDER, stick], "--data-dir", folder):
        assert open_to_others(folder, *stick.iterdir()) == []
    assert open_to_others(folder, *stick.iterdir()) == []

    out = tmp_path / "out"
    out.mkdir(0o700)
    run(command, "--data-dir", folder, "export", out / "all.json")
    run(command, "--data-dir", folder, "backup", out / "copy.db")
    run(command, "--data-dir", folder, "restore", out / "copy.db")
    run(command, "--data-dir", tmp_path / "new", "import", out / "all.json")
    assert open_to_others(folder, out, tmp_path / "new") == []


def _leave_open(folder: Path) -> None:
    """Make a store such as one that was copied from a stick, where everything is open to all."""
    database.open_store(folder)
    applications.add({"company": "Northwind"})
    database.close_store()
    copy = folder / backup.FOLDER / "rebound-2025-01-01-080000-daily.db"
    copy.parent.mkdir(exist_ok=True)
    shutil.copy(folder / database.FILE_NAME, copy)
    for name in ("settings.json", "logs/rebound.log", "logs/crash-2025-01-01-080000.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("{}")
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o755 if each.is_dir() else 0o644)


def test_what_was_open_to_others_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / ".local" / "share" / "Rebound"
    _leave_open(folder)
    with window(_MODULE, tmp_path, [folder / backup.FOLDER]):
        pass
    assert open_to_others(folder) == []


def test_a_folder_that_the_person_chose_keeps_its_rights(tmp_path: Path) -> None:
    folder = tmp_path / "Documents"
    _leave_open(folder)
    foreign = folder / "recipe.txt"
    foreign.write_text("flour")
    foreign.chmod(0o644)
    with window(_MODULE, tmp_path, [folder / backup.FOLDER], "--data-dir", folder):
        pass
    assert open_to_others(folder) == [str(folder), str(foreign)]
