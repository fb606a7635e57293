"""What the weekly look says: what was done, and what is open, in words."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rebound_desktop.core.weekly_look import Week

#: How many things of one kind are named.
_MOST = 5

_DONE: dict[str, Any] = {
    "finished": QT_TRANSLATE_NOOP("Week", "Done"),
    "written_to": QT_TRANSLATE_NOOP("Week", "Written to"),
    "tried": QT_TRANSLATE_NOOP("Week", "Tried from a lesson"),
    "told": QT_TRANSLATE_NOOP("Week", "Stories told"),
    "written_down": QT_TRANSLATE_NOOP("Week", "Stories written down"),
    "looked_back": QT_TRANSLATE_NOOP("Week", "Looked back on"),
}


def done(week: Week) -> list[tuple[str, list[str]]]:
    """Return what was done as headings, each with its lines; empty ones are left out."""
    return [
        (QCoreApplication.translate("Week", heading), named(getattr(week, kind)))
        for kind, heading in _DONE.items()
        if getattr(week, kind)
    ]


def named(things: list[str]) -> list[str]:
    """Return the first of some things as lines, and that there are more."""
    if len(things) <= _MOST:
        return things
    more = QCoreApplication.translate("Week", "and {count} more")
    return [*things[:_MOST], more.format(count=len(things) - _MOST)]


def plan_title(if_text: str, then_text: str) -> str:
    """Return a plan as one line: "If it rains, I will write".

    The words that the line begins with are not said twice where the person wrote them too.
    """
    title = QCoreApplication.translate("Week", "If {this}, I will {that}")
    this = _without(if_text, QCoreApplication.translate("Week", "If"))
    that = _without(then_text, QCoreApplication.translate("Week", "I will"))
    return title.format(this=this or "…", that=that or "…")


def _without(text: str, beginning: str) -> str:
    text = text.strip()
    if text.casefold().startswith(f"{beginning} ".casefold()):
        return text[len(beginning) :].strip()
    return text
