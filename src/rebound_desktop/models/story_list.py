"""The strengths vault as a list model that reads only the stories that are painted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt, Signal

from rebound_desktop.core.plain_text import one_line
from rebound_desktop.core.search_hits import hits
from rebound_desktop.core.sentences import sentences
from rebound_desktop.core.speaking import seconds_for
from rebound_desktop.core.stories import Form, render, summary
from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.models.paged_table import ID_ROLE, ROW_ROLE, Index
from rebound_desktop.models.story_words import speaking_time
from rebound_desktop.store import search, story_rows
from rebound_desktop.store.changes import Change

_PAGE = 32
#: How many read stories are kept.
_KEPT = 40 * _PAGE
#: How far from the start of a card's text a match may stand, in characters.
_NEAR = 60
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
    """The stories that a chip chooses and that hold the words of a search.

    While something is searched, the best match comes first, else the story changed last.
    ``ROW_ROLE`` gives a :class:`StoryCard`. ``refilled`` is emitted after the rows were replaced.
    """

    refilled = Signal()

    def __init__(self, words_per_minute: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words_per_minute = words_per_minute
        self._chip = story_rows.ALL
        self._search = ""
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
    def search(self) -> str:
        """The words that are searched for."""
        return self._search

    def load(self) -> None:
        """Read the ids for the first time; later calls do nothing."""
        if not self._loaded:
            self._loaded = True
            self._refill()

    def set_search(self, text: str) -> None:
        """Show only stories that hold every word of a text."""
        if text != self._search:
            self._search = text
            self._cards.clear()  # which passage a card shows depends on the search
            self._refill()

    def set_chip(self, chip: str) -> None:
        """Show only the stories that a chip chooses, see ``store.story_rows``."""
        if chip != self._chip:
            self._chip = chip
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

    def id_at(self, number: int) -> int:
        """Return the id of the story at a place."""
        return self._ids[number]

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
            self._passage(row),
            row.competencies,
            self._time(row),
        )

    def _passage(self, row: story_rows.Row) -> str:
        """Return the summary, or while searching the first sentence that shows the match."""
        usual = summary(row.texts)
        if not self._search.strip() or hits(row.texts["title"], self._search):
            return usual
        candidates = [usual, *(each for name in FIELDS for each in self._found_in(row.texts[name]))]
        for text in candidates:
            if places := hits(text, self._search):
                return _from_near(text, places[0][0])
        return usual

    def _found_in(self, text: str) -> Iterator[str]:
        if hits(text, self._search):
            yield from (one_line(each.text) for each in sentences(text))

    def _time(self, row: story_rows.Row) -> str:
        if not any(row.texts[name].strip() for name in FIELDS if name != "moment"):
            return QCoreApplication.translate("StoryList", "one line")
        words = render(row.texts, Form.WHOLE).words
        return speaking_time(seconds_for(words, self._words_per_minute))

    def _refill(self) -> None:
        if not self._loaded:
            return
        if self._order is None:
            self._order = story_rows.ids(self._chip)
            self._members = None
        ids = self._order
        found = search.matching_ids("stories", self._search) if self._search.strip() else None
        if found is not None:
            if self._members is None:
                self._members = frozenset(self._order)
            ids = [each for each in found if each in self._members]
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


def _from_near(sentence: str, place: int) -> str:
    """Return a sentence from a word shortly before a place, where that is not near its start."""
    if place <= _NEAR:
        return sentence
    start = sentence.find(" ", place - _NEAR // 2, place)
    return "…" + sentence[start + 1 if start >= 0 else place :]


_TEXT_ROLES = (
    ROW_ROLE,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
