"""How the back-up plan stands, in words."""

from PySide6.QtCore import QCoreApplication

from rebound_desktop.core.plan_health import PlanHealth


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plan", text)


def share_sentence(health: PlanHealth) -> str:
    """Return that one company has most of the plan: "3 of 5 are at Contoso.", or nothing."""
    if not health.company:
        return ""
    return _tr("{count} of {open} are at {company}.").format(
        count=health.at_company, open=health.open, company=health.company
    )


def missing_sentence(health: PlanHealth) -> str:
    """Return how many more the person wants to have open, or nothing."""
    if not health.missing:
        return ""
    wanted = health.open + health.missing
    if health.missing == 1:
        return _tr("You want {minimum}. One more would do it.").format(minimum=wanted)
    return _tr("You want {minimum}. {more} more would do it.").format(
        minimum=wanted, more=health.missing
    )


def health_sentence(health: PlanHealth) -> str:
    """Return how the plan stands in a few short sentences."""
    if not health.open:
        first = _tr("Nothing in process.")
    elif health.dated == health.open:
        first = _tr("{open} in process, each with a dated next step.")
    elif not health.dated:
        first = _tr("{open} in process, none with a dated next step.")
    else:
        first = _tr("{open} in process, {dated} with a dated next step.")
    first = first.format(open=health.open, dated=health.dated)
    return " ".join(filter(None, (first, share_sentence(health), missing_sentence(health))))
