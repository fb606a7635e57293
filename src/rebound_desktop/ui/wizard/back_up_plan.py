"""Page 7: the applications in process, the next step of each, and one more."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.followups import next_working_day
from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.models import words
from rebound_desktop.store import applications, bin, changes, followups
from rebound_desktop.store.tables import Application, FollowUp
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.fields import DayEdit, Field
from rebound_desktop.ui.widgets.text import ElidedLabel, PlainLabel
from rebound_desktop.ui.wizard.rows import side_by_side
from rebound_desktop.ui.wizard.session import Session
from rebound_desktop.ui.wizard.step_page import StepPage

#: How many applications get a line; the others are on their own page.
_MOST_SHOWN = 8


class BackUpPlanPage(StepPage):
    """What else is under way, and what comes next there."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Step.BACK_UP_PLAN,
            self.tr("Your back-up plan"),
            self.tr("What else is under way? A next step with a day keeps each one moving."),
        )
        self._writing_id = 0  # the application that is being typed
        self._steps: dict[int, QLineEdit] = {}  # the next step of each application
        self.health = PlainLabel("", "strong", wrap=True)
        self.column.addWidget(self.health)
        self._open = QVBoxLayout()
        self._open.setSpacing(8)
        self.column.addLayout(self._open)
        self._more = PlainLabel("", "small", wrap=True)
        self.column.addWidget(self._more)
        self.company = QLineEdit()
        self.role = QLineEdit()
        self.add_button = button(self.tr("Add"), self._settle, name=self.tr("Add this application"))
        self.column.addLayout(
            side_by_side(
                (Field(self.tr("One more application: company"), self.company), 1),
                (Field(self.tr("Its role"), self.role), 1),
                action=self.add_button,
            )
        )
        self.place = QLineEdit()
        self.place.setPlaceholderText(
            self.tr("For example: the careers page of a company you like")
        )
        self.column.addWidget(Field(self.tr("Or a place to look"), self.place))
        self.column.addStretch(1)
        autosave = session.autosave
        autosave.watch(self.company, lambda _text: self._save_application())
        autosave.watch(self.role, lambda _text: self._save_application())
        autosave.watch(self.place, self._save_place)

    # Showing

    def load(self) -> None:
        there = [each for each in applications.open_ones() if each.id != self._writing_id]
        clear(self._open)
        self._steps.clear()
        for application in there[:_MOST_SHOWN]:
            self._open.addWidget(self._row(application))
        rest = len(there) - _MOST_SHOWN
        self._more.setText(self.tr("And {count} more on the page Applications.").format(count=rest))
        self._more.setVisible(rest > 0)
        self.health.setText(self._health(len(there)))
        place = self._place()
        self.session.autosave.fill(self.place, place.title if place else "")

    def _health(self, count: int) -> str:
        minimum = self.session.settings.values.open_minimum
        now = {
            0: self.tr("Nothing else is in process."),
            1: self.tr("One application is in process."),
        }.get(count, self.tr("{count} applications are in process.").format(count=count))
        if not minimum:
            return now
        aim = self.tr("Your own aim is {minimum}; one more is a good next step.")
        if count >= minimum:
            aim = self.tr("Your own aim of {minimum} is met.")
        return f"{now} {aim.format(minimum=minimum)}"

    def _row(self, application: Application) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        company = application.company
        label = ElidedLabel(" · ".join(part for part in (company, application.role) if part))
        stage = PlainLabel(words.word("stage", application.stage), "small")
        step = QLineEdit()
        step.setPlaceholderText(self.tr("Next step"))
        step.setAccessibleName(self.tr("Next step for {company}").format(company=company))
        day = DayEdit(next_working_day(clock.today()))
        day.setAccessibleName(self.tr("Day of the next step for {company}").format(company=company))
        found = self._next_step(application.id)
        if found is not None:
            step.setText(found.title)
            day.set_day(found.due_on)
        self._steps[int(application.id)] = step
        save = partial(self._save_step, int(application.id), step, day)
        self.session.autosave.watch(step, lambda _text: save())
        day.dateChanged.connect(lambda _day: save())
        grid.addWidget(label, 0, 0)
        grid.addWidget(stage, 1, 0)
        grid.addWidget(step, 0, 1, 2, 1)
        grid.addWidget(day, 0, 2, 2, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        return row

    def first_field(self) -> QWidget:
        return next(iter(self._steps.values()), self.company)

    def enter(self) -> bool:
        if (
            not (self.is_in(self.company) or self.is_in(self.role))
            or not self.company.text().strip()
        ):
            return False
        self._settle()
        return True

    def leave(self) -> None:
        super().leave()
        if self._writing_id:
            self._settle()

    # Writing

    def _next_step(self, application_id: int) -> FollowUp | None:
        return next(
            (
                each
                for each in followups.open_of(application_id=application_id)
                if each.kind == FollowUpKind.NEXT_STEP
            ),
            None,
        )

    def _save_step(self, application_id: int, step: QLineEdit, day: DayEdit) -> None:
        found, title = self._next_step(application_id), step.text().strip()
        with changes.write("Next step", merge=f"application-{application_id}-step"):
            if found is None and title:
                followups.add(FollowUpKind.NEXT_STEP, title, day.day(), application=application_id)
            elif found is not None and title:
                followups.edit(found.id, title=title, due_on=day.day())
            elif found is not None:
                followups.delete(found.id)

    def _save_application(self) -> None:
        """Store the application that is being typed, or forget it when it is emptied."""
        values = {"company": self.company.text(), "role": self.role.text()}
        with changes.write("New application", merge=f"wizard-{self.session.rejection_id}-more"):
            if not values["company"].strip():
                if self._writing_id:
                    bin.delete("applications", [self._writing_id], label="New application")
                    self._writing_id = 0
            elif self._writing_id:
                applications.edit(self._writing_id, values)
            else:
                self._writing_id = int(applications.add(values).id)

    def _settle(self) -> None:
        """Put the application that was typed among the others, and go to its next step."""
        self.session.autosave.flush()
        settled, self._writing_id = self._writing_id, 0
        if not settled:
            self.company.setFocus()
            return
        for each in (self.company, self.role):
            self.session.autosave.fill(each, "")
        self.load()
        if settled in self._steps:
            self._steps[settled].show()  # a new row is otherwise shown a moment later
            self._steps[settled].setFocus()

    def _place(self) -> FollowUp | None:
        return next(
            (
                each
                for each in followups.open_of(application_id=self.session.application_id)
                if each.kind == FollowUpKind.OTHER
                and each.rejection_id == self.session.rejection_id
            ),
            None,
        )

    def _save_place(self, text: str) -> None:
        found = self._place()
        with changes.write("Place to look", merge=f"wizard-{self.session.rejection_id}-place"):
            if found is None and text.strip():
                followups.add(
                    FollowUpKind.OTHER,
                    text,
                    next_working_day(clock.today()),
                    rejection=self.session.rejection_id,
                    application=self.session.application_id,
                )
            elif found is not None and text.strip():
                followups.edit(found.id, title=text)
            elif found is not None:
                followups.delete(found.id)
