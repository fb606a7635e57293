"""The words that the person reads for the values of the vocabulary."""

from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from rebound_desktop.core import clock

_WORDS: dict[str, dict[str, Any]] = {
    "stage": {
        "interested": QT_TRANSLATE_NOOP("Words", "Interested"),
        "applied": QT_TRANSLATE_NOOP("Words", "Applied"),
        "screening": QT_TRANSLATE_NOOP("Words", "Screening"),
        "assessment": QT_TRANSLATE_NOOP("Words", "Assessment"),
        "interviewing": QT_TRANSLATE_NOOP("Words", "Interviewing"),
        "final": QT_TRANSLATE_NOOP("Words", "Final"),
        "offer": QT_TRANSLATE_NOOP("Words", "Offer"),
        "accepted": QT_TRANSLATE_NOOP("Words", "Accepted"),
        "closed": QT_TRANSLATE_NOOP("Words", "Closed"),
    },
    # The furthest point of a process, as the log and the wizard name it.
    "reached": {
        "interested": QT_TRANSLATE_NOOP("Words", "Not applied yet"),
        "applied": QT_TRANSLATE_NOOP("Words", "Application"),
        "screening": QT_TRANSLATE_NOOP("Words", "Phone screen"),
        "assessment": QT_TRANSLATE_NOOP("Words", "Assessment"),
        "interviewing": QT_TRANSLATE_NOOP("Words", "Interview"),
        "final": QT_TRANSLATE_NOOP("Words", "Final interview"),
        "offer": QT_TRANSLATE_NOOP("Words", "Offer"),
    },
    "event": {
        "found": QT_TRANSLATE_NOOP("Words", "Found"),
        "applied": QT_TRANSLATE_NOOP("Words", "Applied"),
        "screen": QT_TRANSLATE_NOOP("Words", "Phone screen"),
        "assessment": QT_TRANSLATE_NOOP("Words", "Assessment"),
        "interview": QT_TRANSLATE_NOOP("Words", "Interview"),
        "final_interview": QT_TRANSLATE_NOOP("Words", "Final interview"),
        "offer": QT_TRANSLATE_NOOP("Words", "Offer"),
        "accepted": QT_TRANSLATE_NOOP("Words", "Accepted"),
        "no": QT_TRANSLATE_NOOP("Words", "They said no"),
        "no_reply": QT_TRANSLATE_NOOP("Words", "No reply"),
        "role_withdrawn": QT_TRANSLATE_NOOP("Words", "Role withdrawn"),
        "withdrew": QT_TRANSLATE_NOOP("Words", "I withdrew"),
        "reopened": QT_TRANSLATE_NOOP("Words", "Reopened"),
    },
    "outcome": {
        "no": QT_TRANSLATE_NOOP("Words", "Their no"),
        "no_reply": QT_TRANSLATE_NOOP("Words", "No reply"),
        "role_withdrawn": QT_TRANSLATE_NOOP("Words", "Role withdrawn"),
        "my_choice": QT_TRANSLATE_NOOP("Words", "My choice"),
        "accepted": QT_TRANSLATE_NOOP("Words", "Accepted"),
    },
    "how_told": {
        "email": QT_TRANSLATE_NOOP("Words", "By e-mail"),
        "phone": QT_TRANSLATE_NOOP("Words", "By phone"),
        "video": QT_TRANSLATE_NOOP("Words", "In a video call"),
        "in_person": QT_TRANSLATE_NOOP("Words", "In person"),
        "portal": QT_TRANSLATE_NOOP("Words", "On their website"),
        "letter": QT_TRANSLATE_NOOP("Words", "By letter"),
        "recruiter": QT_TRANSLATE_NOOP("Words", "Through a recruiter"),
        "message": QT_TRANSLATE_NOOP("Words", "By text or chat"),
        "silence": QT_TRANSLATE_NOOP("Words", "They never answered"),
        "other": QT_TRANSLATE_NOOP("Words", "Another way"),
    },
    "reason": {
        "budget": QT_TRANSLATE_NOOP("Words", "Budget"),
        "politics": QT_TRANSLATE_NOOP("Words", "Company politics"),
        "internal_candidate": QT_TRANSLATE_NOOP("Words", "Internal candidate"),
        "more_experience": QT_TRANSLATE_NOOP("Words", "Someone with more experience"),
        "fit": QT_TRANSLATE_NOOP("Words", "Fit"),
        "gut_feeling": QT_TRANSLATE_NOOP("Words", "Gut feeling"),
        "skill": QT_TRANSLATE_NOOP("Words", "A skill"),
        "answer": QT_TRANSLATE_NOOP("Words", "An answer"),
        "role_withdrawn": QT_TRANSLATE_NOOP("Words", "Role withdrawn"),
        "other": QT_TRANSLATE_NOOP("Words", "Something else"),
    },
    "basis": {
        "told": QT_TRANSLATE_NOOP("Words", "They told me"),
        "guess": QT_TRANSLATE_NOOP("Words", "My guess"),
    },
    "control": {
        "mine": QT_TRANSLATE_NOOP("Words", "Mine to change"),
        "not_mine": QT_TRANSLATE_NOOP("Words", "Not mine"),
        "unknown": QT_TRANSLATE_NOOP("Words", "Can’t tell"),
    },
    "lesson": {
        "kept": QT_TRANSLATE_NOOP("Words", "Kept"),
        "tried": QT_TRANSLATE_NOOP("Words", "Tried"),
        "helped": QT_TRANSLATE_NOOP("Words", "Tried, it helped"),
        "did_not_help": QT_TRANSLATE_NOOP("Words", "Tried, it didn't help"),
    },
    # What became of a lesson, as it is asked after an interview.
    "tried": {
        "kept": QT_TRANSLATE_NOOP("Words", "Not this time"),
        "tried": QT_TRANSLATE_NOOP("Words", "Tried it"),
        "helped": QT_TRANSLATE_NOOP("Words", "Tried, it helped"),
        "did_not_help": QT_TRANSLATE_NOOP("Words", "Tried, it didn't help"),
    },
    "feedback": {
        "": QT_TRANSLATE_NOOP("Words", "—"),
        "drafted": QT_TRANSLATE_NOOP("Words", "drafted"),
        "sent": QT_TRANSLATE_NOOP("Words", "asked"),
        "waiting": QT_TRANSLATE_NOOP("Words", "waiting"),
        "thanked": QT_TRANSLATE_NOOP("Words", "thanked"),
        "received": QT_TRANSLATE_NOOP("Words", "received"),
        "declined": QT_TRANSLATE_NOOP("Words", "declined"),
        "no_reply": QT_TRANSLATE_NOOP("Words", "no answer"),
    },
    "channel": {
        "email": QT_TRANSLATE_NOOP("Words", "E-mail"),
        "linkedin": QT_TRANSLATE_NOOP("Words", "LinkedIn"),
        "phone": QT_TRANSLATE_NOOP("Words", "Phone"),
        "other": QT_TRANSLATE_NOOP("Words", "Another way"),
    },
    "person": {
        "recruiter": QT_TRANSLATE_NOOP("Words", "Recruiter"),
        "hiring_manager": QT_TRANSLATE_NOOP("Words", "Hiring manager"),
        "interviewer": QT_TRANSLATE_NOOP("Words", "Interviewer"),
        "referrer": QT_TRANSLATE_NOOP("Words", "Referrer"),
        "contact": QT_TRANSLATE_NOOP("Words", "Contact"),
        "other": QT_TRANSLATE_NOOP("Words", "Someone else"),
    },
    "known": {
        "": QT_TRANSLATE_NOOP("Words", "Not said"),
        "close": QT_TRANSLATE_NOOP("Words", "Close"),
        "know": QT_TRANSLATE_NOOP("Words", "We know each other"),
        "met_once": QT_TRANSLATE_NOOP("Words", "Met once"),
    },
    "address": {
        "email": QT_TRANSLATE_NOOP("Words", "E-mail"),
        "phone": QT_TRANSLATE_NOOP("Words", "Phone"),
        "link": QT_TRANSLATE_NOOP("Words", "Link"),
    },
    "expectation": {
        "": QT_TRANSLATE_NOOP("Words", "Not said"),
        "met": QT_TRANSLATE_NOOP("Words", "Met expectations"),
        "exceeded": QT_TRANSLATE_NOOP("Words", "Exceeded expectations"),
    },
    "landing": {
        "": QT_TRANSLATE_NOOP("Words", "Not said"),
        "well": QT_TRANSLATE_NOOP("Words", "landed well"),
        "so_so": QT_TRANSLATE_NOOP("Words", "landed so-so"),
        "not_well": QT_TRANSLATE_NOOP("Words", "did not land"),
    },
    # The pages of the reflection wizard by their numbers.
    "step": {
        "1": QT_TRANSLATE_NOOP("Words", "What happened"),
        "2": QT_TRANSLATE_NOOP("Words", "Be fair to yourself"),
        "3": QT_TRANSLATE_NOOP("Words", "Ask yourself"),
        "4": QT_TRANSLATE_NOOP("Words", "What was it about?"),
        "5": QT_TRANSLATE_NOOP("Words", "Ask for feedback"),
        "6": QT_TRANSLATE_NOOP("Words", "Work the network"),
        "7": QT_TRANSLATE_NOOP("Words", "Your back-up plan"),
        "8": QT_TRANSLATE_NOOP("Words", "What you’re good at"),
        "9": QT_TRANSLATE_NOOP("Words", "Stand up"),
    },
    "framework": {
        "nace": QT_TRANSLATE_NOOP("Words", "NACE career readiness"),
        "uk_success_profiles": QT_TRANSLATE_NOOP("Words", "UK Success Profiles"),
        "amazon": QT_TRANSLATE_NOOP("Words", "Amazon leadership principles"),
        "onet": QT_TRANSLATE_NOOP("Words", "O*NET work styles"),
        "own": QT_TRANSLATE_NOOP("Words", "My own"),
    },
}


def word(group: str, value: str) -> str:
    """Return the words for a value of the vocabulary, such as ``word("stage", "applied")``.

    A value that is not known, as from a newer archive, is shown as it is.
    """
    source = _WORDS[group].get(value)
    return value if source is None else QCoreApplication.translate("Words", source)


def values(group: str) -> list[str]:
    """Return the values of a group that a person can choose, in their order."""
    return [value for value in _WORDS[group] if value]


def short_day(day: date) -> str:
    """Return a day as the tables show it: "20 Nov", with the year where it is not this one."""
    pattern = "d MMM" if day.year == clock.today().year else "d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def long_day(day: date) -> str:
    """Return a day with its weekday: "Thursday 26 Nov"."""
    pattern = "dddd d MMM" if day.year == clock.today().year else "dddd d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def full_day(day: date) -> str:
    """Return a day with its weekday and its year, whichever year this is."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMM yyyy")


def short_moment(day: date, time: str = "") -> str:
    """Return when something is due, for a pill: "Today", "Tue 10:00" within a week, "20 Nov".

    ``time`` is ``"14:00"`` or empty and follows the day.
    """
    ahead = (day - clock.today()).days
    if ahead == 0:
        text = QCoreApplication.translate("Words", "Today")
    elif ahead == 1:
        text = QCoreApplication.translate("Words", "Tomorrow")
    elif 1 < ahead < 7:
        text = QLocale().toString(QDate(day.year, day.month, day.day), "ddd")
    else:
        text = short_day(day)
    return f"{text} {time}" if time else text


def due_tone(day: date) -> str:
    """Return the tone of a pill for something due on a day: the nearer, the warmer."""
    ahead = (day - clock.today()).days
    if ahead <= 0:
        return "due"
    return "accent" if ahead < 7 else "plain"


def weekday(number: int) -> str:
    """Return the name of a weekday; 0 is Monday."""
    return QLocale().standaloneDayName(number + 1)


def near_day(day: date) -> str:
    """Return a day to come as one says it: "today", "tomorrow", "Thursday", "Mon 11 Jan"."""
    distance = (day - clock.today()).days
    if distance == 0:
        return QCoreApplication.translate("Words", "today")
    if distance == 1:
        return QCoreApplication.translate("Words", "tomorrow")
    if 1 < distance < 7:
        return QLocale().toString(QDate(day.year, day.month, day.day), "dddd")
    return _with_weekday(day)


def due_day(day: date) -> str:
    """Return when something is due, for a pill: "Today", "5 days ago", "Mon 11 Jan"."""
    distance = (day - clock.today()).days
    if distance == 0:
        return QCoreApplication.translate("Words", "Today")
    if distance == 1:
        return QCoreApplication.translate("Words", "Tomorrow")
    if distance == -1:
        return QCoreApplication.translate("Words", "Yesterday")
    if -60 < distance < 0:
        return QCoreApplication.translate("Words", "{count} days ago").format(count=-distance)
    return _with_weekday(day) if distance > 0 else short_day(day)


def _with_weekday(day: date) -> str:
    pattern = "ddd d MMM" if day.year == clock.today().year else "ddd d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
