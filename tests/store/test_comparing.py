"""What a restore would take away is counted: whole records, and what was changed in others."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import AddressKind, Stage
from rebound_desktop.store import (
    applications,
    backup,
    changes,
    comparing,
    database,
    encryption,
    people,
    reencrypting,
    reflections,
    rejections,
    stories,
)
from rebound_desktop.store.tables import Application, Person, Reflection, Story


@pytest.fixture
def copy(store: Path) -> Path:
    """A backup of a store with one record of some kinds."""
    made = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    rejection = rejections.log(made.id, on=clock.today(), reached=Stage.APPLIED)
    reflections.begin(rejection.id)
    stories.add({"title": "Kept the date"}, [("own", "Patience"), ("own", "Care")])
    people.add({"name": "Amara"})
    return backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")


def differing(copy: Path, store: Path) -> dict[str, tuple[int, int]]:
    """Return how many would be missing and how many would be older, where there are any."""
    return {
        each.table: (each.missing, each.older)
        for each in comparing.compare(copy, store / database.FILE_NAME)
        if each.missing or each.older
    }


def only(table: type[Application | Person | Reflection | Story]) -> int:
    return int(table.get().id)


def test_nothing_differs_right_after_a_backup(copy: Path, store: Path) -> None:
    assert differing(copy, store) == {}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            lambda: reflections.save_answer(only(Reflection), "did_well", "I asked about the team"),
            {"reflections": (0, 1)},
        ),
        (lambda: applications.edit(only(Application), {"role": "Clerk"}), {"applications": (0, 1)}),
        (lambda: stories.edit(only(Story), {}, [("own", "Patience")]), {"stories": (0, 1)}),
        (
            lambda: people.set_addresses(only(Person), [(AddressKind.PHONE, "123")]),
            {"people": (0, 1)},
        ),
        (lambda: stories.add({"title": "Since"}), {"stories": (1, 0)}),
    ],
    ids=["long answer", "short field", "competency", "address", "new record"],
)
def test_what_was_changed_since_is_counted(
    copy: Path, store: Path, change: Callable[[], object], found: dict[str, tuple[int, int]]
) -> None:
    change()
    assert differing(copy, store) == found
    changes.undo()
    assert differing(copy, store) == {}


def test_it_is_counted_under_a_passphrase_too(store: Path) -> None:
    made = applications.add({"company": "Northwind"})
    database.suspend()
    reencrypting.reencrypt(store, encryption.new_key("correct horse battery"))
    database.open_store(store)
    copy = backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    applications.edit(made.id, {"role": "Clerk"})
    assert differing(copy, store) == {"applications": (0, 1)}


def test_a_backup_of_an_older_program_lacks_columns(copy: Path, store: Path) -> None:
    connection = sqlite3.connect(copy)
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    ).fetchall():
        kind = "VIEW" if name.endswith("_texts") else "TRIGGER"
        connection.execute(f"DROP {kind} IF EXISTS {name}")
    connection.execute("ALTER TABLE stories DROP COLUMN expectation")
    connection.commit()
    connection.close()
    assert differing(copy, store) == {}
    stories.edit(only(Story), {"title": "Kept both dates"})
    assert differing(copy, store) == {"stories": (0, 1)}
