"""What the inputs of a form hold: to be compared, kept as a draft, put back, and copied."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from rebound_desktop.ui.widgets.autosave import text_of

#: What a person can type or choose in.
INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractButton)


@runtime_checkable
class Kept(Protocol):
    """An editor that says itself what it holds, as one that is made of several inputs.

    What it gives can be written as JSON, and is what it is given back.
    """

    def kept_value(self) -> object:
        """Return all that was typed and chosen, the half-typed too."""

    def put_kept(self, value: object) -> None:
        """Show what was kept; what does not fit any more is left out."""

    def kept_text(self) -> str:
        """Return what was typed, as for the clipboard."""


def inputs_in(widget: QWidget) -> list[QWidget]:
    """Return the inputs that a widget is or is made of, in their order.

    A button that is only pressed is none, nor is a part of another input.
    """
    found: list[QWidget] = []
    for each in (widget, *widget.findChildren(QWidget)):
        if not isinstance(each, INPUTS) or any(other.isAncestorOf(each) for other in found):
            continue
        if not isinstance(each, QAbstractButton) or each.isCheckable():
            found.append(each)
    return found


def value_of(editor: QWidget) -> object:
    """Return what an editor holds, as it can be written as JSON."""
    if isinstance(editor, Kept):
        return editor.kept_value()
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        return text_of(editor)
    if isinstance(editor, QComboBox):
        return editor.currentText() if editor.isEditable() else str(editor.currentData() or "")
    if isinstance(editor, QSpinBox):
        return editor.value()
    if isinstance(editor, QAbstractSpinBox):
        return editor.text()
    if isinstance(editor, QAbstractButton):
        return editor.isChecked()
    return [value_of(each) for each in inputs_in(editor)]


def put(editor: QWidget, value: object) -> None:
    """Show a kept value; one that does not fit the editor any more is left out."""
    if isinstance(editor, Kept):
        editor.put_kept(value)
    elif isinstance(editor, QLineEdit):
        editor.setText(str(value))
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(str(value))
    elif isinstance(editor, QComboBox):
        if editor.isEditable():
            editor.setEditText(str(value))
        elif (row := editor.findData(str(value))) >= 0:
            editor.setCurrentIndex(row)
    elif isinstance(editor, QSpinBox):
        if isinstance(value, int):
            editor.setValue(value)
    elif isinstance(editor, QAbstractButton):
        editor.setChecked(bool(value))
    elif isinstance(value, list):
        for each, inside in zip(inputs_in(editor), value, strict=False):
            put(each, inside)


def typed_in(editor: QWidget) -> str:
    """Return what was typed into an editor, as for the clipboard."""
    if isinstance(editor, Kept):
        return editor.kept_text()
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        return text_of(editor)
    return ""
