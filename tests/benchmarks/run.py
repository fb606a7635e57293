"""Print the figures of the programs in this folder: what somebody waits for, in milliseconds.

Run by `make bench`. Each module has a function ``measure`` that returns what it measured: a label,
the median and the 95th percentile. Figures vary with the machine; none is judged here.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

MODULES = ("archive", "board", "rejection_log", "palette", "stories")


def main() -> int:
    """Measure everything and print it as a table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).parents[2]))
    print(f"{'':58}{'median':>10}{'p95':>10}", flush=True)
    for name in MODULES:
        for label, middle, high in import_module(f"tests.benchmarks.{name}").measure():
            print(f"{label:58}{middle:8.1f}ms{high:8.1f}ms", flush=True)
    # How times grow and how well stories are ranked are no times, so each has a table of its own.
    import_module("tests.benchmarks.long_texts").main()
    import_module("tests.benchmarks.matching").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
