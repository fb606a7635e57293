"""A small table of what is counted, such as the records of a backup by kind."""

from PySide6.QtWidgets import QHeaderView, QTreeWidget


def number_table(name: str, columns: list[str], *, widest: int = 0) -> QTreeWidget:
    """Return an empty table with these columns; the one at place ``widest`` takes the room left."""
    table = QTreeWidget()
    table.setObjectName("records")
    table.setAccessibleName(name)
    table.setRootIsDecorated(False)
    table.setHeaderLabels(columns)
    # A row that is added before the style is known would stay as low as without it.
    table.ensurePolished()
    header = table.header()
    header.setStretchLastSection(False)
    modes = QHeaderView.ResizeMode
    for place in range(len(columns)):
        way = modes.Stretch if place == widest else modes.ResizeToContents
        header.setSectionResizeMode(place, way)
    return table
