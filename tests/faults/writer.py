"""A program that is meant to be killed: writes records, and prints what was confirmed.

python tests/faults/writer.py write FOLDER FIRST COUNT    writes records FIRST, FIRST + 1, …
python tests/faults/writer.py write-words FOLDER FIRST    writes into an encrypted store
python tests/faults/writer.py encrypt FOLDER              encrypts a store and its backups
python tests/faults/writer.py migrate FOLDER              migrates by one slow, made-up step
python tests/faults/writer.py fill FOLDER                 writes until the disk takes no more
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from rebound_desktop.store import (
    applications,
    database,
    encryption,
    reencrypting,
    stories,
    unlocking,
)
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


def write_words(folder: Path, first: int) -> None:
    """Write into an encrypted store whose passphrase is on standard input."""
    unlocking.unlock_store(folder, sys.stdin.readline().strip())
    database.open_store(folder)
    for number in range(first, first + 10):
        made = applications.add({"company": f"Quetzalcoatl {number}"})
        print(f"application {made.id} Quetzalcoatl {number}", flush=True)


def encrypt(folder: Path) -> None:
    """Encrypt a store with the passphrase on standard input, and say each step."""
    key = encryption.new_key(sys.stdin.readline().strip())
    replace, sync = os.replace, os.fsync

    def say_replace(*files: Path) -> None:
        print("replace", flush=True)
        replace(*files)
        print("replaced", flush=True)

    def say_sync(descriptor: int) -> None:
        print("sync", flush=True)
        sync(descriptor)

    os.replace, os.fsync = say_replace, say_sync
    print("begin", flush=True)
    reencrypting.reencrypt(folder, key)
    reencrypting.cover(folder)
    print("end", flush=True)


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
        {
            "write": write,
            "write-words": write_words,
            "encrypt": encrypt,
            "migrate": migrate,
            "fill": fill,
        }[command](Path(folder), *map(int, numbers))
    except StoreError as error:
        print(f"refused {error}", flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
