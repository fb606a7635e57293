"""Sixty seconds after an interview: what was told, what was asked, what helped."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from rebound_desktop.core.prep_sheet import lines_of
from rebound_desktop.core.vocabulary import LessonState
from rebound_desktop.models.words import values, word
from rebound_desktop.store import prep_sheets
from rebound_desktop.store.tables import PrepSheet
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.check_row import CheckRow
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel


class DebriefDialog(FormDialog):
    """Notes how an interview went; everything may be left as it is."""

    def __init__(self, sheet: PrepSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet_id = int(sheet.id)
        self.about = f"prep_sheets {sheet.id}"
        self.set_title(self.tr("How did it go?"))
        self.told: dict[int, CheckRow] = {}
        self.landed: dict[int, ChoiceEdit] = {}
        self.tried: dict[int, ChoiceEdit] = {}
        self._add_stories(sheet)
        self.asked = TextArea(lines=3, most=10)
        self.add(
            "asked",
            Field(
                self.tr("What did they ask? One question on a line"),
                self.asked,
                hint=self.tr("They go into your list of questions."),
            ),
        )
        self._add_lessons(sheet)
        self.column.addStretch(1)
        first = next(iter(self.told.values()), None)
        (first.box if first is not None else self.asked).setFocus()

    def take(self) -> None:
        prep_sheets.debrief(
            self._sheet_id,
            told={
                number: self.landed[number].value()
                for number, row in self.told.items()
                if row.is_checked()
            },
            asked=lines_of(self.asked.toPlainText()),
            tried={
                number: LessonState(choice.value())
                for number, choice in self.tried.items()
                if choice.value() != choice.property("before")
            },
        )

    def _add_stories(self, sheet: PrepSheet) -> None:
        chosen = prep_sheets.stories_of(sheet.id)
        noted = prep_sheets.told_on(sheet)
        if not chosen:
            return
        self.column.addWidget(PlainLabel(self.tr("Which stories did you tell?"), "label"))
        grid = self._grid()
        for place, story in enumerate(chosen):
            row = CheckRow(str(story.title))
            before = noted.get(story.id)
            row.set_checked(before is not None)
            landed = ChoiceEdit(
                [(each, word("landing", each)) for each in ("", *values("landing"))],
                str(before.landed) if before is not None else "",
            )
            landed.setAccessibleName(self.tr("How “{title}” landed").format(title=story.title))
            # Who says how it landed has told it.
            landed.chosen.connect(lambda _value, row=row: row.set_checked(True))
            grid.addWidget(row, place, 0)
            grid.addWidget(landed, place, 1, Qt.AlignmentFlag.AlignTop)
            self.told[story.id] = row
            self.landed[story.id] = landed
            self.keep(f"told {story.id}", row.box)
            self.keep(f"landed {story.id}", landed)

    def _add_lessons(self, sheet: PrepSheet) -> None:
        brought = prep_sheets.lessons_of(sheet.id)
        if not brought:
            return
        label = PlainLabel(self.tr("What you promised yourself: tried it? Did it help?"), "label")
        label.setWordWrap(True)
        self.column.addWidget(label)
        grid = self._grid()
        for place, lesson in enumerate(brought):
            text = PlainLabel(" ".join(str(lesson.text).split()), wrap=True)
            tried = ChoiceEdit(
                [(each, word("tried", each)) for each in values("tried")], str(lesson.state)
            )
            tried.setProperty("before", str(lesson.state))
            tried.setAccessibleName(self.tr("What became of: {lesson}").format(lesson=lesson.text))
            grid.addWidget(text, place, 0)
            grid.addWidget(tried, place, 1, Qt.AlignmentFlag.AlignTop)
            self.tried[lesson.id] = tried
            self.keep(f"tried {lesson.id}", tried)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        self.column.addLayout(grid)
        return grid
