"""Export, import, merge and check of a store with 10,000 rejections."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rebound_desktop.exchange import archive, archive_merging
from rebound_desktop.exchange.archive_reading import read_file
from rebound_desktop.store import check, database
from tests.benchmarks.rejection_log import seed

COUNT = 10_000


def measure() -> list[tuple[str, float, float]]:
    """Return how long each takes, once; median and 95th percentile are the same."""
    with tempfile.TemporaryDirectory() as made:
        full, empty, file = Path(made) / "full", Path(made) / "empty", Path(made) / "x.json"
        seed(full, COUNT)
        database.close_store()
        database.open_store(full)
        times = {"export": _time(lambda: archive.export_file(file))}
        database.close_store()
        times["check"] = _time(lambda: check.verify(full))
        database.open_store(empty)
        times["import"] = _time(lambda: archive.take_in(read_file(file), Path(made)))
        times["look before a merge"] = _time(lambda: archive_merging.look(read_file(file)))
        database.close_store()
        database.open_store(Path(made) / "other")
        plan = archive_merging.look(read_file(file))
        times["merge of all"] = _time(lambda: archive_merging.apply(plan, Path(made)))
        database.close_store()
    return [(f"archive ({COUNT:,} rejections): {what}", time, time) for what, time in times.items()]


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
