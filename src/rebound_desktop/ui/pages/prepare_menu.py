"""The menu of what can be prepared."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from rebound_desktop.models.words import near_day, word
from rebound_desktop.store import prep_sheets
from rebound_desktop.store.upcoming import Coming
from rebound_desktop.ui.widgets.buttons import caption


def fill(
    menu: QMenu, prepare: Callable[[int, date | None], object], add: Callable[[], object]
) -> None:
    """Offer the interviews to come and the open applications.

    ``prepare`` is called with an application's id and the day, ``add`` for a new application.
    """
    menu.clear()
    found = prep_sheets.offered()
    for each in found:
        action = menu.addAction(caption(_text(each)))
        day = each.on_date if each.kind else None
        action.triggered.connect(
            lambda _checked=False, number=each.application_id, day=day: prepare(number, day)
        )
    if found:
        menu.addSeparator()
    new = menu.addAction(QCoreApplication.translate("PrepareMenu", "Another application…"))
    new.triggered.connect(lambda _checked=False: add())


def _text(each: Coming) -> str:
    what = ", ".join(filter(None, (each.company, each.role)))
    if not each.kind:
        return what
    when = f"{near_day(each.on_date)} {each.at_time}".rstrip()
    return QCoreApplication.translate("PrepareMenu", "{what} · {kind}, {when}").format(
        what=what, kind=word("event", each.kind), when=when
    )
