"""The person's settings: one small JSON file in the data folder, written whole or not at all.

What says something of the person is kept in the store instead, which may be encrypted.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rebound_desktop.store.errors import NotSavedError

if TYPE_CHECKING:
    from rebound_desktop.core.letters import Style
    from rebound_desktop.core.quiet import Patience
    from rebound_desktop.core.reminders import QuietHours
    from rebound_desktop.store.second_place import SecondPlace

FILE_NAME = "settings.json"

#: The smallest and the largest value of each number that a person sets.
FONT_PERCENT = (80, 200)
OPEN_MINIMUM = (0, 10)
WORDS_PER_MINUTE = (80, 220)
#: How many unreadable files are kept aside; the last one is overwritten.
_PUT_ASIDE = 10
#: How many of the stories that were used last are remembered.
_RECENT = 12
QUIET_DAYS = (1, 365)
BACKUP_LIMIT = (50, 100_000)
LOCK_MINUTES = (0, 240)
_LIMITS = {
    "quiet_applied": QUIET_DAYS,
    "quiet_applied_close": QUIET_DAYS,
    "quiet_met": QUIET_DAYS,
    "quiet_met_close": QUIET_DAYS,
    "font_percent": FONT_PERCENT,
    "open_minimum": OPEN_MINIMUM,
    "words_per_minute": WORDS_PER_MINUTE,
    "weekly_look_day": (0, 6),
    "backup_limit": BACKUP_LIMIT,
    "lock_minutes": LOCK_MINUTES,
}
_PERSONAL = ("name", "support")
_DAYS = ("support_line_dismissed_on", "weekly_look_after", "bin_due_on")


@dataclass(slots=True)
class Values:
    """All settings with their defaults. Dates and sizes are plain numbers, see the comments."""

    name: str = ""  # how the person is greeted and how letters are signed
    appearance: str = "system"  # "system", "light" or "dark"
    font_percent: int = 100  # 80 to 200
    linkedin_limit: int = 200  # characters of a connection note: 200 free, 300 paid
    letter_tone: str = "formal"  # or "friendly"
    letter_dates: str = "system"  # how days are spelled in letters: or "british", "american"
    open_minimum: int = 3  # applications in process the person wants; 0: not counted
    words_per_minute: int = 140  # speaking pace
    guided_editor: bool = False  # the story editor asks one question at a time
    # Days of silence: after an application, after a call or interview; then closing is offered.
    quiet_applied: int = 30
    quiet_applied_close: int = 60
    quiet_met: int = 21
    quiet_met_close: int = 45
    applications_view: str = "board"  # or "table"
    tray: bool = False  # an icon with a small menu, where the system has a place for it
    reminders: bool = True
    reminder_names: bool = False  # titles, with their names, in the system's notifications
    quiet_from: str = "20:00"  # no reminders from then on
    quiet_until: str = "08:00"
    weekly_look: bool = False
    weekly_look_day: int = 4  # 0 is Monday
    weekly_look_after: str = ""  # ISO date: not offered before
    #: Ids of the stories that were copied or opened, the last one first.
    recent_stories: list[int] = field(default_factory=list)
    page: str = "today"
    geometry: str = ""  # of the main window, base64 as Qt gives it
    layouts: dict[str, str] = field(default_factory=dict)  # splitters and headers, base64
    backup_folder: str = ""  # a second place for backups; empty: none
    readable_told: str = ""  # the second place of which it was said that backups can be read
    backup_limit: int = 1000  # megabytes that the backups of a folder may take
    lock_minutes: int = 10  # without a key or a mouse, until an encrypted store locks; 0: never
    lock_on_sleep: bool = True
    recovery_key_due: bool = False  # nobody has shown yet that the recovery key was written down
    bin_due_on: str = ""  # ISO date on which something in the bin was first seen to be too old
    support: str = ""  # the person's own Support list; empty: the one that is shipped
    support_line_dismissed_on: str = ""  # ISO date

    def patience(self) -> "Patience":
        """Return after how many days an application counts as quiet."""
        from rebound_desktop.core.quiet import Patience

        return Patience(
            applied=self.quiet_applied,
            applied_close=self.quiet_applied_close,
            met=self.quiet_met,
            met_close=self.quiet_met_close,
        )

    def letter_style(self) -> "Style":
        """Return how the person's letters are written."""
        from PySide6.QtCore import QLocale

        from rebound_desktop.core.letters import Style
        from rebound_desktop.core.vocabulary import Tone

        american = self.letter_dates == "american"
        if self.letter_dates == "system":
            american = QLocale.system().territory() == QLocale.Country.UnitedStates
        return Style(self.name, Tone(self.letter_tone), american, self.linkedin_limit)

    def reminder_hours(self) -> "QuietHours":
        """Return the hours without reminders."""
        from rebound_desktop.core.reminders import QuietHours

        return QuietHours(time.fromisoformat(self.quiet_from), time.fromisoformat(self.quiet_until))


class Settings:
    """Reads the settings of a data folder and writes them at each change."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self.values = Values()
        #: Where an unreadable file was put aside, to be told to the person; None normally.
        self.put_aside: Path | None = None
        # The personal ones as the store has them; in the file until it is asked (None).
        self._kept: dict[str, str] | None = None
        self._read()

    def take_personal(self) -> None:
        """Read what the store keeps, which is open by now.

        An older file that still holds such a value gives it to a store that has none.
        """
        from rebound_desktop.store import personal_settings

        in_file = {name: str(getattr(self.values, name)) for name in _PERSONAL}
        first = self._kept is None
        self._kept = personal_settings.read()
        for name in _PERSONAL:
            setattr(self.values, name, self._kept.get(name, in_file[name]))
        if first and any(in_file.values()):
            self.save()

    @property
    def folder(self) -> Path:
        """The data folder, in which the settings and the store are."""
        return self._path.parent

    def second_place(self) -> "SecondPlace | None":
        """Return the second place for backups, or None where there is none."""
        from rebound_desktop.store import backup, second_place

        if not self.values.backup_folder:
            return None
        chosen = Path(self.values.backup_folder)
        return second_place.of(self.folder, chosen, self.folder / backup.FOLDER)

    def note_story(self, story_id: int) -> None:
        """Remember that a story was copied or opened; kept when the settings are next saved."""
        recent = [each for each in self.values.recent_stories if each != story_id]
        self.values.recent_stories = [story_id, *recent][:_RECENT]

    def save(self) -> None:
        """Write all settings: to a temporary file first, which then takes the place of the old.

        Raises NotSavedError where the disk does not take it; the old file is as it was.
        """
        content = asdict(self.values)
        if self._kept is not None:
            self._keep_personal(self._kept, {name: content.pop(name) for name in _PERSONAL})
        temporary = self._path.with_suffix(".unfinished")
        try:
            descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
                json.dump(content, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self._path)
        except OSError as error:
            from rebound_desktop.store import disk

            why = disk.because(error, self._path.parent)
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise NotSavedError(
                f"The settings could not be saved: {why.reason}. They are as they were before. "
                f"{why.advice}".rstrip()
            ) from error

    def _keep_personal(self, kept: dict[str, str], now: dict[str, str]) -> None:
        texts = {name: _writable(text) for name, text in now.items()}
        changed = {name: text for name, text in texts.items() if text != kept.get(name, "")}
        if changed:
            from rebound_desktop.store import personal_settings

            personal_settings.keep(changed)
            kept |= changed

    def _read(self) -> None:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            if not isinstance(found, dict):
                raise ValueError("not a table of settings")
        except FileNotFoundError:
            return
        except (OSError, ValueError, RecursionError):
            # Never deleted, nor one from before: the person may want to look into it.
            self.put_aside = self._free_name()
            try:
                os.replace(self._path, self.put_aside)
            except OSError:
                self.put_aside = None
            return
        for each in fields(Values):
            self._take(each.name, found.get(each.name))

    def _free_name(self) -> Path:
        names = (f"settings-unreadable{number}.json" for number in ("", *range(2, _PUT_ASIDE)))
        places = [self._path.with_name(name) for name in names]
        return next((each for each in places if not each.exists()), places[-1])

    def _take(self, name: str, value: Any) -> None:
        """Take over a value of the right kind; anything else leaves the default."""
        default = getattr(self.values, name)
        if type(value) is not type(default):
            return
        if isinstance(value, str):
            value = _writable(value)
        if isinstance(value, dict):
            if not all(isinstance(each, str) for each in value.values()):
                return
            value = {_writable(key): _writable(each) for key, each in value.items()}
        if isinstance(value, list) and not all(_is_id(each) for each in value):
            return
        if name == "appearance" and value not in ("system", "light", "dark"):
            return
        if name == "applications_view" and value not in ("board", "table"):
            return
        if name == "letter_tone" and value not in ("formal", "friendly"):
            return
        if name == "letter_dates" and value not in ("system", "british", "american"):
            return
        if name == "linkedin_limit" and value not in (200, 300):
            return
        if name in _DAYS and not _is_day(value):
            return
        if name in ("quiet_from", "quiet_until") and not _is_time(value):
            return
        if name in _LIMITS:
            least, most = _LIMITS[name]
            value = min(most, max(least, value))
        setattr(self.values, name, value)


def _writable(text: str) -> str:
    """Return a text without half characters, which no file takes, and NUL, which no path does."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _is_id(value: object) -> bool:
    return type(value) is int and 0 < value < 2**63


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_time(text: str) -> bool:
    try:
        return time.fromisoformat(text).tzinfo is None
    except ValueError:
        return False
