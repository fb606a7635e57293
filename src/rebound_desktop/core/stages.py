"""Where an application stands, derived from its events.

The history is append-only; nothing here is stored by hand. A retracted event counts for nothing,
and a "no" never takes away the stages that were reached before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rebound_desktop.core.vocabulary import REACHABLE_STAGES, EventKind, Outcome, Stage

#: The stage that an event of a kind proves the application to be at.
STAGE_OF_EVENT: dict[EventKind, Stage] = {
    EventKind.FOUND: Stage.INTERESTED,
    EventKind.APPLIED: Stage.APPLIED,
    EventKind.SCREEN: Stage.SCREENING,
    EventKind.ASSESSMENT: Stage.ASSESSMENT,
    EventKind.INTERVIEW: Stage.INTERVIEWING,
    EventKind.FINAL_INTERVIEW: Stage.FINAL,
    EventKind.OFFER: Stage.OFFER,
    EventKind.ACCEPTED: Stage.ACCEPTED,
}

#: The event that moves an application to a stage.
EVENT_OF_STAGE: dict[Stage, EventKind] = {stage: kind for kind, stage in STAGE_OF_EVENT.items()}

#: How an event of a kind closes an application.
OUTCOME_OF_EVENT: dict[EventKind, Outcome] = {
    EventKind.NO: Outcome.NO,
    EventKind.NO_REPLY: Outcome.NO_REPLY,
    EventKind.ROLE_WITHDRAWN: Outcome.ROLE_WITHDRAWN,
    EventKind.WITHDREW: Outcome.MY_CHOICE,
    EventKind.ACCEPTED: Outcome.ACCEPTED,
}

#: The event that closes an application with an outcome.
EVENT_OF_OUTCOME: dict[Outcome, EventKind] = {
    outcome: kind for kind, outcome in OUTCOME_OF_EVENT.items()
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One event that was not retracted.

    ``stage`` is set where the event itself says how far the process had come, as a "no" does
    that was logged without the history before it. ``order`` breaks ties between events of one
    day: the order in which they were written.
    """

    kind: EventKind
    on: date
    order: int
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a history says: the stage now, the furthest stage reached, and the ending if any."""

    stage: Stage
    furthest: Stage
    outcome: Outcome | None
    applied_on: date | None
    last_on: date | None


def further(one: Stage, other: Stage) -> Stage:
    """Return whichever of two reachable stages lies later in the process."""
    return max(one, other, key=REACHABLE_STAGES.index)


def derive(facts: Iterable[Fact]) -> Standing:
    """Return where an application with these events stands.

    An application without any event is one that the person is interested in.
    """
    stage = Stage.INTERESTED
    furthest = Stage.INTERESTED
    outcome: Outcome | None = None
    applied_on: date | None = None
    last_on: date | None = None
    for fact in sorted(facts, key=lambda each: (each.on, each.order)):
        last_on = fact.on
        reached = fact.stage or STAGE_OF_EVENT.get(fact.kind)
        if reached is not None and reached is not Stage.CLOSED:
            furthest = further(furthest, reached)
        if fact.kind is EventKind.APPLIED and applied_on is None:
            applied_on = fact.on
        if fact.kind in OUTCOME_OF_EVENT:
            outcome = OUTCOME_OF_EVENT[fact.kind]
            stage = Stage.ACCEPTED if fact.kind is EventKind.ACCEPTED else Stage.CLOSED
        elif fact.kind is EventKind.REOPENED:
            # Reopening goes back to where the process was, or to a stage that is named.
            outcome = None
            stage = fact.stage or (Stage.OFFER if furthest is Stage.ACCEPTED else furthest)
        elif reached is not None and not (outcome and fact.kind is EventKind.FOUND):
            # A dated step after an ending means that the process went on after all; having noted
            # the advert later does not.
            outcome = None
            stage = reached
    return Standing(stage, furthest, outcome, applied_on, last_on)
