"""What each command of the command line does; every one returns the exit status."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rebound_desktop import output, passphrase_command, store_access
from rebound_desktop.store.errors import DiskError

if TYPE_CHECKING:
    from rebound_desktop.core.matching import Match
    from rebound_desktop.exchange.archive_merging import Report
    from rebound_desktop.exchange.archive_reading import Archive
    from rebound_desktop.store.encryption import Key

#: As many as anybody reads; to explain two thousand would take most of the time.
_MOST_MATCHES = 100


def folder_of(options: argparse.Namespace) -> Path:
    """Return the data folder that the arguments name, or the system's own."""
    from rebound_desktop.desktop.paths import default_data_folder

    return getattr(options, "data_dir", None) or default_data_folder()


def refuse(sentence: str, status: int = 1) -> int:
    """Say why something was refused; return the exit status for that."""
    print(f"rebound: {sentence}", file=sys.stderr)
    return status


def open_window(options: argparse.Namespace) -> int:
    """Open the window on the folder."""
    from rebound_desktop import app

    if hasattr(options, "passphrase_file"):
        passphrase_command.unlock(folder_of(options), options)
    return app.run(folder_of(options))


def export(options: argparse.Namespace) -> int:
    """Write an archive."""
    from rebound_desktop.exchange import archive

    folder = folder_of(options)
    if not folder.is_dir():
        return refuse(f"There is no folder {folder}.")
    passphrase_command.unlock(folder, options)
    key = _key_of_archive(folder, options)
    if key is not None and options.file == "-":
        return refuse("An encrypted archive needs a file; --plain writes text.")
    with store_access.to_read(folder):
        if options.file == "-":
            archive.export(output.put)
            return 0
        count = archive.export_file(Path(options.file), key)
    output.say(f"{_records(count)} written to {options.file}{', encrypted' if key else ''}.")
    return 0


def _key_of_archive(folder: Path, options: argparse.Namespace) -> "Key | None":
    from rebound_desktop.store import database, encryption

    key = encryption.key_of(folder / database.FILE_NAME)
    if options.plain:
        return None
    if options.encrypt and key is None:
        return encryption.new_key(passphrase_command.new_passphrase(options))
    return key


def passphrase(options: argparse.Namespace) -> int:
    """Set, change, remove or tell what opens the store."""
    folder = folder_of(options)
    if options.action == "recovery-key":
        return passphrase_command.work(folder, options)
    with store_access.alone(folder):
        return passphrase_command.work(folder, options)


def import_archive(options: argparse.Namespace) -> int:
    """Add what an archive has and the store has not."""
    from rebound_desktop.exchange import archive, archive_reading
    from rebound_desktop.store import backup, database

    folder = folder_of(options)
    passphrase_command.unlock(folder, options)
    passphrase_command.unlock_file(options.file, options)
    # Looked at before a store is made for it.
    found = archive_reading.read_file(options.file)
    with store_access.alone(folder):
        try:
            database.open_store(folder)
            counts = archive.take_in(found, folder / backup.FOLDER)
        finally:
            database.close_store()
        backup.carry(folder / backup.FOLDER, passphrase_command.second_place(folder))
    output.say(f"{counts.new} new, {counts.there} already there.")
    return 0


def merge(options: argparse.Namespace) -> int:
    """Bring store and archive together."""
    from rebound_desktop.exchange import archive_merging, archive_reading
    from rebound_desktop.store import backup, database

    folder = folder_of(options)
    passphrase_command.unlock(folder, options, looks_only=options.dry_run)
    passphrase_command.unlock_file(options.file, options)
    # Looked at before a store is made for it.
    found = archive_reading.read_file(options.file)
    if options.dry_run:
        report = _looked_into(folder, found)
    else:
        with store_access.alone(folder):
            try:
                database.open_store(folder)
                plan = archive_merging.look(found)
                report = archive_merging.apply(plan, folder / backup.FOLDER)
            finally:
                database.close_store()
            backup.carry(folder / backup.FOLDER, passphrase_command.second_place(folder))
    output.put("".join(f"{line}\n" for line in _merged(report)))
    return 0


def _looked_into(folder: Path, found: "Archive") -> "Report":
    """Return what a merge would change, looked up in a copy: opening an older store writes to it.

    The copy is encrypted as the store is, readable by its owner only, and removed afterwards.
    """
    import tempfile

    from rebound_desktop.exchange import archive_merging
    from rebound_desktop.store import backup, database

    store = folder / database.FILE_NAME
    is_there = database.schema_of(store) > 0
    if not is_there:
        database.refuse_lost(store)
    with tempfile.TemporaryDirectory(prefix="rebound-merge-") as made:
        if is_there:
            copy = Path(made) / database.FILE_NAME
            backup.copy_to(store, copy, "The copy to look into could not be made")
        try:
            database.open_store(Path(made))
            return archive_merging.look(found).report
        finally:
            database.close_store()


def _merged(report: "Report") -> Iterator[str]:
    """Say what a merge changed, and which answers are worth a look."""
    total = report.total()
    back = f"{total.back} back, " if total.back else ""
    yield (
        f"{total.new} new, {total.changed} changed, {total.deleted} deleted, {back}"
        f"{total.same} as they were."
    )
    for each in report.both:
        place = ", ".join(filter(None, (each.kind, each.field, each.about)))
        yield f"Both texts were kept: {place}"
    for each in report.in_bin:
        place = ", ".join(filter(None, (each.kind, each.about)))
        yield f"Changed on one computer, deleted on the other, now in the bin: {place}"


def restore(options: argparse.Namespace) -> int:
    """Put a backup in the store's place."""
    from rebound_desktop.store import backup, database, restoring

    folder = folder_of(options)
    passphrase_command.unlock_file(options.file, options)
    passphrase_command.unlock(folder, options)
    # Looked at before anything is made for it.
    restoring.look(options.file)
    with store_access.alone(folder):
        restored = restoring.restore(folder, options.file)
        # One from an older program is brought up to date.
        database.open_store(folder)
        database.close_store()
        backup.carry(folder / backup.FOLDER, passphrase_command.second_place(folder))
    counts = ", ".join(f"{n} {name.replace('_', ' ')}" for name, n in restored.counts.items() if n)
    output.say(f"Restored from {options.file}: {counts or 'no records'}.")
    if restored.before is not None:
        kept = "backed up" if restored.before.parent.name == backup.FOLDER else "set aside"
        output.say(f"What was there before was {kept} as {restored.before}.")
    return 0


def check(options: argparse.Namespace) -> int:
    """Look whether the store is whole, or mend it."""
    from rebound_desktop.store import at_rest, check, database

    folder = folder_of(options)
    passphrase_command.unlock(folder, options, looks_only=not options.repair)
    if options.repair:
        from rebound_desktop.store import repairing

        if not (folder / database.FILE_NAME).is_file():
            return refuse(f"There is no store in {folder}.")
        with store_access.alone(folder):
            repaired = repairing.repair(folder)
        for sentence in repaired.done:
            output.say(sentence)
        report = repaired.report
    else:
        try:
            report = check.verify(folder)
        except DiskError as refusal:
            with store_access.left_alone(folder, refusal):
                report = check.verify(folder, at_rest.way_of(folder / database.FILE_NAME))
    for line in report.lines:
        output.say(line)
    for problem in report.problems:
        output.say(f"Problem: {problem}")
    output.say("Something is not in order." if report.problems else "Everything is in order.")
    return 1 if report.problems else 0


def back_up(options: argparse.Namespace) -> int:
    """Copy the store to a file."""
    from rebound_desktop.store import backup, database

    store = folder_of(options) / database.FILE_NAME
    if not store.is_file():
        return refuse(f"There is no store in {store.parent}.")
    passphrase_command.unlock(store.parent, options)
    backup.copy_to(store, options.file)
    output.say(f"The store was copied to {options.file} and compared.")
    return 0


def match(options: argparse.Namespace) -> int:
    """Rank the stories for an advert."""
    from rebound_desktop.core.matching import rank
    from rebound_desktop.exchange.text_file import read_text
    from rebound_desktop.store import database, story_texts

    advert = read_text(options.file)
    store = folder_of(options) / database.FILE_NAME
    if not store.is_file():
        return refuse(f"There is no store in {store.parent}.")
    passphrase_command.unlock(store.parent, options)
    with store_access.to_read(store.parent):
        stories = story_texts.read(by="uuid")
    matches = rank(advert, stories, limit=_MOST_MATCHES)
    if options.json:
        found = [
            {"id": each.id, "title": each.title, "score": each.score, "because": each.because}
            for each in matches
        ]
        output.put(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    elif matches:
        output.put("".join(f"{each.score:.2f}  {each.title}\n{_because(each)}" for each in matches))
    else:
        output.say(
            "No story here shares a word with this advert." if stories else "No stories yet."
        )
    return 0


def _because(match: "Match") -> str:
    words = " · ".join(match.because)
    return f"      {words}\n" if words else ""


def demo(options: argparse.Namespace) -> int:
    """Open sample data, or draw it."""
    import tempfile

    from rebound_desktop import app

    if options.pictures is not None:
        if not app.has_screen():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return _draw(options.pictures)
    with tempfile.TemporaryDirectory(prefix="rebound-sample-", ignore_cleanup_errors=True) as made:
        _fill(Path(made))
        return app.run(Path(made), throw_away=True)


def _fill(folder: Path) -> None:
    """Make a store with sample data, and settings that fit it, in a folder."""
    from rebound_desktop.desktop.settings import Settings
    from rebound_desktop.exchange import sample_data
    from rebound_desktop.store import database

    database.open_store(folder)
    sample_data.fill()
    settings = Settings(folder)
    settings.values.name = sample_data.NAME
    settings.save()
    database.close_store()


def _draw(target: Path) -> int:
    """Draw the pages with sample data into a folder."""
    import tempfile

    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return refuse(f"{target} cannot be made: {error.strerror}.")
    with tempfile.TemporaryDirectory(prefix="rebound-sample-", ignore_cleanup_errors=True) as made:
        _fill(Path(made))
        from rebound_desktop import app

        count = app.draw_pictures(Path(made), target)
    output.say(f"{count} pictures drawn into {target}.")
    return 0


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"
