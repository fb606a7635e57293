"""One rejection, beside the log: its story, feedback, lessons and people."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.vocabulary import ReflectionState
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.words import short_day, word
from rebound_desktop.store import applications, corrections, feedback, rejections
from rebound_desktop.store.changes import Change
from rebound_desktop.store.tables import Rejection
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.rejection_feedback import FeedbackTab
from rebound_desktop.ui.pages.rejection_lessons import LessonsTab
from rebound_desktop.ui.pages.rejection_people import PeopleTab
from rebound_desktop.ui.pages.rejection_story import StoryTab
from rebound_desktop.ui.pages.rejection_tab import RejectionTab
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.text import PlainLabel

_TABLES = (
    "rejections",
    "applications",
    "events",
    "reasons",
    "reflections",
    "feedback_requests",
    "follow_ups",
    "lessons",
    "people",
    "application_people",
)


class RejectionDetail(QFrame):
    """Shows one rejection and lets the person work on it.

    Asks upward as a page does: ``reflect_asked`` and ``record_asked``, ``copy_asked``, ``said``;
    ``edit_asked`` and ``delete_asked`` with the rejection's id.
    """

    reflect_asked = Signal(int)
    record_asked = Signal(str, int)
    copy_asked = Signal(str, str)
    said = Signal(str)
    edit_asked = Signal(int)
    delete_asked = Signal(int)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Rejection"))
        self._rejection: Rejection | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        self._stack.addWidget(
            EmptyState("rejections", self.tr("Choose a rejection to read its story."))
        )
        inside = QWidget()
        self._stack.addWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 16, 12, 14)
        column.setSpacing(8)
        column.addLayout(self._make_head())
        self.story = StoryTab()
        self.feedback = FeedbackTab(settings)
        self.lessons = LessonsTab()
        self.people = PeopleTab()
        self.tabs = QTabWidget()
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("About this rejection"))
        self._tabs: tuple[RejectionTab, ...] = (
            self.story,
            self.feedback,
            self.lessons,
            self.people,
        )
        titles = (
            self.tr("Story"),
            self.tr("Feedback"),
            self.tr("Lessons"),
            self.tr("People"),
        )
        for tab, title in zip(self._tabs, titles, strict=True):
            self.tabs.addTab(tab, title)
            tab.record_asked.connect(self.record_asked)
            tab.copy_asked.connect(self.copy_asked)
            tab.said.connect(self.said)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._make_actions())

        self.tabs.currentChanged.connect(lambda _tab: self._fill_tab())
        self.story.reasons_asked.connect(self._open_reasons)
        self.story.retract_asked.connect(self._retract)

    @property
    def rejection_id(self) -> int:
        """The id of the rejection that is shown, 0 for none."""
        return int(self._rejection.id) if self._rejection is not None else 0

    def show_rejection(self, rejection_id: int) -> None:
        """Show a rejection; 0 shows none."""
        if rejection_id != self.rejection_id:
            self.flush()
        self._rejection = rejections.get(rejection_id) if rejection_id else None
        if self._rejection is None:
            self._stack.setCurrentIndex(0)
            return
        self._fill_head(self._rejection)
        self._fill_tab()
        self._stack.setCurrentIndex(1)

    def take_change(self, change: Change) -> None:
        """Show what a write changed."""
        if self._rejection is not None and change.touches(*_TABLES):
            self.show_rejection(self.rejection_id)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        for tab in self._tabs:
            tab.flush()

    def focus_inside(self) -> None:
        """Put the focus on the tabs, as when a record was opened from the table."""
        if self._rejection is not None:
            self.tabs.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)

    # The parts

    def _make_head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._company = PlainLabel("", "heading", wrap=True)
        self._facts = PlainLabel("", "smallSecond", wrap=True)
        words.addWidget(self._company)
        words.addWidget(self._facts)
        line.addLayout(words, 1)
        self.more = button("⋯", name=self.tr("More for this rejection"))
        menu = QMenu(self.more)
        for text, done in (
            (self.tr("Edit…"), lambda: self.edit_asked.emit(self.rejection_id)),
            (self.tr("Open application"), self._open_application),
            (self.tr("Reopen the application"), self._reopen),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, done=done: done())
        self._reopen_action = menu.actions()[-1]
        menu.addSeparator()
        menu.addAction(self.tr("Delete")).triggered.connect(
            lambda _checked=False: self.delete_asked.emit(self.rejection_id)
        )
        self.more.setMenu(menu)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _make_actions(self) -> QWidget:
        actions = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        actions.setSizePolicy(policy)
        flow = FlowLayout(actions, gap=10)
        self.reflect = button("", lambda: self.reflect_asked.emit(self.rejection_id))
        self.copy = button(self.tr("Copy thank-you note"), self._copy_note)
        flow.addWidget(self.reflect)
        flow.addWidget(self.copy)
        return actions

    # What is shown

    def _fill_head(self, rejection: Rejection) -> None:
        application = rejection.application
        self._company.setText(application.company or self.tr("Company not named yet"))
        facts = [application.role, word("reached", rejection.reached)]
        if rejection.outcome != "no":
            facts.append(word("outcome", rejection.outcome))
        day = short_day(rejection.on_date)
        if rejection.how_told:
            # "e-mail" stays on one line.
            told = word("how_told", rejection.how_told).replace("-", "\u2011").casefold()
            day = self.tr("{day}, {how_told}").format(day=day, how_told=told)
        facts.append(day)
        self._facts.setText(" · ".join(filter(None, facts)))
        self._reopen_action.setEnabled(applications.is_closed(application))
        reflection = rejections.reflection_of(rejection.id)
        finished = reflection is not None and reflection.state == ReflectionState.FINISHED
        if reflection is None:
            self.reflect.setText(self.tr("Reflect on it"))
        elif finished:
            self.reflect.setText(self.tr("Open reflection"))
        else:
            self.reflect.setText(self.tr("Continue reflection"))
        self._set_kind("" if finished else "primary")
        self.copy.setVisible(bool(self._note()))

    def _fill_tab(self) -> None:
        if self._rejection is not None:
            self._tabs[self.tabs.currentIndex()].show_rejection(self._rejection)

    def _set_kind(self, kind: str) -> None:
        if self.reflect.property("kind") != kind:
            self.reflect.setProperty("kind", kind)
            self.reflect.style().unpolish(self.reflect)
            self.reflect.style().polish(self.reflect)

    def _note(self) -> str:
        """Return the newest letter that was drafted, or an empty text."""
        drafts = [each.draft for each in feedback.requests_of(self.rejection_id) if each.draft]
        return drafts[-1] if drafts else ""

    # What the person does

    def _copy_note(self) -> None:
        self.flush()
        self.copy_asked.emit(self._note(), self.tr("thank-you note"))

    def _open_application(self) -> None:
        if self._rejection is not None:
            self.record_asked.emit("applications", self._rejection.application_id)

    def _reopen(self) -> None:
        if self._rejection is not None:
            applications.reopen(self._rejection.application_id)
            self.said.emit(self.tr("The application is open again. Ctrl+Z takes it back."))

    def _retract(self, event_id: int) -> None:
        corrections.retract(event_id)
        self.said.emit(self.tr("Taken out of the history. Ctrl+Z brings it back."))

    def _open_reasons(self) -> None:
        from rebound_desktop.ui.dialogs.rejection_dialog import ReasonsDialog

        open_once(ReasonsDialog(self.rejection_id, self.window()))
