"""The strengths vault as a list model that reads only the stories that are painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt, Signal

from rebound_desktop.core.speaking import ENDLESS, seconds_for
from rebound_desktop.core.stories import Form, render
from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.models.paged_table import ID_ROLE, ROW_ROLE, Index
from rebound_desktop.models.story_passage import passage
from rebound_desktop.models.story_words import speaking_time
from rebound_desktop.store import search, story_rows
from rebound_desktop.store.changes import Change

_PAGE = 32
#: How many read stories are kept.
_KEPT = 40 * _PAGE
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class StoryCard:
    """What the card of a story shows."""

    id: int
    title: str
    summary: str
    competencies: tuple[str, ...]
    time: str


class StoryList(QAbstractListModel):
    """The stories that a chip and a filter choose and that hold the words of a search.

    While something is searched, the best match comes first, else the story changed last.
    ``ROW_ROLE`` gives a :class:`StoryCard`. ``refilled`` is emitted after the rows were replaced.
    """

    refilled = Signal()

    def __init__(self, words_per_minute: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words_per_minute = words_per_minute
        self._chip = story_rows.ALL
        self._filter = story_rows.NO_FILTER
        self._search = ""
        self._words = ""
        self._corrected = False
        self._order: Sequence[int] | None = None
        self._members: frozenset[int] | None = None
        self._ids: Sequence[int] = ()
        self._place_of: dict[int, int] | None = None
        self._rows: dict[int, story_rows.Row] = {}
        self._cards: dict[int, StoryCard] = {}
        self._loaded = False

    # What the view asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role not in _TEXT_ROLES:
            return None
        card = self.card(index.row())
        if card is None:
            return None
        if role == ROW_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        return ", ".join(each for each in (card.title, card.summary, *card.competencies) if each)

    # What the page asks

    @property
    def words(self) -> str:
        """The words by which stories were found: what was typed, with slips put right."""
        return self._words

    @property
    def corrected(self) -> bool:
        """Whether nothing holds the words as they were typed, so that the nearest are shown."""
        return self._corrected

    def load(self) -> None:
        """Read the ids for the first time; later calls do nothing."""
        if not self._loaded:
            self._loaded = True
            self._refill()

    def set_search(self, text: str) -> None:
        """Show only stories that hold every word of a text."""
        if text != self._search:
            self._search = self._words = text
            self._cards.clear()  # which passage a card shows depends on the search
            self._refill()

    def set_chip(self, chip: str) -> None:
        """Show only the stories that a chip chooses, see ``store.story_rows``."""
        if chip != self._chip:
            self._chip = chip
            self._order = None
            self._refill()

    def set_filter(self, chosen: story_rows.Filter) -> None:
        """Show only the stories that a filter chooses as well."""
        if chosen != self._filter:
            self._filter = chosen
            self._order = None
            self._refill()

    def set_pace(self, words_per_minute: int) -> None:
        """Take another speaking pace."""
        if words_per_minute != self._words_per_minute:
            self._words_per_minute = words_per_minute
            self._cards.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def card(self, number: int) -> StoryCard | None:
        """Return the card at a place, reading its page where needed."""
        if not 0 <= number < len(self._ids):
            return None
        wanted = self._ids[number]
        if wanted not in self._cards:
            row = self._row(number)
            if row is None:
                return None
            self._cards[wanted] = self._card_of(row)
        return self._cards[wanted]

    def place_of(self, story_id: int) -> int | None:
        """Return the place of a story, or None where it is not shown."""
        if self._place_of is None:
            self._place_of = {each: number for number, each in enumerate(self._ids)}
        return self._place_of.get(story_id)

    def take_change(self, change: Change) -> None:
        """Show what a write changed."""
        if self._loaded and change.touches(*story_rows.TABLES):
            self._order = None
            self._rows.clear()
            self._cards.clear()
            self._refill()

    def _row(self, number: int) -> story_rows.Row | None:
        wanted = self._ids[number]
        if wanted not in self._rows:
            if len(self._rows) > _KEPT:
                self._rows.clear()
                self._cards.clear()
            start = number - number % _PAGE
            self._rows.update(story_rows.rows(self._ids[start : start + _PAGE]))
        return self._rows.get(wanted)

    def _card_of(self, row: story_rows.Row) -> StoryCard:
        return StoryCard(
            row.id,
            row.texts["title"],
            passage(row.texts, self._words),
            row.competencies,
            self._time(row),
        )

    def _time(self, row: story_rows.Row) -> str:
        if not any(row.texts[name].strip() for name in FIELDS if name != "moment"):
            return QCoreApplication.translate("StoryList", "one line")
        if sum(map(len, row.texts.values())) > ENDLESS:
            return QCoreApplication.translate("StoryList", "too long to say")
        words = render(row.texts, Form.WHOLE).words
        return speaking_time(seconds_for(words, self._words_per_minute))

    def _refill(self) -> None:
        if not self._loaded:
            return
        if self._order is None:
            self._order = story_rows.ids(self._chip, self._filter)
            self._members = None
        ids = self._order
        found = search.find("stories", self._search)
        self._words, self._corrected = found.words, found.corrected
        if found.ids is not None:
            if self._members is None:
                self._members = frozenset(self._order)
            ids = [each for each in found.ids if each in self._members]
        if len(ids) == len(self._ids) and list(ids) == list(self._ids):
            # The same stories in the same places: selection and scroll position stay.
            if len(ids):
                self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))
            self.refilled.emit()
            return
        self.beginResetModel()
        self._ids = ids
        self._place_of = None
        self.endResetModel()
        self.refilled.emit()


_TEXT_ROLES = (
    ROW_ROLE,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
