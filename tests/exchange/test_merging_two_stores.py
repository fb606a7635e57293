"""Two laptops: what is done on both of them is on both of them, once each took in the other."""

import tempfile
from pathlib import Path

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


def begun(folder: Path, steps: Steps) -> tuple[Path, Path]:
    """Return two laptops that hold the same, and something of each kind."""
    one, other = folder / "one", folder / "other"
    with at(one):
        sample_data.fill()
    merged_into(other, archive_of(one))
    with at(one):
        for each in steps:
            two_laptops.work(*each)
    return one, other


@given(some.lists(STEP, max_size=20), some.lists(STEP, max_size=20), some.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_two_laptops_end_equal(first: Steps, second: Steps, met_before: bool) -> None:
    with tempfile.TemporaryDirectory() as made:
        one, other = begun(Path(made), first)
        if met_before:
            exchanged(one, other)
        with at(other):
            for each in second:
                two_laptops.work(*each)

        if exchanged(one, other)[0] != archive_of(other):
            # What was edited, deleted, and restored elsewhere takes one exchange more.
            assert any("restore" in each or "undo" in each for each in (*first, *second))
            exchanged(one, other)
        mine, theirs = archive_of(one), archive_of(other)

        assert mine == theirs
        merged_into(one, theirs)
        assert archive_of(one) == mine
        for folder in (one, other):
            assert check.verify(folder).problems == []
