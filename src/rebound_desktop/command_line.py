"""The command line: what the program does without a screen, and how the window is opened."""

import argparse
from pathlib import Path

from rebound_desktop import __version__


def run(arguments: list[str]) -> int:
    """Carry out the arguments; return 0, 1 for a refused input, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="rebound")
    parser.add_argument("--version", action="version", version=f"rebound {__version__}")
    parser.add_argument("--data-dir", type=Path)
    options = parser.parse_args(arguments)

    from rebound_desktop import app
    from rebound_desktop.desktop.paths import default_data_folder

    return app.run(options.data_dir or default_data_folder())
