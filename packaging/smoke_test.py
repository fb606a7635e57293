"""Try the frozen program: the main job on a virtual screen, then the command line.

Usage: python packaging/smoke_test.py PROGRAM

The main job is the one of the end-to-end test: a rejection is logged through the real window, the
program is stopped and started again, a story is written, found and copied. It needs what that
test needs, see tests/end_to_end/screen.py. Exit status 1, with a sentence, where a step went wrong.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

END_TO_END = Path(__file__).resolve().parents[1] / "tests/end_to_end"
#: Debian's Python, which sees the accessibility bus through pyatspi.
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE_S = 300


def said(command: list[str], *, status: int = 0) -> str:
    """Run a command, which has to end with this exit status; return what it printed."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    if done.returncode != status:
        sys.exit(f"{done.stdout}\n{command} ended with status {done.returncode}, not {status}")
    return done.stdout


def records(program: str, data: Path, target: Path) -> dict[str, list[object]]:
    """Export a store; return the archive's lists by name."""
    said([program, "export", str(target), "--data-dir", str(data)])
    archive = json.loads(target.read_text(encoding="utf-8"))
    return {name: value for name, value in archive.items() if isinstance(value, list)}


def main() -> None:
    """Try the program that is named on the command line."""
    program = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        used, copied, archive = folder / "used", folder / "copied", folder / "archive.json"

        screen, job = str(END_TO_END / "screen.py"), str(END_TO_END / "main_job.py")
        printed = said([sys.executable, screen, SYSTEM_PYTHON, job, str(used), program])
        print(*(line for line in printed.splitlines() if line.endswith(": done")), sep="\n")

        if not said([program, "--version"]).startswith("rebound "):
            sys.exit("--version printed no version")
        said([program, "no-such-command"], status=2)
        before = records(program, used, archive)
        if not before["rejections"] or not before["stories"]:
            sys.exit("the archive lacks what was written in the window")
        said([program, "import", str(archive), "--data-dir", str(copied)])
        said([program, "check", "--data-dir", str(copied)])
        if records(program, copied, archive) != before:
            sys.exit("exporting what was imported gave something else")
        print("command line: done")

        passphrase = folder / "passphrase.txt"
        passphrase.write_text("correct horse battery\n", encoding="utf-8")
        given = ["--passphrase-file", str(passphrase), "--data-dir", str(copied)]
        new = ["--new-passphrase-file", str(passphrase), "--data-dir", str(copied)]
        said([program, "passphrase", "set", *new])
        said([program, "check", "--data-dir", str(copied)], status=1)
        said([program, "check", *given])
        print("passphrase: done")


if __name__ == "__main__":
    main()
