"""Milliseconds of what is done again and again, as two figures."""

import time
from collections.abc import Callable, Iterable
from statistics import median, quantiles


def timed(actions: Iterable[Callable[[], None]]) -> tuple[float, float]:
    """Do each once; return the median and the 95th percentile of what they took."""
    times = []
    for action in actions:
        before = time.perf_counter()
        action()
        times.append((time.perf_counter() - before) * 1000)
    return figures(times)


def figures(times: list[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile; of one time, that time."""
    return median(times), quantiles(times, n=20, method="inclusive")[-1] if times[1:] else times[0]
