"""How a back-up plan stands: how many are open, what is dated, and whether one company has most."""

from collections.abc import Mapping
from dataclasses import dataclass

#: From so many open applications on, one company can have too large a share.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class PlanHealth:
    """``company`` is named, with ``at_company`` of the open ones, only where it has most of them.

    ``dated`` of the ``open`` ones have a next step with a day; ``missing`` are wanted besides.
    """

    open: int
    dated: int
    company: str
    at_company: int
    missing: int


def plan_health(companies: Mapping[str, int], dated: int, minimum: int) -> PlanHealth:
    """Return how a plan stands.

    ``companies`` says how many open applications there are at each company, ``dated`` how many
    have a dated next step, ``minimum`` how many the person wants to have open (0: not counted).
    """
    total = sum(companies.values())
    company, most = max(companies.items(), key=lambda each: each[1], default=("", 0))
    if not company or total < _FEWEST or most < 2 or 2 * most <= total:
        company, most = "", 0
    return PlanHealth(total, dated, company, most, max(0, minimum - total))
