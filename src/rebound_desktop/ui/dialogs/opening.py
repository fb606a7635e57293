"""Showing a dialog or a question over the window that it belongs to."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget


class Question(NamedTuple):
    """What is asked before something is done, and the words of its two buttons."""

    title: str
    text: str
    more: str
    stay: str
    go: str
    #: Whether something is lost by going on.
    loses: bool = False


def open_once(dialog: QDialog) -> None:
    """Show a dialog without waiting for it; it is gone once it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def ask_to_discard(dialog: QDialog, then: Callable[[], object]) -> None:
    """Ask before what was written in a dialog is thrown away."""
    translated = QCoreApplication.translate
    question = Question(
        dialog.windowTitle(),
        translated("Opening", "What you wrote here is not saved yet."),
        "",
        translated("Opening", "Keep editing"),
        translated("Opening", "Discard"),
        loses=True,
    )
    ask(question, dialog, then)


def ask(question: Question, over: QWidget, then: Callable[[], object]) -> None:
    """Ask over a window, and go on where the person says so; Enter and Escape leave all as it is.

    The texts are shown as they stand: a name that looks like markup is none.
    """
    box = QMessageBox(over)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(question.title)
    box.setText(question.text)
    box.setInformativeText(question.more)
    roles = QMessageBox.ButtonRole
    stay = box.addButton(question.stay, roles.RejectRole)
    go = box.addButton(question.go, roles.DestructiveRole if question.loses else roles.AcceptRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    # Once the question is gone, since what comes may hide every window.
    box.finished.connect(lambda _result: then() if box.clickedButton() is go else None)
    open_once(box)
