"""How much longer a text of twice the length takes: 2 where the time grows with the length."""

import time
from collections.abc import Callable
from statistics import median

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from rebound_desktop.app import make_application
from rebound_desktop.core.adverts import pieces
from rebound_desktop.core.matching import StoryText, rank, uncovered
from rebound_desktop.core.sentences import sentences
from rebound_desktop.ui.widgets.fields import TextArea
from rebound_desktop.ui.widgets.highlighted_text import HighlightedText
from rebound_desktop.ui.widgets.long_text import LongText

#: Half the length, in characters.
LENGTH = 200_000
_STORIES = [
    StoryText(
        1,
        "The caller who shouted",
        {"situation": "A customer shouted at me.", "action": "I let him finish and apologised."},
    )
]
#: Texts that a rule could read again and again from the same place.
_SHAPES = {
    "words": "Calm angry customers. ",
    "beginnings": "you will ",
    "full stops": "a. A. ",
    "spaces": " ",
    "lines": "a\n",
    "no spaces": "客户服务",
    "one word": "x",
}
_ROUNDS = 3


def _cut(text: str) -> None:
    pieces(text)


def _match(text: str) -> None:
    rank(text, _STORIES)
    uncovered(text, _STORIES)


def _split(text: str) -> None:
    sentences(text)


def _shown_in(make: Callable[[], QTextEdit]) -> Callable[[str], None]:
    def show(text: str) -> None:
        box = make()
        box.resize(500, 300)
        box.show()
        if isinstance(box, HighlightedText):
            box.show_text(text, [(3, 9), (len(text) // 2, len(text) // 2 + 9)])
        else:
            box.setPlainText(text)
            box.moveCursor(QTextCursor.MoveOperation.End)
            box.insertPlainText("y")
        box.grab()
        box.close()

    return show


WORK: dict[str, Callable[[str], None]] = {
    "an advert cut into its pieces": _cut,
    "stories ranked for an advert": _match,
    "sentences told apart": _split,
    "a box with a key at the end": _shown_in(TextArea),
    "a story on its page": _shown_in(LongText),
    "an advert with marks": _shown_in(lambda: HighlightedText("")),
}


def main() -> None:
    """Print, for each kind of work and shape of text, the ratio of the two lengths."""
    make_application()
    print(f"\n{f'twice {LENGTH:,} characters':32}" + "".join(f"{each:>12}" for each in _SHAPES))
    for name, work in WORK.items():
        ratios = [_ratio(work, shape) for shape in _SHAPES.values()]
        print(f"{name:32}" + "".join(f"{each:12.1f}" for each in ratios), flush=True)


def _ratio(work: Callable[[str], None], shape: str) -> float:
    text = shape * (LENGTH // len(shape))
    # In turns, so that a busy moment of the machine falls on both.
    seconds = [(_seconds(work, text), _seconds(work, text * 2)) for _ in range(_ROUNDS)]
    return median(twice for _, twice in seconds) / median(once for once, _ in seconds)


def _seconds(work: Callable[[str], None], text: str) -> float:
    begun = time.perf_counter()
    work(text)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
