"""The log names the place of an error, and never what the person wrote."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rebound_desktop.desktop import log


@pytest.fixture(autouse=True)
def _hooks() -> Iterator[None]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


_SECRET = "my private words"


def _fail(secret: str) -> None:
    raise ValueError(secret)


def test_an_error_is_noted_without_its_message_and_told_once(tmp_path: Path) -> None:
    told: list[type] = []
    log.start(tmp_path, lambda error: told.append(type(error)))
    try:
        _fail(_SECRET)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    text = (tmp_path / log.FOLDER / log.FILE_NAME).read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "_fail" in text
    assert "private" not in text
    assert told == [ValueError]


def test_a_thread_is_noted_too(tmp_path: Path) -> None:
    told: list[type] = []
    log.start(tmp_path, lambda error: told.append(type(error)))
    thread = threading.Thread(target=_fail, args=(_SECRET,))
    thread.start()
    thread.join()
    assert told == [ValueError]
    assert "private" not in (tmp_path / log.FOLDER / log.FILE_NAME).read_text(encoding="utf-8")


class _FailsAtItsEnd:
    def __del__(self) -> None:
        _fail(_SECRET)


def test_what_cannot_be_passed_on_is_noted_and_not_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log.start(tmp_path, lambda _error: None)
    _FailsAtItsEnd()
    text = (tmp_path / log.FOLDER / log.FILE_NAME).read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "private" not in text + "".join(capfd.readouterr())


def test_nothing_is_written_while_nothing_happens(tmp_path: Path) -> None:
    log.start(tmp_path, lambda _error: None)
    assert list(tmp_path.iterdir()) == []
