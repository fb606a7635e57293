"""Tooltips of widgets: what a person typed is shown as it is, and read out as it is."""

from PySide6.QtWidgets import QWidget

from rebound_desktop.models.tooltips import tooltip


def set_tip(widget: QWidget, text: str) -> None:
    """Say more about a widget: under the mouse, and to a screen reader."""
    widget.setToolTip(tooltip(text))
    # A screen reader would otherwise read out the tooltip, with its markup.
    widget.setAccessibleDescription(text)
