"""A no while it is being logged: its company, day and stage are still being typed.

Nothing has been settled yet, so that typing leaves no trace of corrections in the history: the
same rows change. Once it is logged, ``rejections.correct`` retracts and appends instead.
"""

from datetime import date

from rebound_desktop.core.companies import company_key
from rebound_desktop.core.plain_text import one_line
from rebound_desktop.core.stages import EVENT_OF_OUTCOME
from rebound_desktop.core.vocabulary import Outcome, ReflectionPath, Stage
from rebound_desktop.store import applications, bin, people, reflections, rejections
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import (
    Application,
    ApplicationPerson,
    Event,
    FollowUp,
    Rejection,
    Telling,
)


def begin(company: str, role: str, *, on: date, reached: Stage, path: ReflectionPath) -> Rejection:
    """Log a no of a company without an application yet, and begin its reflection; return it.

    Raises RefusedError as ``rejections.log`` does.
    """
    with write("Bad news"):
        application = new_application(company, role)
        rejection = rejections.log(application.id, on=on, reached=reached)
        reflections.begin(rejection.id, path)
    return rejection


def amend(rejection_id: int, *, on: date, reached: Stage, outcome: Outcome = Outcome.NO) -> None:
    """Change the day, stage and ending in place. Raises RefusedError as ``rejections.log``."""
    rejection = Rejection.get_by_id(rejection_id)
    rejections.check_date(on, rejection.application_id, rejection.event_id)
    rejections.check_reached(reached)
    with write("Bad news", merge=f"news-{rejection_id}"):
        event = Event.get_by_id(rejection.event_id)
        event.on_date, event.stage, event.kind = on, reached, EVENT_OF_OUTCOME[outcome]
        event.save()
        rejection.on_date, rejection.reached, rejection.outcome = on, reached, outcome
        rejection.save()
        applications.refresh_standing(rejection.application_id)


def rename(rejection_id: int, company: str, role: str) -> None:
    """Change the company and the role of the rejection's application."""
    rejection = Rejection.get_by_id(rejection_id)
    applications.edit(
        rejection.application_id,
        {"company": company, "role": role},
        merge=f"news-{rejection_id}",
    )


def move_to(rejection_id: int, application_id: int) -> None:
    """Make the no that of another application; a draft application that held it is removed.

    Raises RefusedError where that application began after the day of the news.
    """
    rejection = Rejection.get_by_id(rejection_id)
    before = rejection.application_id
    if before == application_id:
        return
    rejections.check_date(rejection.on_date, application_id)
    with write("Bad news", merge=f"news-{rejection_id}"):
        was_draft = _holds_nothing_else(rejection)
        Event.update(application=application_id).where(Event.id == rejection.event_id).execute()
        rejection.application_id = application_id
        rejection.save()
        FollowUp.update(application=application_id).where(
            FollowUp.rejection == rejection_id, FollowUp.application == before
        ).execute()
        if was_draft:
            _bring_along(before, application_id)
            Application.get_by_id(before).delete_instance()
        else:
            applications.refresh_standing(before)
        applications.refresh_standing(application_id)


def move_to_new(rejection_id: int, company: str, role: str) -> None:
    """Make the no that of a new application, as when another one was chosen by mistake."""
    with write("Bad news", merge=f"news-{rejection_id}"):
        move_to(rejection_id, new_application(company, role).id)


def is_draft(rejection_id: int) -> bool:
    """Say whether the rejection's application was made with it and holds nothing else."""
    return _holds_nothing_else(Rejection.get_by_id(rejection_id))


def discard(rejection_id: int) -> None:
    """Take back a no of which nothing is left; the application it belonged to goes on."""
    rejection = Rejection.get_by_id(rejection_id)
    with write("Bad news"):
        if _holds_nothing_else(rejection):
            bin.delete("applications", [rejection.application_id], label="Bad news")
            return
        bin.delete("rejections", [rejection_id], label="Bad news")
        if rejection.event_id is not None:
            bin.delete("events", [rejection.event_id], label="Bad news")
        applications.refresh_standing(rejection.application_id)


def new_application(company: str, role: str) -> Application:
    """Return a new application without an event: that a no came is all that is known of it."""
    company = one_line(company)
    made: Application = Application.create(
        company=company, company_key=company_key(company), role=one_line(role)
    )
    return made


def _holds_nothing_else(rejection: Rejection) -> bool:
    application = Application.get_by_id(rejection.application_id)
    written = (application.advert, application.notes, application.link, application.source)
    other_events = (
        Event.select()
        .where(
            Event.application == application.id,
            Event.id != rejection.event_id,
            Event.retracted_at.is_null(),
        )
        .exists()
    )
    other_rejections = (
        Rejection.select()
        .where(Rejection.application == application.id, Rejection.id != rejection.id)
        .exists()
    )
    return not (any(written) or other_events or other_rejections)


def _bring_along(before: int, application_id: int) -> None:
    """Move what the wizard linked to a draft application to the one that takes its place."""
    for meeting in ApplicationPerson.select().where(ApplicationPerson.application == before):
        people.meet(application_id, meeting.person_id, meeting.role)
    Telling.update(application=application_id).where(Telling.application == before).execute()
