"""The applications of which nothing was heard for long, and keeping on waiting."""

from dataclasses import dataclass
from datetime import date

from rebound_desktop.core import clock
from rebound_desktop.core.quiet import KEEP_WAITING, WAITING_STAGES, Patience, Silence, silence
from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import Application, database

#: The day on which they wanted to answer, as the last event says.
PROMISED = (
    "(SELECT answer_by FROM events WHERE application_id = applications.id "
    "AND retracted_at IS NULL AND deleted_at IS NULL "
    "ORDER BY on_date DESC, created_at DESC, uuid DESC LIMIT 1)"
)


@dataclass(frozen=True, slots=True)
class Quiet:
    """An application and its silence."""

    application_id: int
    company: str
    silence: Silence


def quiet_ones(patience: Patience, application_id: int = 0) -> list[Quiet]:
    """Return the quiet applications, the longest silence first; or the one with an id only."""
    stages = ", ".join(f"'{each}'" for each in WAITING_STAGES)
    rows = database.execute_sql(
        f"SELECT id, company, stage, last_event_on, quiet_until, {PROMISED} "
        f"FROM applications WHERE deleted_at IS NULL AND stage IN ({stages}) "
        "AND last_event_on < ? AND (quiet_until IS NULL OR quiet_until <= ?) AND ? IN (0, id)",
        (clock.today().isoformat(), clock.today().isoformat(), application_id),
    ).fetchall()
    found = []
    for number, company, stage, last_on, quiet_until, promised_on in rows:
        heard = silence(
            Stage(stage),
            date.fromisoformat(last_on),
            clock.today(),
            promised_on=date.fromisoformat(promised_on) if promised_on else None,
            quiet_until=date.fromisoformat(quiet_until) if quiet_until else None,
            patience=patience,
        )
        if heard is not None:
            found.append(Quiet(number, company, heard))
    return sorted(found, key=lambda each: (-each.silence.days, each.application_id))


def keep_waiting(application_id: int) -> date:
    """Say nothing of a silence for two weeks; return the day on which it counts again."""
    until = clock.today() + KEEP_WAITING
    with write("Keep waiting"):
        application = Application.get_by_id(application_id)
        application.quiet_until = until
        application.save()
    return until
