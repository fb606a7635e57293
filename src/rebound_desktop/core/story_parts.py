"""What a story is made of. Any of STAR, CAR, SOAR and PARLA is a choice among these parts."""

from collections.abc import Mapping

from rebound_desktop.core.plain_text import shortened

#: The texts of a story beside its title, in the order in which it is told. The moment is the
#: story in one line; it stands in for the others while they are empty.
FIELDS = (
    "moment",
    "situation",
    "task",
    "obstacle",
    "action",
    "result",
    "learned",
    "applied",
)
#: How long a title is that is made from the first words of a text, in characters.
LONGEST_TITLE = 60
#: As much of a text as a title is looked for in, in characters: it is asked for at every key.
_BEGINNING = 2_000


def is_moment(texts: Mapping[str, str]) -> bool:
    """Say whether a story is still one line: nothing of it is written out."""
    return not any(texts.get(name, "").strip() for name in FIELDS if name != "moment")


def title_from(texts: Mapping[str, str]) -> str:
    """Return a title made of the first words that are written, or an empty text.

    Whole words where the text has spaces; "…" where words were left off.
    """
    for name in FIELDS:
        beginning = texts.get(name, "").lstrip()[:_BEGINNING]
        line = next((each.strip() for each in beginning.splitlines() if each.strip()), "")
        if line:
            return shortened(line, LONGEST_TITLE).rstrip(".。")
    return ""
