"""A program that is meant to be killed: writes records, and prints what was confirmed.

python tests/faults/writer.py write FOLDER FIRST COUNT    writes records FIRST, FIRST + 1, …
python tests/faults/writer.py migrate FOLDER              migrates by one slow, made-up step
python tests/faults/writer.py fill FOLDER                 writes until the disk takes no more
"""

import sys
from collections.abc import Callable
from pathlib import Path

from rebound_desktop.store import applications, database, stories
from rebound_desktop.store.errors import NotSavedError, StoreError


def write(folder: Path, first: int, count: int) -> None:
    database.open_store(folder)
    print("open", flush=True)
    story = stories.add({"title": f"Begun at {first}"})
    for number in range(first, first + count):
        if number % 4 == 0:
            stories.edit(story.id, {"action": f"Written {number}"}, merge="typing")
            print(f"story {story.id} Written {number}", flush=True)
        else:
            made = applications.add({"company": f"Firm {number}", "notes": "A long note. " * 40})
            print(f"application {made.id} Firm {number}", flush=True)


def migrate(folder: Path) -> None:
    steps = [
        f"ALTER TABLE people ADD COLUMN extra_{number} TEXT; "
        f"UPDATE people SET notes = notes || ''; UPDATE stories SET title = title || '';"
        for number in range(12)
    ]

    def step(run: Callable[[str], None]) -> None:
        for script in steps:
            run(script.replace("; ", ";\n"))
            print("step", flush=True)

    database.STEPS = (*database.STEPS, step)
    database.CURRENT += 1
    print("begin", flush=True)
    database.open_store(folder)
    print("open", flush=True)
    database.close_store()


def fill(folder: Path) -> None:
    import resource

    database.open_store(folder)
    size = (folder / database.FILE_NAME).stat().st_size
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 200_000, hard))
    for number in range(5000):
        try:
            made = applications.add({"company": f"Firm {number}", "notes": "A long note. " * 200})
        except NotSavedError as error:
            print(f"refused {error}", flush=True)
            break
        print(f"application {made.id} Firm {number}", flush=True)
    # There is room again: what was refused can be written now.
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    made = applications.add({"company": "Firm again"})
    print(f"application {made.id} Firm again", flush=True)
    database.close_store()


def main() -> int:
    command, folder, *numbers = sys.argv[1:]
    try:
        {"write": write, "migrate": migrate, "fill": fill}[command](
            Path(folder), *map(int, numbers)
        )
    except StoreError as error:
        print(f"refused {error}", flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
