"""Runs commands on a small disk that is full, or read-only; run as a program of its own.

It may mount a disk then:
unshare --map-root-user --mount python tests/faults/full_disk.py DISK STORE FREE COMMAND…

DISK is an empty folder on which the disk is mounted, STORE a data folder that is copied there, and
FREE how many bytes are left then; "read-only" lets an empty log lie beside the store. In COMMAND,
which gets that copy as --data-dir, "DISK" stands for the disk. Prints what came of it as JSON.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from rebound_desktop.store import check, restoring


def main(disk: Path, store: Path, free: str, command: list[str]) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "full", disk], check=True)
    folder = disk / "data"
    shutil.copytree(store, folder)
    before = set(folder.rglob("*"))
    there = restoring.living(folder / "rebound.db")
    filler = disk / "filler"
    if free == "read-only":
        (folder / "rebound.db-wal").touch()
        before.add(folder / "rebound.db-wal")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    else:
        facts = os.statvfs(disk)
        filler.write_bytes(bytes(facts.f_bavail * facts.f_frsize - int(free)))
    done = subprocess.run(
        [sys.executable, "-m", "rebound_desktop", "--data-dir", folder]
        + [each.replace("DISK", str(disk)) for each in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    left = sorted(each.name for each in {*folder.rglob("*"), *disk.iterdir()} - before)
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    filler.unlink(missing_ok=True)
    found = {
        "status": done.returncode,
        "said": done.stdout,
        "errors": done.stderr,
        "left": [each for each in left if each not in ("data", "filler")],
        "same": restoring.living(folder / "rebound.db") == there,
        "problems": check.verify(folder).problems,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4:])
