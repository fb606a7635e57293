"""Planning a nudge to a company that has gone quiet."""

from rebound_desktop.core import clock
from rebound_desktop.core.letters import Facts
from rebound_desktop.core.nudge_letter import how_it_stands
from rebound_desktop.core.vocabulary import FollowUpKind, Stage
from rebound_desktop.store import followups, quiet
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import Application, FollowUp


def plan_nudge(application_id: int, title: str, my_name: str) -> FollowUp:
    """Put a drafted question on today's list, and wait two weeks for the answer; return it.

    ``title`` names it in the list, ``my_name`` signs the draft.
    """
    application = Application.get_by_id(application_id)
    draft = how_it_stands(
        Facts(
            company=str(application.company),
            role=str(application.role),
            my_name=my_name,
            reached=Stage(application.stage),
        ),
        application.last_event_on or clock.today(),
    )
    with write("Plan a nudge"):
        made = followups.add(
            FollowUpKind.NUDGE,
            title,
            clock.today(),
            draft=draft.body,
            subject=draft.subject,
            application=application,
        )
        quiet.keep_waiting(application_id)
    return made
