"""What a merge says to the person: which answers it kept both texts of, and what changed."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from rebound_desktop.exchange.archive_merging import Noted, Report
from rebound_desktop.models.record_words import kind_of_record, records_of
from rebound_desktop.models.story_words import field_name

_ANSWERS: dict[tuple[str, str], Any] = {
    ("applications", "advert"): QT_TRANSLATE_NOOP("Merging", "Advert"),
    ("rejections", "their_words"): QT_TRANSLATE_NOOP("Merging", "Their exact words"),
    ("reflections", "to_a_friend"): QT_TRANSLATE_NOOP("Merging", "What you would say to a friend"),
    ("reflections", "did_well"): QT_TRANSLATE_NOOP("Merging", "What you did well"),
    ("reflections", "do_differently"): QT_TRANSLATE_NOOP("Merging", "What you'd do differently"),
    ("reflections", "learned"): QT_TRANSLATE_NOOP("Merging", "How they interview"),
    ("people", "how_met"): QT_TRANSLATE_NOOP("Merging", "How you met"),
    ("feedback_requests", "detail"): QT_TRANSLATE_NOOP("Merging", "What you thank for"),
    ("feedback_requests", "answer"): QT_TRANSLATE_NOOP("Merging", "Their answer"),
    ("lessons", "text"): QT_TRANSLATE_NOOP("Merging", "Lesson"),
    ("plans", "if_text"): QT_TRANSLATE_NOOP("Merging", "Plan"),
    ("plans", "then_text"): QT_TRANSLATE_NOOP("Merging", "Plan"),
    ("stories", "forms"): QT_TRANSLATE_NOOP("Merging", "Own wording"),
}
_OTHERS: dict[str, Any] = {
    "note": QT_TRANSLATE_NOOP("Merging", "Note"),
    "notes": QT_TRANSLATE_NOOP("Merging", "Notes"),
    "draft": QT_TRANSLATE_NOOP("Merging", "Letter"),
    "body": QT_TRANSLATE_NOOP("Merging", "Letter"),
}


def answer(noted: Noted) -> str:
    """Return what an answer is called of which both texts were kept."""
    text = _ANSWERS.get((noted.table, noted.field)) or _OTHERS.get(noted.field)
    if text is None:
        return field_name(noted.field) if noted.table == "stories" else noted.field
    return QCoreApplication.translate("Merging", str(text))


def kind(noted: Noted) -> str:
    """Return what the record of a noted place is called: "Reflection"."""
    found = kind_of_record(noted.table)
    return found if found != noted.table else records_of(noted.table)


def summary(report: Report) -> str:
    """Return in one sentence what a merge changed."""
    total = report.total()
    if report.is_empty:
        return QCoreApplication.translate("Merging", "Nothing in it was new.")
    sentence = QCoreApplication.translate(
        "Merging", "Merged: {new} new, {changed} changed, {deleted} deleted."
    )
    return sentence.format(
        new=_number(total.new + total.back),
        changed=_number(total.changed),
        deleted=_number(total.deleted),
    )


def _number(value: int) -> str:
    return QLocale().toString(value)
