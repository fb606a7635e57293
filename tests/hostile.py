"""A store in which every text that a person may type looks like something else."""

import json
from pathlib import Path
from typing import Any

from rebound_desktop.exchange import sample_data
from rebound_desktop.exchange.archive import take_in
from rebound_desktop.exchange.archive_reading import read

#: Short, so that it is whole where a text is shortened.
MARK = "<b>R&D&amp;</b>{0}%1"
#: Markup, fields of templates, SQL, a formula, signs that turn the direction of writing.
REST = (
    ' <img src=x> {name} {} %s [*] \'; DROP TABLE stories; -- =HYPERLINK("x") '
    "\u202eolleh\u202c \u200f\u05e9\u05dc\u05d5\u05dd\u200e 🙂 "
)
HOSTILE = MARK + REST
_ONE_LINE = (
    "company",
    "email",
    "if_text",
    "link",
    "location",
    "name",
    "note",
    "place",
    "role",
    "salary",
    "source",
    "subject",
    "then_text",
    "title",
    "to_name",
    "to_whom",
)
_LONG = (
    "action",
    "advert",
    "answer",
    "applied",
    "company_notes",
    "did_well",
    "do_differently",
    "draft",
    "expectation_note",
    "happened",
    "how_met",
    "learned",
    "moment",
    "notes",
    "obstacle",
    "own_questions",
    "questions",
    "result",
    "situation",
    "task",
    "text",
    "their_words",
    "to_a_friend",
)
#: Lists in which a field of that name is a word of the vocabulary.
_WORDS = {("mood_checks", "moment"), ("people", "role"), ("letter_templates", "body")}


def content() -> bytes:
    """Return the sample data with such a text before each of its texts."""
    archive: dict[str, Any] = json.loads(sample_data.content())
    for table, rows in archive.items():
        if not isinstance(rows, list):
            continue
        for row in rows:
            _spoil(table, row)
    rejection = archive["rejections"][-1]
    moment = {key: rejection[key] for key in ("created_at", "changed_at")}
    archive["reasons"].append(
        {
            "uuid": "7e0f4d9e-1f7c-4c0f-9d0c-3a1f5f0f6b11",
            **moment,
            "rejection": rejection["uuid"],
            "code": "other",
            "basis": "guess",
            "control": "unknown",
            "label": HOSTILE.strip(),
        }
    )
    return json.dumps(archive).encode()


def fill() -> None:
    """Put such data into the open store, which is empty."""
    take_in(read(content(), "hostile texts"), Path())


def _spoil(table: str, row: dict[str, Any]) -> None:
    for name, value in row.items():
        if (table, name) in _WORDS or not isinstance(value, str):
            continue
        if table == "letter_templates" and name == "subject":
            # Its braces are the template's own.
            row[name] = "<b>R&D&amp;</b> " + value
        elif name in _ONE_LINE:
            row[name] = " ".join((HOSTILE + value).split())
        elif name in _LONG:
            row[name] = HOSTILE + "\n" * (table != "lessons") + value
    for inside in ("forms", "versions"):
        for each in row.get(inside, ()):
            _spoil(table, each)
