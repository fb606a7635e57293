"""Handing an address to the program that the system has for it."""

from PySide6.QtCore import QUrl, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices


def open_address(url: QUrl) -> bool:
    """Open an address of the person's; say whether the system found a program for it.

    Where it finds none, Qt would write all of it, a whole letter perhaps, to the system's log.
    """
    before = qInstallMessageHandler(lambda _kind, _context, _message: None)
    try:
        return QDesktopServices.openUrl(url)
    finally:
        qInstallMessageHandler(before)
