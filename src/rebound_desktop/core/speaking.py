"""How many words a text has, and how long it takes to say them."""

from rebound_desktop.core.plain_text import count_unspaced

#: Words a minute at a calm pace; 130 to 150 is common.
PACE = 140
#: Ten hours of speaking, in characters; nobody says more, and to count it takes a while.
ENDLESS = 200_000
#: Letters that count as a word in scripts that put no spaces between words.
_LETTERS_A_WORD = 2


def word_count(text: str) -> int:
    """Return the number of words, as forms with a limit count them: between white space.

    In scripts without spaces between words, each two letters count as one word.
    """
    words = text.split()
    letters = count_unspaced(text)
    if not letters:
        return len(words)
    spaced = sum(1 for each in words if count_unspaced(each) < len(each) / 2)
    return spaced + -(-letters // _LETTERS_A_WORD)


def seconds_for(words: int, words_per_minute: int = PACE) -> int:
    """Return how many seconds it takes to say so many words."""
    return round(words * 60 / max(words_per_minute, 1))


def words_in(seconds: int, words_per_minute: int = PACE) -> int:
    """Return how many words can be said in so many seconds."""
    return seconds * max(words_per_minute, 1) // 60
