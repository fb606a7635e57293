"""The form that makes one person of two."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from rebound_desktop.models.people_table import shown_name
from rebound_desktop.models.words import word
from rebound_desktop.store import people, people_merging
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Person
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.buttons import caption
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.fields import Field
from rebound_desktop.ui.widgets.person_picker import PersonPicker
from rebound_desktop.ui.widgets.text import PlainLabel


class PersonMergeDialog(FormDialog):
    """Asks who is the same as ``person``, and which of two different texts is kept."""

    def __init__(self, person: Person, other_id: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self.about = f"people {person.id}"
        self.set_title(self.tr("Merge two people"))
        self.save.setText(self.tr("Merge"))
        sentence = self.tr(
            "Everything that belongs to both goes to {name}: applications, messages, notes and "
            "addresses. Ctrl+Z takes it back."
        ).format(name=shown_name(str(person.name)))
        self.column.addWidget(PlainLabel(sentence, "second", wrap=True))
        self.other = PersonPicker(self.tr("Choose a person"), besides=int(person.id))
        self.other.set_person(other_id)
        self.add("person", Field(self.tr("Who is the same?"), self.other))
        self._texts = _Texts()
        self._choices = self._texts.column
        self._groups = self._texts.groups
        self.column.addWidget(self._texts)
        self.keep("texts", self._texts)
        self.column.addStretch(1)
        self.other.currentTextChanged.connect(lambda _text: self._ask())
        self._asked = -1
        self._ask()
        self.other.setFocus()

    def take(self) -> None:
        number = self.other.person_id()
        other = people.get(number) if number else None
        if other is None:
            raise RefusedError("person", self.tr("Choose the person who is the same."))
        values = {
            name: str(getattr(other, name))
            for name, group in self._groups.items()
            if group.checkedId() == 1
        }
        people_merging.merge(int(self._person.id), number, values)

    def _ask(self) -> None:
        """Show the fields in which the two differ, with both texts."""
        number = self.other.person_id()
        if number == self._asked:
            return
        self._asked = number
        clear(self._choices)
        self._groups.clear()
        other = people.get(number) if number else None
        if other is None:
            return
        for name in people_merging.differing(self._person, other):
            self._choices.addWidget(self._choice(name, other))
        if self.isVisible():
            self._fit()

    def _choice(self, name: str, other: Person) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = self._labels()[name]
        column.addWidget(PlainLabel(label, "label"))
        group = self._groups[name] = QButtonGroup(both)
        for place, person in enumerate((self._person, other)):
            text = _shown(name, str(getattr(person, name)))
            choice = QRadioButton(caption(text))
            choice.setAccessibleName(f"{label}: {text}")
            choice.setChecked(place == 0)
            group.addButton(choice, place)
            column.addWidget(choice)
        return both

    def _labels(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "company": self.tr("Company"),
            "title": self.tr("Job title"),
            "role": self.tr("Role in the process"),
            "email": self.tr("E-mail"),
            "phone": self.tr("Phone"),
            "link": self.tr("Link"),
            "how_met": self.tr("How you met"),
            "notes": self.tr("Notes"),
            "known": self.tr("How well you know each other"),
        }


class _Texts(QWidget):
    """The choices between two texts, by the name of the field."""

    def __init__(self) -> None:
        super().__init__()
        self.groups: dict[str, QButtonGroup] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def kept_value(self) -> object:
        """Return which text was chosen for each field, for the draft of the form."""
        return {name: group.checkedId() for name, group in self.groups.items()}

    def put_kept(self, value: object) -> None:
        """Choose what was kept."""
        for name, chosen in value.items() if isinstance(value, dict) else ():
            group = self.groups.get(name)
            choice = group.button(chosen) if group is not None else None
            if choice is not None:
                choice.setChecked(True)

    def kept_text(self) -> str:
        """Return nothing: no text is written here."""
        return ""


def _shown(name: str, text: str) -> str:
    if name in ("role", "known"):
        return word("person" if name == "role" else "known", text)
    line = " ".join(text.split())
    return line if len(line) <= 90 else line[:90].rstrip() + "…"
