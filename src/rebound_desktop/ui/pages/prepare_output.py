"""Putting a prep sheet out: on paper, as a PDF, as Markdown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from rebound_desktop.core import clock, prep_sheet
from rebound_desktop.core.prep_sheet import Block


class PrepareOutput(QObject):
    """Offers the ways out in a menu, asks where to, and writes; ``said`` carries how it went."""

    said = Signal(str)

    def __init__(self, page: QWidget, read: Callable[[], list[Block]]) -> None:
        """``read`` gives the sheet as it is now."""
        super().__init__(page)
        self._page = page
        self._read = read

    def menu(self, owner: QWidget) -> QMenu:
        """Return the menu of all ways."""
        made = QMenu(owner)
        for text, done in (
            (self.tr("Print…"), self._print),
            (self.tr("Save PDF…"), self._save_pdf),
            (self.tr("Save Markdown…"), self._save_markdown),
        ):
            made.addAction(text).triggered.connect(
                lambda _checked=False, done=done: done(self._read())
            )
        return made

    def _print(self, sheet: list[Block]) -> None:
        from rebound_desktop.ui import printing

        printing.print_sheet(prep_sheet.as_html(sheet), self._page.window())

    def _save_pdf(self, sheet: list[Block]) -> None:
        from rebound_desktop.ui import printing

        path = self._target(".pdf", self.tr("PDF (*.pdf)"))
        if path is not None:
            self._write(path, printing.pdf(prep_sheet.as_html(sheet)))

    def _save_markdown(self, sheet: list[Block]) -> None:
        path = self._target(".md", self.tr("Markdown (*.md)"))
        if path is not None:
            self._write(path, prep_sheet.as_markdown(sheet).encode())

    def _target(self, suffix: str, kind: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        # Not for whom: names of files turn up in lists of recent ones.
        name = self.tr("prep-sheet-{day}").format(day=clock.today().isoformat())
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page.window(),
            self.tr("Save prep sheet"),
            str(Path(folder) / (name + suffix)),
            kind,
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(suffix)

    def _write(self, path: Path, content: bytes) -> None:
        from rebound_desktop.ui import printing

        try:
            printing.save(content, path)
        except OSError as error:
            self.said.emit(
                self.tr("{file} cannot be written: {reason}.").format(
                    file=path.name, reason=error.strerror or error
                )
            )
        else:
            self.said.emit(self.tr("Saved as {file}.").format(file=path.name))
