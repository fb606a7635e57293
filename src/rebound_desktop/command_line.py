"""The command line: what the program does without a window, and how one is opened on a folder."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rebound_desktop import __version__, passphrase_command
from rebound_desktop.store.errors import StoreError

if TYPE_CHECKING:
    from rebound_desktop.core.matching import Match
    from rebound_desktop.exchange.archive_merging import Report
    from rebound_desktop.store.encryption import Key

_DESCRIPTION = """\
Rebound keeps what you learn from the noes of a job search, on this computer only.
Without a command it opens its window."""

_EPILOG = """\
Exit status: 0 done, 1 something was refused, 2 the arguments make no sense.
The data is in %(folder)s unless --data-dir names another folder."""

_EXPORT = """\
Write all records as one JSON file, for you to keep or for other programs to read. What lies in
the bin is left out. A file of that name is replaced, once the new one is complete. The window
may stay open meanwhile.
The archive of an encrypted store is encrypted with the same passphrase; --plain writes it as text
that everybody can read. --encrypt encrypts that of another store, with a passphrase of its own."""

_IMPORT = """\
Add the records of an archive that export wrote. The whole file is looked at first: where one
value cannot be stored, nothing is. Records that are there already are left alone and counted.
A backup is made first. The window has to be closed."""

_MERGE = """\
Bring this store and an archive from your other computer together, as often as you like. The later
change of a field wins; of longer answers that were changed on both, both texts are kept; what was
deleted there is deleted here. Merge on the other computer too, and both hold the same. With
--dry-run nothing is written. A backup is made first. The window has to be closed."""

_CHECK = """\
Look whether the store is whole: the file itself, what its records refer to, what is worked out
from the history of the applications, and the search index. Nothing is changed.
With --repair a backup is made, and index and stages are worked out anew; a damaged file is set
aside untouched, and what can still be read of it takes its place. The window has to be closed."""

_BACKUP = """\
Copy the store to a file, which is then compared with it. The copy is a store itself: put it into
an empty folder under the name rebound.db to open it. The window may stay open meanwhile."""

_RESTORE = """\
Put a backup in the place of the store, once it was looked through. What is there now is backed up
first, or set aside where it is damaged, so that the way back is another restore. The window has to
be closed."""

#: As many as anybody reads; to explain two thousand would take most of the time.
_MOST_MATCHES = 100

_MATCH = """\
Rank your stories for an advert, the best first, each with its own words that made it fit; the
hundred best where more do. The advert is a text file; nothing is changed, and the window may
stay open."""

_DEMO = """\
Open the window on made-up sample data. Nothing of it is kept, and your own data is not touched.
With --pictures, draw every page and wizard page as PNG files instead; that needs no screen."""


def run(arguments: list[str]) -> int:
    """Carry out the arguments; return 0, or 1 for something refused.

    Ends the program with status 2 where the arguments make no sense, as argparse does.
    """
    options = _parser().parse_args(arguments)
    work: Callable[[argparse.Namespace], int] = options.work
    try:
        return work(options)
    except StoreError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        # Who read the output has seen enough. Python would complain once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        from rebound_desktop.store import trouble

        sentence = trouble.sentence_of(error)
        if not sentence:
            raise
        return _refuse(sentence)


def _parser() -> argparse.ArgumentParser:
    from rebound_desktop.desktop.paths import default_data_folder

    where = argparse.ArgumentParser(add_help=False)
    where.add_argument(
        "--data-dir",
        metavar="DIR",
        type=_path,
        default=argparse.SUPPRESS,
        help="the folder that holds the store",
    )
    where.add_argument(
        "--passphrase-file",
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="read the passphrases or recovery keys of what is encrypted from a file, one on a "
        "line, tried in turn; - for standard input (default: ask in the terminal)",
    )
    new = argparse.ArgumentParser(add_help=False)
    new.add_argument(
        "--new-passphrase-file",
        metavar="FILE",
        help="read a new passphrase from a file's first line; - for standard input",
    )
    parser = argparse.ArgumentParser(
        prog="rebound",
        description=_DESCRIPTION,
        epilog=_EPILOG % {"folder": str(default_data_folder()).replace("%", "%%")},
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[where],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"rebound {__version__}")
    parser.set_defaults(work=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(
        name: str,
        brief: str,
        text: str,
        work: Callable[[argparse.Namespace], int],
        *more: argparse.ArgumentParser,
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            help=brief,
            description=text,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            parents=[where, *more],
            allow_abbrev=False,
        )
        made.set_defaults(work=work)
        return made

    export = command("export", "write all records as a JSON archive", _EXPORT, _export, new)
    export.add_argument("file", metavar="FILE.json", help="the archive; - for standard output")
    way = export.add_mutually_exclusive_group()
    way.add_argument("--plain", action="store_true", help="not encrypted, whatever the store is")
    way.add_argument("--encrypt", action="store_true", help="encrypted, whatever the store is")
    take = command("import", "add the records of a JSON archive", _IMPORT, _import)
    take.add_argument("file", metavar="FILE.json", type=_path, help="an archive")
    both = command("merge", "bring store and archive together", _MERGE, _merge)
    both.add_argument("file", metavar="FILE.json", type=_path, help="an archive")
    both.add_argument("--dry-run", action="store_true", help="only say what would change")
    look = command("check", "verify the store", _CHECK, _check)
    look.add_argument("--repair", action="store_true", help="mend what is not in order")
    back_up = command("backup", "copy the store to a file", _BACKUP, _backup)
    back_up.add_argument("file", metavar="FILE.db", type=_path, help="the copy")
    restore = command("restore", "put a backup in the store's place", _RESTORE, _restore)
    restore.add_argument("file", metavar="FILE.db", type=_path, help="a backup")
    match = command("match", "rank the stories for an advert", _MATCH, _match)
    match.add_argument("file", metavar="ADVERT.txt", type=_path, help="the advert's text")
    match.add_argument("--json", action="store_true", help="print a JSON list")
    passphrase = command(
        "passphrase",
        "encrypt the store, or not any more",
        passphrase_command.TEXT,
        _passphrase,
        new,
    )
    passphrase.add_argument("action", choices=passphrase_command.ACTIONS)
    demo = command("demo", "open made-up sample data", _DEMO, _demo)
    demo.add_argument("--pictures", metavar="DIR", type=_path, help="draw the pages into a folder")
    return parser


def _path(text: str) -> Path:
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("an empty name")
    return Path(text)


def _folder(options: argparse.Namespace) -> Path:
    from rebound_desktop.desktop.paths import default_data_folder

    return getattr(options, "data_dir", None) or default_data_folder()


def _refuse(sentence: str) -> int:
    print(f"rebound: {sentence}", file=sys.stderr)
    return 1


def _window(options: argparse.Namespace) -> int:
    from rebound_desktop import app

    if hasattr(options, "passphrase_file"):
        passphrase_command.unlock(_folder(options), options)
    return app.run(_folder(options))


def _export(options: argparse.Namespace) -> int:
    from rebound_desktop.exchange import archive
    from rebound_desktop.store import database

    folder = _folder(options)
    if not folder.is_dir():
        return _refuse(f"There is no folder {folder}.")
    passphrase_command.unlock(folder, options)
    key = _key_of_archive(folder, options)
    if key is not None and options.file == "-":
        return _refuse("An encrypted archive needs a file; --plain writes text.")
    database.open_store(folder)
    try:
        if options.file == "-":
            archive.export(lambda text: sys.stdout.buffer.write(text.encode()))
            sys.stdout.buffer.flush()
            return 0
        count = archive.export_file(Path(options.file), key)
    finally:
        database.close_store()
    print(f"{_records(count)} written to {options.file}{', encrypted' if key else ''}.")
    return 0


def _key_of_archive(folder: Path, options: argparse.Namespace) -> "Key | None":
    from rebound_desktop.store import database, encryption

    key = encryption.key_of(folder / database.FILE_NAME)
    if options.plain:
        return None
    if options.encrypt and key is None:
        return encryption.new_key(passphrase_command.new_passphrase(options))
    return key


def _passphrase(options: argparse.Namespace) -> int:
    folder = _folder(options)
    with _alone(folder):
        return passphrase_command.work(folder, options)


def _import(options: argparse.Namespace) -> int:
    from rebound_desktop.exchange import archive, archive_reading
    from rebound_desktop.store import backup, database

    folder = _folder(options)
    passphrase_command.unlock(folder, options)
    passphrase_command.unlock_file(options.file, options)
    # Looked at before a store is made for it.
    found = archive_reading.read_file(options.file)
    with _alone(folder):
        try:
            database.open_store(folder)
            counts = archive.take_in(found, folder / backup.FOLDER)
        finally:
            database.close_store()
    print(f"{counts.new} new, {counts.there} already there.")
    return 0


def _merge(options: argparse.Namespace) -> int:
    import tempfile

    from rebound_desktop.exchange import archive_merging, archive_reading
    from rebound_desktop.store import backup, database

    folder = _folder(options)
    passphrase_command.unlock(folder, options)
    passphrase_command.unlock_file(options.file, options)
    # Looked at before a store is made for it.
    found = archive_reading.read_file(options.file)
    with tempfile.TemporaryDirectory(prefix="rebound-merge-") as made:
        if options.dry_run and not (folder / database.FILE_NAME).is_file():
            folder = Path(made)
        with _alone(folder):
            try:
                database.open_store(folder)
                plan = archive_merging.look(found)
                if options.dry_run:
                    report = plan.report
                else:
                    report = archive_merging.apply(plan, folder / backup.FOLDER)
            finally:
                database.close_store()
    _put("".join(f"{line}\n" for line in _merged(report)))
    return 0


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


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a data folder, made where it is missing, against every other program."""
    from rebound_desktop.desktop.folder_lock import FolderLock
    from rebound_desktop.store import database

    database.make_folder(folder)
    lock = FolderLock(folder)
    if not lock.acquire():
        raise StoreError("Rebound is open on this store; close its window, then try again.")
    try:
        yield
    finally:
        lock.release()


def _restore(options: argparse.Namespace) -> int:
    from rebound_desktop.store import backup, restoring

    folder = _folder(options)
    passphrase_command.unlock_file(options.file, options)
    passphrase_command.unlock(folder, options)
    # Looked at before anything is made for it.
    restoring.look(options.file)
    with _alone(folder):
        restored = restoring.restore(folder, options.file)
    counts = ", ".join(f"{n} {name.replace('_', ' ')}" for name, n in restored.counts.items() if n)
    print(f"Restored from {options.file}: {counts or 'no records'}.")
    if restored.before is not None:
        kept = "backed up" if restored.before.parent.name == backup.FOLDER else "set aside"
        print(f"What was there before was {kept} as {restored.before}.")
    return 0


def _check(options: argparse.Namespace) -> int:
    from rebound_desktop.store import check

    folder = _folder(options)
    passphrase_command.unlock(folder, options)
    if options.repair:
        from rebound_desktop.store import database, repairing

        if not (folder / database.FILE_NAME).is_file():
            return _refuse(f"There is no store in {folder}.")
        with _alone(folder):
            repaired = repairing.repair(folder)
        for sentence in repaired.done:
            print(sentence)
        report = repaired.report
    else:
        report = check.verify(folder)
    for line in report.lines:
        print(line)
    for problem in report.problems:
        print(f"Problem: {problem}")
    print("Something is not in order." if report.problems else "Everything is in order.")
    return 1 if report.problems else 0


def _backup(options: argparse.Namespace) -> int:
    from rebound_desktop.store import backup, database

    store = _folder(options) / database.FILE_NAME
    if not store.is_file():
        return _refuse(f"There is no store in {store.parent}.")
    passphrase_command.unlock(store.parent, options)
    backup.copy_to(store, options.file)
    print(f"The store was copied to {options.file} and compared.")
    return 0


def _match(options: argparse.Namespace) -> int:
    from rebound_desktop.core.matching import rank
    from rebound_desktop.exchange.text_file import read_text
    from rebound_desktop.store import database, story_texts

    advert = read_text(options.file)
    store = _folder(options) / database.FILE_NAME
    if not store.is_file():
        return _refuse(f"There is no store in {store.parent}.")
    passphrase_command.unlock(store.parent, options)
    database.open_store(store.parent)
    try:
        stories = story_texts.read(by="uuid")
    finally:
        database.close_store()
    matches = rank(advert, stories, limit=_MOST_MATCHES)
    if options.json:
        found = [
            {"id": each.id, "title": each.title, "score": each.score, "because": each.because}
            for each in matches
        ]
        _put(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    elif matches:
        _put("".join(f"{each.score:.2f}  {each.title}\n{_because(each)}" for each in matches))
    else:
        print("No story here shares a word with this advert." if stories else "No stories yet.")
    return 0


def _because(match: "Match") -> str:
    words = " · ".join(match.because)
    return f"      {words}\n" if words else ""


def _put(text: str) -> None:
    """Write text in UTF-8, whichever letters the terminal takes."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _demo(options: argparse.Namespace) -> int:
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
        return _refuse(f"{target} cannot be made: {error.strerror}.")
    with tempfile.TemporaryDirectory(prefix="rebound-sample-", ignore_cleanup_errors=True) as made:
        _fill(Path(made))
        from rebound_desktop import app

        count = app.draw_pictures(Path(made), target)
    print(f"{count} pictures drawn into {target}.")
    return 0


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"
