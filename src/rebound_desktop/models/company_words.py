"""What is recalled of a company from earlier applications there."""

from PySide6.QtCore import QCoreApplication

from rebound_desktop.core.vocabulary import Outcome
from rebound_desktop.models.people_table import shown_name
from rebound_desktop.models.words import short_day, word
from rebound_desktop.store import company_memory
from rebound_desktop.store.company_memory import Ending
from rebound_desktop.store.tables import Person

#: How many characters of an answer are recalled.
_RECALLED = 280


def _tr(text: str) -> str:
    return QCoreApplication.translate("Company", text)


def recalled(company: str, besides: int = 0) -> str:
    """Return what a person would want to know before applying there again, or an empty text.

    ``besides`` is the id of an application that is left out.
    """
    endings = company_memory.endings_at(company, besides=besides)
    return "\n\n".join(f"{ended(each)} {learned(each)}".strip() for each in endings)


def ended(ending: Ending) -> str:
    """Return in a sentence or two when an application at the company ended, and how."""
    if ending.outcome == Outcome.NO_REPLY:
        text = _tr("You closed an application here on {day} after silence.")
    elif ending.outcome == Outcome.ROLE_WITHDRAWN:
        text = _tr("On {day} a role here was withdrawn.")
    else:
        text = _tr("There was a no here on {day}.")
    text = text.format(day=short_day(ending.on_date))
    if ending.role:
        text = f"{text} {_tr('The role was {role}.').format(role=ending.role)}"
    return text


def learned(ending: Ending) -> str:
    """Return what was learned from an ending, or an empty text."""
    parts = []
    if ending.lessons:
        kept = "; ".join(ending.lessons)
        parts.append(_tr("What you took with you: {lessons}").format(lessons=kept))
    if ending.learned:
        told = " ".join(ending.learned.split())
        if len(told) > _RECALLED:
            told = told[: _RECALLED - 1].rstrip() + "…"
        parts.append(_tr("How they interview: {learned}").format(learned=told))
    return " ".join(parts)


def who(person: Person) -> str:
    """Return a person known at a company with what they do: "Ana Ruiz, Recruiter"."""
    return ", ".join((shown_name(str(person.name)), word("person", str(person.role))))
