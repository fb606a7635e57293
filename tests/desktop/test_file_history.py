"""A file dialog leaves no trace of what was chosen in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHOOSING = """
import sys
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from rebound_desktop.app import make_application

application = make_application()
dialog = QFileDialog(None, "Save", sys.argv[1])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
dialog.selectFile("letter.txt")
dialog.fileSelected.connect(print)
dialog.finished.connect(application.quit)
QTimer.singleShot(0, dialog.accept)
dialog.show()
application.exec()
shiboken6.delete(dialog)
"""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system has a dialog there")
def test_the_chosen_folder_is_noted_nowhere(tmp_path: Path) -> None:
    home, chosen = tmp_path / "home", tmp_path / "Tailspin"
    home.mkdir()
    chosen.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", CHOOSING, str(chosen)],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == f"{chosen / 'letter.txt'}\n"
    noted = [each for each in home.rglob("*") if each.is_file() and b"Tail" in each.read_bytes()]
    assert noted == []
