"""The palette with real keys: from any field to a story on the clipboard, and the focus back.

Usage: ``python3 palette_keys.py DATA_DIR COMMAND…`` with the system's Python, on a screen that
``screen.py`` gives, over a store that holds the story written below. Prints what was done.
"""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from accessible import (
    PATIENCE_S,
    clipboard,
    eventually,
    find,
    gone,
    keys,
    press,
    typed,
    wait_for_focus,
)

TITLE = "Saved the Saturday orders"
#: The field of the palette.
PALETTE = "Search everything"


def copy_from_anywhere() -> None:
    """Ctrl+K, a word from the middle of the story, Ctrl+Enter."""
    keys("ctrl+k")
    typed("overnight", into=PALETTE)
    keys("ctrl+Return")
    eventually(lambda: "120 orders" in clipboard(), "the story on the clipboard")
    gone("Results")


def copy_from_a_text_box() -> None:
    """The same from within a search field, which keeps its text and gets the focus back."""
    press("Strengths")
    field = find("Search stories", "text")
    field.queryComponent().grabFocus()
    typed("saved", into="Search stories")
    keys("Left", "Left", "ctrl+k")
    typed("overnight", into=PALETTE)
    keys("Tab", "Down", "Down", "Return")
    eventually(lambda: clipboard().startswith("•"), "the story as bullets")
    wait_for_focus("Search stories")
    content = field.queryText()
    assert content.getText(0, content.characterCount) == "saved"


def told_to_a_screen_reader() -> None:
    """The field, the list and the row have names."""
    keys("ctrl+k")
    typed("overnight", into=PALETTE)
    find("Results", "list")
    field = find(PALETTE, "text")
    eventually(lambda: field.description.startswith(f"Story, {TITLE}"), "the row that is current")
    keys("Escape")
    gone("Results")


def log_a_win() -> None:
    """Ctrl+Shift+W, one line, Enter."""
    keys("ctrl+shift+w")
    typed("A customer wrote", into="What went well, in one line")
    keys("Return")
    gone("What went well, in one line")
    keys("ctrl+k")
    typed("customer", into=PALETTE)
    keys("ctrl+Return")
    eventually(lambda: clipboard() == "A customer wrote", "the win on the clipboard")


def main() -> None:
    program = subprocess.Popen([*sys.argv[2:], "--data-dir", sys.argv[1]])
    find("I got bad news…")
    for step in (copy_from_anywhere, copy_from_a_text_box, told_to_a_screen_reader, log_a_win):
        step()
        print(f"{step.__name__}: done", flush=True)
    keys("ctrl+q")
    assert program.wait(PATIENCE_S) == 0, "the program did not quit cleanly"


if __name__ == "__main__":
    main()
