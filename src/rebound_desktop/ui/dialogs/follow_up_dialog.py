"""The form for something to do on a day: a next step, or any other follow-up."""

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.time_of_day import time_of_day
from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.store import feedback, followups
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import FollowUp
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import DayEdit, Field, TextArea

#: A new one is due after this time, where no other day is chosen.
_DEFAULT = timedelta(days=3)


class FollowUpDialog(FormDialog):
    """Adds a follow-up for an application or a person, or changes ``follow_up``."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        application_id: int | None = None,
        person_id: int | None = None,
        follow_up: FollowUp | None = None,
        kind: FollowUpKind = FollowUpKind.NEXT_STEP,
    ) -> None:
        super().__init__(parent)
        self._follow_up = follow_up
        self._kind = kind if follow_up is None else FollowUpKind(follow_up.kind)
        self.set_title(self._title())
        self._application_id = application_id
        self._person_id = person_id
        if follow_up is not None:
            self.about = f"follow_ups {follow_up.id}"
        elif application_id or person_id:
            self.about = (
                f"applications {application_id}" if application_id else f"people {person_id}"
            )
        given = follow_up or FollowUp(title="", note="", draft="", at_time="")
        self.what = QLineEdit(str(given.title))
        self.what.setPlaceholderText(self.tr("Send the work sample"))
        self.add("title", Field(self.tr("What is there to do"), self.what))
        self.day = DayEdit(follow_up.due_on if follow_up else clock.today() + _DEFAULT)
        self.time = QLineEdit(str(given.at_time))
        self.time.setPlaceholderText(self.tr("14:00"))
        self.add_row(
            ("due_on", Field(self.tr("Day"), self.day)),
            ("at_time", Field(self.tr("Time, if there is one"), self.time)),
        )
        self.column.addLayout(self._quick_days())
        self.note = TextArea(lines=2, most=8)
        self.note.setPlainText(str(given.note))
        self.add("note", Field(self.tr("Note"), self.note))
        self.draft = TextArea(lines=4, most=10)
        self.draft.setPlainText(str(given.draft))
        if given.draft:
            self.add("draft", Field(self.tr("Message, ready to copy"), self.draft))
        self.column.addStretch(1)
        self.what.setFocus()

    def take(self) -> None:
        day = self.day.day()
        moved = self._follow_up is None or day != self._follow_up.due_on
        if moved and day < clock.today():
            raise RefusedError(
                "due_on", self.tr("This day has passed; choose today or a day to come.")
            )
        try:
            time = time_of_day(self.time.text())
        except ValueError:
            raise RefusedError("at_time", self.tr("Write the time as in 14:00.")) from None
        if self._follow_up is None:
            followups.add(
                self._kind,
                self.what.text(),
                day,
                note=self.note.toPlainText(),
                at_time=time,
                application=self._application_id,
                person=self._person_id,
            )
            return
        with write("Edit follow-up"):
            followups.edit(
                self._follow_up.id,
                title=self.what.text(),
                due_on=day,
                at_time=time,
                note=self.note.toPlainText(),
            )
            if self._follow_up.draft:
                feedback.save_letter(self._follow_up.id, self.draft.toPlainText())

    def _title(self) -> str:
        if self._kind is FollowUpKind.NEXT_STEP:
            return self.tr("New next step") if self._follow_up is None else self.tr("Next step")
        return self.tr("New follow-up") if self._follow_up is None else self.tr("Follow-up")

    def _quick_days(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, days in (
            (self.tr("Today"), 0),
            (self.tr("Tomorrow"), 1),
            (self.tr("In a week"), 7),
            (self.tr("In two weeks"), 14),
        ):
            row.addWidget(button(text, partial(self._choose, days), kind="chip"))
        row.addStretch(1)
        return row

    def _choose(self, days: int) -> None:
        self.day.set_day(clock.today() + timedelta(days=days))
