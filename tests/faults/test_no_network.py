"""The program opens no connection: the main job works where every socket is forbidden."""

import os
import subprocess
import sys
from pathlib import Path


def test_the_main_job_needs_no_socket(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("main_job_without_sockets.py")), tmp_path],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "touched [], imported []"


def test_no_file_of_the_program_names_a_network_module() -> None:
    source = Path(__file__).parents[2] / "src"
    for file in source.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        for name in ("QtNetwork", "import socket", "from socket", "urllib.request"):
            assert name not in text, f"{file.name}: {name}"
