"""What every page of the wizard has."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget, QWizardPage

from rebound_desktop.core.reflection import Step, next_step
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.wizard.session import Session

#: The space between a page's content and the edges, in pixels; the buttons stand in line.
SIDE_SPACE = 34


class StepPage(QWizardPage):
    """A page with its title and a column of widgets that scrolls where there is little room.

    Pages read what they show in :meth:`load` each time they are shown, and write through the
    session as something is typed or chosen.
    """

    def __init__(self, session: Session, step: Step, title: str, subtitle: str) -> None:
        super().__init__()
        self.session = session
        self.step = step
        self.name = title
        self.setAccessibleName(title)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(SIDE_SPACE, 26, SIDE_SPACE, 12)
        self.column.setSpacing(14)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(PlainLabel(title, "title", wrap=True))
        self.subtitle = PlainLabel(subtitle, "second", wrap=True)
        head.addWidget(self.subtitle)
        self.column.addLayout(head)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def load(self) -> None:
        """Show what is stored; called each time the page is shown."""

    def first_field(self) -> QWidget | None:
        """Return where the cursor goes when the page is shown."""
        return None

    def accepts(self) -> bool:
        """Say whether the wizard may go on; a page that says no shows why at the field."""
        return True

    def enter(self) -> bool:
        """Do what the Enter key does here; say whether it did anything but go on."""
        return False

    def is_in(self, editor: QWidget) -> bool:
        """Say whether the cursor is in an editor, whether or not the window is in front."""
        return self.window().focusWidget() is editor

    def leave(self) -> None:
        """Save what is only saved when a page is left, whichever way."""
        self.session.autosave.flush()

    # What QWizard asks

    def sizeHint(self) -> QSize:
        # The content scrolls: the page takes what the steps at the side leave.
        return QSize(400, 300)

    def nextId(self) -> int:
        following = next_step(self.session.path, self.step)
        return -1 if following is None else int(following)

    def validatePage(self) -> bool:
        self.session.autosave.flush()
        return self.accepts()
