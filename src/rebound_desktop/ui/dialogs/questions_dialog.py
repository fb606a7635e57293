"""The list of questions, and the stories that answer each."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.matching import Match
from rebound_desktop.core.plain_text import folded, words
from rebound_desktop.models.tooltips import tooltip
from rebound_desktop.models.words import short_day
from rebound_desktop.store import questions
from rebound_desktop.store.questions import Listed
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.dialogs.question_answers import QuestionAnswers
from rebound_desktop.ui.dialogs.question_dialog import QuestionDialog
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.chips import ChipRow
from rebound_desktop.ui.widgets.clear_button import add_clear_button
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.text import Pill, PlainLabel

#: How long typing pauses before the stories of another question are looked for, in milliseconds.
_PAUSE_MS = 120


class QuestionsDialog(QDialog):
    """Lists the bank's and the person's questions; ``story_asked`` carries a story's id."""

    story_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Questions"))
        self._shown: list[Listed] = []
        self._set = "all"
        self._answers = QuestionAnswers(self)
        self._answers.found.connect(self._show_answers)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Questions"), "title"))
        head.addStretch(1)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Words or a competency"))
        self.search.setAccessibleName(self.tr("Search questions"))
        add_clear_button(self.search)
        self.search.setMinimumWidth(200)
        head.addWidget(self.search)
        head.addWidget(button(self.tr("New question"), self._add, kind="primary"))
        column.addLayout(head)
        self.chips = ChipRow(self.tr("Which questions"))
        column.addWidget(self.chips)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        self.list = QListWidget()
        self.list.setObjectName("sentences")
        self.list.setSpacing(4)
        self.list.setAccessibleName(self.tr("Questions"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        splitter.addWidget(self.list)
        splitter.addWidget(self._make_detail())
        splitter.setSizes([480, 380])
        column.addWidget(splitter, 1)
        footer = QHBoxLayout()
        footer.addStretch(1)
        footer.addWidget(button(self.tr("Close"), self.close))
        column.addLayout(footer)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.chips.chosen.connect(self._choose_set)
        self.list.currentRowChanged.connect(self._show_question)
        self.list.itemActivated.connect(lambda _item: self._edit())
        self._refresh()
        self._fit()
        self.search.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    # Its parts

    def _make_detail(self) -> QWidget:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._text = PlainLabel("", "heading", wrap=True)
        column.addWidget(self._text)
        self._asked = PlainLabel("", "smallSecond", wrap=True)
        column.addWidget(self._asked)
        pills = QWidget()
        self._pills = FlowLayout(pills)
        column.addWidget(pills)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.edit = button(self.tr("Edit…"), self._edit)
        self.hide_it = button(self.tr("Hide"), self._hide)
        self.delete = button(self.tr("Delete"), self._delete)
        for each in (self.edit, self.hide_it, self.delete):
            flow.addWidget(each)
        column.addWidget(buttons)
        column.addSpacing(6)
        column.addWidget(PlainLabel(self.tr("Stories that answer it"), "section"))
        self._none = PlainLabel(self.tr("No story answers this one yet."), "second", wrap=True)
        column.addWidget(self._none)
        self.stories = QListWidget()
        self.stories.setObjectName("sentences")
        self.stories.setSpacing(4)
        self.stories.setAccessibleName(self.tr("Stories that answer it"))
        self.stories.setWordWrap(True)
        self.stories.itemActivated.connect(self._open_story)
        self.stories.setToolTip(self.tr("Enter opens the story"))
        column.addWidget(self.stories, 1)
        detail.setMinimumWidth(260)
        return detail

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1000, 700)
        self.resize(min(940, room.width() - 40), min(680, room.height() - 24))

    # What is shown

    def _refresh(self, chosen: str = "") -> None:
        """Read the list anew; the question with a text stays the current one."""
        known = questions.listed()
        hidden = questions.listed(hidden=True)
        own = [each for each in known if not each.bank or each.id]
        self.chips.set_chip("all", self.tr("All {number}").format(number=len(known)))
        self.chips.set_chip("own", self.tr("Mine {number}").format(number=len(own)))
        self.chips.set_chip(
            "hidden", self.tr("Hidden {number}").format(number=len(hidden)), shown=bool(hidden)
        )
        self._sets = {"all": known, "own": own, "hidden": hidden}
        self._fill(chosen)

    def _fill(self, chosen: str = "") -> None:
        before = self._current()
        chosen = chosen or (before.text if before is not None else "")
        wanted = [folded(each) for each in words(self.search.text())]
        self._shown = [
            each
            for each in self._sets[self._set]
            if all(word in folded(f"{each.text} {' '.join(each.competencies)}") for word in wanted)
        ]
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._shown:
            item = QListWidgetItem(each.text)
            item.setToolTip(tooltip(", ".join(each.competencies)))
            self.list.addItem(item)
        texts = [each.text for each in self._shown]
        self.list.setCurrentRow(texts.index(chosen) if chosen in texts else 0)
        self.list.blockSignals(False)
        self._show_question()

    def _choose_set(self, key: str) -> None:
        self._set = key
        self._fill()

    def _current(self) -> Listed | None:
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _show_question(self, _row: int = 0) -> None:
        question = self._current()
        for each in (self.edit, self.hide_it, self.delete):
            each.setEnabled(question is not None)
        self._pills.clear()
        if question is None:
            self._text.setText(self.tr("No question has these words."))
            self._asked.hide()
            self._show_answers([])
            return
        self._text.setText(question.text)
        self._asked.setVisible(question.asked_on is not None)
        if question.asked_on is not None:
            self._asked.setText(
                self.tr("Asked at {company}, {day}").format(
                    company=question.company or "–", day=short_day(question.asked_on)
                )
            )
        for name in question.competencies:
            self._pills.addWidget(Pill(name))
        self.hide_it.setText(self.tr("Show again") if question.hidden else self.tr("Hide"))
        self.delete.setVisible(bool(question.id))
        self.delete.setText(self.tr("As it was") if question.bank else self.tr("Delete"))
        self._pause.start()

    def _ask(self) -> None:
        question = self._current()
        if question is not None:
            self._answers.ask(question.text, question.competencies)

    def _show_answers(self, found: list[Match]) -> None:
        self.stories.clear()
        for each in found:
            item = QListWidgetItem(each.title)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            item.setToolTip(tooltip(" · ".join(each.because)))
            self.stories.addItem(item)
        self._none.setVisible(not found)
        self.stories.setVisible(bool(found))

    # What the person does

    def _open_story(self, item: QListWidgetItem) -> None:
        self.story_asked.emit(int(item.data(Qt.ItemDataRole.UserRole)))
        self.close()

    def _add(self) -> None:
        self._open(QuestionDialog(self))

    def _edit(self) -> None:
        question = self._current()
        if question is not None:
            self._open(QuestionDialog(self, question=question))

    def _open(self, dialog: QuestionDialog) -> None:
        dialog.accepted.connect(lambda: self._refresh(" ".join(dialog.text.toPlainText().split())))
        open_once(dialog)

    def _hide(self) -> None:
        question = self._current()
        if question is not None:
            questions.hide(question, hidden=not question.hidden)
            self._refresh()

    def _delete(self) -> None:
        question = self._current()
        if question is not None:
            questions.delete(question)
            self._refresh(question.bank)
