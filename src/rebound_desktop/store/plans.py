"""Plans: "If this happens, I will do that", with the day on which it is read back."""

from datetime import date
from typing import Any

from rebound_desktop.core.plain_text import storable
from rebound_desktop.core.vocabulary import FollowUpKind, FollowUpState
from rebound_desktop.store import bin, followups
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import FollowUp, Plan, Reflection, Rejection


def of_reflection(reflection_id: int) -> Plan | None:
    """Return the plan that a reflection ends with, or None."""
    found: Plan | None = Plan.get_or_none(
        Plan.reflection == reflection_id, Plan.deleted_at.is_null()
    )
    return found


def save(reflection_id: int, if_text: str, then_text: str, due_on: date, title: str) -> None:
    """Store the plan of a reflection, and a follow-up with ``title`` on ``due_on``.

    Where both texts are empty there is no plan, and no follow-up.
    """
    with write("Plan", merge=f"plan-{reflection_id}"):
        plan = of_reflection(reflection_id) or Plan(reflection=reflection_id)
        _store(plan, if_text, then_text, due_on, title)


def save_free(plan_id: int, if_text: str, then_text: str, due_on: date, title: str) -> int:
    """Store a plan that belongs to no reflection, as :func:`save` does; return its id.

    ``plan_id`` is 0 for a new one; 0 is returned where both texts are empty.
    """
    with write("Plan", merge=f"free-plan-{plan_id}" if plan_id else ""):
        plan = Plan.get_or_none(Plan.id == plan_id) or Plan()
        return _store(plan, if_text, then_text, due_on, title)


def _store(plan: Plan, if_text: str, then_text: str, due_on: date, title: str) -> int:
    if_text, then_text = storable(if_text), storable(then_text)
    if not (if_text.strip() or then_text.strip()):
        if plan.id is not None:
            bin.delete("plans", [plan.id], label="Plan")
        return 0
    plan.if_text, plan.then_text, plan.due_on = if_text, then_text, due_on
    plan.save()
    _save_follow_up(plan, due_on, title)
    return int(plan.id)


def _save_follow_up(plan: Plan, due_on: date, title: str) -> None:
    found: FollowUp | None = FollowUp.get_or_none(
        FollowUp.plan == plan.id, FollowUp.deleted_at.is_null()
    )
    if found is None:
        links: dict[str, Any] = {}
        if plan.reflection_id is not None:
            rejection = Rejection.get_by_id(Reflection.get_by_id(plan.reflection_id).rejection_id)
            links = {"rejection": rejection.id, "application": rejection.application_id}
        followups.add(FollowUpKind.PLAN, title, due_on, plan=plan.id, **links)
    elif found.state == FollowUpState.OPEN:
        followups.edit(found.id, title=title, due_on=due_on)
