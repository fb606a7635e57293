"""The list of stories as cards."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from rebound_desktop.models.paged_table import ID_ROLE, Index
from rebound_desktop.models.story_list import StoryList
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.story_card_delegate import StoryCardDelegate


class StoryCards(QListView):
    """Shows a :class:`StoryList`.

    ``chosen`` is emitted with the id of the story that is now the current one, 0 for none;
    ``opened`` on Enter or a double click; ``delete_asked`` on the Delete key.
    """

    chosen = Signal(int)
    opened = Signal(int)
    delete_asked = Signal(int)

    def __init__(self, name: str, model: StoryList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.setAccessibleName(name)
        self._cards = StoryCardDelegate(self)
        self.setItemDelegate(self._cards)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stories = model
        self._current_id = 0
        self._best_first = False
        self.setModel(model)
        model.refilled.connect(self._find_again)
        self.doubleClicked.connect(lambda index: self.opened.emit(int(index.data(ID_ROLE))))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current_id(self) -> int:
        """The id of the current story, 0 for none."""
        return self._current_id

    def search(self, text: str) -> None:
        """Show the stories that hold the words of a text, and make the best one current."""
        self._best_first = True
        self._stories.set_search(text)
        self._best_first = False
        self.viewport().update()

    def select_story(self, story_id: int) -> bool:
        """Make a story the current one and scroll to it; say whether it is shown."""
        place = self._stories.place_of(story_id)
        if place is None:
            return False
        self.setCurrentIndex(self._stories.index(place))
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._set_current(int(current.data(ID_ROLE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current_id:
            self.opened.emit(self._current_id)
        elif event.key() == Qt.Key.Key_Delete and self._current_id:
            self.delete_asked.emit(self._current_id)
        else:
            super().keyPressEvent(event)

    def _set_current(self, story_id: int) -> None:
        if story_id != self._current_id:
            self._current_id = story_id
            self.chosen.emit(story_id)

    def _find_again(self) -> None:
        """After a refill: the same story stays current, else the first one, or its neighbour."""
        self._cards.search = self._stories.words
        count = self._stories.rowCount()
        if not count:
            self._set_current(0)
            return
        if self._best_first:
            self.setCurrentIndex(self._stories.index(0))
            self.scrollToTop()
        elif not (self._current_id and self.select_story(self._current_id)):
            place = min(max(0, self.currentIndex().row()), count - 1)
            self.setCurrentIndex(self._stories.index(place))
