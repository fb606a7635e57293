"""Mood checks: one number from 0 to 100, only where the person gave one."""

from datetime import date

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import MoodMoment
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import MoodCheck


def check_of(rejection_id: int, moment: MoodMoment) -> int | None:
    """Return what was answered for a rejection at a moment, or None."""
    found = _find(rejection_id, moment)
    return None if found is None else int(found.value)


def set_check(rejection_id: int, moment: MoodMoment, value: int | None) -> None:
    """Store an answer, 0 to 100; None takes it back. The first answer's day stays."""
    with write("Check-in", merge=f"mood-{rejection_id}-{moment}"):
        check = _find(rejection_id, moment)
        if value is None:
            if check is not None:
                check.delete_instance()
            return
        if check is None:
            check = MoodCheck(rejection=rejection_id, moment=moment, on_date=clock.today())
        check.value = min(100, max(0, value))
        check.save()


def latest(count: int) -> list[tuple[date, int]]:
    """Return the latest answers, newest first: the day and 0 to 100."""
    checks = (
        MoodCheck.select()
        .where(MoodCheck.deleted_at.is_null())
        .order_by(MoodCheck.on_date.desc(), MoodCheck.id.desc())
        .limit(count)
    )
    return [(each.on_date, each.value) for each in checks]


def _find(rejection_id: int, moment: MoodMoment) -> MoodCheck | None:
    found: MoodCheck | None = MoodCheck.get_or_none(
        MoodCheck.rejection == rejection_id,
        MoodCheck.moment == moment,
        MoodCheck.deleted_at.is_null(),
    )
    return found
