"""Finding and using controls through the accessibility bus, as a screen reader does.

Runs under the system's Python, which has pyatspi; it knows nothing of the program's code.
"""

import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pyatspi

Found = TypeVar("Found")
#: How long anything may take on a machine that is busy with other things, in seconds.
PATIENCE_S = 60.0


def eventually(question: Callable[[], Found | None], what: str) -> Found:
    """Ask until there is an answer; raise AssertionError where none comes in time."""
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            answer = question()
        except Exception:  # the tree changes under the one who reads it
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"not found in {PATIENCE_S:.0f} s: {what}\n{outline()}")
        time.sleep(0.05)


def programs() -> list[Any]:
    """Return the roots of the programs on the bus that are Rebound."""
    desktop = pyatspi.Registry.getDesktop(0)
    return [each for each in desktop if each is not None and "rebound" in each.name.lower()]


def walk(root: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    """Yield what is below a control, each with its depth; tables are not walked cell by cell."""
    yield depth, root
    if root.getRole() in (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE):
        return
    for index in range(min(root.childCount, 200)):
        child = root.getChildAtIndex(index)
        if child is not None:
            yield from walk(child, depth + 1)


def showing() -> Iterator[Any]:
    """Yield every control that is on the screen."""
    for program in programs():
        for _, each in walk(program):
            if each.getState().contains(pyatspi.STATE_SHOWING):
                yield each


def find(name: str, role: str = "", *, last: bool = True) -> Any:
    """Return the control with a name (and role) that is on the screen.

    Dialogs come after the window in the tree, so the last match is the one in front.
    """

    def look() -> Any:
        matches = [
            each
            for each in showing()
            if each.name == name and (not role or each.getRoleName() == role)
        ]
        return (matches[-1] if last else matches[0]) if matches else None

    return eventually(look, f"{role or 'control'} “{name}”")


def gone(name: str, role: str = "") -> None:
    """Wait until no control of that name is on the screen."""
    eventually(
        lambda: (
            not any(
                each.name == name and (not role or each.getRoleName() == role) for each in showing()
            )
        ),
        f"the end of {role or 'control'} “{name}”",
    )


def press(name: str, role: str = "") -> None:
    """Press a button, or check a box."""
    control = find(name, role)
    actions = control.queryAction()
    for index in range(actions.nActions):
        if actions.getName(index).lower() in ("press", "toggle", "click"):
            actions.doAction(index)
            return
    raise AssertionError(f"“{name}” cannot be pressed")


def fill(name: str, text: str) -> None:
    """Put the cursor into a field and give it a text."""
    control = eventually(
        lambda: next(
            (
                each
                for each in list(showing())[::-1]
                if each.name == name and each.getState().contains(pyatspi.STATE_EDITABLE)
            ),
            None,
        ),
        f"field “{name}”",
    )
    control.queryComponent().grabFocus()
    control.queryEditableText().setTextContents(text)


def wait_for_window() -> None:
    """Wait until one of the program's windows is the active one, to which keys go.

    While one closes and the other comes to the front, none is, and a key is lost.
    """
    eventually(
        lambda: any(
            window.getState().contains(pyatspi.STATE_ACTIVE)
            for program in programs()
            for window in program
            if window is not None
        ),
        "an active window",
    )


def wait_for_focus(name: str) -> None:
    """Wait until a field has the focus."""
    eventually(
        lambda: any(
            each.name == name and each.getState().contains(pyatspi.STATE_FOCUSED)
            for each in showing()
        ),
        f"the focus in “{name}”",
    )


def keys(*names: str) -> None:
    """Press keys, as xdotool names them, in the window that has the focus."""
    wait_for_window()
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def typed(text: str, into: str) -> None:
    """Type a text on the keyboard into a field, once it has the focus."""
    wait_for_focus(into)
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "4", text], check=True)


def texts() -> str:
    """Return all text that is on the screen, for looking for a word."""
    return _texts(showing())


def hidden_texts() -> str:
    """Return all text that the tree holds, on the screen or not."""
    return _texts(each for program in programs() for _, each in walk(program))


def _texts(controls: Iterator[Any]) -> str:
    parts = []
    for each in controls:
        parts.append(each.name)
        try:
            content = each.queryText()
            parts.append(content.getText(0, content.characterCount))
        except NotImplementedError:
            pass
    return "\n".join(parts)


def clipboard() -> str:
    """Return what is on the clipboard."""
    answer = subprocess.run(
        ["xclip", "-o", "-selection", "clipboard"],
        capture_output=True,
        timeout=10,
        check=False,
    )
    return answer.stdout.decode("utf-8", "replace")


def put_on_clipboard(text: str) -> None:
    """Put a text on the clipboard from another program."""
    subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), check=True)


def outline() -> str:
    """Return the names and roles of what is on the screen, for a failing test's report."""
    lines = []
    for program in programs():
        for depth, each in walk(program):
            if each.getState().contains(pyatspi.STATE_SHOWING) and each.name:
                lines.append(f"{'  ' * depth}{each.getRoleName()}: {each.name[:60]}")
    return "\n".join(lines[:150])
