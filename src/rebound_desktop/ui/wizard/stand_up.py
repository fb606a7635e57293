"""Page 9: one small plan, what was saved, and what comes when."""

from datetime import date

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.followups import next_day, next_working_day
from rebound_desktop.core.plain_text import shortened
from rebound_desktop.core.reflection import ANSWERS, Step
from rebound_desktop.core.vocabulary import MoodMoment, ReflectionPath, ReflectionState
from rebound_desktop.models import words
from rebound_desktop.models.week_words import plan_title
from rebound_desktop.store import (
    feedback,
    followups,
    lessons,
    moods,
    plans,
    reflections,
    rejections,
)
from rebound_desktop.ui.widgets.autosave import text_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.fields import DayEdit, Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.wizard.mood_slider import MoodSlider
from rebound_desktop.ui.wizard.rows import side_by_side
from rebound_desktop.ui.wizard.session import Session
from rebound_desktop.ui.wizard.step_page import StepPage

#: How many dated things the summary lists; all of them are on Today.
_MOST_DATES = 8

#: How much of a line of the summary is shown, in characters.
_LINE = 160


class StandUpPage(StepPage):
    """If this happens, I will do that; then the wizard is done."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Step.STAND_UP,
            self.tr("Stand up"),
            self.tr("One small plan, fifteen minutes at most. It is read back to you once."),
        )
        self.if_edit = TextArea(lines=1, most=4)
        self.if_edit.setPlaceholderText(self.tr("it is nine o’clock tomorrow"))
        self.then_edit = TextArea(lines=1, most=4)
        self.then_edit.setPlaceholderText(self.tr("go for a walk"))
        self.day = DayEdit(next_day(clock.today()))
        self.column.addLayout(
            side_by_side(
                (Field(self.tr("If"), self.if_edit), 3),
                (Field(self.tr("I will"), self.then_edit), 3),
                (Field(self.tr("Read it back on"), self.day), 2),
            )
        )
        self.remind = QCheckBox()
        self.remind.setChecked(True)
        self.column.addWidget(self.remind)
        self.show_mood = button(
            self.tr("How is it sitting with you now?"), self._open_mood, kind="link"
        )
        mood_row = QHBoxLayout()
        mood_row.addWidget(self.show_mood)
        mood_row.addStretch(1)
        self.column.addLayout(mood_row)
        self.mood = MoodSlider(self.tr("How is it sitting with you now?"))
        self.column.addWidget(self.mood)
        summary = QHBoxLayout()
        summary.setSpacing(12)
        self._saved = self._list(self.tr("What was saved"), summary)
        self._dates = self._list(self.tr("What comes when"), summary)
        self.column.addLayout(summary)
        self.column.addWidget(
            PlainLabel(self.tr("Fall down seven times, stand up eight."), "strong", wrap=True)
        )
        self.column.addStretch(1)
        for editor in (self.if_edit, self.then_edit):
            session.autosave.watch(editor, lambda _text: self._save())
        self.day.dateChanged.connect(lambda _day: self._save())
        self.mood.answered.connect(self._save_mood)

    def _list(self, heading: str, row: QHBoxLayout) -> QVBoxLayout:
        card = Card(heading, kind="raised")
        lines = QVBoxLayout()
        lines.setSpacing(4)
        card.column.addLayout(lines)
        card.column.addStretch(1)
        row.addWidget(card, 1)
        return lines

    # Showing

    def load(self) -> None:
        session = self.session
        plan = plans.of_reflection(session.reflection_id)
        session.autosave.fill(self.if_edit, plan.if_text if plan else "")
        session.autosave.fill(self.then_edit, plan.then_text if plan else "")
        with QSignalBlocker(self.day):
            self.day.set_day((plan and plan.due_on) or next_day(clock.today()))
        answered = moods.check_of(session.rejection_id, MoodMoment.AFTER)
        self.mood.show_value(answered)
        self.mood.setVisible(answered is not None)
        self.show_mood.setVisible(answered is None)
        self.remind.setVisible(
            session.path is ReflectionPath.TWO_MINUTES
            and session.reflection_state != ReflectionState.FINISHED
        )
        self.remind.setText(
            self.tr("Offer me the other pages on {day}").format(
                day=words.long_day(self._reminder_day())
            )
        )
        self._summarise()

    def _summarise(self) -> None:
        for layout, lines in (
            (self._saved, self._saved_lines()),
            (self._dates, self._date_lines()),
        ):
            clear(layout)
            for line in lines:
                layout.addWidget(PlainLabel(shortened(line, _LINE), "second", wrap=True))

    def _saved_lines(self) -> list[str]:
        session = self.session
        number = session.rejection_id
        assert session.rejection is not None
        lines = [
            self.tr("The news from {company}, {day}").format(
                company=session.company, day=words.short_day(session.rejection.on_date)
            )
        ]
        answers = sum(1 for each in ANSWERS if session.answer(each).strip())
        kept = reflections.kept_story(number), reflections.written_story(number)
        counted = {
            self.tr("Answers: {count}"): answers,
            self.tr("Lessons: {count}"): len(lessons.of_rejection(number)),
            self.tr("Possible reasons: {count}"): len(rejections.reasons(number)),
            self.tr("Letters, ready to send: {count}"): len(feedback.requests_of(number)),
            self.tr("Stories: {count}"): sum(each is not None for each in kept),
        }
        lines += [line.format(count=count) for line, count in counted.items() if count]
        return lines

    def _date_lines(self) -> list[str]:
        coming = followups.open_of(application_id=self.session.application_id)
        steps = [each for each in followups.open_ones() if each.kind == "next_step"]
        known = {each.id for each in coming}
        coming += [each for each in steps if each.id not in known]
        coming.sort(key=lambda each: (each.due_on, int(each.id)))
        lines = [
            self.tr("{day}: {what}").format(day=words.short_day(each.due_on), what=each.title)
            for each in coming[:_MOST_DATES]
        ]
        return lines or [self.tr("Nothing is due. That is fine.")]

    def first_field(self) -> QWidget:
        return self.if_edit

    def _open_mood(self) -> None:
        self.show_mood.hide()
        self.mood.show()
        self.mood.slider.setFocus()

    # Writing

    def leave(self) -> None:
        super().leave()
        self.mood.flush()

    def finish(self) -> None:
        """Finish the reflection, and keep the offer of the other pages where it is wanted."""
        number = self.session.reflection_id
        offer = self.remind.isVisibleTo(self) and self.remind.isChecked()
        reflections.finish(number)
        if offer:
            reflections.remind(
                number,
                self._reminder_day(),
                self.tr("More after the news from {company}, if you like").format(
                    company=self.session.company
                ),
            )

    def _reminder_day(self) -> date:
        return next_working_day(clock.today())

    def _save(self) -> None:
        if_text, then_text = text_of(self.if_edit), text_of(self.then_edit)
        title = plan_title(if_text, then_text)
        plans.save(self.session.reflection_id, if_text, then_text, self.day.day(), title)
        self._summarise()

    def _save_mood(self, value: int | None) -> None:
        moods.set_check(self.session.rejection_id, MoodMoment.AFTER, value)
