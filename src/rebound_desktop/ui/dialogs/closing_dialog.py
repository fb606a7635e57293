"""The form that closes an application in one step."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from rebound_desktop.core.vocabulary import Outcome
from rebound_desktop.models.words import word
from rebound_desktop.store import applications, closing, rejections
from rebound_desktop.store.tables import Application
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.widgets.fields import DayEdit, Field, TextArea


class ClosingDialog(FormDialog):
    """Closes an application; ``outcome`` is chosen beforehand.

    Afterwards ``rejection_id`` is the rejection that was logged, 0 where the ending makes none,
    and ``wants_to_reflect`` says whether the person wants to look back on it now.
    """

    def __init__(
        self,
        application: Application,
        parent: QWidget | None = None,
        *,
        outcome: Outcome = Outcome.NO,
    ) -> None:
        super().__init__(parent)
        self._application_id = int(application.id)
        self.about = f"applications {application.id}"
        self.rejection_id = 0
        self.set_title(
            self.tr("Close: {company}").format(company=application.company),
            self.tr("Close application"),
        )
        self.save.setText(self.tr("Close application"))
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._group = QButtonGroup(self)
        self.outcomes: dict[Outcome, QRadioButton] = {}
        for each in Outcome:
            radio = QRadioButton(word("outcome", each))
            self._group.addButton(radio)
            self.outcomes[each] = radio
            column.addWidget(radio)
        self.outcomes[outcome].setChecked(True)
        self.add("outcome", Field(self.tr("How did it end?"), choices))
        self.day = DayEdit()
        self.add("on_date", Field(self.tr("Day"), self.day))
        self.note = TextArea(lines=3, most=8)
        self._note_field = self.add("note", Field(self.tr("Their words"), self.note))
        self._reflect = QCheckBox(self.tr("Look back on it now"))
        self._reflect.setChecked(True)
        self.column.addWidget(self._reflect)
        self.keep("reflect", self._reflect)
        self.column.addStretch(1)
        self._group.buttonToggled.connect(lambda _radio, _checked: self._fit_to_outcome())
        self._fit_to_outcome()
        self.outcomes[outcome].setFocus()

    @property
    def outcome(self) -> Outcome:
        """The ending that is chosen."""
        return next(each for each, radio in self.outcomes.items() if radio.isChecked())

    @property
    def wants_to_reflect(self) -> bool:
        """Whether the person wants to look back on the rejection now."""
        return bool(self.rejection_id) and self._reflect.isChecked()

    def take(self) -> None:
        rejection = closing.close(
            self._application_id,
            self.outcome,
            self.day.day(),
            self.note.toPlainText().strip(),
        )
        self.rejection_id = int(rejection.id) if rejection is not None else 0

    def _fit_to_outcome(self) -> None:
        checked = self._group.checkedButton()
        if checked is None:
            return
        theirs = self.outcome in rejections.OUTCOMES
        self._reflect.setVisible(theirs)
        label = self.tr("Their words") if self.outcome is Outcome.NO else self.tr("Note")
        self._note_field.label.setText(label)
        self.note.setAccessibleName(label)


def ask_how_it_ended(
    application_id: int,
    window: QWidget,
    *,
    say: Callable[[str], object],
    reflect: Callable[[int], object],
    outcome: Outcome = Outcome.NO,
) -> None:
    """Open the form over a window; it closes the application.

    ``say`` gets a sentence about it, ``reflect`` the id of the rejection where the person wants
    to look back on it now.
    """
    application = applications.get(application_id)
    if application is None:
        return
    dialog = ClosingDialog(application, window, outcome=outcome)
    company = str(application.company)

    def tell() -> None:
        text = QCoreApplication.translate(
            "ClosingDialog", "{company} is closed: {outcome}. Ctrl+Z takes it back."
        )
        say(text.format(company=company, outcome=word("outcome", dialog.outcome)))
        if dialog.wants_to_reflect:
            reflect(dialog.rejection_id)

    dialog.accepted.connect(tell)
    open_once(dialog)
