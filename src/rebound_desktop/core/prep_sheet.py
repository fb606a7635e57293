"""The prep sheet as text: plain, Markdown, and the HTML that is printed.

All three are made from the same blocks, so that they say the same. What the person wrote is never
read as markup.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Literal

from rebound_desktop.core.plain_text import one_line
from rebound_desktop.core.sentences import beginning, sentences

#: The parts of a sheet below its title; ``headings`` names each.
PARTS = ("people", "stories", "lessons", "questions", "own_questions", "notes")

#: Of which fields the cues of a story come, and how many sentences of each.
_CUES = (("situation", 1), ("task", 1), ("obstacle", 1), ("action", 2), ("result", 1))


@dataclass(frozen=True, slots=True)
class SheetStory:
    """A chosen story: its title, a few cues, and what is to be kept in mind about it."""

    title: str
    cues: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What goes to one interview, in the person's words."""

    title: str
    when: str = ""
    people: Sequence[str] = ()
    stories: Sequence[SheetStory] = ()
    lessons: Sequence[str] = ()
    questions: Sequence[str] = ()
    own_questions: Sequence[str] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a sheet; ``points`` are the lines of a list or below a story."""

    kind: Literal["title", "when", "heading", "story", "list", "text"]
    text: str = ""
    points: tuple[str, ...] = field(default=())
    note: str = ""


def cues(texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the few sentences of a story by which one remembers the whole.

    ``texts`` are the story's texts by field. A story that is not written out has its moment.
    """
    found = tuple(
        one_line(each.text)
        for name, count in _CUES
        for each in sentences(beginning(texts.get(name, "")))[:count]
    )
    if found:
        return found
    return tuple(one_line(each.text) for each in sentences(beginning(texts.get("moment", "")))[:2])


def lines_of(text: str) -> list[str]:
    """Return the lines of a field that holds one thing on each, without empty ones."""
    return [line for line in map(one_line, text.split("\n")) if line]


def blocks(sheet: Sheet, headings: Mapping[str, str]) -> list[Block]:
    """Return a sheet as blocks from top to bottom; parts without content are left out.

    ``headings`` gives the words above each of PARTS.
    """
    made = [Block("title", sheet.title)]
    if sheet.when:
        made.append(Block("when", sheet.when))
    for part in PARTS:
        inside = list(_part(sheet, part))
        if inside:
            made += [Block("heading", headings[part]), *inside]
    return made


def _part(sheet: Sheet, part: str) -> Iterator[Block]:
    if part == "stories":
        for story in sheet.stories:
            yield Block("story", story.title, story.cues, story.note)
    elif part == "notes":
        if sheet.notes.strip():
            yield Block("text", sheet.notes.strip())
    elif points := tuple(getattr(sheet, part)):
        yield Block("list", points=points)


def as_text(sheet: Iterable[Block]) -> str:
    """Return blocks as plain text, as for a mail or a note."""
    out: list[str] = []
    number = 0
    for block in sheet:
        points = [f"   – {each}" for each in block.points]
        match block.kind:
            case "heading":
                out += ["", block.text.upper()]
            case "story":
                number += 1
                note = f" ({block.note})" if block.note else ""
                out += [f"{number}. {block.text}{note}", *points]
            case "list":
                out += [f"• {each}" for each in block.points]
            case _:
                out.append(block.text)
    return "\n".join(out) + "\n"


def as_markdown(sheet: Iterable[Block]) -> str:
    """Return blocks as Markdown; the person's own signs are escaped."""
    out: list[str] = []
    number = 0
    for block in sheet:
        text = _marked(block.text)
        match block.kind:
            case "title":
                out += [f"# {text}", ""]
            case "heading":
                out += [f"## {text}", ""]
                number = 0
            case "story":
                number += 1
                note = f" – *{_marked(block.note)}*" if block.note else ""
                out.append(f"{number}. **{text}**{note}")
                out += [f"   - {_marked(each)}" for each in block.points]
                out.append("")
            case "list":
                out += [*(f"- {_marked(each)}" for each in block.points), ""]
            case _:
                # A line break of the person's stays one.
                out += ["  \n".join(map(_marked, block.text.split("\n"))), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).rstrip() + "\n"


def _marked(text: str) -> str:
    text = re.sub(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))", r"\\\1", text)
    text = re.sub(r"^(\s*)([#+=-])", r"\1\\\2", text)
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", text)


def as_html(sheet: Iterable[Block]) -> str:
    """Return blocks as HTML for printing; everything the person wrote is escaped."""
    out: list[str] = []
    number = 0
    for block in sheet:
        text = escape(block.text)
        match block.kind:
            case "title":
                out.append(f'<p class="title"><b>{text}</b></p>')
            case "when":
                out.append(f'<p class="when">{text}</p>')
            case "heading":
                out.append(f'<p class="heading"><b>{text}</b></p>')
                number = 0
            case "story":
                number += 1
                note = f' <span class="note">({escape(block.note)})</span>' if block.note else ""
                out.append(f'<p class="story"><b>{number}. {text}</b>{note}</p>')
                out.append(_list(block.points))
            case "list":
                out.append(_list(block.points))
            case _:
                out.append("<p>" + text.replace("\n", "<br>") + "</p>")
    return "\n".join(out)


def _list(points: Iterable[str]) -> str:
    inside = "".join(f"<li>{escape(each)}</li>" for each in points)
    return f"<ul>{inside}</ul>" if inside else ""
