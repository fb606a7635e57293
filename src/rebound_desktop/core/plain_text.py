"""Text as a person types it, made safe to store without changing what it says."""

import re
import unicodedata

#: Scripts that put no spaces between words, so that a word is found only as a part of a run.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_UNSPACED_RUN = re.compile(f"{_UNSPACED.pattern}+")
_WORD = re.compile(r"\w+")


def storable(text: str) -> str:
    r"""Return the text without what SQLite and JSON cannot hold: NUL and lone surrogates.

    Line breaks become ``\n`` (Qt gives U+2029 between paragraphs); nothing else changes.
    """
    if "\0" in text:
        text = text.replace("\0", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    try:
        text.encode("utf-8")  # a hundred times as quick as looking at each character
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def one_line(text: str) -> str:
    """Return the text on one line, with runs of white space folded to one space."""
    return " ".join(storable(text).split())


def shortened(text: str, most: int) -> str:
    """Return a text on one line, of at most ``most`` characters; "…" where some were left off.

    It is cut between words where the text has spaces near the end, else between characters.
    """
    line = one_line(text)
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    if " " in kept[most // 2 :]:
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(" ,;:.") + "…"


def folded(text: str) -> str:
    """Return the text for comparing: without case, accents and surrounding space."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(each for each in decomposed if not unicodedata.combining(each)).strip()


def words(text: str) -> list[str]:
    """Return the words of a text in their order, as written."""
    return _WORD.findall(text)


def has_unspaced_script(text: str) -> bool:
    """Say whether the text has letters of a script that writes words without spaces."""
    return _UNSPACED.search(text) is not None


def count_unspaced(text: str) -> int:
    """Return how many letters of scripts without spaces between words a text has."""
    return sum(map(len, _UNSPACED_RUN.findall(text)))
