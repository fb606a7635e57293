"""Reading a text file that some other program wrote, in whichever of the usual encodings."""

import codecs
from pathlib import Path

from rebound_desktop.store.errors import StoreError

#: More than any advert has, in bytes.
_MOST = 16 * 2**20
#: The longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: The share of letters outside ASCII from which on a text in Windows-1252 is none.
_FOREIGN = 0.4


class TextFileError(StoreError):
    """A file that is no text; the message is one plain sentence."""


def read_text(path: Path) -> str:
    """Return the text of a file: UTF-8 with or without a mark, UTF-16, UTF-32 or Windows-1252.

    Raises TextFileError where the file cannot be read, is empty, or holds something else.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
    except FileNotFoundError:
        raise TextFileError(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise TextFileError(f"{path} is a folder; name a text file.") from None
    except OSError as error:
        if path.is_dir():  # what Windows says of a folder is that access is denied
            raise TextFileError(f"{path} is a folder; name a text file.") from None
        raise TextFileError(f"{path} cannot be read: {error.strerror or error}.") from error
    if len(content) > _MOST:
        raise TextFileError(f"{path} is larger than 16 MB; save only the advert's text in it.")
    if not content.strip():
        raise TextFileError(f"{path} is empty.")
    text = decoded(content)
    if text is None:
        raise TextFileError(
            f"{path} is not a text file, or its encoding is not known; save it as plain text "
            f"in UTF-8."
        )
    if not text.strip("\ufeff \t\r\n\x0b\x0c\u3000\xa0"):
        raise TextFileError(f"{path} is empty.")
    return text


def decoded(content: bytes) -> str | None:
    """Return the text that bytes hold, or None where they hold no text."""
    encodings = [name for mark, name in _MARKS if content.startswith(mark)][:1]
    if not encodings:
        if b"\0" in content[:4096]:
            # Without a mark: in UTF-16 every other byte of a Latin text is NUL.
            encodings = ["utf-16-le" if content[1:2] == b"\0" else "utf-16-be"]
        else:
            encodings = ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        if _is_text(text, encoding):
            return text
    return None


def _is_text(text: str, encoding: str) -> bool:
    # %PDF and {\rtf are readable at first, and mean something else.
    if text.startswith(("%PDF-", "{\\rtf")):
        return False
    if any(each < " " and each not in "\t\n\r\x0b\x0c\x1a" for each in text):
        return False
    if encoding.startswith("utf-16-") and not _is_mostly_latin(text):
        return False
    if encoding == "cp1252":
        letters = [each for each in text if each > " "]
        return sum(each > "\x7f" for each in letters) <= _FOREIGN * len(letters)
    return True


def _is_mostly_latin(text: str) -> bool:
    return sum(each < "\u0250" for each in text) > len(text) / 2
