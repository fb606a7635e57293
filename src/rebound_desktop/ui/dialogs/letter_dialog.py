"""A letter that waits to be sent: change it, hand it on, and say when it is gone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core import letters
from rebound_desktop.core.letters import Letter
from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.models.words import long_day
from rebound_desktop.store import feedback, followups, people
from rebound_desktop.store.tables import FollowUp, Person
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.autosave import Autosave, may_close, text_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import Field
from rebound_desktop.ui.widgets.letter_actions import LetterActions
from rebound_desktop.ui.widgets.long_text import LongText
from rebound_desktop.ui.widgets.text import PlainLabel


class LetterDialog(QDialog):
    """Shows the draft of a follow-up; what is typed is saved as it is typed.

    ``limit`` is the length of a connection note, in characters. ``copy_asked`` and ``said`` as
    pages have them.
    """

    copy_asked = Signal(str, str)
    said = Signal(str)

    def __init__(self, follow_up: FollowUp, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = int(follow_up.id)
        self._title = str(follow_up.title)
        self._limit = limit
        self._person = _person_of(follow_up)
        self._autosave = Autosave(self)
        self.setWindowTitle(self.tr("Letter"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        # The layout's own minimum is that of the narrowest lines.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(400, 320)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(PlainLabel(self._title, "title", wrap=True))
        head.addWidget(PlainLabel(self._facts(follow_up), "second", wrap=True))
        column.addLayout(head)
        self.subject = QLineEdit(_subject_of(follow_up))
        column.addWidget(Field(self.tr("Subject"), self.subject))
        self.text = LongText(str(follow_up.draft))
        self.text.setTabChangesFocus(True)
        column.addWidget(Field(self.tr("Text"), self.text), 1)
        self._count = PlainLabel("", "small", wrap=True)
        self._count.setVisible(follow_up.kind == FollowUpKind.MESSAGE)
        column.addWidget(self._count)
        self.letter_actions = LetterActions(
            self.letter_now, what=self.tr("the letter"), address=self._address
        )
        column.addWidget(self.letter_actions)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(button(self.tr("Close"), self.accept))
        self.sent = button(self.tr("I sent it"), self._mark_sent, kind="primary")
        row.addWidget(self.sent)
        column.addLayout(row)
        for editor in (self.subject, self.text):
            self._autosave.watch(editor, lambda _text: self._save())
        self.text.textChanged.connect(self._show_count)
        self.letter_actions.copy_asked.connect(self.copy_asked)
        self.letter_actions.said.connect(self.said)
        self._show_count()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        wide = max(520, int(theme().points() * 54))
        self.resize(min(wide, room.width() - 40), min(wide, room.height() - 24))
        self.text.setFocus()

    def letter_now(self) -> Letter:
        """Return the letter as it stands, with what is typed and not saved yet."""
        return Letter(self.subject.text(), text_of(self.text))

    def done(self, result: int) -> None:
        """Save what was typed last, and close; stay open where the system does not take it."""
        if may_close(self, lambda: self.done(result)):
            super().done(result)

    def _facts(self, follow_up: FollowUp) -> str:
        day = self.tr("To send on {day}").format(day=long_day(follow_up.due_on))
        to = str(self._person.name or self._person.company) if self._person is not None else ""
        return " · ".join(filter(None, (to, self._address(), day)))

    def _address(self) -> str:
        return people.mail_address(self._person) if self._person is not None else ""

    def _show_count(self) -> None:
        self._count.setText(
            self.tr("{count} characters. A connection note takes {limit}, a message 1,900.").format(
                count=letters.linkedin_length(text_of(self.text)), limit=self._limit
            )
        )

    def _save(self) -> None:
        letter = self.letter_now()
        feedback.save_letter(
            self._id, letter.body, letter.subject, merge=f"follow-up-{self._id}-letter"
        )

    def _mark_sent(self) -> None:
        self._autosave.flush()
        followups.finish(self._id)
        self.said.emit(self.tr("Sent: {title} (Ctrl+Z takes it back)").format(title=self._title))
        self.accept()


def _person_of(follow_up: FollowUp) -> Person | None:
    """Return to whom a letter goes, where that is noted."""
    number = follow_up.person_id
    if not number and follow_up.feedback_request_id:
        request = feedback.get(follow_up.feedback_request_id)
        number = request.person_id if request is not None else None
    return people.get(number) if number else None


def _subject_of(follow_up: FollowUp) -> str:
    if not follow_up.subject and follow_up.feedback_request_id:
        request = feedback.get(follow_up.feedback_request_id)
        return str(request.subject) if request is not None else ""
    return str(follow_up.subject)
