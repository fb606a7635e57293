"""The form for a telling: when, to whom, and how it landed."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from rebound_desktop.core import clock
from rebound_desktop.models.words import values, word
from rebound_desktop.store import applications, stories
from rebound_desktop.store.tables import Application, Telling
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import ChoiceEdit, DayEdit, Field, TextArea


class TellingDialog(FormDialog):
    """Notes a telling of a story, or changes ``telling``."""

    def __init__(
        self, story_id: int, parent: QWidget | None = None, *, telling: Telling | None = None
    ) -> None:
        super().__init__(parent)
        self._story_id = story_id
        self._telling = telling
        self.about = f"tellings {telling.id}" if telling is not None else f"stories {story_id}"
        self.set_title(self.tr("Note a telling") if telling is None else self.tr("Telling"))
        given = telling or Telling(to_whom="", landed="", note="")
        self.day = DayEdit(telling.on_date if telling else clock.today())
        self.landed = ChoiceEdit(
            [
                ("", word("landing", "")),
                *((each, word("landing", each)) for each in values("landing")),
            ],
            str(given.landed),
        )
        self.add_row(
            ("on_date", Field(self.tr("When"), self.day)),
            ("landed", Field(self.tr("How it landed"), self.landed)),
        )
        self.to_whom = QLineEdit(str(given.to_whom))
        self.to_whom.setPlaceholderText(self.tr("A name, a company, a form"))
        self.add("to_whom", Field(self.tr("To whom"), self.to_whom))
        self.application = self._applications(telling)
        self.add("application", Field(self.tr("For which application"), self.application))
        self.note = TextArea(lines=2, most=6)
        self.note.setPlainText(str(given.note))
        self.add("note", Field(self.tr("Note"), self.note))
        if telling is not None:
            self.buttons.insertWidget(0, button(self.tr("Delete"), self._delete))
        self.column.addStretch(1)
        self.to_whom.setFocus()

    def take(self) -> None:
        chosen = self.application.currentData()
        given = (
            self.day.day(),
            self.to_whom.text(),
            int(chosen) if chosen else None,
            self.landed.value(),
            self.note.toPlainText(),
        )
        if self._telling is None:
            stories.tell(self._story_id, *given)
        else:
            stories.edit_telling(self._telling.id, *given)

    def _applications(self, telling: Telling | None) -> QComboBox:
        offered = applications.open_ones()
        before = telling.application if telling is not None else None
        if before is not None and before.id not in [each.id for each in offered]:
            offered.insert(0, before)
        return ChoiceEdit(
            [("", self.tr("None")), *((str(each.id), _name_of(each)) for each in offered)],
            str(before.id) if before is not None else "",
        )

    def _delete(self) -> None:
        assert self._telling is not None
        stories.delete_telling(self._telling.id)
        self.done(0)


def _name_of(application: Application) -> str:
    return " – ".join(each for each in (application.company, application.role) if each)
