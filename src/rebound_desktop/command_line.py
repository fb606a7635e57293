"""The command line: what the program does without a window, and how one is opened on a folder."""

import argparse
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rebound_desktop import __version__, commands, output, passphrase_command
from rebound_desktop.store.errors import DamagedStoreError, DiskError, StoreError

#: The exit status where the disk does not let something be done.
_DISK = 3
#: That of work that was done, of which the output does not take what there is to say.
_OUTPUT = 4

_DESCRIPTION = """\
Rebound keeps what you learn from the noes of a job search, on this computer only.
Without a command it opens its window."""

_EPILOG = """\
Exit status: 0 done; 1 something was refused or is not in order; 2 the arguments make no sense;
3 the disk is full or read-only, or the window or another program has the store: what was there is
as it was; 4 the output could not be written: everything else was done.
Where something unexpected happens, one sentence says so, and logs/rebound.log beside the data has
the details, without a word that you wrote.
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
deleted there is deleted here. Merge on the other computer too, and both hold the same. A backup is
made first. The window has to be closed.
With --dry-run it is only said what would change. That is looked up in a copy, encrypted as the
store is and removed afterwards: the store and its folder stay as they are, and the window may stay
open."""

_CHECK = """\
Look whether the store is whole: the file itself, what its records refer to, what is worked out
from the history of the applications, and the search index. Nothing is changed. Exit status 1 says
that something is not in order, 3 that the disk did not let the store be looked at.
With --repair a backup is made, and index and stages are worked out anew; a damaged file is set
aside untouched, and what can still be read of it takes its place. The window has to be closed."""

_BACKUP = """\
Copy the store to a file, which is then compared with it. The copy is a store itself: put it into
an empty folder under the name rebound.db to open it. The window may stay open meanwhile."""

_RESTORE = """\
Put a backup in the place of the store, once it was looked through. What is there now is backed up
first, or set aside where it is damaged, so that the way back is another restore. The window has to
be closed."""

_MATCH = """\
Rank your stories for an advert, the best first, each with its own words that made it fit; the
hundred best where more do. The advert is a text file; nothing is changed, and the window may
stay open."""

_DEMO = """\
Open the window on made-up sample data. Nothing of it is kept, and your own data is not touched.
With --pictures, draw every page and wizard page as PNG files instead; that needs no screen."""


def run(arguments: list[str]) -> int:
    """Carry out the arguments; return the exit status that ``--help`` explains.

    Ends the program with status 2 where the arguments make no sense, as argparse does.
    """
    options = _parser().parse_args(arguments)
    with _ended_in_order():
        return _carried_out(options)


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let what ends the program from outside end it as Ctrl+C does: with nothing left behind."""
    names = ("SIGTERM", "SIGHUP")
    signals = [getattr(signal, each) for each in names if hasattr(signal, each)]
    if threading.current_thread() is not threading.main_thread():
        signals = []
    # One that is ignored, as under nohup, stays ignored.
    taken = [each for each in signals if signal.getsignal(each) == signal.SIG_DFL]
    for each in taken:
        signal.signal(each, _end)
    try:
        yield
    finally:
        for each in taken:
            signal.signal(each, signal.SIG_DFL)


def _end(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def _carried_out(options: argparse.Namespace) -> int:
    work: Callable[[argparse.Namespace], int] = options.work
    try:
        status = work(options)
        output.finish()
        return status
    except DamagedStoreError as error:
        return commands.refuse(str(error))
    except DiskError as error:
        return commands.refuse(str(error), _DISK)
    except StoreError as error:
        return commands.refuse(str(error))
    except BrokenPipeError:
        # Who read the output has seen enough.
        output.give_up()
        return 0
    except output.OutputError as error:
        from rebound_desktop.store import disk

        why = disk.because(error.__cause__ or error)
        output.give_up()
        return commands.refuse(
            f"The output could not be written: {why.reason}. Everything else was done.", _OUTPUT
        )
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        from rebound_desktop.store import disk

        # Such as of a file that nobody may read.
        why = disk.because(error, *([Path(error.filename)] if error.filename else []))
        if not why.advice:
            return unexpected(error, commands.folder_of(options))
        return commands.refuse(
            f"This was not done: {why.reason}. What was saved is safe. {why.advice}", _DISK
        )
    except Exception as error:
        from rebound_desktop.store import trouble

        sentence = trouble.sentence_of(error)
        if not sentence:
            return unexpected(error, commands.folder_of(options))
        return commands.refuse(sentence, 1 if trouble.is_damage(error) else _DISK)


def unexpected(error: Exception, folder: Path) -> int:
    """Say in one sentence that something went wrong which nobody foresaw; return the exit status.

    Where it did is noted in the log of the data folder. The message of the error is left out, as
    it may hold what the person typed.
    """
    from rebound_desktop.desktop import log

    kind = type(error).__name__
    noted = log.note(folder, error)
    details = f"{noted} has the details." if noted else "The details could not be written down."
    return commands.refuse(
        f"Something unexpected went wrong ({kind}). What was saved before is safe. {details}"
    )


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
    parser.set_defaults(work=commands.open_window)
    added = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(
        name: str,
        brief: str,
        text: str,
        work: Callable[[argparse.Namespace], int],
        *more: argparse.ArgumentParser,
    ) -> argparse.ArgumentParser:
        made = added.add_parser(
            name,
            help=brief,
            description=text,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            parents=[where, *more],
            allow_abbrev=False,
        )
        made.set_defaults(work=work)
        return made

    export = command("export", "write all records as a JSON archive", _EXPORT, commands.export, new)
    export.add_argument("file", metavar="FILE.json", help="the archive; - for standard output")
    way = export.add_mutually_exclusive_group()
    way.add_argument("--plain", action="store_true", help="not encrypted, whatever the store is")
    way.add_argument("--encrypt", action="store_true", help="encrypted, whatever the store is")
    take = command("import", "add the records of a JSON archive", _IMPORT, commands.import_archive)
    take.add_argument("file", metavar="FILE.json", type=_path, help="an archive")
    both = command("merge", "bring store and archive together", _MERGE, commands.merge)
    both.add_argument("file", metavar="FILE.json", type=_path, help="an archive")
    both.add_argument("--dry-run", action="store_true", help="only say what would change")
    look = command("check", "verify the store", _CHECK, commands.check)
    look.add_argument("--repair", action="store_true", help="mend what is not in order")
    back_up = command("backup", "copy the store to a file", _BACKUP, commands.back_up)
    back_up.add_argument("file", metavar="FILE.db", type=_path, help="the copy")
    restore = command("restore", "put a backup in the store's place", _RESTORE, commands.restore)
    restore.add_argument("file", metavar="FILE.db", type=_path, help="a backup")
    match = command("match", "rank the stories for an advert", _MATCH, commands.match)
    match.add_argument("file", metavar="ADVERT.txt", type=_path, help="the advert's text")
    match.add_argument("--json", action="store_true", help="print a JSON list")
    passphrase = command(
        "passphrase",
        "encrypt the store, or not any more",
        passphrase_command.TEXT,
        commands.passphrase,
        new,
    )
    passphrase.add_argument("action", choices=passphrase_command.ACTIONS)
    demo = command("demo", "open made-up sample data", _DEMO, commands.demo)
    demo.add_argument("--pictures", metavar="DIR", type=_path, help="draw the pages into a folder")
    return parser


def _path(text: str) -> Path:
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("an empty name")
    return Path(text)
