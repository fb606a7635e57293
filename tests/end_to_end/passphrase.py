"""The passphrase, driven from outside: set in the window, asked for at the start, locked by a key.

Usage: ``python3 passphrase.py DATA_DIR COMMAND…`` as ``main_job.py``.
"""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from accessible import (
    PATIENCE_S,
    eventually,
    fill,
    find,
    gone,
    hidden_texts,
    keys,
    press,
    programs,
    texts,
    typed,
)

PASSPHRASE = "correct horse battery"
COMPANY = "Quetzalcoatl Example"
ASKED = "Passphrase or recovery key"


def started(command: list[str], folder: Path, name: str) -> subprocess.Popen[bytes]:
    program = subprocess.Popen([*command, "--data-dir", str(folder)])
    find(name)
    return program


def quit_program(program: subprocess.Popen[bytes]) -> None:
    keys("ctrl+q")
    assert program.wait(PATIENCE_S) == 0, "the program did not quit cleanly"
    eventually(lambda: not programs(), "the end of the program")


def files_with_the_name(folder: Path) -> list[str]:
    word = COMPANY.split()[0].lower().encode()
    files = [each for each in folder.rglob("*") if each.is_file()]
    return [each.name for each in files if word in each.read_bytes().lower()]


def hidden(word: str) -> None:
    """See that a word is nowhere in the tree, not even where it is not on the screen.

    Asked until it is so: the bus may be behind, and the tree changes under the one who reads it.
    """
    eventually(lambda: word not in hidden_texts(), f"the end of “{word}”")


def set_at_first_start(command: list[str], folder: Path) -> None:
    """An empty store offers it: passphrase, recovery key, last group, done."""
    program = started(command, folder, "Set a passphrase…")
    press("Set a passphrase…")
    fill("New passphrase", PASSPHRASE)
    fill("The same once more", PASSPHRASE)
    press("Next")
    find("Type its last group, to show that you have it", "text")
    key = next(line for line in texts().splitlines() if line.startswith("Recovery key: "))
    fill("Type its last group, to show that you have it", key[-4:])
    press("Encrypt my records")
    gone("Encrypt my records")
    find("I got bad news…")
    press("Add an application…")
    fill("Company", COMPANY)
    press("Save")
    gone("Save")
    eventually(lambda: not files_with_the_name(folder), "no word of it on the disk")
    quit_program(program)
    assert not files_with_the_name(folder)


def asked_for_and_locked(command: list[str], folder: Path) -> None:
    """Asked for at the start; a wrong one is refused; Ctrl+L hides it all again."""
    program = started(command, folder, "Unlock")
    fill(ASKED, "wrong horse")
    press("Unlock")
    eventually(lambda: "neither the passphrase" in texts(), "that it is wrong")
    fill(ASKED, PASSPHRASE)
    press("Unlock")
    find("I got bad news…")
    eventually(lambda: COMPANY in texts(), "the application")
    keys("ctrl+l")
    find("Unlock")
    hidden(COMPANY)
    fill(ASKED, PASSPHRASE)
    keys("Return")
    eventually(lambda: COMPANY in texts(), "the application")
    quit_program(program)


def locked_in_the_middle(command: list[str], folder: Path) -> None:
    """Ctrl+L in a form: nothing of it is left in the tree, and it comes back with its text."""
    program = started(command, folder, "Unlock")
    fill(ASKED, PASSPHRASE)
    press("Unlock")
    find("I got bad news…")
    keys("ctrl+k")
    typed("Quetz", into="Search everything")
    eventually(lambda: COMPANY in texts(), "what the palette found")
    keys("ctrl+l")
    find("Unlock")
    hidden("Quetz")
    typed(PASSPHRASE, into=ASKED)
    keys("Return")
    find("I got bad news…")
    # The menus' keys work again.
    keys("ctrl+4")
    find("New person")
    keys("ctrl+3")
    press("New application")
    fill("Company", "Half Written Company")
    find("Notes", "text")
    keys("ctrl+l")
    find("Unlock")
    hidden("Half Written")
    hidden(COMPANY)
    typed(PASSPHRASE, into=ASKED)
    keys("Return")
    find("Company", "text")
    eventually(lambda: "Half Written Company" in texts(), "what was being written")
    press("Save")
    gone("Save")
    quit_program(program)


def main() -> None:
    folder = Path(sys.argv[1])
    command = sys.argv[2:]
    for step in (set_at_first_start, asked_for_and_locked, locked_in_the_middle):
        step(command, folder)
        print(f"{step.__name__}: done", flush=True)


if __name__ == "__main__":
    main()
