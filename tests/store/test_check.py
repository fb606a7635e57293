"""What ``rebound check`` finds, and that it changes nothing."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.exchange import sample_data
from rebound_desktop.store import applications, check, database, people, rejections
from rebound_desktop.store.errors import LostStoreError, StoreError
from rebound_desktop.store.migrations import CURRENT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a few records, closed."""
    made = tmp_path / "data"
    database.open_store(made)
    application = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    rejections.log(application.id, on=clock.today(), reached=Stage.FINAL, their_words="lighthouse")
    database.close_store()
    return made


def change_outside(folder: Path, *statements: str) -> None:
    connection = sqlcipher.connect(str(folder / database.FILE_NAME))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_whole_store_has_no_problems(folder: Path) -> None:
    before = (folder / database.FILE_NAME).read_bytes()

    report = check.verify(folder)

    assert report.problems == []
    assert "Records: 1 applications, 2 events, 1 rejections" in report.lines
    assert (folder / database.FILE_NAME).read_bytes() == before


def test_the_sample_data_is_in_order(tmp_path: Path) -> None:
    database.open_store(tmp_path)
    sample_data.fill()
    database.close_store()

    assert check.verify(tmp_path).problems == []


def test_a_store_in_use_can_be_checked(store: Path) -> None:
    applications.add({"company": "Northwind"})
    database.close_store()
    other = sqlcipher.connect(str(store / database.FILE_NAME), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    assert check.verify(store).problems == []
    other.close()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE applications SET stage = 'offer'", "application 1"),
        ("UPDATE applications SET applied_on = NULL", "application 1"),
        ("DELETE FROM rejections_search WHERE rowid = 1", "rejections"),
        ("UPDATE events SET kind = 'promoted' WHERE id = 1", "'promoted'"),
        ("UPDATE rejections SET reached = 'the moon'", "'the moon'"),
        ("UPDATE rejections SET event_id = 99", "rejections 1"),
        (f"PRAGMA user_version = {CURRENT + 1}", "newer"),
    ],
)
def test_what_is_not_in_order_is_named(folder: Path, statement: str, problem: str) -> None:
    change_outside(folder, statement)

    try:
        found = check.verify(folder).problems
    except StoreError as error:
        found = [str(error)]

    assert len(found) >= 1
    assert problem in " ".join(found)


def test_what_lies_in_the_bin_is_in_order(folder: Path) -> None:
    database.open_store(folder)
    applications.delete(1)
    database.close_store()

    assert check.verify(folder).problems == []


def test_an_index_that_knows_too_much_is_found(folder: Path) -> None:
    change_outside(
        folder,
        "INSERT INTO stories_search (rowid, title, competencies, body) VALUES (7, 'a', 'b', 'c')",
    )

    assert "stories" in check.verify(folder).problems[0]


def test_a_damaged_page_is_found(folder: Path) -> None:
    path = folder / database.FILE_NAME
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 4] = b"\xaa" * 4096
    path.write_bytes(content)

    try:
        found = check.verify(folder).problems
    except StoreError as error:
        found = [str(error)]

    assert found


def test_no_store_is_one_sentence_and_makes_none(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        check.verify(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_an_emptied_store_is_lost_and_no_older_one(folder: Path) -> None:
    (folder / database.FILE_NAME).write_bytes(b"")
    with pytest.raises(LostStoreError, match="gone or empty"):
        check.verify(folder)


def test_that_something_else_wrote_into_the_file_is_said(tmp_path: Path) -> None:
    database.open_store(tmp_path)
    people.add({"name": "Sam Ortiz"})
    database.close_store()
    assert check.verify(tmp_path).problems == []
    change_outside(tmp_path, "UPDATE people SET notes = notes || ' and more'")
    (problem,) = check.verify(tmp_path).problems
    assert "Something else wrote" in problem
