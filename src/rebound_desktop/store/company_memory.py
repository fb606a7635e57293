"""What is known of a company from earlier applications there."""

from dataclasses import dataclass
from datetime import date

from rebound_desktop.core.companies import company_key
from rebound_desktop.store.tables import (
    Application,
    ApplicationPerson,
    Lesson,
    Person,
    Reflection,
    Rejection,
)

#: How many endings and lessons are recalled: a note, not a file.
_MOST = 3


@dataclass(frozen=True, slots=True)
class Ending:
    """A no or a silence at a company: when, for which role, and what was taken from it."""

    rejection_id: int
    on_date: date
    outcome: str
    role: str
    lessons: tuple[str, ...]
    learned: str


def endings_at(company: str, *, besides: int = 0) -> list[Ending]:
    """Return the latest endings at a company, whichever way its name is written, newest first.

    ``besides`` is the id of an application that is left out.
    """
    key = company_key(company)
    if not key:
        return []
    found = (
        Rejection.select(Rejection, Application)
        .join(Application)
        .where(
            Application.company_key == key,
            Application.id != besides,
            Application.deleted_at.is_null(),
            Rejection.deleted_at.is_null(),
        )
        .order_by(Rejection.on_date.desc(), Rejection.id.desc())
        .limit(_MOST)
    )
    return [_ending(each) for each in found]


def people_at(company: str, *, besides: int = 0) -> list[Person]:
    """Return who is known at a company, by name: who works there, and who was met there before.

    ``besides`` is the id of an application whose own people are left out.
    """
    key = company_key(company)
    if not key:
        return []
    met_there = (
        ApplicationPerson.select(ApplicationPerson.person)
        .join(Application)
        .where(
            Application.company_key == key,
            Application.deleted_at.is_null(),
            ApplicationPerson.deleted_at.is_null(),
        )
    )
    met_here = ApplicationPerson.select(ApplicationPerson.person).where(
        ApplicationPerson.application == besides, ApplicationPerson.deleted_at.is_null()
    )
    found = Person.select().where(
        (Person.company_key == key) | Person.id.in_(met_there),
        Person.id.not_in(met_here),
        Person.deleted_at.is_null(),
    )
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def _ending(rejection: Rejection) -> Ending:
    lessons = (
        Lesson.select(Lesson.text)
        .where(Lesson.rejection == rejection.id, Lesson.deleted_at.is_null())
        .order_by(Lesson.id)
        .limit(_MOST)
    )
    reflection: Reflection | None = Reflection.get_or_none(
        Reflection.rejection == rejection.id, Reflection.deleted_at.is_null()
    )
    return Ending(
        rejection.id,
        rejection.on_date,
        str(rejection.outcome),
        str(rejection.application.role),
        tuple(str(each.text) for each in lessons),
        str(reflection.learned) if reflection is not None else "",
    )
