"""Page 1: what happened. The news is stored as soon as something is typed."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from rebound_desktop.core import clock
from rebound_desktop.core.companies import company_key
from rebound_desktop.core.plain_text import folded
from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import (
    HowTold,
    MoodMoment,
    Outcome,
    ReflectionPath,
    Stage,
)
from rebound_desktop.models import words
from rebound_desktop.store import applications, bad_news, moods, rejections
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application
from rebound_desktop.ui.widgets.autosave import text_of
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.fields import ChoiceEdit, DayEdit, Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.wizard.company_edit import CompanyEdit
from rebound_desktop.ui.wizard.mood_slider import MoodSlider
from rebound_desktop.ui.wizard.rows import side_by_side
from rebound_desktop.ui.wizard.session import Session
from rebound_desktop.ui.wizard.step_page import StepPage


class WhatHappenedPage(StepPage):
    """Who said no, for which role, when and how; and which way through the pages."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Step.WHAT_HAPPENED,
            self.tr("What happened"),
            self.tr("I’m sorry. You didn’t get this one. The company is enough for now."),
        )
        self.company = CompanyEdit()
        self.company.setPlaceholderText(self.tr("Type a name, or ↓ for your applications"))
        self.role = QLineEdit()
        self.reached = ChoiceEdit(
            [(each, words.word("reached", each)) for each in words.values("reached")],
            Stage.APPLIED,
        )
        self.day = DayEdit()
        self.told = ChoiceEdit(
            [
                ("", self.tr("Not said")),
                *((each, words.word("how_told", each)) for each in words.values("how_told")),
            ]
        )
        self.their_words = TextArea(lines=2)
        self.mood = MoodSlider(self.tr("How is it sitting with you?"))
        self._company_field = Field(self.tr("Company"), self.company)
        self._day_field = Field(self.tr("Day of the news"), self.day)
        self._linked = PlainLabel("", "small", wrap=True)
        self._company_field.column.addWidget(self._linked)
        first = side_by_side((self._company_field, 1), (Field(self.tr("Role"), self.role), 1))
        second = side_by_side(
            (Field(self.tr("How far it went"), self.reached), 1),
            (self._day_field, 1),
            (Field(self.tr("How you were told"), self.told), 1),
        )
        self.column.addLayout(first)
        self.column.addLayout(second)
        self.column.addWidget(Field(self.tr("Their exact words"), self.their_words))
        self.column.addWidget(self.mood)
        self.column.addLayout(self._paths())
        self.column.addStretch(1)
        self._wire()

    def _paths(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        group = QButtonGroup(self)
        self.two_minutes = QRadioButton(self.tr("Two minutes"))
        self.all_of_it = QRadioButton(self.tr("All of it"))
        for choice, text in (
            (self.two_minutes, self.tr("A kind word, one strength, one small plan.")),
            (self.all_of_it, self.tr("Also what to learn, whom to write to, what comes next.")),
        ):
            group.addButton(choice)
            choice.setAccessibleDescription(text)
            card = Card(kind="raised")
            card.column.setContentsMargins(12, 8, 12, 8)
            card.column.setSpacing(2)
            card.column.addWidget(choice)
            card.column.addWidget(PlainLabel(text, "small", wrap=True))
            row.addWidget(card, 1)
        return row

    def _wire(self) -> None:
        autosave = self.session.autosave
        autosave.watch(self.company, lambda _text: self._save_names())
        autosave.watch(self.role, lambda _text: self._save_names())
        autosave.watch(self.their_words, lambda _text: self._save_texts())
        self.company.picked.connect(self._pick)
        self.company.editingFinished.connect(self._find_match)
        self.company.textChanged.connect(lambda _text: self._company_field.refuse(""))
        self.told.chosen.connect(lambda _value: self._save_told())
        self.reached.chosen.connect(lambda _value: self._save_facts())
        self.day.dateChanged.connect(lambda _day: self._save_facts())
        self.mood.answered.connect(lambda _value: self._save_mood())
        self.two_minutes.toggled.connect(self._choose_path)

    # Showing

    def load(self) -> None:
        session, autosave = self.session, self.session.autosave
        self.company.offer(applications.open_ones() if session.is_new else [])
        rejection = session.rejection
        if rejection is not None:
            company = session.company
            autosave.fill(self.company, "" if company == self._unnamed() else company)
            autosave.fill(self.role, session.role)
            autosave.fill(self.their_words, rejection.their_words)
            self.reached.set_value(rejection.reached)
            self.told.set_value(rejection.how_told)
            with QSignalBlocker(self.day):
                self.day.set_day(rejection.on_date)
            self.mood.show_value(moods.check_of(rejection.id, MoodMoment.BEFORE))
        two = session.path is ReflectionPath.TWO_MINUTES
        with QSignalBlocker(self.two_minutes), QSignalBlocker(self.all_of_it):
            (self.two_minutes if two else self.all_of_it).setChecked(True)
        self._show_link()

    def first_field(self) -> QWidget:
        return self.company

    def accepts(self) -> bool:
        if not self.company.text().strip():
            self._company_field.refuse(
                self.tr("Write the company’s name; everything else can wait.")
            )
            return False
        if misread := self.day.settle():
            self._day_field.refuse(misread)
            return False
        self._find_match()
        self._save_facts()
        return not self._day_field.refusal

    def leave(self) -> None:
        super().leave()
        self.mood.flush()
        session = self.session
        only_typed_here = session.is_new and not session.has_moved_on
        if only_typed_here and session.rejection is not None and self._is_empty():
            session.discard()

    def _show_link(self) -> None:
        session = self.session
        linked = session.is_new and session.rejection is not None and not self._is_draft()
        self._linked.setText(
            self.tr("This closes your application there; its history stays.") if linked else ""
        )
        self._linked.setVisible(linked)

    # Saving

    def _unnamed(self) -> str:
        return self.tr("Unnamed company")

    def _is_empty(self) -> bool:
        texts = (self.company.text(), self.role.text(), self.their_words.toPlainText())
        answered = self.told.value() or self.mood.value() is not None
        return not (any(each.strip() for each in texts) or answered)

    def _is_draft(self) -> bool:
        return bad_news.is_draft(self.session.rejection_id)

    def _begin(self) -> bool:
        """Log the news where that has not been done; say whether it was done now."""
        if self.session.rejection is not None or self._is_empty():
            return False
        self.session.begin(
            self.company.text().strip() or self._unnamed(),
            self.role.text(),
            min(self.day.day(), clock.today()),
            Stage(self.reached.value()),
        )
        self._save_told()
        self._save_texts()
        self._save_mood()
        return True

    def _save_names(self) -> None:
        session = self.session
        if self._begin() or session.rejection is None:
            return
        company, role = self.company.text().strip() or self._unnamed(), self.role.text()
        moved = session.is_new and company_key(company) != company_key(session.company)
        if moved and not self._is_draft():
            # Another company than that of the application that was picked.
            bad_news.move_to_new(session.rejection_id, company, role)
        else:
            bad_news.rename(session.rejection_id, company, role)
        session.reload()
        self._show_link()

    def _save_texts(self) -> None:
        if self._begin() or self.session.rejection is None:
            return
        number = self.session.rejection_id
        text = text_of(self.their_words)
        rejections.edit(number, merge=f"rejection-{number}-their_words", their_words=text)

    def _save_told(self) -> None:
        if self._begin() or self.session.rejection is None:
            return
        rejections.edit(self.session.rejection_id, how_told=self.told.value())
        self._save_facts()

    def _save_mood(self) -> None:
        if self._begin() or self.session.rejection is None:
            return
        moods.set_check(self.session.rejection_id, MoodMoment.BEFORE, self.mood.value())

    def _save_facts(self) -> None:
        """Store the day, the stage and the ending; a day that cannot be is said at the field."""
        session = self.session
        if session.rejection is None:
            future = self.day.day() > clock.today()
            self._day_field.refuse(
                self.tr("This day is in the future; the news came today or before.")
                if future
                else ""
            )
            return
        outcome = Outcome(session.rejection.outcome)
        if self.told.value() == HowTold.SILENCE:
            outcome = Outcome.NO_REPLY
        elif outcome is Outcome.NO_REPLY and session.rejection.how_told == HowTold.SILENCE:
            outcome = Outcome.NO
        save = bad_news.amend if session.is_new else rejections.correct
        try:
            save(
                session.rejection_id,
                on=self.day.day(),
                reached=Stage(self.reached.value()),
                outcome=outcome,
            )
        except RefusedError as refused:
            self._day_field.refuse(str(refused))
            return
        self._day_field.refuse("")
        session.reload()

    def _choose_path(self) -> None:
        two = self.two_minutes.isChecked()
        self.session.set_path(ReflectionPath.TWO_MINUTES if two else ReflectionPath.ALL)

    # The application it was

    def _pick(self, application_id: int) -> None:
        """Make the news that of an application in process, and show its facts."""
        application = applications.get(application_id)
        if application is None:
            return
        session = self.session
        session.autosave.flush()
        if session.rejection is None:
            self.company.setText(application.company)
            session.autosave.flush()
        try:
            bad_news.move_to(session.rejection_id, application_id)
        except RefusedError as refused:
            self._day_field.refuse(str(refused))
            return
        self._take_over(application)

    def _take_over(self, application: Application) -> None:
        session = self.session
        typed_role = self.role.text()
        stage = Stage(application.furthest)
        session.reload()
        self.reached.set_value(stage if stage is not Stage.ACCEPTED else Stage.OFFER)
        if typed_role.strip() and not application.role:
            bad_news.rename(session.rejection_id, application.company, typed_role)
        self._save_facts()
        session.reload()
        session.autosave.fill(self.company, session.company)
        session.autosave.fill(self.role, session.role)
        self._show_link()

    def _find_match(self) -> None:
        """Take the one application in process at the company that was typed, if there is one."""
        session = self.session
        session.autosave.flush()
        if not session.is_new or session.rejection is None or not self._is_draft():
            return
        key, role = company_key(self.company.text()), folded(self.role.text())
        same = [
            each
            for each in applications.open_ones()
            if key and each.company_key == key and (not role or folded(each.role) == role)
        ]
        if len(same) == 1:
            self._pick(same[0].id)
