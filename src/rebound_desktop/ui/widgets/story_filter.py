"""What the stories in the list are narrowed by, beside the chips and the search."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from rebound_desktop.models.words import values, word
from rebound_desktop.store import competencies, story_rows
from rebound_desktop.store.story_rows import NO_FILTER, Filter
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button, caption
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.tips import set_tip


class StoryFilter(QWidget):
    """The chosen filters as chips that take them away; ``button`` opens the menu of all.

    ``changed`` is emitted with the new :class:`~rebound_desktop.store.story_rows.Filter`.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Chosen filters"))
        self._chosen = NO_FILTER
        self._flow = FlowLayout(self)
        self.button = button(self.tr("Filter"), kind="chip", name=self.tr("Filter stories"))
        self.button.setIcon(theme().icon("filter"))
        menu = QMenu(self.button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.button.setMenu(menu)
        self.hide()

    def choose(self, chosen: Filter) -> None:
        """Narrow the list by these filters."""
        if chosen == self._chosen:
            return
        self._chosen = chosen
        self._flow.clear()
        for name, text in self._words().items():
            if getattr(chosen, name):
                self._flow.addWidget(self._chip(name, text))
        self.setVisible(chosen != NO_FILTER)
        self.changed.emit(chosen)

    def clear(self) -> None:
        """Show stories of all kinds again."""
        self.choose(NO_FILTER)

    def _chip(self, name: str, text: str) -> QWidget:
        said = self.tr("Remove the filter {name}").format(name=text)
        chip = button(caption(text), lambda: self._take_away(name), kind="chip", name=said)
        chip.setProperty("tone", "accent")
        chip.setIcon(theme().icon("close"))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        set_tip(chip, said)
        return chip

    def _take_away(self, name: str) -> None:
        self.choose(replace(self._chosen, **{name: ""}))
        self.button.setFocus()

    def _words(self) -> dict[str, str]:
        """Return what each chosen filter is called."""
        chosen = self._chosen
        return {
            "competency": chosen.competency,
            "expectation": word("expectation", chosen.expectation),
            "told": self._told().get(chosen.told, ""),
            "year": chosen.year,
        }

    def _told(self) -> dict[str, str]:
        return {
            story_rows.TOLD: self.tr("Told before"),
            story_rows.NEVER_TOLD: self.tr("Never told"),
            story_rows.NOT_LATELY: self.tr("Not told for half a year"),
        }

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        self._add(
            menu,
            "expectation",
            [(each, word("expectation", each)) for each in values("expectation")],
        )
        menu.addSeparator()
        self._add(menu, "told", list(self._told().items()))
        menu.addSeparator()
        for name, title, entries in (
            (
                "competency",
                self.tr("Competency"),
                [(each, each) for each in sorted(each for each, _ in competencies.counts())],
            ),
            ("year", self.tr("Year"), [(each, each) for each in story_rows.years()]),
        ):
            inside = menu.addMenu(title)
            self._add(inside, name, entries)
            inside.setEnabled(bool(entries))
        menu.addSeparator()
        everything = menu.addAction(self.tr("All stories"))
        everything.setEnabled(self._chosen != NO_FILTER)
        everything.triggered.connect(lambda _checked=False: self.clear())

    def _add(self, menu: QMenu, name: str, entries: list[tuple[str, str]]) -> None:
        """Add the values of one filter to a menu; choosing the chosen one takes it away."""
        group = QActionGroup(menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for value, text in entries:
            action = menu.addAction(caption(text))
            action.setCheckable(True)
            action.setChecked(getattr(self._chosen, name) == value)
            group.addAction(action)
            action.triggered.connect(self._setter(name, value))

    def _setter(self, name: str, value: str) -> Callable[[bool], None]:
        def take(checked: bool) -> None:
            self.choose(replace(self._chosen, **{name: value if checked else ""}))

        return take
