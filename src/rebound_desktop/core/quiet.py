"""When an application has gone quiet, and what can be offered then. Nothing closes by itself."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from rebound_desktop.core.vocabulary import Stage

#: Days after a promised answer from which a short nudge is welcome; advice says 7 to 10.
NUDGE_AFTER_PROMISE = 7
#: Days for which "keep waiting" holds.
KEEP_WAITING = timedelta(days=14)

#: Where the company has something to read or to answer, but nobody was met yet.
_READING = frozenset({Stage.APPLIED})
#: Where somebody was met, or a task was handed in.
_MET = frozenset({Stage.SCREENING, Stage.ASSESSMENT, Stage.INTERVIEWING, Stage.FINAL})
#: The stages in which a person waits for an answer; after an offer it is theirs to give.
WAITING_STAGES: tuple[Stage, ...] = tuple(each for each in Stage if each in _READING | _MET)


@dataclass(frozen=True, slots=True)
class Patience:
    """After how many days silence is called quiet, and after how many closing is offered.

    The first pair is for applications that were sent, the second for those after a call, a task
    or an interview. The defaults follow common advice; the person sets their own.
    """

    applied: int = 30
    applied_close: int = 60
    met: int = 21
    met_close: int = 45


class Offer(Enum):
    """What is offered: a nudge after a promised day, what to do with a silence, or closing it."""

    NUDGE = "nudge"
    QUIET = "quiet"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Silence:
    """How long nothing was heard: ``days`` since a day that ``promised`` says was promised."""

    since: date
    days: int
    promised: bool
    offer: Offer


def silence(
    stage: Stage,
    last_on: date | None,
    today: date,
    *,
    promised_on: date | None = None,
    quiet_until: date | None = None,
    patience: Patience | None = None,
) -> Silence | None:
    """Return the silence of an application, or None where there is none to speak of.

    ``last_on`` is the day of its last event, ``promised_on`` the day on which they wanted to
    answer, and ``quiet_until`` the day until which the person chose to keep waiting.
    """
    if stage not in WAITING_STAGES or last_on is None:
        return None
    if quiet_until is not None and today < quiet_until:
        return None
    patience = patience or Patience()
    quiet, close = (
        (patience.applied, patience.applied_close)
        if stage in _READING
        else (patience.met, patience.met_close)
    )
    promised = promised_on is not None and promised_on > last_on
    since = promised_on if promised and promised_on is not None else last_on
    days = (today - since).days
    if days >= max(quiet, close):
        offer = Offer.CLOSE
    elif days >= quiet:
        offer = Offer.QUIET
    elif promised and days >= NUDGE_AFTER_PROMISE:
        offer = Offer.NUDGE
    else:
        return None
    return Silence(since, days, promised, offer)
