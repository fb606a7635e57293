"""The form for a person."""

import re

from PySide6.QtWidgets import QLineEdit, QWidget

from rebound_desktop.models.people_table import role_choices
from rebound_desktop.models.words import values as words_of
from rebound_desktop.models.words import word
from rebound_desktop.store import people
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import Person
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.address_rows import AddressRows
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.person_picker import PersonPicker
from rebound_desktop.ui.widgets.text import PlainLabel

#: What an address looks like at its plainest; whatever else somebody writes is kept too.
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class PersonDialog(FormDialog):
    """Adds a person, or changes ``person``.

    With ``application_id`` a new person is noted as met in that application's process; ``company``
    is put in beforehand. Afterwards ``person_id`` is the person's id.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        person: Person | None = None,
        company: str = "",
        application_id: int = 0,
    ) -> None:
        super().__init__(parent)
        self._person = person
        self._application_id = application_id
        self.person_id = int(person.id) if person is not None else 0
        self.set_title(self.tr("New person") if person is None else self.tr("Edit person"))
        if person is not None:
            self.about = f"people {person.id}"
        elif application_id:
            self.about = f"applications {application_id}"
        given = person or Person(company=company)
        self.lines: dict[str, QLineEdit] = {}
        self._areas: dict[str, TextArea] = {}
        self.add("name", self._line("name", self.tr("Name"), given))
        self.role = ChoiceEdit(role_choices(), str(given.role))
        self.add_row(
            ("company", self._line("company", self.tr("Company"), given)),
            ("title", self._line("title", self.tr("Job title"), given)),
        )
        email = self._line("email", self.tr("E-mail"), given)
        self._address_hint = PlainLabel("", "small", wrap=True)
        self._address_hint.hide()
        email_column = email.layout()
        assert email_column is not None
        email_column.addWidget(self._address_hint)
        self.add_row(
            ("role", Field(self.tr("Role in the process"), self.role)),
            ("phone", self._line("phone", self.tr("Phone"), given)),
        )
        self.add_row(
            ("email", email),
            ("link", self._line("link", self.tr("Link"), given)),
        )
        self.addresses = AddressRows()
        self.keep("addresses", self.addresses)
        self.column.addWidget(self.addresses)
        self.known = ChoiceEdit(
            [(each, word("known", each)) for each in ("", *words_of("known"))], str(given.known)
        )
        self.introduced_by = PersonPicker(self.tr("Nobody noted"), besides=self.person_id)
        self.introduced_by.set_person(given.introduced_by_id)
        self.add_row(
            ("known", Field(self.tr("How well you know each other"), self.known)),
            ("introduced_by", Field(self.tr("Introduced by"), self.introduced_by)),
        )
        if person is not None:
            self.addresses.set_addresses(
                [(str(each.kind), str(each.text)) for each in people.addresses_of(person.id)]
            )
        for name, label in (("how_met", self.tr("How you met")), ("notes", self.tr("Notes"))):
            area = TextArea(lines=2, most=10)
            area.setPlainText(str(getattr(given, name)))
            self._areas[name] = area
            self.add(name, Field(label, area))
        self.column.addStretch(1)
        self.lines["email"].textChanged.connect(lambda _text: self._look_at_address())
        self._look_at_address()
        self.lines["name"].setFocus()

    def take(self) -> None:
        values = {name: line.text() for name, line in self.lines.items()}
        values |= {name: area.toPlainText() for name, area in self._areas.items()}
        values |= {"role": self.role.value(), "known": self.known.value()}
        with write("New person" if self._person is None else "Edit person"):
            number = self.person_id
            if self._person is not None:
                people.edit(number, values)
            else:
                number = int(people.add(values).id)
            if self._application_id:
                people.meet(self._application_id, number, self.role.value())
            people.set_introduced_by(number, self.introduced_by.person_id() or None)
            people.set_addresses(number, self.addresses.addresses())
        self.person_id = number

    def _line(self, name: str, label: str, given: Person) -> Field:
        line = QLineEdit(str(getattr(given, name)))
        self.lines[name] = line
        return Field(label, line)

    def _look_at_address(self) -> None:
        text = self.lines["email"].text().strip()
        odd = bool(text) and _ADDRESS.fullmatch(text) is None
        hint = self.tr("This does not look like an address; it is kept as it is.") if odd else ""
        self._address_hint.setText(hint)
        self._address_hint.setVisible(odd)
        self.lines["email"].setAccessibleDescription(hint)
