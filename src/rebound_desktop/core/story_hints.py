"""Gentle hints while a story is written: questions, never marks.

They rest on the usual advice for such stories: one occasion, the person's own action (more "I"
than "we"), a number in the result, and what was expected of the person. The words are English; a
text in another language simply gets fewer hints.
"""

import re
from collections.abc import Mapping
from enum import StrEnum


class Hint(StrEnum):
    """What a person may want to look at."""

    ONE_OCCASION = "one_occasion"
    MORE_I = "more_i"
    NUMBER = "number"
    EXPECTATION = "expectation"


_HABIT = re.compile(
    r"\b(?:usually|always|often|generally|typically|normally|regularly|used to|tend to)\b", re.I
)
_I = re.compile(r"\b(?:I|me|my|mine|myself)\b")
_WE = re.compile(r"\b(?:we|us|our|ours|ourselves)\b", re.I)
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|"
    r"million|half|third|quarter|double[sd]?|doubling|tripled?|twice|per ?cent|first|none|zero|"
    r"every|all)\b",
    re.I,
)
#: Below this many words a text is only begun.
_BEGUN = 8


def hints(texts: Mapping[str, str]) -> tuple[Hint, ...]:
    """Return the hints for a story's texts by field, the most useful first.

    ``expectation`` is among the texts: whether what was expected was met or exceeded.
    """
    found = []
    story = " ".join(texts.get(name, "") for name in ("situation", "task", "action"))
    action = texts.get("action", "")
    result = texts.get("result", "")
    if len(_HABIT.findall(story)) > 1:
        found.append(Hint.ONE_OCCASION)
    if len(action.split()) >= _BEGUN and len(_WE.findall(action)) > len(_I.findall(action)):
        found.append(Hint.MORE_I)
    has_number = any(each.isnumeric() for each in result) or _NUMBER_WORD.search(result)
    if len(result.split()) >= _BEGUN and not has_number:
        found.append(Hint.NUMBER)
    if len(result.split()) >= _BEGUN and texts.get("expectation") == "":
        found.append(Hint.EXPECTATION)
    return tuple(found)
