"""What is said of an application that has gone quiet."""

from PySide6.QtCore import QCoreApplication

from rebound_desktop.core.quiet import Offer, Silence
from rebound_desktop.models.words import short_day


def _tr(text: str) -> str:
    return QCoreApplication.translate("Quiet", text)


def quiet_pill(silence: Silence) -> str:
    """Return a silence in a few words: "Quiet since 3 Oct"."""
    text = _tr("Answer due {day}") if silence.offer is Offer.NUDGE else _tr("Quiet since {day}")
    return text.format(day=short_day(silence.since))


def quiet_sentence(company: str, silence: Silence) -> str:
    """Return what there is to say, with what can be done."""
    company = company or _tr("This application")
    if silence.offer is Offer.NUDGE:
        text = _tr("{company} wanted to answer by {day}. A short nudge is fine now.")
    elif silence.offer is Offer.QUIET:
        text = _tr(
            "{company} has been quiet for {days} days: nudge, keep waiting, or close as no reply."
        )
    else:
        text = _tr(
            "{company} has been quiet for {days} days. Closing it as no reply is one way; "
            "if they write after all, reopening is one click."
        )
    return text.format(company=company, days=silence.days, day=short_day(silence.since))
