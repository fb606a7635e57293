"""Goes through the main job with every socket forbidden; run as a program of its own.

python tests/faults/main_job_without_sockets.py FOLDER
"""

import sys
from pathlib import Path
from typing import Any

touched: list[str] = []


def forbid(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith("socket."):
        touched.append(event)
        raise PermissionError(f"{event} is forbidden here")


def main(folder: Path) -> int:
    sys.addaudithook(forbid)
    from PySide6.QtCore import QEventLoop, QTimer

    from rebound_desktop import app
    from rebound_desktop.desktop import background
    from rebound_desktop.desktop.settings import Settings
    from rebound_desktop.exchange import archive, archive_reading
    from rebound_desktop.models.store_signals import StoreSignals
    from rebound_desktop.store import backup, database, rejections, search
    from rebound_desktop.ui.main_window import MainWindow
    from rebound_desktop.ui.page_stack import PAGES
    from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard
    from rebound_desktop.ui.wizard.what_happened import WhatHappenedPage

    def wait(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    application = app.make_application()
    database.open_store(folder)
    signals = StoreSignals(application)
    window = MainWindow(Settings(folder), signals)
    window.show()
    window.upkeep.begin(None)
    for page in PAGES:
        window.show_page(page)
        wait(10)
    window.open_wizard()
    wizard = window.findChild(ReflectionWizard)
    assert isinstance(wizard, ReflectionWizard)
    first = wizard.page(1)
    assert isinstance(first, WhatHappenedPage)
    first.company.setText("Northwind")
    wizard.session.autosave.flush()
    while wizard.nextId() > 0:
        wizard.next()
        wait(10)
    wizard.accept()
    window.copy("Thank you for your time.", "letter")
    window.open_settings()
    window.upkeep.open_backups()
    wait(50)
    assert rejections.get(1) is not None
    assert search.matching_ids("rejections", "northwind") == [1]
    backup.make(database.store_file(), folder / backup.FOLDER, reason="import")
    archive.export_file(folder / "all.json")
    archive.take_in(archive_reading.read_file(folder / "all.json"), folder / backup.FOLDER)
    window.leave()
    background.wait()
    database.close_store()
    known = ("QtNetwork", "http.client", "urllib.request", "ssl")
    network = [name for name in sys.modules if name.endswith(known)]
    print(f"touched {touched}, imported {network}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
