"""Moving an application to another stage: what is asked before, and what is said after."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.models.company_words import recalled
from rebound_desktop.models.words import short_moment, word
from rebound_desktop.store import applications
from rebound_desktop.store.tables import Application
from rebound_desktop.ui.dialogs.closing_dialog import ask_how_it_ended
from rebound_desktop.ui.dialogs.opening import open_once


def _tr(text: str) -> str:
    return QCoreApplication.translate("ApplicationMoves", text)


def move_application(
    application_id: int,
    stage: Stage,
    window: QWidget,
    *,
    say: Callable[[str], object],
    reflect: Callable[[int], object],
) -> None:
    """Move an application to a stage from today on; to "closed" by asking how it ended.

    Before somebody applies where there was a no or a silence, that is recalled. ``say`` gets a
    sentence on what happened, ``reflect`` the id of a rejection to look back on.
    """
    application = applications.get(application_id)
    if application is None:
        return
    closed = applications.is_closed(application)
    if stage is Stage.CLOSED:
        if not closed:
            ask_how_it_ended(application_id, window, say=say, reflect=reflect)
        return
    text = recalled(str(application.company), application_id)
    if application.stage == Stage.INTERESTED and stage is Stage.APPLIED and text:
        from rebound_desktop.ui.dialogs.company_note_dialog import CompanyNoteDialog

        note = CompanyNoteDialog(str(application.company), text, window)
        note.accepted.connect(lambda: _record(application, stage, say))
        open_once(note)
        return
    _record(application, stage, say)


def reopen_application(application_id: int, *, say: Callable[[str], object]) -> None:
    """Open a closed application again, where it was before."""
    applications.reopen(application_id)
    again = applications.get(application_id)
    if again is not None:
        text = _tr("{company} is open again: {stage}. Ctrl+Z takes it back.")
        say(text.format(company=again.company, stage=word("stage", str(again.stage))))


def _record(application: Application, stage: Stage, say: Callable[[str], object]) -> None:
    cancelled = applications.move_to(int(application.id), stage)
    text = _tr("{company}: {stage}, from today. Ctrl+Z takes it back.")
    said = [text.format(company=application.company, stage=word("stage", stage))]
    for event in cancelled:
        taken = _tr("{event}, {when}, was taken out of the history.")
        when = short_moment(event.on_date, str(event.at_time))
        said.append(taken.format(event=word("event", str(event.kind)), when=when))
    say(" ".join(said))
