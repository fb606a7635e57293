"""The person's settings: one small JSON file in the data folder, written whole or not at all."""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

FILE_NAME = "settings.json"

#: The smallest and the largest value of each number that a person sets.
FONT_PERCENT = (80, 200)
OPEN_MINIMUM = (0, 10)
WORDS_PER_MINUTE = (80, 220)
_LIMITS = {
    "font_percent": FONT_PERCENT,
    "open_minimum": OPEN_MINIMUM,
    "words_per_minute": WORDS_PER_MINUTE,
}


@dataclass(slots=True)
class Values:
    """All settings with their defaults. Dates and sizes are plain numbers, see the comments."""

    name: str = ""  # how the person is greeted and how letters are signed
    appearance: str = "system"  # "system", "light" or "dark"
    font_percent: int = 100  # 80 to 200
    linkedin_limit: int = 200  # characters of a connection note: 200 free, 300 paid
    open_minimum: int = 3  # applications in process the person wants; 0: not counted
    words_per_minute: int = 140  # speaking pace
    page: str = "today"
    geometry: str = ""  # of the main window, base64 as Qt gives it
    layouts: dict[str, str] = field(default_factory=dict)  # splitters and headers, base64
    support: str = ""  # the person's own Support list; empty: the one that is shipped
    support_line_dismissed_on: str = ""  # ISO date


class Settings:
    """Reads the settings of a data folder and writes them at each change."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self.values = Values()
        #: Where an unreadable file was put aside, to be told to the person; None normally.
        self.put_aside: Path | None = None
        self._read()

    @property
    def folder(self) -> Path:
        """The data folder, in which the settings and the store are."""
        return self._path.parent

    def save(self) -> None:
        """Write all settings: to a temporary file first, which then takes the place of the old."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary = self._path.with_suffix(".unfinished")
        descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(self.values), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, self._path)

    def _read(self) -> None:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            if not isinstance(found, dict):
                raise ValueError("not a table of settings")
        except FileNotFoundError:
            return
        except (OSError, ValueError):
            # Never deleted: the person may want to look into it.
            self.put_aside = self._path.with_name("settings-unreadable.json")
            try:
                os.replace(self._path, self.put_aside)
            except OSError:
                self.put_aside = None
            return
        for each in fields(Values):
            self._take(each.name, found.get(each.name))

    def _take(self, name: str, value: Any) -> None:
        """Take over a value of the right kind; anything else leaves the default."""
        default = getattr(self.values, name)
        if type(value) is not type(default):
            return
        if isinstance(value, dict) and not all(isinstance(each, str) for each in value.values()):
            return
        if name == "appearance" and value not in ("system", "light", "dark"):
            return
        if name == "linkedin_limit" and value not in (200, 300):
            return
        if name == "support_line_dismissed_on" and not _is_day(value):
            return
        if name in _LIMITS:
            least, most = _LIMITS[name]
            value = min(most, max(least, value))
        setattr(self.values, name, value)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
