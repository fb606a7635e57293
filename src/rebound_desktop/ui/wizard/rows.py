"""Fields beside one another in a row of a page."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


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
