"""A prep sheet in the words that are shown, copied and printed."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from rebound_desktop.core import prep_sheet
from rebound_desktop.core.prep_sheet import Sheet, SheetStory
from rebound_desktop.core.stories import Form, render
from rebound_desktop.models.words import long_day, short_day, word
from rebound_desktop.store import people, prep_sheets, stories
from rebound_desktop.store.tables import Application, Lesson, Person, PrepSheet

#: How many of the words that fit the advert stand on a cue card.
_KEY_WORDS = 4


def headings() -> dict[str, str]:
    """Return the words above each part of a sheet."""
    return {
        "people": QCoreApplication.translate("PrepWords", "Who is there"),
        "stories": QCoreApplication.translate("PrepWords", "Stories to tell"),
        "lessons": QCoreApplication.translate("PrepWords", "What I promised myself"),
        "questions": QCoreApplication.translate("PrepWords", "What they will probably ask"),
        "own_questions": QCoreApplication.translate("PrepWords", "What I want to ask"),
        "notes": QCoreApplication.translate("PrepWords", "Notes"),
    }


def title(application: Application) -> str:
    """Return company and role: "Tailspin, Data Lead"."""
    named = ", ".join(filter(None, (str(application.company), str(application.role))))
    return named or QCoreApplication.translate("PrepWords", "Interview")


def when(sheet: PrepSheet, *, with_people: bool = True) -> str:
    """Return when, where and with whom: "Thursday 26 Nov, 14:00 · video · with Lena Fischer"."""
    if sheet.interview_on is None:
        day = QCoreApplication.translate("PrepWords", "Day not known yet")
    else:
        day = long_day(sheet.interview_on)
    moment = ", ".join(filter(None, (day, str(sheet.at_time))))
    parts = [moment, str(sheet.place)]
    names = [str(each.name) for each in prep_sheets.people_of(sheet.id) if each.name]
    if with_people and names:
        parts.append(
            QCoreApplication.translate("PrepWords", "with {names}").format(names=_and(names))
        )
    return " · ".join(filter(None, parts))


def _and(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    both = QCoreApplication.translate("PrepWords", "{names} and {last}")
    return both.format(names=", ".join(names[:-1]), last=names[-1])


def person_text(person: Person, role: str) -> str:
    """Return a person with the role in this process: "Lena Fischer, Hiring manager, Head of Data".

    Without a ``role`` it is the one the person usually has.
    """
    name = str(person.name) or str(person.company)
    return ", ".join(filter(None, (name, word("person", role or str(person.role)), person.title)))


def told_already(company: str, day: date) -> str:
    """Return the warning that a story was told to a company before."""
    sentence = QCoreApplication.translate("PrepWords", "already told to {company} on {day}")
    return sentence.format(company=company, day=short_day(day))


def lesson_text(lesson: Lesson) -> str:
    """Return a lesson with where it comes from: "Ask who is on the panel (Northwind, 20 Nov)"."""
    text = " ".join(str(lesson.text).split())
    rejection = lesson.rejection
    if rejection is None:
        return text
    origin = ", ".join(
        filter(None, (str(rejection.application.company), short_day(rejection.on_date)))
    )
    return f"{text} ({origin})"


def read(sheet: PrepSheet) -> Sheet:
    """Return a sheet as it is copied and printed."""
    told = prep_sheets.told_there(sheet)
    application = sheet.application
    roles = {each.id: role for each, role in people.of_application(application.id)}
    return Sheet(
        title=title(application),
        when=when(sheet, with_people=False),
        people=[
            person_text(each, roles.get(each.id, "")) for each in prep_sheets.people_of(sheet.id)
        ],
        stories=[
            SheetStory(
                str(each.title),
                prep_sheet.cues(stories.texts_of(each)),
                told_already(str(application.company), told[each.id]) if each.id in told else "",
            )
            for each in prep_sheets.stories_of(sheet.id)
        ],
        lessons=[" ".join(str(each.text).split()) for each in prep_sheets.lessons_of(sheet.id)],
        questions=prep_sheet.lines_of(str(sheet.questions)),
        own_questions=prep_sheet.lines_of(str(sheet.own_questions)),
        notes=str(sheet.notes),
    )


def cue_cards(
    sheet: PrepSheet, because: Mapping[int, list[str]], words_per_minute: int
) -> list[tuple[str, tuple[str, ...], str]]:
    """Return what stands on the cue cards: title, cues, and the story in 60 seconds.

    ``because`` gives the words by which a story fits the advert; without any, its competencies
    and the sentences it is remembered by stand in their place.
    """
    whole = read(sheet)
    words = headings()
    cards: list[tuple[str, tuple[str, ...], str]] = []
    if whole.people:
        cards.append((words["people"], tuple(whole.people), ""))
    for story, shown in zip(prep_sheets.stories_of(sheet.id), whole.stories, strict=True):
        texts = stories.texts_of(story)
        told = render(texts, Form.SECONDS_60, words_per_minute).text
        told = told or render(texts, Form.WHOLE, words_per_minute).text
        labels = [str(each.name) for each in stories.competencies_of(story.id)]
        cues = [*because.get(story.id, ())[:_KEY_WORDS], *labels] or list(shown.cues)
        cards.append((str(story.title), tuple(filter(None, (*cues, shown.note))), told))
    for part in ("lessons", "own_questions"):
        if points := tuple(getattr(whole, part)):
            cards.append((words[part], points, ""))
    return cards
