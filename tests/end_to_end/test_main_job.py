"""The main job with the real program on a virtual screen, through the accessibility bus."""

import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end import screen

_PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Ran:
    """What the job printed, its exit status, and which sockets the program asked for."""

    status: int
    printed: str
    trace: Path | None  # None where this machine does not let a program be watched


def _watching(trace: Path) -> list[str]:
    """Return the command that watches another one, or nothing where this machine has none."""
    if shutil.which("strace") is None:
        return []
    # Beside the program rather than as its parent, so that signals reach the program itself.
    command = [
        "strace",
        "--seccomp-bpf",
        "-DDD",
        "-f",
        "-A",
        "-e",
        "trace=socket,connect",
        "-o",
        str(trace),
    ]
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)
    return [] if tried.returncode else command


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    lacking = screen.lacking()
    if lacking and not os.environ.get("CI"):
        pytest.skip(f"this machine has no {lacking}")
    assert not lacking
    folder = tmp_path_factory.mktemp("main-job")
    trace = folder / "network.txt"
    watching = _watching(trace)
    status, printed = screen.run(
        [
            screen.SYSTEM_PYTHON,
            str(Path(__file__).with_name("main_job.py")),
            str(folder / "data"),
            *watching,
            sys.executable,
            "-m",
            "rebound_desktop",
        ]
    )
    return Ran(status, printed, trace if watching else None)


def test_a_person_gets_bad_news_reflects_and_copies_a_story(ran: Ran) -> None:
    assert ran.status == 0, ran.printed
    assert ran.printed.count(": done") == 3


def test_no_socket_of_the_main_job_leads_out_of_this_computer(ran: Ran) -> None:
    """As the system sees it, so that no library of the program can do it unseen either."""
    if ran.trace is None:
        pytest.skip("this machine has no strace, or does not let it watch")
    lines = _finished(ran.trace)
    asked = [each for each in lines if "socket(" in each]
    assert [each for each in asked if "AF_UNIX" in each], "the screen's own socket is seen"
    assert [each for each in asked if "AF_UNIX" not in each] == []
    assert not [each for each in lines if re.search(r"AF_INET|AF_NETLINK|AF_PACKET", each)]


def _finished(trace: Path) -> list[str]:
    """Return the lines of a trace once the end of every process is in it."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        lines = trace.read_text("utf-8", "replace").splitlines()
        begun = {each.split(" ", 1)[0] for each in lines}
        ended = {each.split(" ", 1)[0] for each in lines if "+++ " in each}
        if begun == ended:
            return lines
        assert time.monotonic() < until, f"not ended: {begun - ended}"
        time.sleep(0.1)
