"""A column of widgets, one a record, that outlives a refresh: the cursor stays where it is."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

WidgetType = TypeVar("WidgetType", bound=QWidget)


class KeyedColumn(Generic[WidgetType]):
    """Keeps the widgets of a layout in step with a list of record ids."""

    def __init__(self, layout: QVBoxLayout) -> None:
        self._layout = layout
        self.widgets: dict[int, WidgetType] = {}

    def keep(self, ids: Sequence[int], make: Callable[[int], WidgetType]) -> None:
        """Have a widget for each of these ids, in this order; ``make`` makes a missing one.

        Those of other ids are removed, those that stay are not touched.
        """
        for gone in [each for each in self.widgets if each not in ids]:
            widget = self.widgets.pop(gone)
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for place, each in enumerate(ids):
            if each not in self.widgets:
                widget = make(each)
                self.widgets[each] = widget
                self._layout.insertWidget(place, widget)
