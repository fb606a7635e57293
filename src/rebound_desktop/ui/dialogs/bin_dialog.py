"""The bin: what was deleted in the last 30 days, to be taken back or deleted for good."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.models.record_words import kind_of_record
from rebound_desktop.models.words import short_day
from rebound_desktop.store import bin_contents, erasing
from rebound_desktop.store.bin_contents import DAYS, Binned
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import NotSavedError, StoreError
from rebound_desktop.ui.dialogs.opening import Question, ask
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.notices import Notices
from rebound_desktop.ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from rebound_desktop.store.erasing import Cleared

ClearAway = Callable[[Callable[["Cleared"], object]], None]

_ROLE = Qt.ItemDataRole.UserRole
#: How much of a name is shown, in characters.
_SHOWN = 90


class BinDialog(QDialog):
    """Lists what was deleted. Restoring is one undo step; what is deleted for good has none.

    ``clear_away`` clears what that leaves behind, beside the window, and tells what became of it.
    """

    def __init__(self, clear_away: ClearAway, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clear_away = clear_away
        self.setWindowTitle(self.tr("Bin"))
        self.resize(680, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Bin"), "title"))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "What you delete stays here for {days} days, then it is deleted for good."
                ).format(days=DAYS),
                "second",
                wrap=True,
            )
        )
        self.list = QTreeWidget()
        self.list.setObjectName("records")
        self.list.setAccessibleName(self.tr("Deleted records"))
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHeaderLabels([self.tr("What"), self.tr("Name"), self.tr("Deleted")])
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        column.addWidget(self.list, 1)
        self.said = PlainLabel("", "second", wrap=True)
        column.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.for_good = button(self.tr("Delete for good…"), self._ask)
        self.restore = button(self.tr("Restore"), self._restore, kind="primary")
        self.close_button = button(self.tr("Close"), self.accept)
        row.addWidget(self.for_good)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.restore)
        column.addLayout(row)
        self.list.itemSelectionChanged.connect(self._follow)
        self.list.itemActivated.connect(lambda _item: self._restore())
        self.fill()

    def fill(self) -> None:
        """List what is in the bin now."""
        self.list.clear()
        for each in bin_contents.contents():
            name = each.name if len(each.name) <= _SHOWN else each.name[: _SHOWN - 1] + "…"
            if each.with_it:
                name = self.tr("{name}, with {count} more").format(name=name, count=each.with_it)
            day = short_day(each.deleted_at.astimezone().date())
            item = QTreeWidgetItem([kind_of_record(each.table), name, day])
            item.setData(0, _ROLE, each)
            self.list.addTopLevelItem(item)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
            self.list.setFocus()
        elif not self.said.text():
            self.said.setText(self.tr("The bin is empty."))
        self._follow()

    def chosen(self) -> list[Binned]:
        """Return the records that are marked."""
        return [item.data(0, _ROLE) for item in self.list.selectedItems()]

    def _follow(self) -> None:
        some = bool(self.list.selectedItems())
        self.restore.setEnabled(some)
        self.for_good.setEnabled(some)

    def _restore(self) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        try:
            with write("Restore from the bin"):
                for each in chosen:
                    bin_contents.restore(each.table, each.id)
        except NotSavedError as error:
            Notices.of(self).not_saved(error, str, self._restore)
            return
        Notices.of(self).saved()
        self.said.setText(self.tr("Restored. Undo takes that back."))
        self.fill()

    def _ask(self) -> None:
        chosen = self.chosen()
        question = Question(
            self.tr("Delete for good"),
            self._question(len(chosen)),
            self.tr(
                "They go from the store and its search, from Undo, and from every backup that "
                "Rebound made. Undo begins anew. Copies and archives that you saved elsewhere "
                "still hold them."
            ),
            self.tr("Keep"),
            self.tr("Delete for good"),
            loses=True,
        )
        ask(question, self, lambda: self.delete_for_good(chosen))

    def _question(self, count: int) -> str:
        if count == 1:
            return self.tr("Delete this record for good?")
        return self.tr("Delete these {count} records for good?").format(count=count)

    def delete_for_good(self, chosen: list[Binned]) -> None:
        """Erase records, and clear what they left behind beside the window."""
        try:
            for each in chosen:
                erasing.erase(each.table, [each.id])
        except NotSavedError as error:
            Notices.of(self).not_saved(error, str, lambda: self.delete_for_good(chosen))
            return
        except StoreError as error:
            self.said.setText(str(error))
            return
        self.said.setText(self.tr("Deleted. The backups are being cleared…"))
        self.fill()
        self._clear_away(self._tell)

    def _tell(self, cleared: "Cleared") -> None:
        sentences = [self.tr("Deleted for good, from the store and its backups.")]
        if cleared.removed:
            names = ", ".join(each.name for each in cleared.removed)
            sentences.append(
                self.tr("Removed, since they could not be cleared: {names}.").format(names=names)
            )
        if cleared.left:
            names = ", ".join(each.name for each in cleared.left)
            sentences.append(self.tr("These may still hold it: {names}.").format(names=names))
        self.said.setText(" ".join(sentences))
