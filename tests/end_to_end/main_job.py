"""The main job, driven from outside: bad news, the wizard, a story, its copy.

Usage: ``python3 main_job.py DATA_DIR COMMAND…`` with the system's Python, on a screen that
``screen.py`` gives. COMMAND starts the program. Prints what was done; a failing step raises.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from accessible import (
    PATIENCE_S,
    clipboard,
    eventually,
    fill,
    find,
    gone,
    keys,
    press,
    programs,
    put_on_clipboard,
)

COMPANY = "Example Bakery"
ANSWER = 'I would ask who is on the panel – 面接官は誰か 🙂 "quoted"'


def start(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    program = subprocess.Popen([*command, "--data-dir", str(folder)])
    find("I got bad news…")
    return program


def quit_program(program: subprocess.Popen[bytes]) -> None:
    find("I got bad news…")
    keys("ctrl+q")
    assert program.wait(PATIENCE_S) == 0, "the program did not quit cleanly"
    eventually(lambda: not programs(), "the end of the program")


def export(command: list[str], folder: Path) -> dict[str, list[dict[str, object]]]:
    target = folder.parent / "export.json"
    subprocess.run([*command, "export", str(target), "--data-dir", str(folder)], check=True)
    return json.loads(target.read_text(encoding="utf-8"))


def two_minutes(command: list[str], folder: Path) -> None:
    """I got bad news… → company, the short path to its end → the records are there."""
    program = start(command, folder)
    press("I got bad news…")
    fill("Company", COMPANY)
    press("Two minutes")
    press("Next")
    find("Be fair to yourself")
    press("Keep going")
    find("What you’re good at")
    press("Next")
    find("Stand up")
    press("Finish")
    gone("Stand up")
    quit_program(program)
    archive = export(command, folder)
    assert [each["company"] for each in archive["applications"]] == [COMPANY]
    assert len(archive["rejections"]) == 1
    assert archive["reflections"][0]["state"] == "finished"
    assert "no" in {each["kind"] for each in archive["events"]}


def killed_while_writing(command: list[str], folder: Path) -> None:
    """The program dies in the middle of an answer → the wizard comes back there, with the text."""
    program = start(command, folder)
    press("I got bad news…")
    fill("Company", "Second Example")
    press("All of it")
    press("Next")
    press("Keep going")
    fill("What would you do differently?", ANSWER)
    eventually(
        lambda: (
            ANSWER in json.dumps(export(command, folder), ensure_ascii=False).replace('\\"', '"')
        ),
        "the answer in the store",
    )
    os.kill(program.pid, signal.SIGKILL)
    program.wait(PATIENCE_S)
    eventually(lambda: not programs(), "the end of the program")
    program = start(command, folder)
    press("Continue")
    field = find("What would you do differently?", "text")
    content = field.queryText()
    assert content.getText(0, content.characterCount) == ANSWER
    press("Finish later")
    gone("What would you do differently?")
    quit_program(program)


def copied(name: str) -> str:
    """Press what copies a story; return what is then on the clipboard."""
    put_on_clipboard("something else")
    press(name)
    eventually(lambda: "orders" in clipboard(), f"the story on the clipboard after {name}")
    return clipboard()


def story(command: list[str], folder: Path) -> None:
    """A story is written, found by a word from its middle, copied, and outlives the program."""
    program = start(command, folder)
    press("Strengths")
    press("New story")
    fill("Title", "Saved the Saturday orders")
    fill("Situation", "The oven broke on a Friday evening.")
    fill("Action", "I rang three bakeries and rented a spare oven overnight.")
    fill("Result", "All 120 orders went out on time.")
    press("Done")
    gone("Situation", "text")
    fill("Search stories", "rented")
    texts = [copied(name) for name in ("Copy story", "60 seconds", "Bullets", "One line")]
    quit_program(program)
    # Another process takes it over meanwhile.
    eventually(lambda: clipboard() == texts[-1], "the clipboard that outlives the program")
    archive = export(command, folder)
    assert [each["title"] for each in archive["stories"]] == ["Saved the Saturday orders"]


def main() -> None:
    folder = Path(sys.argv[1])
    command = sys.argv[2:]
    for step in (two_minutes, killed_while_writing, story):
        step(command, folder)
        print(f"{step.__name__}: done", flush=True)


if __name__ == "__main__":
    main()
