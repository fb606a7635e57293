"""What the stories show, framework by framework, and what no story shows yet."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rebound_desktop.core.vocabulary import Framework
from rebound_desktop.models.words import word
from rebound_desktop.store import competencies
from rebound_desktop.store.competencies import Covered
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button, caption
from rebound_desktop.ui.widgets.card import rule
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.scrolled import scrolled
from rebound_desktop.ui.widgets.text import Pill, PlainLabel

#: How many stories of a competency are named; the others are one click away.
_NAMED = 4
#: The longest title on a button, in characters.
_LONGEST = 60


class CoverageDialog(QDialog):
    """Stories by competency; a gap is an invitation to write.

    ``story_asked`` carries a story's id, ``all_asked`` the name of a competency whose stories are
    to be shown, ``write_asked`` the competency that a new story is to show.
    """

    story_asked = Signal(int)
    all_asked = Signal(str)
    write_asked = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Coverage"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 16)
        outer.setSpacing(10)
        outer.addWidget(PlainLabel(self.tr("What your stories show"), "title"))
        used = competencies.frameworks_in_use()
        others = [str(each) for each in Framework if each not in used]
        if not competencies.own_names():
            others = [each for each in others if each != Framework.OWN]
        self.framework = ChoiceEdit([(each, word("framework", each)) for each in (*used, *others)])
        outer.addWidget(Field(self.tr("Framework"), self.framework))
        self.sum = PlainLabel("", "second", wrap=True)
        outer.addWidget(self.sum)
        self._outer = outer
        self._area: QWidget | None = None
        row = QHBoxLayout()
        row.addStretch(1)
        self._close = button(self.tr("Close"), self.accept)
        row.addWidget(self._close)
        outer.addLayout(row)
        self.framework.chosen.connect(lambda _value: self._show())
        self._show()
        self._fit()
        self.framework.setFocus()

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width = min(max(560, int(theme().points() * 66)), room.width() - 40)
        self.resize(width, min(int(theme().points() * 70), room.height() - 24))

    def _show(self) -> None:
        found = competencies.coverage(self.framework.value())
        shown = sum(1 for each in found if each.stories)
        self.sum.setText(
            self.tr("{shown} of {total} have a story.").format(shown=shown, total=len(found))
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(6)
        for each in found:
            column.addWidget(self._row(each))
            column.addWidget(rule())
        column.addStretch(1)
        area = scrolled(inside)
        area.setAccessibleName(self.tr("Competencies and their stories"))
        if self._area is not None:
            self._outer.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        self._area = area
        self._outer.insertWidget(3, area, 1)
        # The rows are made after the button below them, and come before it.
        buttons = area.findChildren(QPushButton)
        for before, after in pairwise((self.framework, *buttons, self._close)):
            QWidget.setTabOrder(before, after)

    def _row(self, covered: Covered) -> QWidget:
        name = covered.label[1]
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(name, "strong", wrap=True), 1)
        if covered.stories:
            head.addWidget(Pill(self._count(len(covered.stories)), "good"))
        column.addLayout(head)
        inside = QWidget()
        flow = FlowLayout(inside, gap=4)
        column.addWidget(inside)
        if not covered.stories:
            flow.addWidget(
                button(
                    caption(self.tr("No story for {name} yet – write one").format(name=name)),
                    partial(self._write, covered),
                    kind="smallLink",
                )
            )
            return row
        for story_id, title in covered.stories[:_NAMED]:
            text = title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
            each = button(
                caption(text), partial(self._open, story_id), kind="smallLink", name=title
            )
            flow.addWidget(each)
        if len(covered.stories) > _NAMED:
            rest = len(covered.stories) - _NAMED
            flow.addWidget(
                button(
                    self.tr("and {number} more").format(number=rest),
                    partial(self._show_all, name),
                    kind="smallLink",
                    name=self.tr("All stories for {name}").format(name=name),
                )
            )
        return row

    def _count(self, number: int) -> str:
        one = self.tr("1 story")
        return one if number == 1 else self.tr("{number} stories").format(number=number)

    # The form closes first: what is asked for opens behind it.

    def _open(self, story_id: int) -> None:
        self.accept()
        self.story_asked.emit(story_id)

    def _show_all(self, name: str) -> None:
        self.accept()
        self.all_asked.emit(name)

    def _write(self, covered: Covered) -> None:
        self.accept()
        self.write_asked.emit(covered.label)
