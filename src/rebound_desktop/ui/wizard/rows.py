"""Rows of a page: fields beside one another, and rows that are made anew from the store."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget


def side_by_side(*fields: tuple[QWidget, int], action: QWidget | None = None) -> QHBoxLayout:
    """Return fields in a row, each with its share of the width, and a button at the end.

    The fields hang from the same line; the button stands on the line of their editors.
    """
    row = QHBoxLayout()
    row.setSpacing(12)
    for field, share in fields:
        column = QVBoxLayout()
        column.addWidget(field)
        column.addStretch(1)
        row.addLayout(column, share)
    if action is not None:
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(action)
        row.addLayout(column)
    return row


def clear(layout: QLayout) -> None:
    """Remove and delete the widgets of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
