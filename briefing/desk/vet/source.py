"""What a statement is held against: a text in sentences, each in tokens, and where each word stands."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from briefing.desk.boundaries import split
from briefing.desk.vet.lexicon import FUNCTION, PLACES, TITLES
from briefing.desk.vet.stems import STEM, kin
from briefing.desk.vet.tokens import Token, tokens

OPENING = STEM + 1  # letters that forms of one name share
COMMON, FEW = 150, 3  # passages that a word may stand in and still tell one from another; else so many words do
LONGEST = 90  # tokens of one passage; a longer sentence is taken in pieces


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the source, or a piece of an overlong one: its place among them, its span, its tokens."""

    number: int
    start: int
    end: int
    asks: bool
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A text made ready: its sentences' spans, its passages, which words it has and which of them are names."""

    spans: tuple[tuple[int, int], ...]
    passages: tuple[Passage, ...]
    places: dict[str, tuple[int, ...]]  # the passages that have a key
    proper: frozenset[str]
    lower: frozenset[str]
    homes: frozenset[str]  # the countries that it or its people are named of
    openings: dict[str, tuple[str, ...]]  # names by their first letters
    initials: str  # of all words with a capital, in order; a point for every other
    beside: frozenset[tuple[str, str]]  # words next to one another, as spelt
    bigrams: frozenset[tuple[str, str]]  # keys of content words next to one another
    trigrams: frozenset[tuple[str, str, str]]

    def weight(self, key: str) -> float:
        """Say how much finding a key tells: the rarer, the more."""
        return math.log(1 + len(self.passages) / max(1, len(self.places.get(key, ()))))

    def nearest(self, claim: tuple[Token, ...], count: int) -> tuple[Passage, ...]:
        """Give the passages that share most with a claim, best first."""
        keys = [key for key in dict.fromkeys(token.key for token in claim if token.content) if key in self.places]
        rare = [key for key in keys if len(self.places[key]) <= COMMON] or keys[:FEW]
        scores: dict[int, float] = {}
        for key in rare:
            weight = self.weight(key)
            for number in self.places[key][:COMMON]:
                scores[number] = scores.get(number, 0.0) + weight
        ranked = heapq.nsmallest(count, scores, key=lambda number: (-round(scores[number], 9), number))
        return tuple(self.passages[number] for number in ranked)


@lru_cache(maxsize=8)
def source_of(text: str) -> Source:
    """Make a text ready."""
    spans = _spans(text)
    passages: list[Passage] = []
    # a typist's opening mark is none to the splitter
    for start, end in _spans(text.replace("`", "'")) if "`" in text else spans:
        asks = text[start:end].rstrip("\"'”’») \u00a0").endswith("?")
        found = tokens(text[start:end], start)
        for piece in range(0, len(found), LONGEST):
            passages.append(Passage(len(passages), start, end, asks, found[piece : piece + LONGEST]))
    places: dict[str, dict[int, None]] = {}
    for passage in passages:
        for token in passage.tokens:
            places.setdefault(token.key, {})[passage.number] = None
    proper, lower = _names(passages)
    beside = frozenset((one.norm, other.norm) for passage in passages for one, other in pairwise(passage.tokens))
    return Source(
        spans=spans,
        passages=tuple(passages),
        places={key: tuple(numbers) for key, numbers in places.items()},
        proper=proper,
        lower=lower,
        homes=frozenset(PLACES[norm] for norm in sorted(proper | lower) if norm in PLACES),
        openings=_openings(proper),
        initials=".".join("".join(_initial(token) for token in passage.tokens) for passage in passages),
        beside=beside,
        bigrams=frozenset(pair for passage in passages for pair in content_pairs(passage.tokens)),
        trigrams=frozenset(three for passage in passages for three in threes(passage.tokens)),
    )


def content_pairs(found: tuple[Token, ...]) -> list[tuple[str, str]]:
    """Give the neighbours among the words that carry matter."""
    return list(pairwise(token.key for token in found if token.content))


def threes(found: tuple[Token, ...]) -> list[tuple[str, str, str]]:
    """Give each three words in a row."""
    keys = [token.key for token in found]
    return list(zip(keys, keys[1:], keys[2:], strict=False))


def is_name(token: Token, source: Source, *, first: bool) -> bool:
    """Tell whether a claim's word names somebody or something: the source says so, or it has a capital for no other reason."""
    if token.number or token.date or token.norm in TITLES or not token.content:
        return False
    if token.norm in source.proper:
        return token.capital or token.norm not in source.lower
    return token.capital and not first and token.norm not in source.lower and token.norm != "i"


def related(left: Token, right: Token) -> bool:
    """Tell whether two names are one: the same, a plural, or a country and its people."""
    one, other = left.norm, right.norm
    place = PLACES.get(one)
    return one == other or kin(one, other) or (place is not None and place == PLACES.get(other))


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    offset = 0
    for line in text.split("\n"):
        found.extend((offset + start, offset + end) for start, end in split(line))
        offset += len(line) + 1
    return tuple(found)


def _initial(token: Token) -> str:
    return token.norm[0] if token.capital and token.norm not in FUNCTION else "."


def _openings(proper: frozenset[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in sorted(proper):
        found.setdefault(name[:OPENING], []).append(name)
    return {opening: tuple(names) for opening, names in found.items()}


def _names(passages: list[Passage]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that are written with a capital where none is due, and those written without."""
    high: dict[str, int] = {}
    low: dict[str, int] = {}
    for passage in passages:
        for place, token in enumerate(passage.tokens):
            if not token.capital:
                low[token.norm] = low.get(token.norm, 0) + 1
            elif place:
                high[token.norm] = high.get(token.norm, 0) + 1
    names = {
        norm for norm, count in high.items() if count >= low.get(norm, 0) and norm not in FUNCTION | TITLES | {"i"}
    }
    return frozenset(names), frozenset(low)
