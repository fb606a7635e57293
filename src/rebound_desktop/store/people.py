"""People: somebody met in a process, and the applications in which that was."""

from collections.abc import Sequence
from datetime import date

from rebound_desktop.core import clock
from rebound_desktop.core.companies import company_key
from rebound_desktop.core.plain_text import one_line
from rebound_desktop.core.vocabulary import AddressKind, Known, PersonRole
from rebound_desktop.store import bin
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application, ApplicationPerson, Person, PersonAddress
from rebound_desktop.store.typed_texts import cleaned

#: Columns that a person edits as text.
EDITABLE = (
    "name",
    "company",
    "title",
    "role",
    "email",
    "phone",
    "link",
    "how_met",
    "notes",
    "known",
)
_LONG = frozenset({"how_met", "notes"})


def add(values: dict[str, str]) -> Person:
    """Add a person; return it. ``values`` gives texts for the columns in EDITABLE.

    Raises RefusedError where there is neither a name nor a company, and for a role that is none.
    """
    person = Person(**_cleaned(values))
    _check_named(person)
    with write("New person"):
        person.save()
    return person


def edit(person_id: int, values: dict[str, str], *, merge: str = "") -> None:
    """Change texts of a person; ``values`` as in :func:`add`, only what changes.

    Raises RefusedError where neither a name nor a company would be left.
    """
    cleaned = _cleaned(values)
    with write("Edit person", merge=merge):
        person = Person.get_by_id(person_id)
        for name, value in cleaned.items():
            setattr(person, name, value)
        _check_named(person)
        person.save()


def _cleaned(values: dict[str, str]) -> dict[str, str]:
    texts = cleaned(values, EDITABLE, _LONG)
    if "role" in texts:
        _check_role(texts["role"])
    if texts.get("known") and texts["known"] not in set(Known):
        raise RefusedError("known", "Choose from the list how well you know each other.")
    if "company" in texts:
        texts["company_key"] = company_key(texts["company"])
    return texts


def _check_named(person: Person) -> None:
    if not person.name and not person.company:
        raise RefusedError("name", "Write a name, or the company where you met.")


def _check_role(role: str) -> None:
    if role not in set(PersonRole):
        raise RefusedError("role", "Choose a role from the list.")


def set_last_contact(person_id: int, on: date | None) -> None:
    """Note the day of the last contact; None forgets it. Raises RefusedError for a future day."""
    if on is not None and on > clock.today():
        raise RefusedError("last_contact_on", "This day is in the future; make it a next step.")
    with write("Last contact"):
        person = Person.get_by_id(person_id)
        person.last_contact_on = on
        person.save()


def set_introduced_by(person_id: int, other_id: int | None) -> None:
    """Note who introduced a person; None forgets it. Raises RefusedError for the person itself."""
    if other_id == person_id:
        raise RefusedError("introduced_by", "Choose somebody else; nobody introduces themselves.")
    with write("Introduced by"):
        person = Person.get_by_id(person_id)
        person.introduced_by = other_id
        person.save()


def addresses_of(person_id: int) -> list[PersonAddress]:
    """Return the further ways to reach a person, in their order."""
    return list(
        PersonAddress.select()
        .where(PersonAddress.person == person_id, PersonAddress.deleted_at.is_null())
        .order_by(PersonAddress.id)
    )


def set_addresses(person_id: int, addresses: Sequence[tuple[str, str]]) -> None:
    """Make these the further ways to reach a person: pairs of a kind and a text.

    Empty texts are left out. Raises RefusedError for a kind that is none.
    """
    wanted = [(kind, one_line(text)) for kind, text in addresses if one_line(text)]
    if any(kind not in set(AddressKind) for kind, _ in wanted):
        raise RefusedError("addresses", "Choose from the list what it is.")
    if wanted == [(each.kind, each.text) for each in addresses_of(person_id)]:
        return
    with write("Addresses"):
        PersonAddress.delete().where(PersonAddress.person == person_id).execute()
        for kind, text in wanted:
            PersonAddress.create(person=person_id, kind=kind, text=text)


def delete(person_id: int) -> None:
    """Put a person and what there is to do with them into the bin."""
    bin.delete("people", [person_id], label="Delete person")


def get(person_id: int) -> Person | None:
    """Return a person who is not in the bin, or None."""
    found: Person | None = Person.get_or_none(Person.id == person_id, Person.deleted_at.is_null())
    return found


def mail_address(person: Person) -> str:
    """Return where a mail to a person goes, or an empty text."""
    others = [each.text for each in addresses_of(person.id) if each.kind == AddressKind.EMAIL]
    return next(filter(None, (str(person.email), *others)), "")


def meet(application_id: int, person_id: int, role: str = PersonRole.CONTACT) -> None:
    """Note that a person was met in an application's process, and in which role.

    Where that is noted already, the role changes. Raises RefusedError for a role that is none.
    """
    _check_role(role)
    with write("Add person to application"):
        meeting: ApplicationPerson | None = ApplicationPerson.get_or_none(
            ApplicationPerson.application == application_id,
            ApplicationPerson.person == person_id,
        )
        if meeting is None:
            meeting = ApplicationPerson(application=application_id, person=person_id)
        meeting.role = role
        meeting.deleted_at = None
        meeting.save()


def part(application_id: int, person_id: int) -> None:
    """Take back that a person was met in an application's process; both stay as they are."""
    with write("Remove person from application"):
        ApplicationPerson.delete().where(
            ApplicationPerson.application == application_id,
            ApplicationPerson.person == person_id,
        ).execute()


def of_application(application_id: int) -> list[tuple[Person, str]]:
    """Return the people met in an application's process, each with the role, by name."""
    meetings = (
        ApplicationPerson.select(ApplicationPerson, Person)
        .join(Person)
        .where(
            ApplicationPerson.application == application_id,
            ApplicationPerson.deleted_at.is_null(),
            Person.deleted_at.is_null(),
        )
    )
    found = [(each.person, str(each.role)) for each in meetings]
    return sorted(found, key=lambda each: (each[0].name.casefold(), each[0].id))


def applications_of(person_id: int) -> list[tuple[Application, str]]:
    """Return the applications in whose process a person was met, with the role; newest first."""
    meetings = (
        ApplicationPerson.select(ApplicationPerson, Application)
        .join(Application)
        .where(
            ApplicationPerson.person == person_id,
            ApplicationPerson.deleted_at.is_null(),
            Application.deleted_at.is_null(),
        )
        .order_by(Application.id.desc())
    )
    return [(each.application, str(each.role)) for each in meetings]


def at_company(company: str) -> list[Person]:
    """Return the people who work at a company, whichever way its name is written, by name."""
    key = company_key(company)
    if not key:
        return []
    found = list(Person.select().where(Person.company_key == key, Person.deleted_at.is_null()))
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))
