"""Which letter goes out after a no, and how its texts are put together from the store."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from rebound_desktop.core import followups, letters
from rebound_desktop.core.letters import Facts, Letter
from rebound_desktop.core.vocabulary import FollowUpKind, Stage
from rebound_desktop.store.feedback import Arranged
from rebound_desktop.ui.wizard.session import Session


class LetterKind(StrEnum):
    """What the person wants to send."""

    ASK = "ask"
    THANKS = "thanks"
    NONE = "none"


def facts_of(session: Session, to_name: str, detail: str = "") -> Facts:
    """Return what a letter may be made of: names, the stage, and the detail; nothing else."""
    reached = Stage(session.rejection.reached) if session.rejection else Stage.APPLIED
    return Facts(
        company=session.company,
        role=session.role,
        to_name=to_name,
        my_name=session.settings.values.name,
        detail=detail,
        reached=reached,
    )


def letter(kind: LetterKind, facts: Facts) -> Letter:
    """Return the draft of a kind."""
    return (
        letters.thanks_only(facts)
        if kind is LetterKind.THANKS
        else (letters.feedback_request(facts))
    )


def follow_ups(
    kind: LetterKind, facts: Facts, draft: str, today: date, *, look_again: bool
) -> list[Arranged]:
    """Return what there is to do about a letter, each with its day and the text to send."""
    company = facts.company
    send_on = followups.next_day(today)
    send = _tr("Send the thank-you to {company}")
    if kind is LetterKind.ASK:
        send = _tr("Send the thank-you and your question to {company}")
    wanted = [Arranged(FollowUpKind.THANK_YOU, send.format(company=company), send_on, draft)]
    if kind is LetterKind.ASK:
        wanted.append(
            Arranged(
                FollowUpKind.NUDGE,
                _tr("Ask {company} once more, then let it rest").format(company=company),
                followups.nudge_day(send_on),
                letters.nudge(facts, send_on).body,
            )
        )
    if look_again:
        wanted.append(
            Arranged(
                FollowUpKind.LOOK_AGAIN,
                _tr("Look at {company} again").format(company=company),
                followups.look_again_day(today),
                letters.look_again(facts).body,
            )
        )
    return wanted


def _tr(text: str) -> str:
    return QCoreApplication.translate("LetterChoice", text)
