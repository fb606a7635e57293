"""Laptops: what is done on two of them is on both of them, once each took in the other."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from rebound_desktop.core.merged_state import shown
from rebound_desktop.exchange import archive_state, sample_data
from rebound_desktop.exchange.archive_reading import read
from rebound_desktop.exchange.merge_writing import shown_fields
from rebound_desktop.store import check, erasing, story_merging
from rebound_desktop.store.tables import Story, Telling
from tests.exchange import two_laptops
from tests.exchange.two_laptops import (
    WORK,
    archive_of,
    at,
    exchanged,
    exported,
    merge,
    merged_into,
)

STEP = some.tuples(
    some.sampled_from(WORK),
    some.integers(0, 12),
    some.text(alphabet="abc é再", min_size=1, max_size=9),
)
Steps = list[tuple[str, int, str]]
NAMES = ("one", "other", "third")
LAPTOP = some.sampled_from(NAMES)
#: What people, the bin and Undo have to do with each other is where laptops part most easily.
TANGLED = some.tuples(
    some.sampled_from(
        [
            *("person", "one person", "drop person", "meet", "part", "expect", "introduce"),
            *("to do", "thank", "sheet", "one story", "drop", "restore", "erase", "undo", "redo"),
        ]
    ),
    some.integers(0, 3),
    some.sampled_from("abc"),
)
#: Who does what in turn: works, or takes in the archive of another.
DAYS = some.lists(
    some.tuples(LAPTOP, some.lists(TANGLED | STEP, min_size=1, max_size=8) | LAPTOP),
    min_size=2,
    max_size=7,
)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three laptops that hold the same, something of each kind."""
    folder = tmp_path_factory.mktemp("laptops")
    with at(folder / "one"):
        sample_data.fill()
    for name in NAMES[1:]:
        merged_into(folder / name, archive_of(folder / "one"))
    return folder


@given(some.lists(STEP, max_size=20), some.lists(STEP, max_size=20), some.booleans())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_two_laptops_end_equal(
    begun: Path, first: Steps, second: Steps, met_meanwhile: bool
) -> None:
    with tempfile.TemporaryDirectory() as made:
        one, other = (Path(shutil.copytree(begun / name, Path(made) / name)) for name in NAMES[:2])
        _work(one, first)
        if met_meanwhile:
            exchanged(one, other)
            _work(one, second)
        _work(other, second)

        mine, theirs = exchanged(one, other)

        assert mine == theirs
        assert merged_into(one, theirs).is_empty
        assert archive_of(one) == mine
        for folder in (one, other):
            assert check.verify(folder).problems == []


@given(DAYS)
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
def test_one_exchange_is_enough_whatever_happened_on_three_laptops(
    begun: Path, days: list[tuple[str, Steps | str]]
) -> None:
    with tempfile.TemporaryDirectory() as made:
        folders = {name: shutil.copytree(begun / name, Path(made) / name) for name in NAMES}
        for name, what in days:
            if not isinstance(what, str):
                _work(folders[name], what)
            elif what != name:
                merged_into(folders[name], archive_of(folders[what]))
        one, other = folders["one"], folders["other"]
        first, second = archive_of(one), archive_of(other)

        with at(one):
            merge(second, one)
            mine, known = exported(), archive_state.of_store()
            assert merge(second, one).is_empty
            assert archive_state.of_store() == known
        merged_into(other, first)

        assert archive_of(other) == mine
        for folder in (one, other):
            assert check.verify(folder).problems == []


def test_a_telling_goes_with_the_story_that_took_its_own_in(begun: Path, tmp_path: Path) -> None:
    one, other = (Path(shutil.copytree(begun / name, tmp_path / name)) for name in NAMES[:2])
    with at(one):
        count, story = Telling.select().count(), Telling.select().first().story_id
        kept = next(each.id for each in Story.select() if each.id != story)
        story_merging.merge(kept, story, "Both", story_merging.labels_of(kept, story)[:3])
        erasing.erase("stories", [story])

    mine, theirs = exchanged(one, other)

    assert mine == theirs
    with at(other):
        assert Telling.select().count() == count


def test_what_an_archive_shows_of_a_store_is_what_a_merge_takes_it_for(
    begun: Path, tmp_path: Path
) -> None:
    with at(Path(shutil.copytree(begun / "one", tmp_path / "one"))):
        for what in ("drop", "drop person", "drop story", "drop lesson"):
            two_laptops.work(what, 0, "")
        store = archive_state.of_store()
        seen = shown(archive_state.SHAPE, store)
        written = archive_state.of_archive(read(exported(), "x.json"), store, "")

    assert len(seen.deleted) > 4
    assert written.deleted == seen.deleted
    for table in archive_state.SHAPE:
        names = {"uuid", "created_at", "changed_at", "edits", *shown_fields(table)}
        assert [
            {name: each[name] for name in names} for each in written.records[table.name].values()
        ] == [{name: each[name] for name in names} for each in seen.records[table.name].values()]


def _work(folder: Path, steps: Steps) -> None:
    with at(folder):
        for each in steps:
            two_laptops.work(*each)
