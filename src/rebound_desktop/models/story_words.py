"""The words that the person reads about stories: their forms, parts, times and hints."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rebound_desktop.core.stories import Form
from rebound_desktop.core.story_hints import Hint

_FORMS: dict[str, Any] = {
    Form.WHOLE: QT_TRANSLATE_NOOP("StoryWords", "Story"),
    Form.STAR: QT_TRANSLATE_NOOP("StoryWords", "STAR"),
    Form.CAR: QT_TRANSLATE_NOOP("StoryWords", "CAR"),
    Form.SOAR: QT_TRANSLATE_NOOP("StoryWords", "SOAR"),
    Form.PARLA: QT_TRANSLATE_NOOP("StoryWords", "PARLA"),
    Form.BULLETS: QT_TRANSLATE_NOOP("StoryWords", "Bullets"),
    Form.ONE_LINE: QT_TRANSLATE_NOOP("StoryWords", "One line"),
    Form.SECONDS_30: QT_TRANSLATE_NOOP("StoryWords", "30 seconds"),
    Form.SECONDS_60: QT_TRANSLATE_NOOP("StoryWords", "60 seconds"),
    Form.SECONDS_90: QT_TRANSLATE_NOOP("StoryWords", "90 seconds"),
    Form.SECONDS_120: QT_TRANSLATE_NOOP("StoryWords", "120 seconds"),
    Form.WORDS_250: QT_TRANSLATE_NOOP("StoryWords", "250 words"),
}
_FIELDS: dict[str, Any] = {
    "title": QT_TRANSLATE_NOOP("StoryWords", "Title"),
    "moment": QT_TRANSLATE_NOOP("StoryWords", "In one line"),
    "situation": QT_TRANSLATE_NOOP("StoryWords", "Situation"),
    "task": QT_TRANSLATE_NOOP("StoryWords", "Task"),
    "obstacle": QT_TRANSLATE_NOOP("StoryWords", "Obstacle"),
    "action": QT_TRANSLATE_NOOP("StoryWords", "Action"),
    "result": QT_TRANSLATE_NOOP("StoryWords", "Result"),
    "learned": QT_TRANSLATE_NOOP("StoryWords", "What I learned"),
    "applied": QT_TRANSLATE_NOOP("StoryWords", "Where I used it since"),
    "happened": QT_TRANSLATE_NOOP("StoryWords", "When it happened"),
}
_HINTS: dict[Hint, Any] = {
    Hint.ONE_OCCASION: QT_TRANSLATE_NOOP(
        "StoryWords", "Is it one occasion? One day or one project is easy to picture."
    ),
    Hint.MORE_I: QT_TRANSLATE_NOOP(
        "StoryWords", "What was your own part? There is more “we” than “I” in the action."
    ),
    Hint.NUMBER: QT_TRANSLATE_NOOP(
        "StoryWords", "Is there a number in the result: how many, how much, how soon?"
    ),
    Hint.EXPECTATION: QT_TRANSLATE_NOOP(
        "StoryWords", "What was expected of you, and did you meet it or go beyond?"
    ),
}


def _tr(source: Any) -> str:
    return QCoreApplication.translate("StoryWords", source)


def form_name(form: Form) -> str:
    """Return the name of a form, as on its button."""
    return _tr(_FORMS[form])


def field_name(field: str) -> str:
    """Return the label of a story's field."""
    return _tr(_FIELDS[field])


def hint_text(hint: Hint) -> str:
    """Return a hint as a question."""
    return _tr(_HINTS[hint])


def speaking_time(seconds: int) -> str:
    """Return a speaking time as the vault shows it: "45 s", "90 s", "2 min", "2.5 min"."""
    if seconds < 15:
        return _tr("{number} s").format(number=max(5, 5 * round(seconds / 5)))
    if seconds < 113:
        return _tr("{number} s").format(number=15 * round(seconds / 15))
    halves = round(seconds / 30)
    number = f"{halves // 2}.5" if halves % 2 else f"{halves // 2}"
    return _tr("{number} min").format(number=number)
