"""A rejection as one form has it: logged or changed as a whole, in one undo step."""

from dataclasses import dataclass
from datetime import date

from rebound_desktop.core.vocabulary import Basis, Control, HowTold, Outcome, Stage
from rebound_desktop.store import applications, bad_news, bin, rejections
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Rejection


@dataclass(frozen=True, slots=True)
class ReasonChoice:
    """A possible cause as it is chosen: values of the vocabulary, and a label for "other"."""

    code: str
    basis: str = Basis.GUESS
    control: str = Control.UNKNOWN
    label: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person says about a rejection; ``reached`` and ``how_told`` are values in text."""

    company: str
    role: str
    on: date
    reached: str
    outcome: str = Outcome.NO
    how_told: str = ""
    their_words: str = ""
    notes: str = ""
    reasons: tuple[ReasonChoice, ...] = ()


def log(entry: Entry, *, application_id: int = 0) -> Rejection:
    """Log a rejection; return it.

    It closes the application with this id; with 0 an application is made for it. Raises
    RefusedError without a company and as :func:`rejections.log` does; nothing is stored then.
    """
    rejections.check_reached(entry.reached)
    with write("Log rejection"):
        if application_id:
            applications.edit(application_id, {"company": entry.company, "role": entry.role})
        elif entry.company.strip():
            application_id = bad_news.new_application(entry.company, entry.role).id
        else:
            raise RefusedError("company", "Write the company's name; everything else can wait.")
        made = rejections.log(
            application_id,
            on=entry.on,
            reached=Stage(entry.reached),
            outcome=Outcome(entry.outcome),
            how_told=HowTold(entry.how_told) if entry.how_told else None,
            their_words=entry.their_words,
            notes=entry.notes,
        )
        set_reasons(made.id, entry.reasons)
    return made


def read(rejection_id: int) -> Entry:
    """Return what is known about a rejection; raises RefusedError where it is gone."""
    rejection = rejections.get(rejection_id)
    if rejection is None:
        raise RefusedError("", "This rejection is not in the log any more.")
    return Entry(
        company=rejection.application.company,
        role=rejection.application.role,
        on=rejection.on_date,
        reached=rejection.reached,
        outcome=rejection.outcome,
        how_told=rejection.how_told,
        their_words=rejection.their_words,
        notes=rejection.notes,
        reasons=tuple(
            ReasonChoice(each.code, each.basis, each.control, each.label)
            for each in rejections.reasons(rejection_id)
        ),
    )


def save(rejection_id: int, entry: Entry) -> None:
    """Make a rejection what an entry says. Raises RefusedError; nothing is stored then."""
    rejections.check_reached(entry.reached)
    with write("Edit rejection"):
        rejection = Rejection.get_by_id(rejection_id)
        applications.edit(rejection.application_id, {"company": entry.company, "role": entry.role})
        rejections.correct(
            rejection_id,
            on=entry.on,
            reached=Stage(entry.reached),
            outcome=Outcome(entry.outcome),
        )
        rejections.edit(
            rejection_id,
            how_told=entry.how_told,
            their_words=entry.their_words,
            notes=entry.notes,
        )
        set_reasons(rejection_id, entry.reasons)


def delete(rejection_id: int) -> bool:
    """Put a rejection into the bin; say whether its application is in process again.

    The history forgets the "no" too. An application of which nothing else is known, since it was
    made when the rejection was logged, goes along.
    """
    rejection = Rejection.get_by_id(rejection_id)
    application_id = rejection.application_id
    with write("Delete rejection"):
        if bad_news.is_draft(rejection_id):
            applications.delete(application_id)
            return False
        bin.delete("rejections", [rejection_id], label="Delete rejection")
        if rejection.event_id is not None:
            applications.retract_event(rejection.event_id)
    application = applications.get(application_id)
    return application is not None and not applications.is_closed(application)


def set_reasons(rejection_id: int, wanted: tuple[ReasonChoice, ...]) -> None:
    """Give a rejection exactly these reasons. Raises RefusedError for one that is none."""
    with write("Set reasons"):
        kept = {(each.code, each.label.strip()) for each in wanted}
        for reason in rejections.reasons(rejection_id):
            if (reason.code, reason.label) not in kept:
                rejections.remove_reason(reason.id)
        for each in wanted:
            rejections.set_reason(
                rejection_id,
                each.code,
                basis=each.basis,
                control=each.control,
                label=each.label,
            )
