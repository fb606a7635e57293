"""Where the data lives."""

from pathlib import Path


def default_data_folder() -> Path:
    """Return the system's place for this program's data, such as ``~/.local/share/Rebound``."""
    from platformdirs import user_data_path

    return user_data_path("Rebound", appauthor=False)
