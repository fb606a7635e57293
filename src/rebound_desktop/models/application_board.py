"""The applications as a board: a list of cards for each step of the process.

Each column holds ids only; cards are read in small pages when they are painted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from rebound_desktop.core import clock
from rebound_desktop.core.quiet import Patience, silence
from rebound_desktop.core.vocabulary import OPEN_STAGES, Outcome, Stage
from rebound_desktop.models.application_table import Applications, next_text, next_tone
from rebound_desktop.models.paged_table import ID_ROLE, ROW_ROLE, Index
from rebound_desktop.models.quiet_words import quiet_pill
from rebound_desktop.models.tooltips import tooltip
from rebound_desktop.models.words import short_day, word
from rebound_desktop.store.application_list import Row
from rebound_desktop.store.changes import Change

#: The columns from left to right: the stage that a card gets there, and all stages that it shows.
COLUMNS: dict[Stage, tuple[Stage, ...]] = {
    Stage.INTERESTED: (Stage.INTERESTED,),
    Stage.APPLIED: (Stage.APPLIED,),
    Stage.SCREENING: (Stage.SCREENING, Stage.ASSESSMENT),
    Stage.INTERVIEWING: (Stage.INTERVIEWING, Stage.FINAL),
    Stage.OFFER: (Stage.OFFER,),
    Stage.CLOSED: (Stage.CLOSED, Stage.ACCEPTED),
}
#: How many of the closed ones the board shows; the table has them all.
CLOSED_SHOWN = 50
#: What a card that is dragged carries: the application's id in digits.
MIME = "application/x-rebound-application"

_COLUMN_OF = {str(stage): column for column, stages in COLUMNS.items() for stage in stages}
_PAGE = 32
_KEPT = 40 * _PAGE
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class BoardCard:
    """What a card shows; ``spoken`` says all of it, and what there was no room for."""

    id: int
    company: str
    role: str
    pill: str
    tone: str
    spoken: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("ApplicationBoard", text)


class BoardColumn(QAbstractListModel):
    """The cards of one column; ``total`` counts those that are not shown as well."""

    def __init__(self, stage: Stage, board: "ApplicationBoard") -> None:
        super().__init__(board)
        self.stage = stage
        self.total = 0
        self._board = board
        self._ids: list[int] = []
        self._cards: dict[int, BoardCard] = {}

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES:
            return None  # Qt asks for much that a card does not have
        card = self.card(index.row())
        if card is None:
            return None
        if role == ROW_ROLE:
            return card
        if role == ID_ROLE:
            return card.id
        if role == Qt.ItemDataRole.DisplayRole:
            return card.company
        # A tooltip would take a "<" for markup.
        return card.spoken if role == Qt.ItemDataRole.AccessibleTextRole else tooltip(card.spoken)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return (
            Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, str(self.id_at(indexes[0].row())).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def id_at(self, number: int) -> int:
        """Return the id of the application at a place."""
        return self._ids[number]

    def place_of(self, application_id: int) -> int | None:
        """Return the place of an application, or None where it is not shown here."""
        try:
            return self._ids.index(application_id)
        except ValueError:
            return None

    def card(self, number: int) -> BoardCard | None:
        """Return the card at a place, reading its page where needed."""
        if not 0 <= number < len(self._ids):
            return None
        wanted = self._ids[number]
        if wanted not in self._cards:
            if len(self._cards) > _KEPT:
                self._cards.clear()
            start = number - number % _PAGE
            self._cards.update(self._board.cards(self._ids[start : start + _PAGE]))
        return self._cards.get(wanted)

    def fill(self, ids: list[int], total: int, stale: frozenset[int] | None) -> None:
        """Show these applications; ``stale`` are those whose cards changed, None for all."""
        self.total = total
        if stale is None:
            self._cards.clear()
        else:
            for each in stale:
                self._cards.pop(each, None)
        if ids == self._ids:
            # The same cards in the same places: selection and scroll position stay.
            if ids and (stale is None or not stale.isdisjoint(ids)):
                self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))
            return
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()


class ApplicationBoard(QObject):
    """All columns of the board; ``refilled`` after what they show was read anew."""

    refilled = Signal()

    def __init__(self, source: Applications, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._filter = ""
        self._patience = Patience()
        self._loaded = False
        self._place: dict[int, Stage] = {}
        self.columns = {stage: BoardColumn(stage, self) for stage in COLUMNS}

    def load(self) -> None:
        """Read the ids for the first time; later calls do nothing."""
        if not self._loaded:
            self._loaded = True
            self.reload()

    def set_filter(self, text: str) -> None:
        """Show only applications that hold every word of a text."""
        if text != self._filter:
            self._filter = text
            self.reload()

    def set_patience(self, patience: Patience) -> None:
        """Call an application quiet after these days."""
        if patience != self._patience:
            self._patience = patience
            self.reload()

    def take_change(self, change: Change) -> None:
        """Show what a write changed."""
        if change.touches("follow_ups"):
            self.reload()
        elif change.touches(*self._source.tables):
            # An event never changes without its application, whose standing follows.
            self._refill(change.rows.get("applications", frozenset()))

    def reload(self) -> None:
        """Read everything anew, where it was read before."""
        self._refill(None)

    def _refill(self, stale: frozenset[int] | None) -> None:
        if not self._loaded:
            return
        matching = self._source.matching(self._filter) if self._filter.strip() else None
        wanted = None if matching is None else set(matching)
        ids: dict[Stage, list[int]] = {stage: [] for stage in COLUMNS}
        for number, stage in self._source.newest_first():
            if wanted is None or number in wanted:
                ids[_COLUMN_OF[stage]].append(number)
        self._place = {number: stage for stage, found in ids.items() for number in found}
        for stage, column in self.columns.items():
            shown = ids[stage][:CLOSED_SHOWN] if stage is Stage.CLOSED else ids[stage]
            column.fill(shown, len(ids[stage]), stale)
        self.refilled.emit()

    def total(self) -> int:
        """Return how many applications the filter leaves."""
        return len(self._place)

    def column_of(self, application_id: int) -> Stage | None:
        """Return the column of an application, or None where the filter leaves it out."""
        return self._place.get(application_id)

    def cards(self, ids: Sequence[int]) -> dict[int, BoardCard]:
        """Return the cards of applications by id."""
        rows = self._source.rows(ids)
        return {number: self._card(row) for number, row in rows.items()}

    def _card(self, row: Row) -> BoardCard:
        company = row.company or _tr("Not named yet")
        quiet = silence(
            Stage(row.stage),
            row.last_on,
            clock.today(),
            promised_on=row.promised_on,
            quiet_until=row.quiet_until,
            patience=self._patience,
        )
        since = quiet_pill(quiet) if quiet else ""
        if row.stage in OPEN_STAGES:
            pill, tone = next_text(row), next_tone(row)
            said = [pill, since]
            # What is planned for a day to come answers a silence; anything else does not.
            if quiet and (row.next_on is None or row.next_on <= clock.today()):
                pill, tone = since, "due"
        else:
            pill, tone = _ending(row), "good" if row.outcome == Outcome.ACCEPTED else "plain"
            said = [pill]
        spoken = ", ".join(filter(None, (company, row.role, *said)))
        return BoardCard(row.id, company, row.role, pill, tone, spoken)


def _ending(row: Row) -> str:
    how = word("outcome", row.outcome)
    if row.last_on is None or row.outcome == Outcome.NO_REPLY:
        return how
    if row.outcome == Outcome.NO:
        return _tr("No, {day}").format(day=short_day(row.last_on))
    return _tr("{how}, {day}").format(how=how, day=short_day(row.last_on))


_ROLES = (
    ROW_ROLE,
    ID_ROLE,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
