"""What the weekly look reads."""

from datetime import date, datetime, time, timedelta

from rebound_desktop.core.clock import stamp_of
from rebound_desktop.core.vocabulary import FollowUpKind, FollowUpState
from rebound_desktop.core.weekly_look import Week
from rebound_desktop.store.tables import FollowUp, Plan, database

_MESSAGES = (FollowUpKind.THANK_YOU, FollowUpKind.NUDGE, FollowUpKind.MESSAGE)


def week(since: date, until: date) -> Week:
    """Return what was done from one day to another, both among them; each thing once."""
    days = (since.isoformat(), until.isoformat())
    midnight = datetime.combine(since, time())
    moments = (stamp_of(midnight), stamp_of(datetime.combine(until + timedelta(days=1), time())))
    marks = ", ".join(f"'{each}'" for each in _MESSAGES)
    done = "state = 'done' AND follow_ups.deleted_at IS NULL AND done_on BETWEEN ? AND ?"
    return Week(
        finished=_texts(
            # What went to a person is told with the people.
            f"SELECT title FROM follow_ups WHERE {done} "
            f"AND NOT (kind IN ({marks}) AND person_id IS NOT NULL) ORDER BY done_on, id",
            days,
        ),
        written_to=_texts(
            "SELECT name FROM ("
            "SELECT people.name AS name, done_on AS day FROM follow_ups "
            f"JOIN people ON people.id = follow_ups.person_id WHERE {done} AND kind IN ({marks}) "
            "UNION ALL SELECT coalesce(people.name, to_name), sent_on FROM feedback_requests "
            "LEFT JOIN people ON people.id = feedback_requests.person_id "
            "WHERE feedback_requests.deleted_at IS NULL AND sent_on BETWEEN ? AND ?"
            ") ORDER BY day",
            days + days,
        ),
        tried=_texts(
            "SELECT text FROM lessons WHERE deleted_at IS NULL AND state <> 'kept' "
            "AND tried_on BETWEEN ? AND ? ORDER BY tried_on, id",
            days,
        ),
        told=_texts(
            "SELECT title FROM tellings JOIN stories ON stories.id = tellings.story_id "
            "WHERE tellings.deleted_at IS NULL AND stories.deleted_at IS NULL "
            "AND on_date BETWEEN ? AND ? ORDER BY on_date, tellings.id",
            days,
        ),
        written_down=_texts(
            "SELECT title FROM stories WHERE deleted_at IS NULL "
            "AND created_at >= ? AND created_at < ? ORDER BY created_at",
            moments,
        ),
        looked_back=_texts(
            "SELECT company FROM reflections "
            "JOIN rejections ON rejections.id = reflections.rejection_id "
            "JOIN applications ON applications.id = rejections.application_id "
            "WHERE reflections.deleted_at IS NULL AND finished_on BETWEEN ? AND ? "
            "ORDER BY finished_on, reflections.id",
            days,
        ),
    )


def open_plan() -> Plan | None:
    """Return the plan of a weekly look that is still to come, or None."""
    found: Plan | None = (
        Plan.select()
        .join(FollowUp, on=(FollowUp.plan == Plan.id))
        .where(
            Plan.reflection.is_null(),
            Plan.deleted_at.is_null(),
            FollowUp.deleted_at.is_null(),
            FollowUp.state == FollowUpState.OPEN,
        )
        .order_by(Plan.id.desc())
        .first()
    )
    return found


def _texts(statement: str, values: tuple[str, ...]) -> list[str]:
    rows = database.execute_sql(statement, values).fetchall()
    return list(dict.fromkeys(text for (text,) in rows if text))
