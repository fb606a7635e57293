"""The grammar of a letter's text: ``{fields}``, and ``[parts]`` that give way without a fact.

``{company}`` stands for a fact. A part in brackets is left out where one of its fields is empty;
with ``[one|another]`` the next wording is taken instead. A doubled ``{{``, ``}}``, ``[[`` or
``]]`` stands for the character itself. What is filled in is never read as grammar.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

#: What can stand in braces, in the order in which it is offered.
FIELDS = (
    "name",
    "first_name",
    "company",
    "role",
    "my_name",
    "date",
    "detail",
    "detail_sentence",
    "occasion",
    "question",
    "asked_on",
)

_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|[{}\[\]|]|[^{}\[\]|]+")
_MANY_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_MANY_LINES = re.compile(r"\n{3,}")


class LetterTextError(ValueError):
    """A text that does not keep to the grammar; the message is one sentence on what to change."""


@dataclass(frozen=True, slots=True)
class _Field:
    name: str


@dataclass(frozen=True, slots=True)
class _Part:
    wordings: "tuple[tuple[str | _Field, ...], ...]"


def check(text: str) -> None:
    """Raise LetterTextError where a field is unknown or something is opened and not closed."""
    _parse(text)


def fill(text: str, facts: Mapping[str, str]) -> str:
    """Return a text with facts in the place of its fields; a missing fact counts as empty.

    Raises LetterTextError as :func:`check` does.
    """
    filled = "".join(_wording(piece, facts) for piece in _parse(text))
    lines = [_MANY_SPACES.sub(" ", line).rstrip() for line in filled.split("\n")]
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _wording(piece: "str | _Field | _Part", facts: Mapping[str, str]) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, _Field):
        return facts.get(piece.name, "")
    for wording in piece.wordings:
        if all(isinstance(each, str) or facts.get(each.name) for each in wording):
            return "".join(_wording(each, facts) for each in wording)
    return ""


def _parse(text: str) -> "list[str | _Field | _Part]":
    pieces: list[str | _Field | _Part] = []
    tokens = iter(_TOKEN.findall(text))
    for token in tokens:
        if token == "[":
            pieces.append(_Part(_part(tokens)))
        elif token == "]":
            raise LetterTextError("A “]” closes nothing; put a “[” before the part, or write “]]”.")
        else:
            pieces.append(_piece(token, tokens))
    return pieces


def _part(tokens: Iterator[str]) -> "tuple[tuple[str | _Field, ...], ...]":
    wordings: list[list[str | _Field]] = [[]]
    for token in tokens:
        if token == "]":
            return tuple(tuple(each) for each in wordings)
        if token == "[":
            raise LetterTextError("There is a “[” within a “[”; close the first one before it.")
        if token == "|":
            wordings.append([])
        else:
            wordings[-1].append(_piece(token, tokens))
    raise LetterTextError("A “[” is not closed; write “]” after the part that may be left out.")


def _piece(token: str, tokens: Iterator[str]) -> "str | _Field":
    if token == "{":
        return _field(tokens)
    if token == "}":
        raise LetterTextError("A “}” closes nothing; put a “{” before the field, or write “}}”.")
    return token[0] if token in ("{{", "}}", "[[", "]]") else token


def _field(tokens: Iterator[str]) -> _Field:
    name = next(tokens, "")
    closed = name == "}" or (next(tokens, "") == "}" and "\n" not in name)
    name = name.strip(" }")
    if not closed:
        raise LetterTextError("A “{” is not closed; write a field as in “{company}”.")
    if name not in FIELDS:
        known = ", ".join(f"{{{each}}}" for each in FIELDS)
        raise LetterTextError(f"“{{{name}}}” is not a field. There are: {known}.")
    return _Field(name)
