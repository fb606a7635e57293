"""Drafting a letter from what the store holds: names, the stage, one detail, and nothing else."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rebound_desktop.core import clock, followups, letters
from rebound_desktop.core.letter_templates import Template
from rebound_desktop.core.letters import Facts, Letter, Style
from rebound_desktop.core.vocabulary import FollowUpKind, LetterKind, Stage
from rebound_desktop.store import feedback, letter_templates, people
from rebound_desktop.store.feedback import Arranged
from rebound_desktop.store.tables import FeedbackRequest, Person, Rejection

_KINDS: dict[LetterKind, Any] = {
    LetterKind.FEEDBACK_REQUEST: QT_TRANSLATE_NOOP("Letters", "Thanks and one question"),
    LetterKind.THANKS_ONLY: QT_TRANSLATE_NOOP("Letters", "Thanks only"),
    LetterKind.NUDGE: QT_TRANSLATE_NOOP("Letters", "Nudge"),
    LetterKind.LOOK_AGAIN: QT_TRANSLATE_NOOP("Letters", "Look again"),
    LetterKind.LINKEDIN_NOTE: QT_TRANSLATE_NOOP("Letters", "LinkedIn note"),
    LetterKind.KEEP_IN_TOUCH: QT_TRANSLATE_NOOP("Letters", "Keep in touch"),
    LetterKind.THANK_PERSON: QT_TRANSLATE_NOOP("Letters", "Thank somebody"),
    LetterKind.INTRODUCTION: QT_TRANSLATE_NOOP("Letters", "Ask for an introduction"),
}
_TONES: dict[str, Any] = {
    "formal": QT_TRANSLATE_NOOP("Letters", "Formal"),
    "friendly": QT_TRANSLATE_NOOP("Letters", "Friendly"),
}
_TO_PERSON: dict[LetterKind, Any] = {
    LetterKind.KEEP_IN_TOUCH: QT_TRANSLATE_NOOP("Letters", "Write to {name} to keep in touch"),
    LetterKind.THANK_PERSON: QT_TRANSLATE_NOOP("Letters", "Thank {name}"),
    LetterKind.INTRODUCTION: QT_TRANSLATE_NOOP("Letters", "Ask {name} for an introduction"),
    LetterKind.LINKEDIN_NOTE: QT_TRANSLATE_NOOP("Letters", "Write to {name} on LinkedIn"),
}
#: What can be written to somebody without a rejection being the reason.
TO_PERSON = tuple(_TO_PERSON)


def kind_name(kind: str) -> str:
    """Return the words for a kind of letter."""
    return _tr(_KINDS[LetterKind(kind)])


def tone_name(tone: str) -> str:
    """Return the words for a tone."""
    return _tr(_TONES[tone])


def template_name(template: Template) -> str:
    """Return what a template is called among those of its kind."""
    if template.key:
        return tone_name(template.tone)
    return template.name


def wordings(kind: LetterKind) -> list[tuple[str, Template]]:
    """Return the templates of a kind, each with the name it is chosen by."""
    return [(template_name(each), each) for each in letter_templates.of_kind(kind)]


def about_rejection(
    rejection: Rejection, style: Style, *, to_name: str = "", detail: str = ""
) -> Facts:
    """Return what a letter about a rejection may be made of; it comes with its application."""
    return Facts(
        company=str(rejection.application.company),
        role=str(rejection.application.role),
        to_name=to_name,
        my_name=style.my_name,
        detail=detail,
        reached=Stage(rejection.reached),
        today=clock.today(),
        american=style.american,
    )


def about_person(person: Person, style: Style) -> Facts:
    """Return what a message to a person may be made of: where they were met last, if anywhere."""
    met = people.applications_of(person.id)
    application = met[0][0] if met else None
    return Facts(
        company=str(application.company if application is not None else person.company),
        role=str(application.role) if application is not None else "",
        to_name=str(person.name),
        my_name=style.my_name,
        today=clock.today(),
        american=style.american,
    )


def draft(kind: LetterKind, facts: Facts, style: Style) -> Letter:
    """Return the draft of a letter in the person's usual tone; a note keeps its limit."""
    return draft_from(letter_templates.chosen(kind, style.tone), facts, style)


def draft_from(template: Template, facts: Facts, style: Style) -> Letter:
    """Return the draft that a template makes; a connection note keeps its limit."""
    if template.kind is LetterKind.LINKEDIN_NOTE:
        return Letter("", letters.linkedin_note(template, facts, style.linkedin_limit))
    return letters.write(template, facts)


def to_person(person: Person, kind: LetterKind, style: Style) -> tuple[str, Letter]:
    """Return a message to a person, with what it is called in the list of what is to do."""
    title = _tr(_TO_PERSON[kind]).format(name=person.name or person.company)
    return title, draft(kind, about_person(person, style), style)


def arranged(
    kind: LetterKind, facts: Facts, letter: Letter, style: Style, send_on: date, *, look_again: bool
) -> list[Arranged]:
    """Return what there is to do about a letter, each with its day and the text to send.

    ``kind`` is the one that asks, which gets its one nudge, or the one that only thanks.
    """
    company = facts.company
    asks = kind is LetterKind.FEEDBACK_REQUEST
    send = (
        _tr("Send the thank-you and your question to {company}")
        if asks
        else _tr("Send the thank-you to {company}")
    )
    wanted = [
        Arranged(
            FollowUpKind.THANK_YOU,
            send.format(company=company),
            send_on,
            letter.body,
            letter.subject,
        )
    ]
    if asks:
        nudge = draft(LetterKind.NUDGE, replace(facts, asked_on=send_on), style)
        wanted.append(
            Arranged(
                FollowUpKind.NUDGE,
                _tr("Ask {company} once more, then let it rest").format(company=company),
                followups.nudge_day(send_on),
                nudge.body,
                nudge.subject,
            )
        )
    if look_again:
        again = draft(LetterKind.LOOK_AGAIN, facts, style)
        wanted.append(
            Arranged(
                FollowUpKind.LOOK_AGAIN,
                _tr("Look at {company} again").format(company=company),
                followups.look_again_day(clock.today()),
                again.body,
                again.subject,
            )
        )
    return wanted


def begin_request(rejection: Rejection, style: Style) -> FeedbackRequest:
    """Draft a feedback request to whoever was met, with what there is to do about it; return it."""
    met = people.of_application(rejection.application_id)
    person = met[0][0] if len(met) == 1 else None
    to_name = str(person.name) if person is not None else ""
    facts = about_rejection(rejection, style, to_name=to_name)
    letter = draft(LetterKind.FEEDBACK_REQUEST, facts, style)
    send_on = followups.next_day(clock.today())
    return feedback.begin(
        rejection.id,
        arranged(LetterKind.FEEDBACK_REQUEST, facts, letter, style, send_on, look_again=False),
        to_name=to_name,
        person=person.id if person is not None else None,
        subject=letter.subject,
        draft=letter.body,
        send_on=send_on,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Letters", text)
