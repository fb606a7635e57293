"""Splitting a text into whole sentences, so that it is never cut in the middle of one.

When in doubt two sentences stay together: a short text with one sentence too many is better than
one that stops half-way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is written; ``gap`` is what stood before it.

    The gap is empty at the start of a text and in scripts that write no spaces, else a space, a
    line break or two of them. ``bullet`` says that the sentence begins a line of a list; the sign
    in front of such a line is not part of the text.
    """

    text: str
    gap: str = ""
    bullet: bool = False


_CLOSERS = "\"'”’»›)]}』」）】"
_OPENERS = "\"'“‘«‹„([{『「（【¿¡"
#: An end that needs white space after it, and one that does not.
_END = re.compile(
    rf"(?:[.!?…؟।॥]+[{re.escape(_CLOSERS)}]*(?=\s)|[。！？｡]+[{re.escape(_CLOSERS)}]*)"
)
_BULLET = re.compile(r"\s*(?:[-*•‣◦▪·–—]|\d{1,2}[.)])\s+(?=\S)")
_ENDED = re.compile(rf"[.!?…؟।॥。！？｡][{re.escape(_CLOSERS)}]*$")
_INITIALS = re.compile(r"(?:[^\W\d]\.)+[^\W\d]$")

_OPENING = re.compile(r"[\"“(«「『（\[]")

#: Words that end in a full stop and go on.
_ABBREVIATIONS = frozenset(
    "adj adm al approx apt asst ave bldg blvd bzgl bzw ca capt cf co col corp dept dipl dir div dr "
    "drs eg esp est etc evtl exec fr gen ggf gov hon ie inc incl ing jr lt ltd m maj messrs "
    "mgr mio misc mlle mm mme mr mrs ms mt mtg orig phd pres prof rep rev sen "
    "sgt sog sr sra st str tel univ usw vgl vs z zb".split()
)
#: Words that are abbreviations in front of a number.
_BEFORE_NUMBERS = frozenset(
    "abs apr art aug bd ch chap dec eq feb fig jan jul jun kap mar max min no nos nov nr oct p par "
    "pp sec sep sept tab vers vol".split()
)
_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember jänner "
    "january february march may june july october december".split()
)
#: How far ahead a quotation or bracket may close for its inside to stay whole.
_REACH = 400
#: How many characters around a full stop say whether it belongs to a word.
_LONGEST_WORD = 40
#: An hour of speaking, in characters.
_TOLD = 20_000
#: A line this long without an end was broken by a mail program, in the middle of a sentence.
_WRAPPED = 60


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text in their order; joined with their gaps they give its words.

    White space is folded, and signs of lists are left out. A line break ends a sentence, unless
    the next line clearly goes on with it; what follows a colon at a line's end stays with it.
    """
    found: list[Sentence] = []
    gap = ""
    for paragraph in re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", text.strip()):
        for line, bullet in _lines(paragraph):
            for number, (inner, each) in enumerate(_within(line)):
                found.append(Sentence(each, inner if number else gap, bullet and not number))
            gap = "\n"
        gap = "\n\n"
    return _with_their_lists(found)


def beginning(text: str) -> str:
    """Return as much of a text as anybody tells or reads of it at once: a short one whole.

    What is longer ends between two words, where there is a space.
    """
    if len(text) <= _TOLD:
        return text
    cut = text[:_TOLD]
    return cut.rsplit(maxsplit=1)[0] if any(map(str.isspace, cut)) else cut


def is_ended(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    return _ENDED.search(text) is not None


def _lines(paragraph: str) -> Iterator[tuple[str, bool]]:
    """Give the lines of a paragraph, those that go on joined, each with whether it is a bullet."""
    held: list[str] = []
    held_bullet, last = False, ""
    for line in paragraph.split("\n"):
        if not line.strip():
            continue
        mark = _BULLET.match(line)
        bare = line[mark.end() :] if mark else line
        if held and mark is None and _goes_on(last, bare.strip()):
            held.append(bare.strip())
        else:
            if held:
                yield " ".join(held), held_bullet
            held, held_bullet = [bare.strip()], mark is not None
        last = line.strip()
    if held:
        yield " ".join(held), held_bullet


def _goes_on(line: str, following: str) -> bool:
    if is_ended(line) or not following:
        return False
    return following[0].islower() or line[-1] in ",;" or len(line) >= _WRAPPED


def _within(line: str) -> Iterator[tuple[str, str]]:
    """Give the sentences of one line, each with the gap before it."""
    start, gap = 0, ""
    for match in _END.finditer(line):
        end = match.end()
        if _is_end(line, start, match.start(), end):
            yield gap, " ".join(line[start:end].split())
            start = end
            while start < len(line) and line[start].isspace():
                start += 1
            gap = " " if start > end else ""
    rest = " ".join(line[start:].split())
    if rest:
        yield gap, rest


def _is_end(line: str, start: int, stop: int, end: int) -> bool:
    ahead = line[end : end + _REACH]
    after = ahead.lstrip()
    if not after:
        return False  # the line's own end
    sign = line[stop]
    if sign in "。！？｡":
        # 「なぜ？」と聞いた: somebody is quoted, and the sentence goes on.
        if line[end - 1] in _CLOSERS and not line[end].isspace():
            return False
    elif sign not in "؟।॥":
        if after.lstrip(_OPENERS)[:1].islower():
            return False
        before = line[max(start, stop - _LONGEST_WORD) : stop]
        if sign == "." and line[stop + 1] != "." and _abbreviates(before, after):
            return False
    return not _is_open(line[max(start, end - _REACH) : end], ahead)


def _abbreviates(before: str, after: str) -> bool:
    """Say whether a full stop between these texts belongs to the word before it."""
    tokens = before.split()
    if not tokens or before[-1].isspace():
        return False
    word = tokens[-1].lstrip(_OPENERS).casefold()
    if len(word) == 1 and word.isalpha():
        # J. Smith, but neither "and I." nor "1.8 M."
        return word != "i" and not (len(tokens) > 1 and tokens[-2][-1:].isdigit())
    if word in _ABBREVIATIONS or (after[0].isdigit() and word in _BEFORE_NUMBERS):
        return True
    if _INITIALS.match(word):  # e.g, U.S, z.B, a.m
        return True
    if word.isdigit() and len(word) <= 2:
        return after.split()[0].strip(".,;:").casefold() in _MONTHS
    return False


def _is_open(inside: str, ahead: str) -> bool:
    """Say whether a quotation or a bracket is open between these texts that closes soon."""
    if not _OPENING.search(inside):
        return False
    for opener, closer in ("“”", "()", "«»", "「」", "『』", "（）", "[]"):
        if inside.count(opener) > inside.count(closer) and closer in ahead:
            return True
    # Inches and minutes use this sign as well; they stand after a digit.
    straight = re.sub(r"(?<=\d)\"", "", inside)
    return straight.count('"') % 2 == 1 and '"' in ahead


def _with_their_lists(found: list[Sentence]) -> list[Sentence]:
    """Join a line that ends in a colon with what follows: alone it says nothing."""
    joined: list[Sentence] = []
    for each in found:
        if joined and joined[-1].text.endswith((":", "：")):
            sign = "• " if each.bullet else ""
            before = joined.pop()
            text = f"{before.text}{each.gap or ' '}{sign}{each.text}"
            joined.append(Sentence(text, before.gap, before.bullet))
        else:
            joined.append(each)
    return joined
