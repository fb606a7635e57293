"""The tab Feedback: the letters that were drafted and what came back."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import feedback
from rebound_desktop.store.tables import Rejection
from rebound_desktop.ui.pages.feedback_row import FeedbackRow
from rebound_desktop.ui.pages.rejection_tab import RejectionTab
from rebound_desktop.ui.widgets.autosave import Autosave, flush_all
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.keyed_column import KeyedColumn
from rebound_desktop.ui.widgets.text import PlainLabel


class FeedbackTab(RejectionTab):
    """Lists the feedback requests about a rejection, drafts one, and says what became of each."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._rejection: Rejection | None = None
        self._autosave = Autosave(self)
        self._empty = PlainLabel(
            self.tr(
                "Nothing asked yet. Many employers have a rule against feedback; "
                "silence says nothing about you."
            ),
            "second",
            wrap=True,
        )
        self.column.addWidget(self._empty)
        rows = QVBoxLayout()
        rows.setSpacing(12)
        self.column.addLayout(rows)
        self.rows = KeyedColumn[FeedbackRow](rows)
        line = QHBoxLayout()
        self.draft = button(self.tr("Draft a letter"), self._draft)
        line.addWidget(self.draft)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addStretch(1)

    def show_rejection(self, rejection: Rejection) -> None:
        if self._rejection is None or rejection.id != self._rejection.id:
            self.flush()
        self._rejection = rejection
        found = {each.id: each for each in feedback.requests_of(rejection.id)}
        self.rows.keep(list(found), self._make)
        style = self._settings.values.letter_style()
        for number, request in found.items():
            self.rows.widgets[number].show_request(request, rejection, style)
        self._empty.setVisible(not found)

    def flush(self) -> None:
        flush_all(self)

    def _make(self, request_id: int) -> FeedbackRow:
        row = FeedbackRow(request_id, self._autosave)
        row.copy_asked.connect(self.copy_asked)
        row.said.connect(self.said)
        return row

    def _draft(self) -> None:
        # Letters are written here only now and then.
        from rebound_desktop.models import letter_drafts

        if self._rejection is not None:
            letter_drafts.begin_request(self._rejection, self._settings.values.letter_style())
