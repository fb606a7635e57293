"""A prep sheet on paper: printed, or as a PDF, on one page where it fits."""

import os
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QIODevice,
    QLocale,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

_MARGIN_MM = 16.0
#: The text size in points, the one it is made smaller to for the sake of one page, and the step.
_POINTS = 11.0
_LEAST = 9.0
_STEP = 0.5
#: How far lists stand in, in pixels of a screen.
_INDENT = 16
#: Paper is white, whatever the screen is.
_STYLE = """
body {{ color: #000000; }}
p {{ margin: 0 0 3px 0; }}
p.title {{ font-size: {title}pt; margin: 0 0 2px 0; }}
p.heading {{ font-size: {heading}pt; margin: 12px 0 3px 0; }}
p.when {{ color: #444444; margin-bottom: 4px; }}
p.story {{ margin-top: 4px; margin-bottom: 1px; }}
span.note {{ color: #444444; }}
ul {{ margin: 0 0 2px 0; -qt-list-indent: 1; }}
li {{ margin: 0 0 1px 0; }}
"""


def page_size() -> QPageSize:
    """Return the paper of the person's country: Letter in North America, else A4."""
    imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4)


def pdf(html: str) -> bytes:
    """Return a sheet as a PDF file; ``html`` is what ``core.prep_sheet.as_html`` gives."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(_name())
    writer.setCreator("Rebound")
    writer.setPageSize(page_size())
    _paint(html, writer)
    return bytes(buffer.data().data())


def save(content: bytes, path: Path) -> None:
    """Write a file for its owner, whole or not at all.

    Raises OSError where the place cannot be written.
    """
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        descriptor = os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def print_sheet(html: str, parent: QWidget) -> None:
    """Open the system's printing dialog; print when the person agrees."""
    # Only who prints pays for the printing support.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_name())
    printer.setPageSize(page_size())
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.accepted.connect(lambda: _paint(html, printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()


def _name() -> str:
    """Return what a printer's queue and a reader's window call the sheet: not for whom it is."""
    return QCoreApplication.translate("Printing", "Prep sheet")


def _paint(html: str, device: QPagedPaintDevice) -> None:
    device.setPageMargins(
        QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter
    )
    points = _POINTS
    document = _document(html, device, points)
    while document.pageCount() > 1 and points > _LEAST:
        points -= _STEP
        document = _document(html, device, points)
    if document.pageCount() > 1:
        # It takes more than a page anyway, so it need not be small.
        document = _document(html, device, _POINTS)
    look = QAbstractTextDocumentLayout.PaintContext()
    look.palette = QPalette()
    look.palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    size = document.pageSize()
    painter = QPainter(device)
    for page in range(document.pageCount()):
        if page:
            device.newPage()
        painter.save()
        painter.translate(0, -page * size.height())
        # A line that only touches the edge belongs to the next page.
        look.clip = QRectF(0, page * size.height(), size.width(), size.height() - 1)
        painter.setClipRect(look.clip)
        document.documentLayout().draw(painter, look)
        painter.restore()
    painter.end()


def _document(html: str, device: QPagedPaintDevice, points: float) -> QTextDocument:
    document = QTextDocument()
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(points)
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setIndentWidth(_INDENT)
    document.setDefaultStyleSheet(_STYLE.format(title=1.6 * points, heading=1.15 * points))
    document.setHtml(f"<body>{html}</body>")
    document.setPageSize(QSizeF(device.width(), device.height()))
    return document
