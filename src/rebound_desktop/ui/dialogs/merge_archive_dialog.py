"""What an archive from another computer would change here, before it is merged."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.exchange.archive_merging import Plan, Report
from rebound_desktop.models import merge_words
from rebound_desktop.models.record_words import records_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.number_table import number_table
from rebound_desktop.ui.widgets.text import PlainLabel


class MergeArchiveDialog(QDialog):
    """Shows what a merge would change; ``merge_asked`` carries the plan to be carried out."""

    merge_asked = Signal(object)

    def __init__(self, plan: Plan, file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.setWindowTitle(self.tr("Merge archive"))
        self.resize(*((560, 320) if plan.report.is_empty else (720, 560)))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Merge archive"), "title"))
        column.addWidget(PlainLabel(file, "second", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        if plan.report.is_empty:
            self._say_nothing_is_new(column)
            row.addWidget(button(self.tr("Close"), self.accept, kind="primary"))
        else:
            self._show(plan.report, column)
            row.addWidget(button(self.tr("Not now"), self.reject))
            self.merge = button(self.tr("Merge"), self._go, kind="primary")
            row.addWidget(self.merge)
        column.addLayout(row)
        if not plan.report.is_empty:
            self.merge.setDefault(True)
            self.merge.setFocus()

    def _say_nothing_is_new(self, column: QVBoxLayout) -> None:
        sentence = (
            self.tr("Nothing in it is new. Both are the same.")
            if self._plan.both_are_same
            else self.tr(
                "Nothing in it is new here. To bring the other computer up to date, export an "
                "archive here and merge it there."
            )
        )
        column.addWidget(EmptyState("check", sentence), 1)

    def _show(self, report: Report, column: QVBoxLayout) -> None:
        self.numbers = number_table(
            self.tr("What would change"),
            [self.tr("Records"), self.tr("New"), self.tr("Changed"), self.tr("Deleted")],
        )
        for table, each in report.numbers.items():
            numbers = [each.new + each.back, each.changed, each.deleted]
            if any(numbers):
                shown = [QLocale().toString(number) if number else "" for number in numbers]
                item = QTreeWidgetItem([records_of(table), *shown])
                for place in (1, 2, 3):
                    item.setTextAlignment(place, Qt.AlignmentFlag.AlignRight)
                self.numbers.addTopLevelItem(item)
        column.addWidget(self.numbers, 3)
        if report.both or report.in_bin:
            self._show_what_to_look_at(report, column)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Today's store is backed up first. The later change of each field counts, "
                    "and Undo takes all of it back."
                ),
                "second",
                wrap=True,
            )
        )

    def _show_what_to_look_at(self, report: Report, column: QVBoxLayout) -> None:
        column.addWidget(PlainLabel(self.tr("Changed on both computers"), "section", wrap=True))
        self.both = number_table(
            self.tr("Changed on both computers"),
            [self.tr("Record"), self.tr("About"), self.tr("What becomes of it")],
            widest=1,
        )
        for each in report.both:
            kept = self.tr("{answer}: both texts are kept").format(answer=merge_words.answer(each))
            self.both.addTopLevelItem(QTreeWidgetItem([merge_words.kind(each), each.about, kept]))
        for each in report.in_bin:
            kept = self.tr("Deleted on one of them: it is in the bin")
            self.both.addTopLevelItem(QTreeWidgetItem([merge_words.kind(each), each.about, kept]))
        column.addWidget(self.both, 2)

    def _go(self) -> None:
        self.accept()
        self.merge_asked.emit(self._plan)
