"""Handing a letter to the mail program, which the person sends it with."""

from PySide6.QtCore import QByteArray, QUrl

from rebound_desktop.core.mail_link import MailLink
from rebound_desktop.desktop.opening import open_address


def open_link(link: MailLink) -> bool:
    """Open the mail program on a link; say whether the system found one."""
    return open_address(QUrl.fromEncoded(QByteArray(link.url.encode("ascii"))))
