"""Closing an application in one step, whichever way it ended."""

from datetime import date

from rebound_desktop.core import clock
from rebound_desktop.core.stages import EVENT_OF_OUTCOME, further
from rebound_desktop.core.vocabulary import Outcome, Stage
from rebound_desktop.store import applications, rejections
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application, Rejection


def close(application_id: int, outcome: Outcome, on: date, note: str = "") -> Rejection | None:
    """Close an application; return its rejection where the ending makes one, else None.

    ``note`` goes with the event, or holds their words where there is a rejection. Raises
    RefusedError for a day that cannot be, such as one before the last step: the history would say
    that the process went on.
    """
    steps = [each.on_date for each in applications.history(application_id)]
    if any(on < step <= clock.today() for step in steps):
        raise RefusedError(
            "on_date", "The history has a later step; choose its day, or a day after it."
        )
    with write("Close application"):
        if outcome not in rejections.OUTCOMES:
            applications.record_event(application_id, EVENT_OF_OUTCOME[outcome], on, note=note)
            return None
        application = Application.get_by_id(application_id)
        # Who was accepted and then heard a no had the offer; nobody is turned down as accepted.
        reached = Stage(application.furthest)
        if further(reached, Stage.OFFER) is not Stage.OFFER:
            reached = Stage.OFFER
        return rejections.log(
            application_id, on=on, reached=reached, outcome=outcome, their_words=note
        )
