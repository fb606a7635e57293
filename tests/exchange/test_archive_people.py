"""What people and letters bring into the archive: addresses, who introduced whom, wordings."""

from pathlib import Path

import pytest

from rebound_desktop.exchange import archive
from rebound_desktop.exchange.archive_reading import read
from rebound_desktop.store import database
from rebound_desktop.store.tables import LetterTemplate, Person, PersonAddress

pytestmark = pytest.mark.usefixtures("store")


def _exported() -> str:
    parts: list[str] = []
    archive.export(parts.append)
    return "".join(parts)


def test_addresses_wordings_and_who_introduced_whom_make_the_round_trip(tmp_path: Path) -> None:
    later = Person.create(name="Later")
    first = Person.create(name="First", known="close")
    # Who introduced somebody may have been noted after them.
    Person.update(introduced_by=first).where(Person.id == later.id).execute()
    Person.update(introduced_by=later).where(Person.id == first.id).execute()
    PersonAddress.create(person=first, kind="email", text="first@example.org")
    PersonAddress.create(person=first, kind="link", text="https://example.org/π")
    LetterTemplate.create(kind="nudge", name="Mine", body="Hello[ {first_name}],\n…")
    text = _exported()
    database.close_store()
    database.open_store(tmp_path / "other")
    archive.take_in(read(text.encode(), "a.json"), tmp_path)
    assert _exported() == text
    there = Person.get(Person.name == "Later")
    assert there.introduced_by.name == "First"
    assert [each.text for each in there.introduced_by.addresses] == [
        "first@example.org",
        "https://example.org/π",
    ]


def test_an_introduction_by_somebody_in_the_bin_is_left_out() -> None:
    gone = Person.create(name="Gone", deleted_at="2026-11-20T09:30:00.000001Z")
    Person.create(name="Here", introduced_by=gone)
    assert '"introduced_by": null' in _exported()
