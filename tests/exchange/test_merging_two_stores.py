"""Two laptops: what is done on both of them is on both of them, once each took in the other."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from rebound_desktop.exchange import sample_data
from rebound_desktop.store import check
from tests.exchange import two_laptops
from tests.exchange.two_laptops import WORK, archive_of, at, exchanged, merged_into

STEP = some.tuples(
    some.sampled_from(WORK),
    some.integers(0, 12),
    some.text(alphabet="abc é再", min_size=1, max_size=9),
)
Steps = list[tuple[str, int, str]]
NAMES = ("one", "other")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two laptops that hold the same, something of each kind."""
    folder = tmp_path_factory.mktemp("laptops")
    with at(folder / "one"):
        sample_data.fill()
    merged_into(folder / "other", archive_of(folder / "one"))
    return folder


@given(some.lists(STEP, max_size=20), some.lists(STEP, max_size=20), some.booleans())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_two_laptops_end_equal(
    begun: Path, first: Steps, second: Steps, met_meanwhile: bool
) -> None:
    with tempfile.TemporaryDirectory() as made:
        one, other = (Path(shutil.copytree(begun / name, Path(made) / name)) for name in NAMES)
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


def _work(folder: Path, steps: Steps) -> None:
    with at(folder):
        for each in steps:
            two_laptops.work(*each)
