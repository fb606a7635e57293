"""The letters that drafts are made from: reword the shipped ones, add some of one's own."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core import clock, letters
from rebound_desktop.core.letter_grammar import FIELDS, LetterTextError, check
from rebound_desktop.core.letter_templates import Template, shipped
from rebound_desktop.core.letters import Facts, Style
from rebound_desktop.core.vocabulary import LetterKind, Stage, Tone
from rebound_desktop.models import letter_drafts
from rebound_desktop.store import letter_templates
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.ui.widgets.autosave import Autosave, may_close, text_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.long_text import LongText
from rebound_desktop.ui.widgets.scrolled import scrolled
from rebound_desktop.ui.widgets.text import PlainLabel


class TemplateDialog(QDialog):
    """A list of letters and, beside it, the chosen one with a picture of what it becomes.

    A text is stored as it is typed, while it can be drafted from; until then the sentence at its
    field says what is missing, and the wording before stays in use. ``said`` as pages have it.
    """

    said = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._template = shipped(LetterKind.FEEDBACK_REQUEST)
        self._autosave = Autosave(self)
        self.setWindowTitle(self.tr("Letter templates"))
        self._make_list()
        self._make_fields()
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addLayout(self._left, 4)
        body.addWidget(scrolled(self._right), 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Letter templates"), "title"))
        column.addLayout(body, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(self.tr("Close"), self.accept)
        close.setDefault(True)
        row.addWidget(close)
        column.addLayout(row)
        self._wire()
        self._fill_list()
        self.list.setCurrentRow(0)
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(980, room.width() - 40), min(720, room.height() - 24))

    def _make_list(self) -> None:
        self._left = QVBoxLayout()
        self._left.setSpacing(8)
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName(self.tr("Letters"))
        self.list.setWordWrap(True)
        self._left.addWidget(self.list, 1)
        self.add = button(self.tr("New template"), self._add)
        self._left.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def _make_fields(self) -> None:
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        self.name = QLineEdit()
        self.kind = ChoiceEdit([(each, letter_drafts.kind_name(each)) for each in LetterKind])
        self.tone = ChoiceEdit([(each, letter_drafts.tone_name(each)) for each in Tone])
        self._name = Field(self.tr("Name"), self.name)
        self._kind = Field(self.tr("For"), self.kind)
        self._tone = Field(self.tr("Tone"), self.tone)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, share in ((self._name, 3), (self._kind, 3), (self._tone, 2)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.subject = QLineEdit()
        self._subject = Field(self.tr("Subject"), self.subject)
        column.addWidget(self._subject)
        self.body = TextArea(lines=7, most=16)
        known = " ".join(f"{{{each}}}" for each in FIELDS)
        self._body = Field(
            self.tr("Text"),
            self.body,
            hint=self.tr(
                "Fields: {fields}. A part in [ ] is left out where its field is empty; with "
                "[one|another] the other wording is taken."
            ).replace("{fields}", known),
        )
        column.addWidget(self._body)
        self.preview = LongText()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setMinimumHeight(150)
        column.addWidget(Field(self.tr("What it becomes, with made-up facts"), self.preview), 1)
        actions = QHBoxLayout()
        self.reset = button(self.tr("Bring back the shipped letter"), self._reset)
        self.delete = button(self.tr("Delete template"), self._delete)
        actions.addWidget(self.reset)
        actions.addWidget(self.delete)
        actions.addStretch(1)
        column.addLayout(actions)

    def _wire(self) -> None:
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_chosen())
        for editor in (self.name, self.subject, self.body):
            self._autosave.watch(editor, lambda _text: self._save())
        self.subject.textChanged.connect(lambda _text: self._look())
        self.body.textChanged.connect(self._look)
        for choice in (self.kind, self.tone):
            self._autosave.hold(choice, self._save)
            choice.chosen.connect(lambda _value, choice=choice: self._autosave.note_now(choice))

    def done(self, result: int) -> None:
        """Save what was typed last, and close; stay open where the system does not take it."""
        if may_close(self, lambda: self.done(result)):
            super().done(result)

    # What is shown

    def _fill_list(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for template in letter_templates.every():
            item = QListWidgetItem(_title(template, self.tr("changed")))
            item.setData(Qt.ItemDataRole.UserRole, template)
            self.list.addItem(item)
        self.list.blockSignals(False)

    def _show_chosen(self) -> None:
        self._autosave.flush()
        if self.list.currentRow() < 0:
            return
        self._template = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        template = self._template
        is_shipped = bool(template.key)
        for field in (self._name, self._subject, self._body):
            field.refuse("")
        self._autosave.fill(self.name, template.name)
        self._autosave.fill(self.subject, template.subject)
        self._autosave.fill(self.body, template.body)
        self.kind.set_value(template.kind)
        self.tone.set_value(template.tone)
        for each in (self._name, self._kind, self._tone):
            each.setVisible(not is_shipped)
        self.reset.setVisible(is_shipped)
        self.reset.setEnabled(bool(template.row))
        self.delete.setVisible(not is_shipped)
        self._look()

    def _look(self) -> None:
        """Show what the text becomes, or what is wrong with it beside its field."""
        wrong = False
        for field, text in ((self._subject, self.subject.text()), (self._body, self._text())):
            try:
                check(text)
            except LetterTextError as error:
                field.show_refusal(str(error))
                wrong = True
            else:
                field.show_refusal("")
        if not wrong:
            letter = letters.write(self._typed(), _made_up(self._style))
            self.preview.setPlainText("\n\n".join(filter(None, (letter.subject, letter.body))))

    def _text(self) -> str:
        return text_of(self.body)

    def _typed(self) -> Template:
        """Return the template as the fields have it."""
        typed = replace(self._template, subject=self.subject.text(), body=self._text())
        if typed.key:
            return typed
        return replace(
            typed,
            name=self.name.text(),
            kind=LetterKind(self.kind.value()),
            tone=Tone(self.tone.value()),
        )

    # What the person does

    def _save(self) -> None:
        typed = self._typed()
        if typed == self._template:
            return
        try:
            saved = letter_templates.save(typed, merge=f"letter-template-{typed.key}{typed.row}")
        except RefusedError as refusal:
            fields = {"name": self._name, "subject": self._subject, "body": self._body}
            fields[refusal.field].show_refusal(str(refusal))
            return
        self._name.show_refusal("")
        self._take(saved)

    def _take(self, template: Template) -> None:
        """Show in the list what a template is now."""
        self._template = template
        item = self.list.currentItem()
        if item is not None:
            item.setData(Qt.ItemDataRole.UserRole, template)
            item.setText(_title(template, self.tr("changed")))
        self.reset.setEnabled(bool(template.row))

    def _add(self) -> None:
        """Begin one of the person's own, from the letter that is chosen."""
        self._autosave.flush()
        name = self.tr("My letter")
        saved = letter_templates.save(replace(self._template, name=name, key="", row=0))
        self._fill_list()
        self._choose(saved)
        self.name.setFocus()
        self.name.selectAll()

    def _reset(self) -> None:
        key = self._template.key
        letter_templates.reset(key)
        self._fill_list()
        self._choose(shipped(self._template.kind, self._template.tone))
        self.said.emit(self.tr("The shipped letter is back. Ctrl+Z takes that back."))

    def _delete(self) -> None:
        letter_templates.delete(self._template.row)
        self._fill_list()
        self.list.setCurrentRow(0)
        self._show_chosen()
        self.said.emit(self.tr("The template is deleted. Ctrl+Z brings it back."))

    def _choose(self, template: Template) -> None:
        rows = range(self.list.count())
        found = [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]
        self.list.setCurrentRow(found.index(template))
        self._show_chosen()


def _title(template: Template, changed: str) -> str:
    parts = [letter_drafts.kind_name(template.kind), letter_drafts.template_name(template)]
    if template.key and template.row:
        parts.append(changed)
    return " · ".join(parts)


def _made_up(style: Style) -> Facts:
    """Return facts for the preview, with the person's own name where it is known."""
    today = clock.today()
    return Facts(
        company="Northwind",
        role="Product Analyst",
        to_name="Priya Nair",
        my_name=style.my_name or "Maya",
        detail="the walk through your sales model",
        reached=Stage.FINAL,
        today=today,
        asked_on=date.fromordinal(today.toordinal() - 8),
        american=style.american,
    )
