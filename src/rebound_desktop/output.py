"""What a command prints. An output that takes no more is no failure of the work that was done."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class OutputError(Exception):
    """What was to be printed could not be; the error of the system is its cause."""


def say(line: str) -> None:
    """Print a line at once, in the letters of the terminal."""
    with _written():
        print(line, flush=True)


def put(text: str) -> None:
    """Write text in UTF-8, whichever letters the terminal takes; :func:`finish` has to follow."""
    with _written():
        if sys.stdout is None:
            raise OSError(errno.EBADF, "there is none")
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def finish() -> None:
    """Hand on what is not yet written."""
    with _written():
        if sys.stdout is not None:
            sys.stdout.flush()


def give_up() -> None:
    """Let nothing more be written. Python would try once more at the end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


@contextmanager
def _written() -> Iterator[None]:
    """Raise OutputError for what the output does not take in the block.

    BrokenPipeError stays what it is: who read the output has seen enough.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError from error
