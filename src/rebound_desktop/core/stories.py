"""Rendering a story: whole, in a frame such as STAR, as bullets, or within a time or length.

Only what the person wrote is used, in whole sentences and in its order. Shorter forms follow the
usual advice for spoken answers: a quarter for situation and task, some 60 % for the action and
15 to 20 % for the result, at 130 to 150 words a minute.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from rebound_desktop.core.plain_text import one_line
from rebound_desktop.core.sentences import Sentence, beginning, is_ended, sentences
from rebound_desktop.core.speaking import PACE, seconds_for, word_count, words_in
from rebound_desktop.core.story_parts import FIELDS


class Form(StrEnum):
    """How a story can be rendered."""

    WHOLE = "whole"
    STAR = "star"
    CAR = "car"
    SOAR = "soar"
    PARLA = "parla"
    BULLETS = "bullets"
    ONE_LINE = "one_line"
    SECONDS_30 = "seconds_30"
    SECONDS_60 = "seconds_60"
    SECONDS_90 = "seconds_90"
    SECONDS_120 = "seconds_120"
    WORDS_250 = "words_250"


#: The forms that a person can word anew; the whole story is the story itself.
OWN_WORDING = tuple(each for each in Form if each is not Form.WHOLE)

#: The forms that are limited by speaking time, in seconds.
SECONDS = {
    Form.SECONDS_30: 30,
    Form.SECONDS_60: 60,
    Form.SECONDS_90: 90,
    Form.SECONDS_120: 120,
}
#: The forms that are limited in words.
WORDS = {Form.WORDS_250: 250}
#: The most words of one line.
_LINE_WORDS = 40

_SETUP = ("title", "moment", "situation", "task", "obstacle")
_AFTER = ("learned", "applied")
#: The headings of each frame and the fields that stand under them.
_FRAMES: dict[Form, tuple[tuple[str, tuple[str, ...]], ...]] = {
    Form.STAR: (
        ("Situation", ("moment", "situation")),
        ("Task", ("task", "obstacle")),
        ("Action", ("action",)),
        ("Result", ("result",)),
    ),
    Form.CAR: (
        ("Challenge", ("moment", "situation", "task", "obstacle")),
        ("Action", ("action",)),
        ("Result", ("result",)),
    ),
    Form.SOAR: (
        ("Situation", ("moment", "situation", "task")),
        ("Obstacle", ("obstacle",)),
        ("Action", ("action",)),
        ("Result", ("result",)),
    ),
    Form.PARLA: (
        ("Problem", ("moment", "situation", "task", "obstacle")),
        ("Action", ("action",)),
        ("Result", ("result",)),
        ("Learned", ("learned",)),
        ("Applied", ("applied",)),
    ),
}
#: Shares of a limited form, in the order in which they are filled.
_SHARES: tuple[tuple[tuple[str, ...], float], ...] = (
    (("result",), 0.18),
    (("action",), 0.6),
    (_SETUP, 0.25),
)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A story as plain text; ``left_out`` names the fields of which something is missing.

    The text is empty where not even one sentence is short enough for the form.
    """

    text: str
    words: int
    seconds: int
    left_out: tuple[str, ...] = ()


def render(texts: Mapping[str, str], form: Form, words_per_minute: int = PACE) -> Rendering:
    """Return a story in a form.

    ``texts`` are the story's texts by field, as ``store.stories.texts_of`` gives them. A story of
    which only the title or the moment is written is rendered as that in every form.
    """
    told = _told(texts)
    left_out: tuple[str, ...] = ()
    if form is Form.ONE_LINE:
        text = _one_line(texts)
    elif form in SECONDS:
        text, left_out = _within(told, words_in(SECONDS[form], words_per_minute))
    elif form in WORDS:
        text, left_out = _within(told, WORDS[form])
    elif form is Form.BULLETS:
        text = "\n".join(f"• {each.text}" for part in told.values() for each in sentences(part))
    elif form in _FRAMES and told.keys() - {"title", "moment"}:
        text, left_out = _framed(told, form)
    else:
        text = "\n\n".join(told.values())
    words = word_count(text)
    return Rendering(text, words, seconds_for(words, words_per_minute), left_out)


def most_words(form: Form, words_per_minute: int = PACE) -> int | None:
    """Return how many words a form holds, or None where it has no limit."""
    if form in SECONDS:
        return words_in(SECONDS[form], words_per_minute)
    return _LINE_WORDS if form is Form.ONE_LINE else WORDS.get(form)


def summary(texts: Mapping[str, str]) -> str:
    """Return what a list shows below the title: how it ended, or the first thing written."""
    for name in ("result", "moment", "action", *FIELDS):
        found = sentences(beginning(texts.get(name, "")))
        if found and one_line(found[0].text).rstrip(".") != texts.get("title", ""):
            return one_line(found[0].text)
    return ""


def _told(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that are told, in order.

    The moment is the story in one line: it is told only while the beginning is not written out;
    the title only where there is nothing else.
    """
    told = {}
    for name in FIELDS:
        lines = (each.rstrip() for each in texts.get(name, "").strip().split("\n"))
        if text := "\n".join(lines).strip():
            told[name] = text
    if told.keys() & {"situation", "task", "obstacle", "action"}:
        told.pop("moment", None)
    return told or {"title": one_line(texts.get("title", ""))}


def _framed(told: Mapping[str, str], form: Form) -> tuple[str, tuple[str, ...]]:
    blocks = []
    used: set[str] = set()
    for heading, fields in _FRAMES[form]:
        inside = [each for each in fields if each in told]
        used.update(inside)
        if inside == ["obstacle"]:
            heading = "Obstacle"  # a STAR story without a task
        if inside:
            blocks.append("\n".join([heading, *(told[each] for each in inside)]))
    return "\n\n".join(blocks), tuple(each for each in told if each not in used)


def _one_line(texts: Mapping[str, str]) -> str:
    """Return the moment, or the title and how it ended, or a first sentence that is short."""
    title = one_line(texts.get("title", ""))
    ending = [one_line(each.text) for each in _first(texts, "result")]
    stop = "" if is_ended(title) else "."
    lines = [
        one_line(texts.get("moment", "")),
        *(f"{title}{stop} {each}" for each in ending),
        title,
        *ending,
        *(one_line(each.text) for name in FIELDS for each in _first(texts, name)),
    ]
    return next((each for each in lines if each and word_count(each) <= _LINE_WORDS), "")


def _first(texts: Mapping[str, str], name: str) -> list[Sentence]:
    return sentences(beginning(texts.get(name, "")))[:1]


#: What can stand between two sentences, the weakest first.
_GAPS = ("", " ", "\n", "\n\n")
#: A sentence by its field and its number there.
_Place = tuple[str, int]


def _within(told: Mapping[str, str], limit: int) -> tuple[str, tuple[str, ...]]:
    """Return the most telling sentences within so many words, and the fields left out."""
    begun = {name: beginning(text) for name, text in told.items()}
    cut = {name for name, text in told.items() if begun[name] != text}
    parts = {name: sentences(text) for name, text in begun.items()}
    if len(parts) == 1:
        text, shortened = _within_one(*parts.popitem(), limit)
        return text, shortened or tuple(cut)
    chosen = _choice(parts, limit)
    left_out = (
        name
        for name, inside in parts.items()
        if name in cut or any((name, number) not in chosen for number in range(len(inside)))
    )
    return _flowing(parts, chosen), tuple(left_out)


def _within_one(name: str, inside: list[Sentence], limit: int) -> tuple[str, tuple[str, ...]]:
    """Shorten a story that was written in one piece: its last sentence most likely is the end."""
    whole = _flowing({name: inside}, {(name, number) for number in range(len(inside))})
    if word_count(whole) <= limit:
        return whole, ()
    parts = {"action": inside[:-1], "result": inside[-1:]}
    return _flowing(parts, _choice(parts, limit)), (name,)


def _choice(parts: Mapping[str, list[Sentence]], limit: int) -> set[_Place]:
    size = {
        (name, number): word_count(each.text)
        for name, inside in parts.items()
        for number, each in enumerate(inside)
    }
    chosen: set[_Place] = set()

    def fits(places: Iterable[_Place]) -> bool:
        return word_count(_flowing(parts, chosen.union(places))) <= limit

    def in_turn(fields: Iterable[str]) -> list[_Place]:
        """The first sentences of all fields, then the second ones, and so on."""
        places = [(name, number) for name in fields for number in range(len(parts.get(name, ())))]
        return sorted(places, key=lambda place: place[1])

    def fill(fields: Iterable[str], most: float) -> None:
        """Go on in each field from where it stands, without gaps."""
        places = in_turn(fields)
        taken = sum(size[each] for each in places if each in chosen)
        following = {
            name: 1 + max((n for f, n in chosen if f == name), default=-1) for name in parts
        }
        for place in places:
            name, number = place
            if number == following[name] and taken + size[place] <= most and fits([place]):
                chosen.add(place)
                taken += size[place]
                following[name] += 1

    if fits(size):
        return set(size)
    # One sentence of each, the result before all: without it there is no story.
    for fields, _ in _SHARES:
        short = (each for each in in_turn(fields) if size[each] <= limit and fits([each]))
        chosen.update(islice(short, 1))
    for fields, share in _SHARES:
        fill(fields, share * limit)
    for fields in (("action",), ("result",), _SETUP):
        fill(fields, limit)
    if all(place in chosen or place[0] in _AFTER for place in size):
        fill(_AFTER, limit)
    return chosen


def _flowing(parts: Mapping[str, list[Sentence]], chosen: set[_Place]) -> str:
    """Return the chosen sentences as running text: beginning, action and ending apart."""
    text, last = "", ""
    for name, inside in parts.items():
        gap = ""
        for number, each in enumerate(inside):
            gap = max(gap, each.gap, key=_GAPS.index)
            if (name, number) in chosen:
                if last != name:
                    gap = _between(text, last, name)
                if each.bullet and text and not gap.startswith("\n"):
                    gap = "\n"
                text += f"{gap}{'• ' if each.bullet else ''}{each.text}"
                gap, last = "", name
    return text


def _between(text: str, last: str, name: str) -> str:
    """Return what stands between the last sentence of one field and the first of another."""
    if not text:
        return ""
    together = any(last in group and name in group for group in (_SETUP, _AFTER))
    if not together:
        return "\n\n"
    return " " if is_ended(text) else "\n"
