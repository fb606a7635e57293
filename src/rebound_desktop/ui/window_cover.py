"""What is shown in place of everything else in the window, as while the store is locked."""

from PySide6.QtWidgets import QMainWindow, QWidget


class WindowCover:
    """Takes the content out of a window, and puts it back.

    What is only hidden could still be read through the screen reader's tree.
    """

    def __init__(self, window: QMainWindow, content: QWidget) -> None:
        self._window = window
        self._content = content

    @property
    def is_shown(self) -> bool:
        """Whether something else stands in place of the content."""
        return self._window.centralWidget() is not self._content

    def hide_content(self) -> None:
        """Let nothing of the content be seen any more, while it is still in the window."""
        self._content.hide()

    def show(self, page: QWidget) -> None:
        """Show a page in place of everything, without menus."""
        self.hide_content()
        self._window.takeCentralWidget()
        self._window.setCentralWidget(page)
        self._window.menuBar().hide()
        page.setFocus()

    def lift(self) -> None:
        """Show the content again, and let the page go."""
        page = self._window.takeCentralWidget()
        self._window.setCentralWidget(self._content)
        self._content.show()
        self._window.menuBar().show()
        if page is not None:
            page.deleteLater()
