"""Handing a letter to the mail program, which the person sends it with."""

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QDesktopServices

from rebound_desktop.core.mail_link import MailLink


def open_link(link: MailLink) -> bool:
    """Open the mail program on a link; say whether the system found one."""
    return QDesktopServices.openUrl(QUrl.fromEncoded(QByteArray(link.url.encode("ascii"))))
