"""Words that are almost the word that was typed: a letter too many, missing, wrong or swapped."""

from collections.abc import Iterator

#: Up to this many letters one slip is forgiven, in longer words two; in shorter ones none, since
#: almost every short word is near another.
_ONE_SLIP = 5
_SHORTEST = 3


def slips_forgiven(word: str) -> int:
    """Return how many slips of the keyboard are forgiven in a word."""
    if len(word) < _SHORTEST:
        return 0
    return 1 if len(word) <= _ONE_SLIP else 2


def near(word: str, vocabulary: str) -> dict[str, int]:
    """Return the words of a vocabulary that are near a word, with the number of slips.

    ``vocabulary`` has one word a line. All are compared as they are, so both sides are to be
    folded alike. Two swapped neighbours are one slip.
    """
    most = slips_forgiven(word)
    found: dict[str, int] = {}
    if most:
        for each in set(_candidates(word, f"\n{vocabulary}\n", most)):
            slips = _distance(word, each)
            if slips <= most:
                found[each] = slips
    return found


def _candidates(word: str, lines: str, most: int) -> Iterator[str]:
    """Give the words that share a piece with a word: of ``most`` + 1 pieces, one stays whole.

    A swap across two pieces harms both; with two pieces that one swap is looked up by itself.
    """
    size = len(word)
    cuts = [size * number // (most + 1) for number in range(most + 2)]
    if most == 1:
        middle = cuts[1]
        swapped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
        if f"\n{swapped}\n" in lines:
            yield swapped
    for start, stop in zip(cuts, cuts[1:], strict=False):
        piece = word[start:stop]
        at = lines.find(piece)
        while at >= 0:
            first = lines.rfind("\n", 0, at) + 1
            last = lines.find("\n", at)
            if abs(at - first - start) <= most and abs(last - first - size) <= most:
                yield lines[first:last]
            at = lines.find(piece, at + 1)


def _distance(one: str, other: str) -> int:
    """Return the optimal string alignment distance of two words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, row, older = row, [i], before
        before = last
        for j, against in enumerate(other, start=1):
            cost = min(
                last[j] + 1,
                row[j - 1] + 1,
                last[j - 1] + (letter != against),
            )
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
