"""What is left behind where no mail program answers."""

import os
import subprocess
import sys

import pytest

OPENING = """
from rebound_desktop.app import make_application
from rebound_desktop.core.mail_link import mail_link
from rebound_desktop.desktop import mail
from PySide6.QtCore import qWarning

application = make_application()
print(mail.open_link(mail_link("lena@example.org", "About Tailspin", "Dear Lena")))
qWarning("still heard")
"""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="it would open the mail program")
def test_a_letter_that_nobody_takes_is_in_no_log() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENING],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == "False\n"
    assert "Tailspin" not in done.stderr
    assert "still heard" in done.stderr, "other warnings are"
