"""The reflection wizard: its pages in order, its steps at the side, its way in and out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QPushButton, QWidget, QWizard

from rebound_desktop.core.reflection import PATHS, Step
from rebound_desktop.core.vocabulary import ReflectionState
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import reflections
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.ui.widgets.notices import Notices
from rebound_desktop.ui.wizard.about import AboutPage
from rebound_desktop.ui.wizard.ask_feedback import AskFeedbackPage
from rebound_desktop.ui.wizard.ask_yourself import AskYourselfPage
from rebound_desktop.ui.wizard.back_up_plan import BackUpPlanPage
from rebound_desktop.ui.wizard.be_fair import BeFairPage
from rebound_desktop.ui.wizard.good_at import GoodAtPage
from rebound_desktop.ui.wizard.network import NetworkPage
from rebound_desktop.ui.wizard.session import Session
from rebound_desktop.ui.wizard.stand_up import StandUpPage
from rebound_desktop.ui.wizard.step_list import StepList
from rebound_desktop.ui.wizard.step_page import SIDE_SPACE, StepPage
from rebound_desktop.ui.wizard.what_happened import WhatHappenedPage

_SIZE = QSize(980, 690)
_GAP = 8  # pixels between two buttons
_PAGES: tuple[Callable[[Session], StepPage], ...] = (
    WhatHappenedPage,
    BeFairPage,
    AskYourselfPage,
    AboutPage,
    AskFeedbackPage,
    NetworkPage,
    BackUpPlanPage,
    GoodAtPage,
    StandUpPage,
)
#: How long a sentence stays at the side, in milliseconds.
_SAID_MS = 8000

_Button = QWizard.WizardButton
_LATER, _SKIP, _TO_THE_END = (
    _Button.CustomButton1,
    _Button.CustomButton2,
    _Button.CustomButton3,
)


class ReflectionWizard(QWizard):
    """Leads through one rejection, or through news that has just come (0).

    Everything is stored as it is typed, so that closing in any way loses nothing and asks
    nothing. ``copy_asked`` carries a text for the clipboard and what it is called.
    """

    copy_asked = Signal(str, str)

    def __init__(
        self, settings: Settings, rejection_id: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reflectionWizard")
        self.setWindowTitle(self.tr("After the news"))
        self.session = Session(settings, rejection_id, self)
        self._skipping = False
        self._shown: StepPage | None = None
        self._visited: set[int] = set()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SAID_MS)
        self._dress()
        for made in _PAGES:
            page = made(self.session)
            self.setPage(int(page.step), page)
        self._steps = StepList([(each, self.step_page(each).name) for each in Step])
        self.setSideWidget(self._steps)
        self._fit_side()
        self._wire()
        self._enter(self._start())

    def step_page(self, step: int) -> StepPage:
        """Return the page of a step."""
        page = self.page(int(step))
        assert isinstance(page, StepPage)
        return page

    def _dress(self) -> None:
        """Set the look and the buttons: leaving at the left, going on at the right."""
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOptions(
            QWizard.WizardOption.IndependentPages
            | QWizard.WizardOption.NoBackButtonOnStartPage
            | QWizard.WizardOption.NoCancelButton
            | QWizard.WizardOption.ExtendedWatermarkPixmap
            | QWizard.WizardOption.HaveCustomButton1
            | QWizard.WizardOption.HaveCustomButton2
            | QWizard.WizardOption.HaveCustomButton3
        )
        texts = {
            _LATER: self.tr("Finish later"),
            _SKIP: self.tr("Skip this step"),
            _TO_THE_END: self.tr("Straight to the end"),
            _Button.BackButton: self.tr("Back"),
            _Button.NextButton: self.tr("Next"),
            _Button.FinishButton: self.tr("Finish"),
        }
        for which, text in texts.items():
            self.setButtonText(which, text)
            button = self.button(which)
            button.setText(text)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            if which in (_LATER, _SKIP, _TO_THE_END):
                button.setProperty("kind", "link")
            elif which is not _Button.BackButton:
                button.setProperty("kind", "primary")
            # The button was made, and dressed, before it had a kind.
            button.style().unpolish(button)
            button.style().polish(button)
            if isinstance(button, QPushButton):
                button.setAutoDefault(which not in (_LATER, _SKIP, _TO_THE_END))
        self.setButtonLayout(
            [
                _LATER,
                _SKIP,
                _TO_THE_END,
                _Button.Stretch,
                _Button.BackButton,
                _Button.NextButton,
                _Button.FinishButton,
            ]
        )
        room = self.screen().availableSize() - QSize(16, 40)
        self.resize(_SIZE.boundedTo(room))

    def _wire(self) -> None:
        """Connect what the pages, the steps and the buttons say to one another."""
        session = self.session
        session.copy_asked.connect(self.copy_asked)
        session.copy_asked.connect(
            lambda _text, what: self._say(self.tr("Copied: {what}").format(what=what))
        )
        session.said.connect(self._say)
        session.news_changed.connect(self._show_news)
        session.path_changed.connect(self._show_steps)
        self._silence.timeout.connect(partial(self._steps.say, ""))
        self._steps.step_asked.connect(self.jump)
        self.button(_LATER).clicked.connect(self.reject)
        self.button(_SKIP).clicked.connect(self._skip)
        self.button(_TO_THE_END).clicked.connect(partial(self.jump, int(Step.STAND_UP)))
        be_fair = self.step_page(Step.BE_FAIR)
        assert isinstance(be_fair, BeFairPage)
        be_fair.enough.connect(self.reject)
        be_fair.go_on.connect(self.next)

    # The way through

    def _start(self) -> Step:
        """Return the page to open at: where it was left, or the first that has something to ask."""
        if self.session.rejection is None:
            return Step.WHAT_HAPPENED
        reflection = self.session.reflection
        if reflection is None:
            return Step.BE_FAIR
        if reflection.state == ReflectionState.FINISHED:
            self._visited = {int(each) for each in Step}
            return Step.WHAT_HAPPENED
        return Step(min(max(reflection.page, 1), int(Step.STAND_UP)))

    def _enter(self, start: Step) -> None:
        """Open at a page with the way there behind it, so that Back leads through it."""
        self._skipping = True
        self.restart()
        while 0 < self.nextId() <= start:
            self.next()
        if self.currentId() != start:  # a page that is not on the chosen path
            self.setCurrentId(int(start))
        self._skipping = False
        self._visited.update(self.visitedIds())
        self.currentIdChanged.connect(self._turn)
        self._show_page(start)

    def _turn(self, step: int) -> None:
        """Leave one page for another, and note where we are."""
        if step < 1:  # the wizard is being closed
            return
        if self._shown is not None:
            self._shown.leave()
        self._visited.add(step)
        self.session.go_to(Step(step))
        self._show_page(Step(step))

    def _show_page(self, step: Step) -> None:
        """Show what is stored on a page, and put the cursor there; writes nothing."""
        page = self.step_page(step)
        self._shown = page
        page.load()
        self._show_news()
        self._show_steps()
        # Where stopping is as good as going on, no button may be louder than the other.
        next_button = self.button(_Button.NextButton)
        next_button.setProperty("kind", "" if step == Step.BE_FAIR else "primary")
        next_button.style().unpolish(next_button)
        next_button.style().polish(next_button)
        first, last = step == Step.WHAT_HAPPENED, step == Step.STAND_UP
        self.button(_SKIP).setVisible(not (first or last))
        self.button(_TO_THE_END).setVisible(not last)
        self._trim()
        field = page.first_field()
        if field is not None:
            field.setFocus()
            if isinstance(field, QPlainTextEdit):
                field.moveCursor(QTextCursor.MoveOperation.End)

    def jump(self, step: int) -> None:
        """Go to a page that was visited, or to the last one."""
        while self.currentId() > step and len(self.visitedIds()) > 1:
            before = self.currentId()
            self.back()
            if self.currentId() == before:
                return
        if self.currentId() != step and self.validateCurrentPage():
            self._skipping = True
            self.setCurrentId(step)
            self._skipping = False

    def _skip(self) -> None:
        """Go on without taking along what the page would add by itself."""
        self._skipping = True
        self.next()
        self._skipping = False

    def validateCurrentPage(self) -> bool:
        if self._skipping:
            self.session.autosave.flush()
            return True
        return super().validateCurrentPage()

    # The way out

    def done(self, result: int) -> None:
        """Save and close: paused, or finished after the last page."""
        leave = partial(super().done, result)
        if not self.session.autosave.may_close(leave):
            return
        page = self.step_page(self.currentId())
        try:
            page.leave()
            if self.session.rejection is not None:
                if result and isinstance(page, StandUpPage):
                    page.finish()
                elif self.session.reflection is not None:
                    reflections.pause(self.session.reflection_id, int(page.step))
        except NotSavedError as error:
            Notices.of(self).not_saved(error, str, partial(self.done, result), leave)
            return
        leave()

    # Keys, sizes, the side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
                return
            if self.step_page(self.currentId()).enter():
                return
            last = self.currentId() == Step.STAND_UP
            self.button(_Button.FinishButton if last else _Button.NextButton).click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side()

    def sizeHint(self) -> QSize:
        return _SIZE

    def _fit_side(self) -> None:
        """Give the steps what the buttons leave."""
        shown = (_LATER, _SKIP, _TO_THE_END, _Button.BackButton, _Button.NextButton)
        buttons = sum(self.button(each).sizeHint().width() + _GAP for each in shown)
        self._steps.fit(self.width() - buttons - 2 * SIDE_SPACE, self.height())

    def _trim(self) -> None:
        """Bring QWizard's own frame in line with the pages: no ruler, no gap, their margins."""
        side = self._steps.parentWidget()
        assert side is not None
        beside = side.layout()
        if beside is not None:
            beside.setContentsMargins(0, 0, 0, 0)
        for grid in self.findChildren(QGridLayout):
            if grid.indexOf(side) < 0:
                continue
            items = [grid.itemAt(place) for place in range(grid.count())]
            for item in items:
                row, ruler = (item.layout(), item.widget()) if item else (None, None)
                if row is not None:
                    row.setContentsMargins(SIDE_SPACE - 8, 10, SIDE_SPACE, 24)
                    row.setSpacing(_GAP)
                elif ruler is not None and type(ruler) is QWidget:
                    ruler.hide()

    def _show_news(self) -> None:
        self._steps.show_news(self.session.company, self.session.role)

    def _show_steps(self) -> None:
        path = [int(each) for each in PATHS[self.session.path]]
        self._steps.show_steps(path, self.currentId(), frozenset(self._visited))

    def _say(self, sentence: str) -> None:
        self._steps.say(sentence)
        self._silence.start()
