"""How well stories are ranked for an advert (nDCG@5), and how long 2,000 stories take.

Ours is compared with plain FTS5/BM25 and with a random order on the made-up adverts, stories
and labels in `data/`. They were written by the same people as the vocabulary of work, so the
figure flatters it; texts of other people give less, for BM25 too.
"""

import random
import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import mean, median

from rebound_desktop.core.matching import StoryIndex, StoryText, rank

_DATA = Path(__file__).parent / "data"
_DEPTH = 5
_STORIES = 2000
_WORDS = 150


@dataclass(frozen=True)
class SampleAdvert:
    """A made-up advert with the stories that fit it, 2 best, 1 weaker."""

    text: str
    labels: dict[str, int]


def sample_stories() -> list[StoryText]:
    """Read the made-up stories."""
    return [StoryText(key, title, {"action": text}) for key, title, text in _entries("stories")]


def sample_adverts() -> list[SampleAdvert]:
    """Read the made-up adverts with their labels."""
    adverts = []
    for _, title, body in _entries("adverts"):
        labels, _, text = body.partition("\n")
        fits = dict(each.split(":") for each in labels.lstrip("= ").split())
        adverts.append(
            SampleAdvert(f"{title}\n{text}", {key: int(fit) for key, fit in fits.items()})
        )
    return adverts


def ndcg(order: Sequence[str], labels: dict[str, int], depth: int = _DEPTH) -> float:
    """Give the normalised discounted cumulative gain of an order: 1 is as good as can be."""

    def gain(fits: Sequence[int]) -> float:
        return sum((2**fit - 1) / log2(place + 2) for place, fit in enumerate(fits[:depth]))

    best = gain(sorted(labels.values(), reverse=True))
    return gain([labels.get(key, 0) for key in order]) / best if best else 0.0


def quality(order: Callable[[str], Sequence[str]]) -> float:
    """Give the mean nDCG@5 over all sample adverts of a way to order the stories."""
    return mean(ndcg(order(each.text), each.labels) for each in sample_adverts())


def ours() -> Callable[[str], list[str]]:
    """Give Rebound's order."""
    index = StoryIndex(sample_stories())
    return lambda advert: [str(each.id) for each in rank(advert, index)]


def plain_bm25() -> Callable[[str], list[str]]:
    """Give FTS5's order for any of the advert's words, with its own English stemmer."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE story USING fts5(key UNINDEXED, title, text, tokenize='porter')"
    )
    connection.executemany(
        "INSERT INTO story VALUES (?, ?, ?)",
        [(each.id, each.title, each.fields["action"]) for each in sample_stories()],
    )

    def order(advert: str) -> list[str]:
        words = dict.fromkeys(re.findall(r"\w+", advert.lower()))
        match = " OR ".join(f'"{word}"' for word in words)
        found = connection.execute(
            "SELECT key FROM story WHERE story MATCH ? ORDER BY bm25(story)", (match,)
        )
        with closing(found):
            return [key for (key,) in found]

    return order


def by_chance(seed: int) -> Callable[[str], list[str]]:
    """Give a random order."""
    chance = random.Random(seed)
    keys = [str(each.id) for each in sample_stories()]
    return lambda _: chance.sample(keys, len(keys))


def many_stories() -> list[StoryText]:
    """Give 2,000 stories of 150 words, cut out of the made-up ones."""
    chance = random.Random(3)
    words = [word for each in sample_stories() for word in each.fields["action"].split()]
    stories = []
    for number in range(_STORIES):
        at = chance.randrange(len(words) - _WORDS)
        cut = [at, at + 30, at + 50, at + 120, at + _WORDS]
        parts = [" ".join(words[start:end]) for start, end in zip(cut, cut[1:], strict=False)]
        names = ("situation", "task", "action", "result")
        stories.append(StoryText(number, f"Story {number}", dict(zip(names, parts, strict=True))))
    return stories


def _entries(name: str) -> list[tuple[str, str, str]]:
    """List (key, title, text) of a sample file."""
    entries = []
    for block in re.split(r"(?m)^## ", (_DATA / f"sample_{name}.txt").read_text("utf-8"))[1:]:
        head, _, body = block.partition("\n")
        key, _, title = head.partition(" ")
        entries.append((key, title, body.strip()))
    return entries


def main() -> None:
    """Print the figures."""
    print(f"nDCG@{_DEPTH} over {len(sample_adverts())} adverts, {len(sample_stories())} stories")
    print(f"  ours           {quality(ours()):.2f}")
    print(f"  plain BM25     {quality(plain_bm25()):.2f}")
    print(f"  random order   {mean(quality(by_chance(seed)) for seed in range(20)):.2f}")
    stories = many_stories()
    adverts = [each.text for each in sample_adverts()[:10]]
    reading, ranking = [], []
    for advert in adverts:
        start = time.perf_counter()
        index = StoryIndex(stories)
        read = time.perf_counter()
        rank(advert, index)
        reading.append(1000 * (read - start))
        ranking.append(1000 * (time.perf_counter() - read))
    print(
        f"An advert against {_STORIES:,} stories of {_WORDS} words: reading the stories "
        f"{median(reading):.0f} ms (the first time {reading[0]:.0f} ms), "
        f"ranking {median(ranking):.0f} ms"
    )


if __name__ == "__main__":
    main()
