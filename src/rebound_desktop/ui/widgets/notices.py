"""Lines at the top of a window that say what happened and what can be done, and stop nobody."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
    QWizard,
)

from rebound_desktop.store.errors import FolderGoneError, NotSavedError
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.text import PlainLabel

#: What a button says, and what it does.
Action = tuple[str, Callable[[], object]]

_NOT_SAVED = "not saved"
_GAP = 8  # pixels
#: How wide a sentence is at the least beside its buttons, in pixels.
_SENTENCE = 300


class Notices(QWidget):
    """The notices of one window, over its content, which makes room for them.

    Get them by :meth:`of`. Each has a key; showing another of the same key takes its place.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._bars: dict[str, _Bar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, _GAP, 12, 0)
        self._column.setSpacing(_GAP)
        host.installEventFilter(self)

    @staticmethod
    def of(widget: QWidget) -> "Notices":
        """Return the notices of the window that a widget is in."""
        window = widget.window()
        host = _host(window)
        found = host.findChild(Notices, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found if isinstance(found, Notices) else Notices(host)

    def tell(self, key: str, sentence: str, *actions: Action, dismissible: bool = True) -> None:
        """Show a sentence with buttons; pressing one leaves the notice to what the button does."""
        self.drop(key)
        bar = _Bar(sentence, actions, partial(self.drop, key) if dismissible else None)
        self._bars[key] = bar
        self._column.addWidget(bar)
        self._make_room()

    def drop(self, key: str) -> None:
        """Take a notice away, where it is shown."""
        bar = self._bars.pop(key, None)
        if bar is None:
            return
        self._column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self._make_room()

    def sentence(self, key: str) -> str:
        """Return what a notice says, or an empty text where it is not shown."""
        return self._bars[key].sentence.text() if key in self._bars else ""

    def buttons(self, key: str) -> dict[str, Callable[[], object]]:
        """Return the buttons of a notice by their text, to be pressed."""
        return {each.text(): each.click for each in self._bars[key].buttons}

    def not_saved(
        self,
        error: NotSavedError,
        text: Callable[[], str],
        again: Callable[[], object] | None = None,
        leave: Callable[[], object] | None = None,
    ) -> None:
        """Say that something was not saved; the text stays where it is.

        ``text`` is what *Copy* copies, ``again`` what *Try again* does (and tells anew where it
        does not succeed); ``leave`` closes without saving, where closing was what was tried.
        """
        error.was_told = True
        actions: list[Action] = []
        if text():
            actions.append((self.tr("Copy the text"), partial(self._copy, text)))
        if again is not None:
            actions.append((self.tr("Try again"), partial(self._try, again)))
        if again is not None and isinstance(error, FolderGoneError):
            anew = partial(self._make_folder_anew, again)
            actions.append((self.tr("Make it anew"), partial(self._try, anew)))
        if leave is not None:
            actions.append((self.tr("Close without it"), leave))
        self.tell(_NOT_SAVED, str(error), *actions, dismissible=again is None)

    def saved(self) -> None:
        """Take the notice away that something was not saved."""
        self.drop(_NOT_SAVED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._make_room()
        return False

    def _copy(self, text: Callable[[], str]) -> None:
        QApplication.clipboard().setText(text())

    def _try(self, again: Callable[[], object]) -> None:
        try:
            again()
        except NotSavedError as error:
            if not error.was_told:
                self.tell(_NOT_SAVED, str(error), (self.tr("Try again"), partial(self._try, again)))

    def _make_folder_anew(self, again: Callable[[], object]) -> None:
        # Imported here: it is asked for once in a lifetime.
        from rebound_desktop.store import returning

        returning.come_back(make_folder=True)
        again()

    def _make_room(self) -> None:
        width = self._host.width()
        for bar in self._bars.values():
            bar.fit(width)
        height = self._column.heightForWidth(width) if self._bars else 0
        self.setGeometry(0, 0, width, height)
        self.setVisible(bool(self._bars))
        self.raise_()
        if self._host.contentsMargins().top() != height:
            self._host.setContentsMargins(0, height, 0, 0)


def _host(window: QWidget) -> QWidget:
    """Return the widget whose layout makes room for notices."""
    if isinstance(window, QMainWindow):
        # The content, whether or not something else is shown in its place at the moment.
        content = getattr(window, "content", None) or window.centralWidget()
        return content or window
    if isinstance(window, QWizard):
        # QWizard lays out its parts in a widget of its own, as large as itself.
        for each in window.children():
            if isinstance(each, QWidget) and isinstance(each.layout(), QGridLayout):
                return each
    return window


class _Bar(QFrame):
    def __init__(
        self, sentence: str, actions: tuple[Action, ...], dismiss: Callable[[], object] | None
    ) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAccessibleName(sentence)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(4)
        self._row = row
        self.sentence = PlainLabel(sentence, wrap=True)
        row.addWidget(self.sentence, 1)
        beside = QHBoxLayout()
        beside.setSpacing(4)
        row.addLayout(beside)
        self.buttons = [button(text, done, kind="link") for text, done in actions]
        if dismiss is not None:
            self.buttons.append(button(self.tr("Dismiss"), dismiss, kind="link"))
        for each in self.buttons:
            beside.addWidget(each)
        beside.addStretch(1)

    def fit(self, width: int) -> None:
        """Put the buttons under the sentence where there is little room beside it."""
        wanted = sum(each.sizeHint().width() for each in self.buttons) + _SENTENCE
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if width > wanted else ways.TopToBottom)
