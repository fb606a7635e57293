"""Where the files that are shipped with the program lie."""

from pathlib import Path

_INSIDE = Path(__file__).parent.parent / "resources"  # in a wheel and in a bundle
_CHECKOUT = Path(__file__).parents[3] / "resources"


def resource(name: str) -> Path:
    """Return the path of a shipped file such as ``"icons/today.svg"``.

    The same name works in a checkout, in an installed wheel and in a bundle.
    """
    folder = _INSIDE if _INSIDE.is_dir() else _CHECKOUT
    return folder / name
