"""What the details beside a table share: one record in tabs, whose texts are saved as typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from rebound_desktop.store.changes import Change
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.fields import Field, TextArea
from rebound_desktop.ui.widgets.scrolled import scrolled


class RecordDetail(QFrame):
    """A card that shows one record, or a sentence where none is chosen.

    A detail puts its head into ``column`` and its parts into ``tabs``, and calls :meth:`begin`
    with the sentence. ``tables`` are those of which a write may change what is shown.
    """

    tables: tuple[str, ...] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._id = 0
        self._autosave = Autosave(self)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(18, 16, 12, 12)
        self.column.setSpacing(8)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        #: The texts that are saved as they are typed, by column.
        self.texts: dict[str, TextArea] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)

    def begin(self, nothing: EmptyState) -> None:
        """Take what was put together; show the sentence until a record is chosen."""
        self.column.addWidget(self.tabs, 1)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._inside)

    def refresh(self) -> None:
        """Show what the store holds of the record with the id ``_id``."""
        raise NotImplementedError

    def show_record(self, record_id: int) -> None:
        """Show a record; 0 shows none."""
        if record_id != self._id:
            self.flush()
            self._id = record_id
            self.tabs.setCurrentIndex(0)
        self.refresh()

    def take_change(self, change: Change) -> None:
        """Show what a write changed."""
        if self._id and change.touches(*self.tables):
            self.refresh()

    def flush(self) -> None:
        """Save what is typed but not saved yet."""
        self._autosave.flush()

    def show_whether(self, there: bool) -> None:
        """Show the record, or the sentence where there is none."""
        self._stack.setCurrentIndex(1 if there else 0)

    def fill_texts(self, record: object) -> None:
        """Show the texts of a record in their fields; what is being typed stays."""
        for name, area in self.texts.items():
            self._autosave.fill(area, str(getattr(record, name)))

    def text_tab(self, *fields: tuple[str, str, int], save: Callable[[str, str], None]) -> QWidget:
        """Return a tab of texts, each with its column, its label and its lines at first.

        ``save`` is called with a column and its text.
        """
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(12)
        for name, label, lines in fields:
            area = TextArea(lines=lines, most=24)
            self.texts[name] = area
            self._autosave.watch(area, partial(save, name))
            column.addWidget(Field(label, area))
        column.addStretch(1)
        return scrolled(inside)
