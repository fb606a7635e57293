"""Writing a letter: what it is made of, how its fields are filled, and how long it is.

A letter is made of a template and :class:`Facts`, and of nothing else, so that nothing from a
reflection, nor what the company wrote, can get into one. The texts are in ``letter_templates``.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from rebound_desktop.core.letter_grammar import fill
from rebound_desktop.core.letter_templates import Template, shipped
from rebound_desktop.core.plain_text import one_line
from rebound_desktop.core.vocabulary import LetterKind, Stage, Tone

#: Characters of a LinkedIn connection note without a paid account; with one there are 300.
LINKEDIN_FREE = 200

_INTERVIEWED = frozenset({Stage.SCREENING, Stage.INTERVIEWING, Stage.FINAL, Stage.OFFER})
# Letters are in English, whatever the system speaks.
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir"})
#: How the person's own detail begins where it is a sentence by itself.
_SENTENCE_STARTS = frozenset(
    ("i", "i’m", "i'm", "it", "thank", "thanks", "you", "your", "we", "what")
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a letter is made of; every text may be empty.

    ``detail`` is one real thing to thank for, in the person's own words. Days are written out in
    the British way, or in the ``american`` one.
    """

    company: str = ""
    role: str = ""
    to_name: str = ""
    my_name: str = ""
    detail: str = ""
    reached: Stage = Stage.APPLIED
    today: date | None = None
    asked_on: date | None = None
    american: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """How the person writes: their name, the usual tone, how days are spelled, and the room there
    is in a connection note, in characters.
    """

    my_name: str = ""
    tone: Tone = Tone.FORMAL
    american: bool = False
    linkedin_limit: int = LINKEDIN_FREE


@dataclass(frozen=True, slots=True)
class Letter:
    """A subject and a body with line breaks, without markup."""

    subject: str
    body: str


def write(template: Template, facts: Facts) -> Letter:
    """Return the letter that a template makes of facts.

    Raises ``letter_grammar.LetterTextError`` where the template's text is none.
    """
    fields = fields_of(facts)
    return Letter(one_line(fill(template.subject, fields)), fill(template.body, fields))


def fields_of(facts: Facts) -> dict[str, str]:
    """Return what stands for each field of a template; empty where it is not known."""
    met = facts.reached in _INTERVIEWED
    name = one_line(facts.to_name)
    return {
        "name": name,
        "first_name": first_name(name),
        "company": one_line(facts.company),
        "role": one_line(facts.role),
        "my_name": one_line(facts.my_name),
        "date": written_day(facts.today, american=facts.american) if facts.today else "",
        "detail": one_line(facts.detail),
        "detail_sentence": _detail_sentence(one_line(facts.detail)),
        "occasion": "your time and the conversation"
        if met
        else "reading my application and letting me know",
        "question": "Which one skill would most strengthen a future application?"
        if met
        else "Where did you want more evidence in my application?",
        "asked_on": day_and_month(facts.asked_on, american=facts.american)
        if facts.asked_on
        else "",
    }


def first_name(name: str) -> str:
    """Return the first name of a name such as "Dr. Priya Nair"; a title is passed over."""
    parts = name.split()
    while len(parts) > 1 and parts[0].rstrip(".").casefold() in _TITLES:
        parts.pop(0)
    return parts[0].rstrip(",") if parts else ""


def written_day(day: date, *, american: bool) -> str:
    """Return a day as a letter has it: "20 November 2026", or "November 20, 2026"."""
    return f"{day_and_month(day, american=american)}{',' if american else ''} {day.year}"


def day_and_month(day: date, *, american: bool) -> str:
    """Return a day without its year: "20 November", or "November 20"."""
    month = _MONTHS[day.month - 1]
    return f"{month} {day.day}" if american else f"{day.day} {month}"


def redated(text: str, before: date, after: date) -> str:
    """Return a letter in which a day is another one, as when it was sent later than planned."""
    for american in (False, True):
        old = rf"(?<!\d){re.escape(day_and_month(before, american=american))}(?!\d)"
        text = re.sub(old, day_and_month(after, american=american), text)
    return text


def linkedin_note(template: Template, facts: Facts, limit: int = LINKEDIN_FREE) -> str:
    """Return a connection note of at most ``limit`` characters as :func:`linkedin_length` counts.

    Facts give way until it fits; where the template never does, the shipped note is taken, and
    where that does not fit either, the note is empty.
    """
    fewer = [facts]
    fewer.append(replace(fewer[-1], my_name=""))
    fewer.append(replace(fewer[-1], role=""))
    fewer.append(replace(fewer[-1], company=""))
    fewer.append(replace(fewer[-1], to_name=""))
    for each in (template, shipped(LetterKind.LINKEDIN_NOTE)):
        for left in fewer:
            note = write(each, left).body
            if linkedin_length(note) <= limit:
                return note
    return ""


def linkedin_length(text: str) -> int:
    """Return a text's length as LinkedIn's own field counts it.

    That field is a web page's: it counts UTF-16 units, so that most emoji count as two. A text
    within this count is within a count of characters too.
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def count_words(text: str) -> int:
    """Return the number of words as a word processor counts them: runs between white space."""
    return len(text.split())


def _detail_sentence(detail: str) -> str:
    """Return the sentence with the person's own detail, which may be one by itself."""
    if not detail:
        return ""
    ended = detail if detail[-1] in ".!?。！？…" else f"{detail}."
    if detail.split(" ", 1)[0].casefold() in _SENTENCE_STARTS:
        return ended[:1].upper() + ended[1:]
    return f"I remember one thing with thanks: {ended}"
