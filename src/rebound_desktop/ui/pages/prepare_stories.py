"""The stories that fit, on the Prepare page: chosen ones in their order, then the others."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.core.requirements import Requirement
from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.models.prep_words import told_already
from rebound_desktop.store import stories, story_rows
from rebound_desktop.store.tables import Story
from rebound_desktop.ui.pages.prepare_matching import Fit
from rebound_desktop.ui.pages.prepare_story_row import StoryRow
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.text import PlainLabel

#: How many stories that are not chosen are shown at first, and how many more at a time.
_OFFERED = 4
_MORE = 8
#: How many requirements without a story are named at first, and how long their words may be.
_GAPS = 2
_GAP_LENGTH = 80


class StoriesPart(QWidget):
    """Shows stories to choose from.

    ``order_changed`` carries the ids of the chosen ones, ``copy_asked`` the id of a story,
    ``write_asked`` a :class:`Requirement` that has no story yet.
    """

    order_changed = Signal(list)
    copy_asked = Signal(int)
    write_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[int, StoryRow] = {}
        self._order: list[int] = []
        self._chosen: list[Story] = []
        self._fit = Fit("")
        self._told: Mapping[int, date] = {}
        self._company = ""
        self._room = _OFFERED
        self._gap_room = _GAPS
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Stories that fit"), "heading"))
        head.addStretch(1)
        self._hint = PlainLabel(self.tr("drag to reorder"), "smallSecond")
        head.addWidget(self._hint)
        column.addLayout(head)
        self._none = PlainLabel(
            self.tr("No stories yet. One line under Strengths is enough to begin."),
            "second",
            wrap=True,
        )
        column.addWidget(self._none)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        self.more = button(self.tr("Show more stories"), self._show_more, kind="smallLink")
        more = QHBoxLayout()
        more.addWidget(self.more)
        more.addStretch(1)
        column.addLayout(more)
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(8)
        column.addLayout(self._gaps)
        self.all_gaps = button("", self._show_all_gaps, kind="smallLink")
        all_gaps = QHBoxLayout()
        all_gaps.addWidget(self.all_gaps)
        all_gaps.addStretch(1)
        column.addLayout(all_gaps)
        self.all_gaps.hide()

    def show_sheet(self, chosen: list[Story], told: Mapping[int, date], company: str) -> None:
        """Show the chosen stories of a sheet, and when some were told to the company before."""
        self._chosen, self._told, self._company = chosen, told, company
        self._refresh()

    def show_fit(self, fit: Fit) -> None:
        """Show what fits the advert, and what no story answers."""
        if fit.advert != self._fit.advert:
            self._gap_room = _GAPS
        self._fit = fit
        self._refresh()
        self._refresh_gaps()

    def _refresh_gaps(self) -> None:
        clear(self._gaps)
        gaps = sorted(self._fit.uncovered, key=lambda gap: -gap.weight)
        for each in gaps[: self._gap_room]:
            self._gaps.addWidget(self._notice(each))
        more = len(gaps) - self._gap_room
        self.all_gaps.setText(self.tr("Show {number} more without a story").format(number=more))
        self.all_gaps.setVisible(more > 0)

    def start_anew(self) -> None:
        """Show only the first stories again, as for another sheet."""
        self._room = _OFFERED

    # What is shown

    def _refresh(self) -> None:
        matches = {int(each.id): each for each in self._fit.matches}
        chosen = {each.id: each for each in self._chosen}
        offered = list(matches) if self._fit.advert.strip() else list(story_rows.ids())
        offered = [each for each in offered if each not in chosen]
        shown = dict(chosen)
        for number in offered[: self._room]:
            story = stories.get(number)
            if story is not None:
                shown[number] = story
        for gone in [each for each in self.rows if each not in shown]:
            row = self.rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._order = list(shown)
        best = max((each.score for each in self._fit.matches), default=0.0)
        for number, story in shown.items():
            row = self.rows.get(number) or self._make_row(number)
            told = self._told.get(number)
            row.show_story(
                str(story.title),
                {name: str(getattr(story, name)) for name in FIELDS},
                matches.get(number),
                best,
                told_already(self._company, told) if told is not None else "",
                chosen=number in chosen,
            )
        self._arrange()
        self._none.setVisible(not shown)
        self._hint.setVisible(len(chosen) > 1)
        self.more.setVisible(len(offered) > self._room)

    def _make_row(self, number: int) -> StoryRow:
        row = StoryRow()
        row.chosen.connect(partial(self._choose, number))
        row.copy_asked.connect(partial(self.copy_asked.emit, number))
        row.moved.connect(partial(self._move, number))
        row.dragged.connect(partial(self._drag, number))
        row.dropped.connect(self._save)
        self.rows[number] = row
        return row

    def _arrange(self) -> None:
        """Put the rows in their order; Tab follows it."""
        before: QWidget | None = None
        for place, number in enumerate(self._order):
            row = self.rows[number]
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            for each in (row.box, row.read, row.copy, row.text):
                if before is not None:
                    QWidget.setTabOrder(before, each)
                before = each
        if before is not None:
            QWidget.setTabOrder(before, self.more)

    def _notice(self, gap: Requirement) -> Card:
        notice = Card(kind="notice")
        notice.column.setContentsMargins(12, 8, 12, 8)
        words = " ".join(gap.text.split()).rstrip(".")
        if len(words) > _GAP_LENGTH:
            words = words[:_GAP_LENGTH].rsplit(" ", 1)[0] + "…"
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(
            PlainLabel(self.tr("No story yet for “{what}”.").format(what=words), wrap=True), 1
        )
        row.addWidget(
            button(
                self.tr("Write one"),
                partial(self.write_asked.emit, gap),
                name=self.tr("Write a story for “{what}”").format(what=words),
            )
        )
        notice.column.addLayout(row)
        return notice

    # What the person does

    def _show_more(self) -> None:
        self._room += _MORE
        self._refresh()

    def _show_all_gaps(self) -> None:
        self._gap_room = len(self._fit.uncovered)
        self._refresh_gaps()

    def _chosen_ids(self) -> list[int]:
        return [each for each in self._order if self.rows[each].box.isChecked()]

    def _choose(self, number: int, chosen: bool) -> None:
        before = [each for each in self._chosen_ids() if each != number]
        self.order_changed.emit([*before, number] if chosen else before)

    def _move(self, number: int, step: int) -> None:
        ids = self._chosen_ids()
        if number not in ids:
            return
        place = ids.index(number)
        target = place + step
        if 0 <= target < len(ids):
            ids.insert(target, ids.pop(place))
            self.order_changed.emit(ids)

    def _drag(self, number: int, point: QPoint) -> None:
        ids = self._chosen_ids()
        above = [
            each
            for each in ids
            if each != number and self.rows[each].geometry().center().y() < point.y()
        ]
        rest = [each for each in ids if each != number and each not in above]
        order = [*above, number, *rest]
        if order != ids:
            self._order = [*order, *(each for each in self._order if each not in order)]
            self._arrange()

    def _save(self) -> None:
        self.order_changed.emit(self._chosen_ids())
