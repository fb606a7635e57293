"""How commands come at a store beside programs that have it, too."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop import command_line, store_access
from rebound_desktop.store import applications, connecting, database, reencrypting
from rebound_desktop.store.encryption import is_encrypted, new_key
from rebound_desktop.store.errors import InUseError

Captured = pytest.CaptureFixture[str]
READER = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN")
connection.execute("SELECT * FROM applications").fetchall()
print("reading", flush=True)
sys.stdin.read()
connection.execute("COMMIT")
connection.close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    database.open_store(made)
    applications.add({"company": "Northwind"})
    database.close_store()
    return made


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait for another program."""
    monkeypatch.setattr(connecting, "PATIENCE_MS", 1)
    bind = database.database.bind
    monkeypatch.setattr(
        database.database,
        "bind",
        lambda file, pragmas, way="write": bind(file, {**pragmas, "busy_timeout": 1}, way),
    )


@contextmanager
def read_elsewhere(folder: Path) -> Iterator[None]:
    """Let another program read the store of a folder until the end of the block."""
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(folder / database.FILE_NAME)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reading\n"
        yield
        reader.communicate()
    assert reader.returncode == 0


def test_what_is_saved_outlives_who_read_before(folder: Path) -> None:
    """A log must not go by its name: the reader would take that of the writer with it."""
    with store_access.alone(folder):
        reading = read_elsewhere(folder)
        reading.__enter__()
    database.open_store(folder)
    applications.add({"company": "Contoso"})
    database.close_store()
    reading.__exit__(None, None, None)

    database.open_store(folder)
    assert {each.company for each in applications.open_ones()} == {"Northwind", "Contoso"}
    database.close_store()


@pytest.mark.usefixtures("impatient")
def test_a_store_is_not_replaced_under_who_began_to_read_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_under = reencrypting.backup.copy_under
    reading = read_elsewhere(folder)

    def copied(*given: object) -> None:
        copy_under(*given)  # type: ignore[arg-type]
        reading.__enter__()

    monkeypatch.setattr(reencrypting.backup, "copy_under", copied)
    with pytest.raises(InUseError, match="another program"):
        reencrypting.reencrypt(folder, new_key("correct horse battery"))
    reading.__exit__(None, None, None)

    assert not is_encrypted(folder / database.FILE_NAME)
    assert not list(folder.glob("*.encrypting*"))


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("command", [["check"], ["export", "-"]], ids=" ".join)
def test_what_another_program_writes_is_not_read_past_its_lock(
    folder: Path, command: list[str], capsys: Captured
) -> None:
    other = sqlcipher.connect(str(folder / database.FILE_NAME), isolation_level=None)
    other.execute("PRAGMA journal_mode = delete")
    other.execute("PRAGMA journal_mode = memory")
    other.execute("PRAGMA cache_size = 1")
    other.execute("BEGIN EXCLUSIVE")
    for number in range(300):
        other.execute("UPDATE applications SET notes = ?", (f"{number} " + "word " * 900,))

    status = command_line.run(["--data-dir", str(folder), *command])

    other.execute("ROLLBACK")
    other.close()
    said = capsys.readouterr()
    assert (status, said.out) == (3, "")
    assert "another program uses the store" in said.err
    assert said.err.count("\n") == 1
