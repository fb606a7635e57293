"""A list of questions on the Prepare page, one a line of a field: added, removed, suggested."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from rebound_desktop.core.plain_text import folded, one_line
from rebound_desktop.core.prep_sheet import lines_of
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button, caption
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.kept_line import KeptLine
from rebound_desktop.ui.widgets.text import PlainLabel


class QuestionsPart(QWidget):
    """Shows questions under a heading."""

    def __init__(
        self,
        heading: str,
        placeholder: str,
        save: Callable[[str], object],
        suggest: Callable[[], list[str]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take what there is to do with the list.

        ``save`` stores all questions, one on a line; ``suggest`` gives further ones to choose
        from, asked when the menu opens.
        """
        super().__init__(parent)
        self.setAccessibleName(heading)
        self._lines: list[str] = []
        self._save = save
        self._suggest = suggest
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(heading, "section"))
        head.addStretch(1)
        self.more = button(self.tr("Suggest"), kind="smallLink", name=self.tr("Suggest questions"))
        menu = QMenu(self.more)
        menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(menu)
        self.more.setVisible(suggest is not None)
        head.addWidget(self.more)
        column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        self.new = KeptLine()
        self.new.setPlaceholderText(placeholder)
        self.new.setAccessibleName(self.tr("Add to: {list}").format(list=heading))
        self.new.enter_with(self._add_typed)
        column.addWidget(self.new)

    def show_lines(self, text: str) -> None:
        """Show the questions of a field."""
        lines = lines_of(text)
        if lines == self._lines and self._rows.count() == len(lines):
            return
        self._lines = lines
        clear(self._rows)
        for place, line in enumerate(lines):
            self._rows.addWidget(self._row(place, line))

    def add(self, question: str) -> None:
        """Add a question; one that is there already is not added again."""
        question = one_line(question)
        if question and folded(question) not in map(folded, self._lines):
            self._save("\n".join([*self._lines, question]))

    def _row(self, place: int, line: str) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        dot = PlainLabel("•", "second")
        words = PlainLabel(line, wrap=True)
        for label in (dot, words):
            label.setContentsMargins(0, 4, 0, 2)  # on a line with the button
        inside.addWidget(dot, 0, top)
        inside.addWidget(words, 1, top)
        remove = QToolButton()
        remove.setFixedSize(24, 24)
        remove.setIconSize(QSize(12, 12))
        remove.setIcon(theme().icon("close", "third"))
        remove.setToolTip(self.tr("Take off the sheet"))
        remove.setAccessibleName(self.tr("Take off the sheet: {question}").format(question=line))
        remove.clicked.connect(partial(self._remove, place))
        inside.addWidget(remove, 0, top)
        return row

    def _add_typed(self) -> None:
        self.add(self.new.text())
        self.new.clear()  # not before it is stored: a full disk leaves it where it is

    def _remove(self, place: int, _checked: bool = False) -> None:
        rest = self._lines[:place] + self._lines[place + 1 :]
        self.new.setFocus()
        self._save("\n".join(rest))

    def _fill_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        here = set(map(folded, self._lines))
        found = (
            [each for each in self._suggest() if folded(each) not in here] if self._suggest else []
        )
        for each in found:
            action = menu.addAction(caption(each))
            action.triggered.connect(lambda _checked=False, each=each: self.add(each))
        if not found:
            menu.addAction(self.tr("Nothing more for this advert")).setEnabled(False)
