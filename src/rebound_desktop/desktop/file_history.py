"""What Qt's own file dialogs would note outside the data folder."""

import os

from PySide6.QtCore import QSettings


def keep_none() -> None:
    """Let no file dialog note which folders and files were chosen.

    Where the system has no dialog of its own, Qt shows one and writes a history of folders into a
    file in the person's home that every Qt program reads; a folder is easily named after an
    employer. This program keeps none of its settings there.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
