"""What a reminder says: in the window, and as a notification that others may see."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rebound_desktop.core.reminders import Reminder

_AWAY = QT_TRANSLATE_NOOP("Reminders", "{count} things became due while you were away.")
_TODAY = QT_TRANSLATE_NOOP("Reminders", "{count} things you planned are due now.")
_ONE_AWAY = QT_TRANSLATE_NOOP("Reminders", "This became due while you were away: {title}")
_ONE_TODAY = QT_TRANSLATE_NOOP("Reminders", "Due now: {title}")
_HIDDEN_AWAY = QT_TRANSLATE_NOOP("Reminders", "Something you planned became due.")
_HIDDEN_TODAY = QT_TRANSLATE_NOOP("Reminders", "Something you planned is due today.")


def sentence(reminder: Reminder, *, names: bool) -> str:
    """Return the one sentence of a reminder; without ``names`` no title is in it.

    Titles are the person's own words, in which companies and people are named.
    """
    count = len(reminder.things)
    source: Any
    if count > 1:
        source = _AWAY if reminder.while_away else _TODAY
    elif names:
        source = _ONE_AWAY if reminder.while_away else _ONE_TODAY
    else:
        source = _HIDDEN_AWAY if reminder.while_away else _HIDDEN_TODAY
    said = QCoreApplication.translate("Reminders", source)
    return said.format(count=count, title=reminder.things[0].title)
