"""The command line, as somebody types it: what it prints, how it ends, what it leaves."""

import errno
import gc
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop import __main__ as main
from rebound_desktop import __version__, app, command_line
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.desktop.single_instance import SingleInstance
from rebound_desktop.exchange import archive, sample_data
from rebound_desktop.store import applications, backup, check, database, stories, trouble
from rebound_desktop.store.migrations import CURRENT

STORED = Path(__file__).parent / "data"
Captured = pytest.CaptureFixture[str]


def rebound(
    *arguments: str | Path, home: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own, without a screen unless one is named."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    if home is not None:
        kept |= {"HOME": str(home), "XDG_DATA_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "rebound_desktop", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env=kept | environment,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one application, closed."""
    made = tmp_path / "data"
    database.open_store(made)
    applications.add({"company": "Northwind “再见”"})
    database.close_store()
    return made


def run(*arguments: str | Path) -> int:
    return command_line.run([str(each) for each in arguments])


def test_version_and_help(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--version")
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"rebound {__version__}\n"
    with pytest.raises(SystemExit) as ended:
        run("--help")
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    for command in ("export", "import", "check", "backup", "match", "demo", "--data-dir"):
        assert command in shown


@pytest.mark.parametrize("command", ["export", "import", "check", "backup", "match", "demo"])
def test_each_command_explains_itself(command: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        run(command, "--help")
    assert ended.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 6


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["--bogus"],
        ["export"],
        ["import"],
        ["import", ""],
        ["export", "a", "b"],
        ["--data-dir"],
        ["--data-dir", ""],
        ["check", "--data"],
        ["demo", "--pictures"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2
    assert "usage: rebound" in capsys.readouterr().err


def test_export_and_import(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"

    assert run("export", first, "--data-dir", folder) == 0
    assert capsys.readouterr().out == f"2 records written to {first}.\n"
    assert run("--data-dir", tmp_path / "new" / "place", "import", first) == 0
    assert capsys.readouterr().out == "2 new, 0 already there.\n"
    assert run("import", first, "--data-dir", tmp_path / "new" / "place") == 0
    assert capsys.readouterr().out == "0 new, 2 already there.\n"
    assert run("export", second, "--data-dir", tmp_path / "new" / "place") == 0

    assert first.read_bytes() == second.read_bytes()
    if os.name == "posix":
        assert stat.S_IMODE(first.stat().st_mode) == 0o600


def test_two_stores_are_merged(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    first, second, other = tmp_path / "first.json", tmp_path / "second.json", tmp_path / "other"
    run("export", first, "--data-dir", folder)
    run("import", first, "--data-dir", other)
    database.open_store(folder)
    applications.add({"company": "Tailspin"})
    applications.edit(1, {"notes": "They called."})
    database.close_store()
    database.open_store(other)
    applications.edit(1, {"notes": "They wrote."})
    database.close_store()
    run("export", first, "--data-dir", folder)
    run("export", second, "--data-dir", other)
    capsys.readouterr()

    assert run("merge", first, "--dry-run", "--data-dir", other) == 0
    said = capsys.readouterr().out
    assert said == (
        "2 new, 1 changed, 0 deleted, 1 as they were.\n"
        "Both texts were kept: application, notes, Northwind “再见”\n"
    )
    assert not (other / backup.FOLDER).exists()
    assert run("merge", first, "--data-dir", other) == 0
    assert capsys.readouterr().out == said
    assert run("merge", first, "--data-dir", other) == 0
    assert capsys.readouterr().out == "0 new, 0 changed, 0 deleted, 4 as they were.\n"
    assert run("merge", second, "--data-dir", folder) == 0

    run("export", first, "--data-dir", folder)
    run("export", second, "--data-dir", other)
    assert first.read_bytes() == second.read_bytes()


def test_a_dry_run_makes_no_store(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    run("export", tmp_path / "x.json", "--data-dir", folder)
    capsys.readouterr()

    assert run("merge", tmp_path / "x.json", "--dry-run", "--data-dir", tmp_path / "no") == 0

    assert capsys.readouterr().out == "2 new, 0 changed, 0 deleted, 0 as they were.\n"
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("schema", range(1, CURRENT + 1))
def test_a_dry_run_leaves_every_byte_of_an_older_store(
    tmp_path: Path, schema: int, capsys: Captured
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    shutil.copy(STORED / f"schema-{schema}.db", data / database.FILE_NAME)
    database.open_store(tmp_path / "other")
    stories.add({"title": "Kept the light on"})
    archive.export_file(tmp_path / "x.json")
    database.close_store()
    before = [(each.name, each.read_bytes()) for each in data.iterdir()]

    assert run("merge", tmp_path / "x.json", "--dry-run", "--data-dir", data) == 0

    assert capsys.readouterr().out.startswith("1 new, 0 changed, 0 deleted, ")
    assert [(each.name, each.read_bytes()) for each in data.iterdir()] == before


def test_a_dry_run_looks_at_a_store_that_is_open(
    folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    run("export", tmp_path / "x.json", "--data-dir", folder)
    capsys.readouterr()
    database.open_store(folder)
    applications.edit(1, {"role": "Keeper"})

    done = rebound("merge", tmp_path / "x.json", "--dry-run", "--data-dir", folder)

    database.close_store()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "0 new, 0 changed, 0 deleted, 2 as they were.\n"


def test_an_archive_on_standard_output(folder: Path) -> None:
    done = rebound("export", "-", "--data-dir", folder)

    assert done.returncode == 0
    assert done.stderr == ""
    assert json.loads(done.stdout)["applications"][0]["company"] == "Northwind “再见”"


def test_who_stops_reading_is_not_scolded(folder: Path, tmp_path: Path) -> None:
    database.open_store(folder)
    applications.add({"company": "Contoso", "notes": "word " * 200_000})
    database.close_store()
    with subprocess.Popen(
        [sys.executable, "-m", "rebound_desktop", "export", "-", "--data-dir", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        complaint = process.stderr.read()
        assert process.wait(60) == 0
    assert complaint == b""


def test_an_export_reads_a_store_that_is_open(folder: Path, tmp_path: Path) -> None:
    database.open_store(folder)
    applications.add({"company": "Contoso"})
    try:
        done = rebound("export", tmp_path / "x.json", "--data-dir", folder)
    finally:
        database.close_store()

    assert done.returncode == 0
    assert len(json.loads((tmp_path / "x.json").read_text("utf-8"))["applications"]) == 2


@pytest.mark.parametrize("command", ["import", "merge"])
def test_an_import_waits_for_nobody(
    folder: Path, tmp_path: Path, capsys: Captured, command: str
) -> None:
    run("export", tmp_path / "x.json", "--data-dir", folder)
    window = SingleInstance(folder)
    assert window.acquire()
    capsys.readouterr()
    try:
        assert run(command, tmp_path / "x.json", "--data-dir", folder) == 3
    finally:
        window.release()

    assert capsys.readouterr().err == (
        "rebound: Rebound is open on this store; close its window, then try again.\n"
    )
    assert run(command, tmp_path / "x.json", "--data-dir", folder) == 0


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "The file is empty."),
        (b"{", "The file is not whole or not JSON"),
        (b'{"format": "rebound-archive", "version": 9}', "newer Rebound"),
        (
            b'{"format": "rebound-archive", "version": 1, "stories": [{"uuid": "'
            b'11111111-1111-4111-8111-111111111111", "title": "a"}, {"title": 7}]}',
            "stories[1].uuid: is missing.",
        ),
        (
            b'{"format": "rebound-archive", "version": 1, "reasons": [{"uuid": "'
            b'11111111-1111-4111-8111-111111111111", "code": "fit", "rejection": '
            b'"22222222-2222-4222-8222-222222222222"}]}',
            "reasons[0].rejection: refers to a record",
        ),
    ],
)
@pytest.mark.parametrize("command", ["import", "merge"])
def test_a_refused_archive_is_one_sentence(
    folder: Path, tmp_path: Path, content: bytes, expected: str, command: str, capsys: Captured
) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    before = (folder / database.FILE_NAME).read_bytes()

    assert run(command, file, "--data-dir", folder) == 1

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"rebound: {file}: ")
    assert told.err.count("\n") == 1
    assert expected in told.err
    assert (folder / database.FILE_NAME).read_bytes() == before
    assert not (folder / "backups").exists()


def test_a_refused_archive_makes_no_store(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "x.json").write_bytes(b"[]")

    assert run("import", tmp_path / "x.json", "--data-dir", tmp_path / "new") == 1
    assert not (tmp_path / "new").exists()


def test_files_that_are_none(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", tmp_path / "nothing.json", "--data-dir", folder) == 1
    assert "No such file" in capsys.readouterr().err
    assert run("import", tmp_path, "--data-dir", folder) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert run("export", tmp_path, "--data-dir", folder) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert run("export", tmp_path / "no" / "x.json", "--data-dir", folder) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["export", "check", "backup"])
def test_a_mistyped_folder_is_not_made(command: str, tmp_path: Path, capsys: Captured) -> None:
    file = [] if command == "check" else [tmp_path / "x"]

    assert run(command, *file, "--data-dir", tmp_path / "typo") == 1
    assert capsys.readouterr().err.startswith("rebound: There is no ")
    assert list(tmp_path.iterdir()) == []


def test_check(folder: Path, capsys: Captured) -> None:
    assert run("check", "--data-dir", folder) == 0
    assert capsys.readouterr().out.endswith("Everything is in order.\n")

    database.open_store(folder)
    database.database.execute_sql("UPDATE applications SET stage = 'offer'")
    database.close_store()

    assert run("check", "--data-dir", folder) == 1
    shown = capsys.readouterr().out
    assert "Problem: " in shown
    assert shown.endswith("Something is not in order.\n")


def test_backup(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    copy = tmp_path / "copy" / "rebound.db"
    copy.parent.mkdir()

    assert run("backup", copy, "--data-dir", folder) == 0
    assert run("check", "--data-dir", copy.parent) == 0
    capsys.readouterr()
    assert run("backup", folder / database.FILE_NAME, "--data-dir", folder) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_window_without_a_screen_is_one_sentence(tmp_path: Path) -> None:
    for arguments in ([], ["--data-dir", tmp_path / "x"], ["demo"]):
        done = rebound(*arguments, home=tmp_path)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "screen" in done.stderr
    if sys.platform.startswith("linux"):
        assert rebound("--data-dir", tmp_path, QT_QPA_PLATFORM="xcb").returncode == 1


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for arguments in ([], ["check"], ["import", tmp_path / "file"], ["export", tmp_path / "x"]):
        done = rebound("--data-dir", tmp_path / "file", *arguments, QT_QPA_PLATFORM="offscreen")
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1, done.stderr
        assert "Traceback" not in done.stderr


def test_pictures_need_no_screen(tmp_path: Path) -> None:
    done = rebound("demo", "--pictures", tmp_path / "pictures", home=tmp_path / "home")

    assert done.returncode == 0, done.stderr
    names = {each.name for each in (tmp_path / "pictures").iterdir()}
    for page in ("today", "rejections", "applications", "people", "strengths"):
        assert {f"{page}-light.png", f"{page}-dark.png", f"{page}-small-light.png"} <= names
    for step in range(1, 10):
        for scheme in ("light", "dark"):
            assert [name for name in names if name.startswith(f"wizard-{step}-")], step
            assert [name for name in names if name.endswith(f"{scheme}.png")]
    head = (tmp_path / "pictures" / "today-light.png").read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1280, 800)
    assert not (tmp_path / "home").exists(), "the demonstration leaves nothing behind"


def test_the_demonstration_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def window(folder: Path, *, throw_away: bool = False) -> int:
        assert throw_away, "the window says that this is sample data"
        assert Settings(folder).values.name == "Maya"
        database.open_store(folder)
        assert len(applications.open_ones()) == 5
        database.close_store()
        opened.append(folder)
        return 0

    monkeypatch.setattr(app, "run", window)

    assert run("demo") == 0
    assert len(opened) == 1
    assert not opened[0].exists()


def test_sample_data_of_today_can_be_exported(tmp_path: Path, capsys: Captured) -> None:
    database.open_store(tmp_path / "data")
    sample_data.fill()
    database.close_store()

    assert run("export", tmp_path / "x.json", "--data-dir", tmp_path / "data") == 0
    assert run("check", "--data-dir", tmp_path / "data") == 0


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A data folder with three stories, one of them retired, closed."""
    made = tmp_path / "vault"
    database.open_store(made)
    stories.add({"title": "Calmed a client", "action": "I listened to an angry customer."})
    stories.add({"title": "Tended roses", "action": "I watered them."})
    stories.retire(stories.add({"title": "Old client", "action": "A customer, long ago."}).id)
    database.close_store()
    return made


def test_match_prints_the_stories_that_fit_as_json(
    tmp_path: Path, vault: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    advert = tmp_path / "advert.txt"
    advert.write_text("You look after our clients.", encoding="utf-16")
    before = (vault / "rebound.db").read_bytes()

    assert run("match", advert, "--data-dir", vault, "--json") == 0

    first, *_ = found = json.loads(capfd.readouterr().out)
    assert first["title"] == "Calmed a client"
    assert 0 < first["score"] <= 1
    assert "customer" in " ".join(first["because"])
    assert set(first) == {"id", "title", "score", "because"}
    assert len(first["id"]) == 36
    assert "Old client" not in [each["title"] for each in found]
    assert (vault / "rebound.db").read_bytes() == before


def test_match_prints_a_list_to_read(
    tmp_path: Path, vault: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    advert = tmp_path / "advert.txt"
    advert.write_text("You look after our clients.")

    assert run("match", advert, "--data-dir", vault) == 0
    assert "Calmed a client\n      " in capfd.readouterr().out
    advert.write_text("zzzz")
    assert run("match", advert, "--data-dir", vault) == 0
    assert capfd.readouterr().out == "No story here shares a word with this advert.\n"
    assert run("match", advert, "--data-dir", vault, "--json") == 0
    assert json.loads(capfd.readouterr().out) == []


def test_match_takes_a_megabyte_and_a_script_without_spaces(tmp_path: Path, vault: Path) -> None:
    advert = tmp_path / "advert.txt"
    for text in ("You look after clients. " * 45_000, "顧客対応とチームの管理" * 30_000):
        advert.write_text(text, encoding="utf-8")
        assert run("match", advert, "--data-dir", vault, "--json") == 0


def test_match_refuses_what_is_no_advert_and_makes_nothing(
    tmp_path: Path, vault: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    advert = tmp_path / "advert.txt"
    for content in (b"", b"\x89PNG\r\n\x1a\n\0\0"):
        advert.write_bytes(content)
        assert run("match", advert, "--data-dir", vault, "--json") == 1
        out, error = capfd.readouterr()
        assert out == ""
        assert error.startswith("rebound: ")
        assert error.count("\n") == 1
    advert.write_text("You look after clients.")
    nowhere = tmp_path / "nowhere"
    assert run("match", advert, "--data-dir", nowhere) == 1
    assert "There is no store in" in capfd.readouterr().err
    assert not nowhere.exists()


def test_match_needs_no_qt(tmp_path: Path, vault: Path) -> None:
    advert = tmp_path / "advert.txt"
    advert.write_text("You look after clients.")
    code = (
        "import sys; from rebound_desktop import command_line; "
        f"command_line.run(['match', {str(advert)!r}, '--data-dir', {str(vault)!r}]); "
        "sys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_match_passes_over_a_part_without_a_word(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder, advert = tmp_path / "data", tmp_path / "advert.txt"
    database.open_store(folder)
    launch = {"situation": "-", "action": "I led the launch with customers"}
    stories.add({"title": "Led the launch", **launch})
    database.close_store()
    advert.write_text("You lead launches with customers.")

    assert run("match", advert, "--data-dir", folder) == 0
    assert "Led the launch" in capfd.readouterr().out


@pytest.mark.parametrize("error", [ValueError("Northwind"), KeyError("Northwind"), OSError(0, "")])
def test_what_nobody_foresaw_is_one_sentence_and_noted(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_given: object) -> None:
        raise error

    monkeypatch.setattr(check, "verify", fail)

    assert run("check", "--data-dir", folder) == 1
    out, said = capsys.readouterr()
    assert (out, said.count("\n")) == ("", 1)
    assert said.startswith(f"rebound: Something unexpected went wrong ({type(error).__name__}).")
    assert "What was saved before is safe." in said
    noted = folder / "logs" / "rebound.log"
    assert str(noted) in said
    written = noted.read_text(encoding="utf-8")
    assert "test_command_line.py" in written
    assert "Northwind" not in written + said


def test_what_nobody_foresaw_makes_no_folder(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "nowhere"
    monkeypatch.setattr(check, "verify", lambda *_given: [][0])

    assert run("check", "--data-dir", nowhere) == 1
    assert "could not be written down" in capsys.readouterr().err
    assert not nowhere.exists()


def test_a_window_that_cannot_be_made_ends_with_one_sentence(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_folder: Path) -> int:
        raise ValueError("Northwind")

    monkeypatch.setattr(app, "run", fail)
    monkeypatch.setattr(gc, "disable", lambda: None)

    assert main.open_window(folder) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Northwind" not in said
    assert (folder / "logs" / "rebound.log").is_file()


def test_a_dry_run_refuses_a_lost_store_as_the_merge_does(
    folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    run("export", tmp_path / "x.json", "--data-dir", folder)
    (folder / database.FILE_NAME).unlink()  # its seal is left
    capsys.readouterr()
    said = []
    for more in ([], ["--dry-run"]):
        assert run("merge", tmp_path / "x.json", *more, "--data-dir", folder) == 1
        said.append(capsys.readouterr())
    assert said[0] == said[1]
    assert "is gone or empty" in said[0].err


def test_a_dry_run_without_room_speaks_of_no_backup(
    folder: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", tmp_path / "x.json", "--data-dir", folder)
    capsys.readouterr()

    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup, "_copy", full)
    assert run("merge", tmp_path / "x.json", "--dry-run", "--data-dir", folder) == 3
    said = capsys.readouterr().err
    assert said.startswith("rebound: The copy to look into could not be made: the disk is full")
    assert "backup" not in said


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_dry_run_that_is_ended_leaves_no_copy(folder: Path, tmp_path: Path, name: str) -> None:
    run("export", tmp_path / "x.json", "--data-dir", folder)
    place = tmp_path / "temporary"
    place.mkdir()
    ended = (
        "import os, signal, sys\n"
        "from rebound_desktop import command_line\n"
        "from rebound_desktop.exchange import archive_merging\n"
        f"archive_merging.look = lambda _found: os.kill(os.getpid(), signal.{name})\n"
        "sys.exit(command_line.run(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", ended, "merge", tmp_path / "x.json", "--dry-run"]
        + ["--data-dir", folder],
        env={**os.environ, "TMPDIR": str(place)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 128 + getattr(signal, name)
    assert (done.stdout, done.stderr) == ("", "")
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "status"),
    [("SQLITE_FULL", 3), ("SQLITE_BUSY", 3), ("SQLITE_CORRUPT", 1), ("SQLITE_NOTADB", 1)],
)
def test_damage_is_no_matter_of_the_disk(
    folder: Path,
    tmp_path: Path,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    status: int,
) -> None:
    run("export", tmp_path / "x.json", "--data-dir", folder)
    capsys.readouterr()
    error = sqlcipher.DatabaseError()
    error.sqlite_errorname = name

    def fail(*_given: object) -> None:
        raise trouble.not_saved(error)

    monkeypatch.setattr(archive, "take_in", fail)
    assert run("import", tmp_path / "x.json", "--data-dir", folder) == status
    assert "could not be saved" in capsys.readouterr().err
