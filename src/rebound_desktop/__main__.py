"""The program's entry: arguments, then the window or a command."""

import sys


def main() -> int:
    """Run the program with the arguments of the command line; return the exit status."""
    arguments = sys.argv[1:]
    if arguments == ["--keep-clipboard"]:
        from rebound_desktop.desktop import clipboard

        return clipboard.keep()
    from rebound_desktop import command_line

    return command_line.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
