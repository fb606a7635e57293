"""What becomes of two values of one field when neither is simply the later one."""

import json
from collections.abc import Sequence
from typing import Any

#: What stands between two texts that were both kept.
BETWEEN = "\n\n* * *\n\n"

#: Longer answers: both are kept where both were changed.
LONG: frozenset[tuple[str, str]] = frozenset(
    (table, name)
    for table, names in {
        "applications": ("advert", "notes"),
        "events": ("note",),
        "rejections": ("their_words", "notes"),
        "reasons": ("note",),
        "reflections": ("to_a_friend", "did_well", "do_differently", "learned"),
        "people": ("how_met", "notes"),
        "feedback_requests": ("detail", "draft", "answer"),
        "letter_templates": ("body",),
        "lessons": ("text",),
        "plans": ("if_text", "then_text"),
        "follow_ups": ("note", "draft"),
        "stories": (
            "moment",
            "situation",
            "task",
            "obstacle",
            "action",
            "result",
            "learned",
            "applied",
        ),
        "tellings": ("note",),
        "prep_sheets": ("notes",),
    }.items()
    for name in names
)
#: Texts that are lists, one thing on a line.
LINES: frozenset[tuple[str, str]] = frozenset(
    {
        ("prep_sheets", "questions"),
        ("prep_sheets", "own_questions"),
        ("questions", "competencies"),
    }
)


def both_texts(earlier: str, later: str) -> str:
    """Return two texts one below the other, each passage once.

    Where one holds all of the other, that is the text.
    """
    if earlier.strip() in later:
        return later
    if later.strip() in earlier:
        return earlier
    passages = [*earlier.split(BETWEEN), *later.split(BETWEEN)]
    kept = [
        passage
        for place, passage in enumerate(passages)
        if not any(
            passage.strip() in other and (len(passage) < len(other) or at < place)
            for at, other in enumerate(passages)
            if at != place
        )
    ]
    return BETWEEN.join(kept)


def all_lines(earlier: str, later: str) -> str:
    """Return the lines of the later text, then those that only the earlier one has."""
    lines = later.split("\n") if later else []
    lines += [each for each in earlier.split("\n") if each.strip() and each not in lines]
    return "\n".join(lines)


def all_of(first: Sequence[Any], second: Sequence[Any], key: Sequence[str]) -> list[Any]:
    """Return what stands in either list, the first one's order first.

    Two are the same where the values under ``key`` are; without a key where all of them is. Of an
    own wording that stands in both, in different words, both texts are kept: the second list is
    the earlier one then.
    """
    found = {_key(each, key): each for each in first}
    for each in second:
        there = found.setdefault(_key(each, key), each)
        if isinstance(there, dict) and "text" in there and "text" not in key:
            text = both_texts(each["text"], there["text"])
            if text != there["text"]:
                found[_key(each, key)] = {**there, "text": text}
    return list(found.values())


def as_text(value: Any) -> str:
    """Return a value as one text that is the same wherever the value is the same."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _key(value: Any, key: Sequence[str]) -> Any:
    if not isinstance(value, dict):
        return value
    return tuple(value[each] for each in key) if key else as_text(value)
