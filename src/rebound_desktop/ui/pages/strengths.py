"""The page Strengths: the vault of stories."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.story_parts import is_moment
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.story_list import StoryList
from rebound_desktop.store import competencies, stories, story_rows
from rebound_desktop.store.changes import Change
from rebound_desktop.store.competencies import Label
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages import prepare_menu, story_detail
from rebound_desktop.ui.pages.page import Page, search_field
from rebound_desktop.ui.pages.story_detail import StoryDetail
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button, caption
from rebound_desktop.ui.widgets.chips import ChipRow
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.kept_line import KeptLine
from rebound_desktop.ui.widgets.story_cards import StoryCards
from rebound_desktop.ui.widgets.story_filter import StoryFilter
from rebound_desktop.ui.widgets.text import PlainLabel
from rebound_desktop.ui.widgets.two_panes import two_panes

#: How many competencies have a chip: the most used ones.
_MOST_CHIPS = 4
#: From so many stories on, competencies without one are worth a word.
_WORTH_GAPS = 3

#: From how many times the text size in points on the header has room for one more button.
_WITH_PREPARE = 70


class StrengthsPage(Page):
    """Stories to find, to copy and to write."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._settings = settings
        self.title.setText(self.tr("Strengths vault"))
        self.setAccessibleName(self.tr("Strengths vault"))
        self.search = search_field(self.tr("Search all words"), self.tr("Search stories"))
        self.search.setMinimumWidth(140)  # the title is a long word at 200 % of the font
        self.search.installEventFilter(self)
        self.header.addWidget(self.search, 1)
        self.new = button(self.tr("New story"), self.begin_new, kind="primary")
        self.header.addWidget(self.new)
        self._prepare = QMenu(self.tr("Prepare for an interview"), self)
        self._prepare.aboutToShow.connect(self._fill_prepare)
        self.prepare = button(self.tr("Prepare…"), name=self.tr("Prepare for an interview"))
        self.prepare.setToolTip(self.tr("Prepare for an interview"))
        self.prepare.setMenu(self._prepare)
        self.header.addWidget(self.prepare)
        self.more = button(self.tr("More"), name=self.tr("More about all stories"))
        self.more.setMenu(self._make_menu())
        self.header.addWidget(self.more)

        self.chips = ChipRow(self.tr("Which stories"))
        self.gaps = button("", kind="chip")
        self.gaps.setProperty("tone", "due")
        self.gaps.setMenu(QMenu(self.gaps))
        self.filter = StoryFilter()
        self.chips.set_last(self.filter.button, self.gaps)
        self.column.addWidget(self.chips)
        self.column.addWidget(self.filter)

        self._model = StoryList(settings.values.words_per_minute, self)
        self.list = StoryCards(self.tr("Stories"), self._model)
        self.detail = StoryDetail(settings)
        self._splitter = two_panes(self._make_left(), self.detail, sizes=(400, 600), grow=(2, 3))
        self.column.addWidget(self._splitter, 1)

        # Everything that the parts of the page say to one another.
        self.search.textChanged.connect(self.list.search)
        self.search.returnPressed.connect(self._to_first)
        self.chips.chosen.connect(self._model.set_chip)
        self.filter.changed.connect(self._model.set_filter)
        self.quick.enter_with(self._add_moment)
        self._model.refilled.connect(self._show_right_part)
        self.list.chosen.connect(self.detail.show_story)
        self.list.opened.connect(self._edit)
        self.list.delete_asked.connect(self._delete)
        self.detail.copy_asked.connect(self.copy_asked)
        self.detail.said.connect(self.said)
        self.detail.edit_asked.connect(self._edit)
        self.detail.record_asked.connect(self.record_asked)
        self.detail.duplicate_asked.connect(self._duplicate)
        self.detail.retire_asked.connect(self._retire)
        self.detail.delete_asked.connect(self._delete)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self.detail.copy)

    # What the window asks

    def open(self) -> None:
        self._model.set_pace(self._settings.values.words_per_minute)
        self._model.load()
        self._show_chips()
        self.detail.show_story(self.list.current_id)

    def take_change(self, change: Change) -> None:
        if change.touches(*story_rows.TABLES):
            self._model.take_change(change)
            self._show_chips()
        if change.touches(*story_detail.TABLES):
            self.detail.show_story(self.list.current_id)

    def select(self, record_id: int) -> None:
        if not self.list.select_story(record_id):
            self.search.clear()
            self.filter.clear()
            story = stories.get(record_id)
            retired = story is not None and story.retired_at
            self.chips.choose(story_rows.RETIRED if retired else story_rows.ALL)
            self.list.select_story(record_id)

    def begin_new(self) -> None:
        self._open_editor(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where the title needs the room, it is in the menu More only.
        self.prepare.setVisible(self.width() > theme().points() * _WITH_PREPARE)

    def layout_parts(self) -> Iterable[tuple[str, QWidget]]:
        return (("strengths-splitter", self._splitter),)

    # Its parts

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        coverage = menu.addAction(self.tr("Coverage by competency…"))
        coverage.triggered.connect(lambda _checked=False: self.show_coverage())
        ledger = menu.addAction(self.tr("All tellings…"))
        ledger.triggered.connect(lambda _checked=False: self.show_ledger())
        menu.addMenu(self._prepare)
        asked = menu.addAction(self.tr("Questions…"))
        asked.triggered.connect(lambda _checked=False: self.show_questions())
        return menu

    def _fill_prepare(self) -> None:
        prepare_menu.fill(
            self._prepare,
            self.prepare_asked.emit,
            lambda: self.new_asked.emit("applications"),
        )

    def show_questions(self) -> None:
        """Open the list of questions and the stories that answer them."""
        from rebound_desktop.ui.dialogs.questions_dialog import QuestionsDialog

        dialog = QuestionsDialog(self.window())
        dialog.story_asked.connect(self.select)
        open_once(dialog)

    def _make_left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.meant = PlainLabel("", "smallSecond", wrap=True)
        self.meant.hide()
        column.addWidget(self.meant)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._none = EmptyState(
            "story",
            self.tr("Here you keep what you are good at. One line is enough to begin."),
            self.tr("Write a story"),
            self.begin_new,
        )
        self._stack.addWidget(self._none)
        self._not_found = EmptyState(
            "search",
            self.tr("No story here holds all these words."),
            self.tr("Show all stories"),
            self._show_all,
        )
        self._stack.addWidget(self._not_found)
        column.addWidget(self._stack, 1)
        self.quick = KeptLine()
        self.quick.setPlaceholderText(self.tr("Log a win in one line, then Enter"))
        self.quick.setAccessibleName(self.tr("Log a win in one line"))
        column.addWidget(self.quick)
        self.quick.keep_as("a win among the strengths")
        left.setMinimumWidth(240)
        return left

    def _show_right_part(self) -> None:
        self.meant.setText(
            self.tr("Nothing has these words. Showing results for “{words}”.").format(
                words=self._model.words
            )
        )
        self.meant.setVisible(self._model.corrected)
        if self._model.rowCount():
            self._stack.setCurrentWidget(self.list)
        elif self.search.text().strip() or stories.count():
            self._stack.setCurrentWidget(self._not_found)
        else:
            self._stack.setCurrentWidget(self._none)

    def _show_chips(self) -> None:
        counts = story_rows.counts()
        kept, retired = counts.kept, counts.retired
        shown = [(story_rows.ALL, self.tr("All {number}").format(number=kept))]
        for name, number in competencies.counts()[:_MOST_CHIPS]:
            text = self.tr("{name} {number}").format(name=name, number=number)
            shown.append((story_rows.COMPETENCY + name, caption(text)))
        if counts.moments:
            text = self.tr("Moments {number}").format(number=counts.moments)
            shown.append((story_rows.MOMENTS, text))
        if retired:
            text = self.tr("Retired {number}").format(number=retired)
            shown.append((story_rows.RETIRED, text))
        for key, text in shown:
            self.chips.set_chip(key, text)
        self.chips.set_tip(story_rows.MOMENTS, self._ripening(counts.moments))
        self.chips.keep([key for key, _ in shown])
        self.chips.setVisible(kept + retired > 0)
        self._show_gaps(kept)

    def _show_gaps(self, count: int) -> None:
        gaps = competencies.gaps() if count >= _WORTH_GAPS else []
        self.gaps.setVisible(bool(gaps))
        names = ", ".join(name for _, name in gaps[:2])
        self.gaps.setText(caption(self.tr("Missing: {names}").format(names=names)))
        menu = self.gaps.menu()
        menu.clear()
        coverage = menu.addAction(self.tr("Show the coverage…"))
        coverage.triggered.connect(lambda _checked=False: self.show_coverage())
        menu.addSeparator()
        for label in gaps:
            action = menu.addAction(caption(self.tr("Write one on {name}").format(name=label[1])))
            action.triggered.connect(
                lambda _checked=False, label=label: self._open_editor(0, [label])
            )

    def _ripening(self, moments: int) -> str:
        if moments == 1:
            return self.tr("1 moment waits to become a story")
        return self.tr("{number} moments wait to become stories").format(number=moments)

    # What the person does

    def show_coverage(self) -> None:
        """Show what the stories show, and what none shows yet."""
        from rebound_desktop.ui.dialogs.coverage_dialog import CoverageDialog

        dialog = CoverageDialog(self.window())
        dialog.story_asked.connect(self.select)
        dialog.all_asked.connect(self._show_competency)
        dialog.write_asked.connect(lambda label: self._open_editor(0, [label]))
        open_once(dialog)

    def show_ledger(self) -> None:
        """Show all tellings by date."""
        from rebound_desktop.ui.dialogs.ledger_dialog import LedgerDialog

        dialog = LedgerDialog(self.window())
        dialog.story_asked.connect(self.select)
        dialog.not_lately_asked.connect(self._show_not_lately)
        open_once(dialog)

    def _show_competency(self, name: str) -> None:
        self._show_all()
        self.filter.choose(story_rows.Filter(competency=name))

    def _show_not_lately(self) -> None:
        self._show_all()
        self.filter.choose(story_rows.Filter(told=story_rows.NOT_LATELY))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the search field: down to the list, and copy where no text is marked."""
        if watched is self.search and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            if (
                event.type() == QEvent.Type.ShortcutOverride
                and event.matches(QKeySequence.StandardKey.Copy)
                and not self.search.hasSelectedText()
            ):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _to_first(self) -> None:
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0))
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_all(self) -> None:
        self.search.clear()
        self.filter.clear()
        self.chips.choose(story_rows.ALL)

    def _add_moment(self) -> None:
        story = stories.log_moment(self.quick.text())
        if story is None:
            return
        self.quick.clear()
        self.select(story.id)
        self.said.emit(self.tr("Kept. Write it out whenever you like."))

    def _edit(self, story_id: int) -> None:
        if story_id:
            self._open_editor(story_id)

    def _open_editor(self, story_id: int, labels: Iterable[Label] = ()) -> None:
        from rebound_desktop.ui.dialogs.story_editor import StoryEditor

        # A moment ripens by being asked about, one question at a time.
        story = stories.get(story_id) if story_id else None
        guided = story is not None and is_moment(stories.texts_of(story))
        editor = StoryEditor(self._settings, story_id, self.window(), labels=labels, guided=guided)
        editor.made.connect(self.select)
        open_once(editor)

    def _duplicate(self, story_id: int) -> None:
        story = stories.get(story_id)
        if story is not None:
            title = self.tr("{title} (copy)").format(title=story.title)
            self.select(stories.duplicate(story_id, title).id)

    def _retire(self, story_id: int, retired: bool) -> None:
        stories.retire(story_id, retired=retired)
        self.said.emit(
            self.tr("Retired: it is kept under the chip Retired.")
            if retired
            else self.tr("Back in the vault.")
        )

    def _delete(self, story_id: int) -> None:
        if story_id:
            stories.delete(story_id)
            self.said.emit(self.tr("Story deleted. Ctrl+Z brings it back."))
