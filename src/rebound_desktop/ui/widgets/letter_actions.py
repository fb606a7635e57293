"""What can be done with a letter, wherever one is shown: copy it, mail it, save it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QSizePolicy, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.letters import Letter
from rebound_desktop.core.mail_link import mail_link
from rebound_desktop.desktop import mail
from rebound_desktop.store.errors import StoreError
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.flow_layout import FlowLayout


class LetterActions(QWidget):
    """Buttons for one letter.

    ``letter`` returns it as it stands, with what is typed and not saved yet; ``address`` to whom
    a mail goes, or an empty text; ``what`` is what the letter is called. ``copy_asked`` carries a
    text and that name, ``said`` a sentence.
    """

    copy_asked = Signal(str, str)
    said = Signal(str)

    def __init__(
        self,
        letter: Callable[[], Letter],
        *,
        what: str,
        address: Callable[[], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._letter = letter
        self._address = address
        self._what = what
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self)
        self.copy = button(
            self.tr("Copy"), self._copy, name=self.tr("Copy {what}").format(what=what)
        )
        self.mail = button(
            self.tr("Open in mail"),
            self._open_mail,
            name=self.tr("Open {what} in mail").format(what=what),
        )
        self.save = button(
            self.tr("Save as…"),
            self._save_as,
            name=self.tr("Save {what} as a file").format(what=what),
        )
        for each in (self.copy, self.mail, self.save):
            self._flow.addWidget(each)

    def add(self, made: QPushButton) -> QPushButton:
        """Put one more button after the others."""
        self._flow.addWidget(made)
        return made

    def _copy(self) -> None:
        self.copy_asked.emit(self._letter().body, self._what)

    def _open_mail(self) -> None:
        letter = self._letter()
        link = mail_link(self._address(), letter.subject, letter.body)
        if not link.whole:
            self.copy_asked.emit(letter.body, self._what)
        if not mail.open_link(link):
            if link.whole:
                self.copy_asked.emit(letter.body, self._what)
            self.said.emit(self.tr("No mail program answered. The text is copied instead."))
        elif link.whole:
            self.said.emit(self.tr("Your mail program opens. Say here when it is sent."))
        else:
            self.said.emit(
                self.tr(
                    "The text is too long for a mail link, so it is copied: paste it into the "
                    "mail that opens."
                )
            )

    def _save_as(self) -> None:
        # The class's own function would hold up the program until a file is chosen.
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Save as"), folder, self.tr("Text (*.txt)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(self.tr("letter-{day}.txt").format(day=clock.today().isoformat()))
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, chosen: str) -> None:
        """Write the letter to a file: its subject, an empty line, and its text."""
        from rebound_desktop.exchange.text_saving import save_text

        letter = self._letter()
        text = f"{letter.subject}\n\n{letter.body}" if letter.subject else letter.body
        try:
            save_text(Path(chosen), text)
        except StoreError as error:
            self.said.emit(str(error))
        else:
            self.said.emit(self.tr("Saved as {file}.").format(file=Path(chosen).name))
