"""How long a story is in each of its forms, while it is written."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from rebound_desktop.core.speaking import seconds_for, word_count
from rebound_desktop.core.stories import Form, render
from rebound_desktop.models.story_words import form_name
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.text import PlainLabel


class StoryLengths(Card):
    """Words and speaking time of each form, and whether something had to be left out."""

    def __init__(self, words_per_minute: int, parent: QWidget | None = None) -> None:
        super().__init__(kind="raised", parent=parent)
        self.setAccessibleName(self.tr("Words and time to say"))
        self._words_per_minute = words_per_minute
        self.column.setContentsMargins(14, 10, 14, 12)
        self.column.setSpacing(6)
        self.column.addWidget(PlainLabel(self.tr("Words and time to say"), "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(3, 1)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        self._rows: dict[Form, tuple[PlainLabel, PlainLabel, PlainLabel, PlainLabel]] = {}
        for number, form in enumerate(Form):
            row = (
                PlainLabel(form_name(form), "smallSecond"),
                PlainLabel("", "smallSecond"),
                PlainLabel("", "smallSecond"),
                PlainLabel("", "small"),
            )
            self._rows[form] = row
            for column, label in enumerate(row):
                label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
                side = right if column in (1, 2) else left
                grid.addWidget(label, number, column, alignment=side)
        self.column.addLayout(grid)
        self.column.addStretch(1)

    def show_story(self, texts: Mapping[str, str] | None, own: Mapping[Form, str]) -> None:
        """Show the lengths for a story's texts by field; ``own`` has the own wordings by form.

        None stands for texts of which nobody says as much (``core.speaking.ENDLESS``).
        """
        for form, (name, words, time, note) in self._rows.items():
            if texts is None and form not in own:
                count = seconds = 0
                noted = self.tr("too long")
            elif form in own:
                count = word_count(own[form])
                seconds = seconds_for(count, self._words_per_minute)
                noted = self.tr("own wording")
            else:
                assert texts is not None
                told = render(texts, form, self._words_per_minute)
                count, seconds = told.words, told.seconds
                noted = self.tr("shortened") if told.left_out else ""
            words.setText(str(count) if count else "–")
            time.setText(self.tr("{number} s").format(number=seconds) if count else "")
            note.setText(noted)
            name.setAccessibleName(
                self.tr("{form}: {words} words, {seconds} seconds. {note}").format(
                    form=form_name(form), words=count, seconds=seconds, note=noted
                )
            )
