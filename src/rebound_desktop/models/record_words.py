"""What records are called, one and many, by their table."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_ONE: dict[str, Any] = {
    "applications": QT_TRANSLATE_NOOP("Records", "Application"),
    "rejections": QT_TRANSLATE_NOOP("Records", "Rejection"),
    "people": QT_TRANSLATE_NOOP("Records", "Person"),
    "stories": QT_TRANSLATE_NOOP("Records", "Story"),
    "lessons": QT_TRANSLATE_NOOP("Records", "Lesson"),
    "follow_ups": QT_TRANSLATE_NOOP("Records", "Follow-up"),
    "feedback_requests": QT_TRANSLATE_NOOP("Records", "Feedback request"),
    "tellings": QT_TRANSLATE_NOOP("Records", "Telling"),
    "plans": QT_TRANSLATE_NOOP("Records", "Plan"),
    "reflections": QT_TRANSLATE_NOOP("Records", "Reflection"),
    "prep_sheets": QT_TRANSLATE_NOOP("Records", "Prep sheet"),
    "questions": QT_TRANSLATE_NOOP("Records", "Question"),
    "letter_templates": QT_TRANSLATE_NOOP("Records", "Letter template"),
}
_MANY: dict[str, Any] = {
    "applications": QT_TRANSLATE_NOOP("Records", "Applications"),
    "events": QT_TRANSLATE_NOOP("Records", "Dates in histories"),
    "rejections": QT_TRANSLATE_NOOP("Records", "Rejections"),
    "reasons": QT_TRANSLATE_NOOP("Records", "Reasons"),
    "reflections": QT_TRANSLATE_NOOP("Records", "Reflections"),
    "people": QT_TRANSLATE_NOOP("Records", "People"),
    "stories": QT_TRANSLATE_NOOP("Records", "Stories"),
    "lessons": QT_TRANSLATE_NOOP("Records", "Lessons"),
    "follow_ups": QT_TRANSLATE_NOOP("Records", "Follow-ups"),
    "feedback_requests": QT_TRANSLATE_NOOP("Records", "Feedback requests"),
    "tellings": QT_TRANSLATE_NOOP("Records", "Tellings"),
    "plans": QT_TRANSLATE_NOOP("Records", "Plans"),
    "mood_checks": QT_TRANSLATE_NOOP("Records", "Check-ins"),
    "prep_sheets": QT_TRANSLATE_NOOP("Records", "Prep sheets"),
    "questions": QT_TRANSLATE_NOOP("Records", "Questions"),
    "letter_templates": QT_TRANSLATE_NOOP("Records", "Letter templates"),
    "competencies": QT_TRANSLATE_NOOP("Records", "Competencies"),
    "story_forms": QT_TRANSLATE_NOOP("Records", "Own wordings"),
    "story_versions": QT_TRANSLATE_NOOP("Records", "Earlier versions"),
}
_REASONS: dict[str, Any] = {
    "daily": QT_TRANSLATE_NOOP("Records", "Each day"),
    "import": QT_TRANSLATE_NOOP("Records", "Before an import"),
    "merge": QT_TRANSLATE_NOOP("Records", "Before a merge"),
    "restore": QT_TRANSLATE_NOOP("Records", "Before a restore"),
    "repair": QT_TRANSLATE_NOOP("Records", "Before a repair"),
    "passphrase": QT_TRANSLATE_NOOP("Records", "Before a change of passphrase"),
    "schema": QT_TRANSLATE_NOOP("Records", "Before an update"),
}


def kind_of_record(table: str) -> str:
    """Return what one record of a table is called."""
    return _translated(_ONE.get(table, table))


def records_of(table: str) -> str:
    """Return what the records of a table are called together."""
    return _translated(_MANY.get(table, table.replace("_", " ").capitalize()))


def reason_of_backup(reason: str) -> str:
    """Return why a backup was made, from the reason in its name."""
    start = reason.partition("-")[0]
    return _translated(_REASONS.get(start, reason))


def _translated(text: Any) -> str:
    return QCoreApplication.translate("Records", str(text))
