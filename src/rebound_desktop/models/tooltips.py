"""Texts for tooltips, which Qt would read as markup wherever they look like it."""

from html import escape

#: A tooltip is laid out at once, whole; more than this nobody reads in one, in characters.
_MOST = 600


def tooltip(text: str) -> str:
    """Return a text for a tooltip, which shows it as it is, or its beginning where it is long.

    What a screen reader is to say must not be taken from it: see ``ui.widgets.tips``.
    """
    if not text:
        return ""
    shown = text if len(text) <= _MOST else text[: _MOST - 1] + "…"
    return f'<qt><span style="white-space: pre-wrap">{escape(shown)}</span></qt>'
