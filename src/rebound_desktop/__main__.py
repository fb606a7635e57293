"""The program's entry: the window, or a command."""

import gc
import os
import sys
from pathlib import Path


def main() -> int:
    """Run the program with the arguments of the command line; return the exit status.

    0 means done, 1 that something was refused, 2 that the arguments make no sense, 3 that the disk
    or another program does not let it be done, 4 that the output could not be written.
    """
    # Whatever the program writes, wherever, is for its owner only.
    os.umask(0o077)
    match sys.argv[1:]:
        case ["--keep-clipboard"]:
            from rebound_desktop.desktop import clipboard

            return clipboard.keep()
        case []:
            return open_window(None)
        case ["--data-dir", folder] if folder and not folder.startswith("-"):
            return open_window(Path(folder))
        case arguments:
            # Only what is more than a window waits for the reader of arguments.
            from rebound_desktop import command_line

            return command_line.run(arguments)


def open_window(folder: Path | None) -> int:
    """Open the window on the store of a folder, the system's place if None; return the status."""
    # Nothing that is made until the window stands is garbage; looking for some costs a tenth of
    # the start. ``app`` takes it up again after the first picture.
    gc.disable()

    from rebound_desktop import app
    from rebound_desktop.desktop.paths import default_data_folder

    folder = folder or default_data_folder()
    try:
        return app.run(folder)
    except Exception as error:
        from rebound_desktop import command_line

        return command_line.unexpected(error, folder)


if __name__ == "__main__":
    sys.exit(main())
