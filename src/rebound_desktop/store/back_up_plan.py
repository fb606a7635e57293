"""How the person's back-up plan stands, read from the open applications."""

from rebound_desktop.core.plan_health import PlanHealth, plan_health
from rebound_desktop.core.vocabulary import OPEN_STAGES
from rebound_desktop.store import application_list
from rebound_desktop.store.tables import database


def health(minimum: int) -> PlanHealth:
    """Return how the plan stands beside the person's own minimum (0: not counted)."""
    stages = ", ".join(f"'{each}'" for each in OPEN_STAGES)
    rows = database.execute_sql(
        # A company goes by the name that was written last; those without one are told apart.
        "SELECT company, count(*), max(id) FROM applications WHERE deleted_at IS NULL "
        f"AND stage IN ({stages}) AND company_key <> '' GROUP BY company_key"
    ).fetchall()
    companies = {str(company): int(count) for company, count, _ in rows}
    total = application_list.counts()[application_list.OPEN_CHIP]
    unnamed = total - sum(companies.values())
    dated = total - application_list.count_without_next_step()
    return plan_health(companies | ({"": unnamed} if unnamed else {}), dated, minimum)
