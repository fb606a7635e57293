"""Two stories of one occasion made into one: nothing that was written is left out."""

from collections.abc import Mapping

from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.core.vocabulary import Expectation


def merged(kept: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    """Return the texts of two stories as one, by column.

    Where both have written something, both texts stay, the kept story's first; a text that the
    other already holds is not repeated. The title is the kept story's.
    """
    texts = {"title": kept["title"]}
    for name in FIELDS:
        texts[name] = _both(kept.get(name, ""), other.get(name, ""), "\n\n")
    texts["happened"] = _both(kept.get("happened", ""), other.get("happened", ""), "; ")
    said = (kept.get("expectation", ""), other.get("expectation", ""))
    texts["expectation"] = next((str(each) for each in _STRONGEST if each in said), "")
    return texts


_STRONGEST = (Expectation.EXCEEDED, Expectation.MET)


def _both(one: str, other: str, between: str) -> str:
    if other.strip() in one:
        return one
    if one.strip() in other:
        return other
    return one.rstrip() + between + other.lstrip()
