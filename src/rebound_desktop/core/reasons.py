"""What is usual about a reason, as long as the person does not say otherwise."""

from rebound_desktop.core.vocabulary import Control, ReasonCode

#: Most reasons lie with the company; only a skill or an answer is the person's to change.
_USUAL_CONTROL: dict[str, Control] = {
    ReasonCode.BUDGET: Control.NOT_MINE,
    ReasonCode.POLITICS: Control.NOT_MINE,
    ReasonCode.INTERNAL_CANDIDATE: Control.NOT_MINE,
    ReasonCode.MORE_EXPERIENCE: Control.NOT_MINE,
    ReasonCode.ROLE_WITHDRAWN: Control.NOT_MINE,
    ReasonCode.GUT_FEELING: Control.NOT_MINE,
    ReasonCode.SKILL: Control.MINE,
    ReasonCode.ANSWER: Control.MINE,
}


def usual_control(code: str) -> Control:
    """Return whose a reason of this code usually is to change."""
    return _USUAL_CONTROL.get(code, Control.UNKNOWN)
