"""What is known of a sentence before it is chosen: its place, its words' weight in the story, what it names and repeats.

Every feature is a plain number; FEATURES names them in the order in which the trees read them. A feature that a story
cannot have (a title's share without a title) is -1.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing.desk import lexicon
from briefing.desk.method import FAMILIAR
from briefing.desk.text import WORD, folded, language_of, stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.desk.candidates import Candidate
    from briefing.desk.text import Sentence
    from briefing.model import Report

FEATURES = (
    "place", "part", "length", "words", "relative words", "central", "central sum", "central rank", "lead", "later",
    "new", "earlier", "degree", "before", "after", "of title", "title of it", "numbers", "names", "name weight",
    "top names", "quoted", "attributed", "dated", "mean rarity", "top rarity", "opens block", "block", "judged",
    "pronouns", "opens with name", "commas", "cut", "item", "bracketed", "gravity", "words before", "report", "text words",
    "title known",
)  # fmt: skip
ABSENT = -1.0
NEAR = 0.15  # likeness at which two sentences speak of the same
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
NUMBER = re.compile(r"\d[\d.,]*")
DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|"
    r"mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
)


STRETCH = 400  # sentences that are compared, each with each: a longer text is taken by stretches


@dataclass(frozen=True, slots=True)
class Scene:
    """One report seen whole: each sentence's stems, what each stem weighs, and how alike its sentences are.

    `likenesses` compares a sentence with those of its own stretch.
    """

    sentences: tuple[Sentence, ...]
    meanings: tuple[frozenset[str], ...]
    weights: Mapping[str, float]
    norms: tuple[float, ...]
    masses: tuple[float, ...]
    firsts: Mapping[str, int]  # the sentence that says a stem first, and the one that says it last
    lasts: Mapping[str, int]
    title: frozenset[str]
    language: str
    likenesses: tuple[tuple[float, ...], ...]
    named: Mapping[str, int]
    famous: frozenset[str]
    words: int
    before: tuple[int, ...]  # words that stand before each sentence
    heaviest: float
    ranks: tuple[int, ...]


def scene(report: Report, told: Sequence[Sentence]) -> Scene:
    """Look at a report's sentences together."""
    language = language_of(report.article)
    meanings = tuple(frozenset(stems(sentence.text, language)) for sentence in told)
    counts = Counter(stem for meaning in meanings for stem in meaning)
    weights = {stem: math.log1p(n) * rarity(stem, language) for stem, n in counts.items()}
    masses = tuple(math.fsum([weights[stem] for stem in meaning]) for meaning in meanings)
    squares = {stem: weight * weight for stem, weight in weights.items()}
    norms = tuple(math.sqrt(math.fsum([squares[stem] for stem in meaning])) or 1.0 for meaning in meanings)
    firsts: dict[str, int] = {}
    lasts: dict[str, int] = {}
    for n, meaning in enumerate(meanings):
        for stem in meaning:
            firsts.setdefault(stem, n)
            lasts[stem] = n
    named = Counter(name for sentence in told for name in capitals(sentence.text))
    famous = sorted(named, key=lambda name: (-named[name], name))[:3]
    order = sorted(range(len(told)), key=lambda n: (-masses[n] / (len(meanings[n]) + 4), n))
    places = sorted(range(len(order)), key=order.__getitem__)
    sizes = [len(sentence.text.split()) for sentence in told]
    return Scene(
        sentences=tuple(told),
        meanings=meanings,
        weights=weights,
        norms=norms,
        masses=masses,
        firsts=firsts,
        lasts=lasts,
        title=frozenset(stems(report.title, language)),
        language=language,
        likenesses=_likenesses(meanings, squares, norms),
        named=named,
        famous=frozenset(famous),
        words=sum(sizes),
        before=tuple(accumulate(sizes, initial=0)),
        heaviest=max(masses, default=0.0) or 1.0,
        ranks=tuple(places),
    )


def rarity(stem: str, language: str) -> float:
    """Say how rare a stem is in news, from about 1 (in every article) to 8 (in none that was read); by English alone."""
    return FAMILIAR.get(stem, 8.0) if language == "en" else 6.0


def capitals(text: str) -> list[str]:
    """Give the words written with a capital where no sentence begins; quicker than `text.names`, and coarser."""
    return [word for word in _CAPITAL.findall(text) if len(word) > 1]


_CAPITAL = re.compile(r"(?<=[\w,;’'–—-] )[“\"«]?([A-ZÀ-Ý][\w’'-]*)")


def _likenesses(
    meanings: Sequence[frozenset[str]], squares: Mapping[str, float], norms: Sequence[float]
) -> tuple[tuple[float, ...], ...]:
    """Give the cosine of every two sentences of a stretch, over the stems that both say."""
    if len(meanings) > STRETCH:
        parts = range(0, len(meanings), STRETCH)
        return tuple(
            row for n in parts for row in _likenesses(meanings[n : n + STRETCH], squares, norms[n : n + STRETCH])
        )
    size = len(meanings)
    sums = [[0.0] * size for _ in range(size)]
    said: dict[str, list[int]] = {}
    for n, meaning in enumerate(meanings):
        for stem in meaning:
            said.setdefault(stem, []).append(n)
    for stem in sorted(said):  # a fixed order: the sums are the same everywhere
        where, square = said[stem], squares[stem]
        for left in where:
            row = sums[left]
            for right in where:
                row[right] += square
    return tuple(
        tuple(sums[left][right] / (norms[left] * norms[right]) if left != right else 0.0 for right in range(size))
        for left in range(size)
    )


def row(item: Candidate, seen: Scene) -> tuple[float, ...]:
    """Give the features of one sentence, in the order of FEATURES."""
    grave = item.gravity, seen.before[item.place]
    return (*_standing(item, seen), *_meaning(item, seen), *_wording(item, seen), *grave, *_report(item, seen))


def _standing(item: Candidate, seen: Scene) -> tuple[float, ...]:
    size = len(item.text.split())
    return item.place, item.place / item.length, item.length, size, size * item.length / (seen.words or 1)


def _meaning(item: Candidate, seen: Scene) -> tuple[float, ...]:
    """Say how much of the story a sentence holds, what is new in it, and how alike it is to the others."""
    n, weights = item.place, seen.weights
    meaning = sorted(item.stems)
    mass = math.fsum([weights.get(stem, 0.0) for stem in meaning]) or 1.0
    count = len(meaning) or 1
    lead = frozenset(stem for other in seen.meanings[:2] if other is not seen.meanings[n] for stem in other)
    similar, here = seen.likenesses[n], n % STRETCH
    return (
        mass / (count + 4),
        mass / seen.heaviest,
        seen.ranks[n] / item.length,
        math.fsum([weights.get(stem, 0.0) for stem in meaning if stem in lead]) / mass,
        math.fsum([weights.get(stem, 0.0) for stem in meaning if seen.lasts.get(stem, 0) > n]) / mass,
        math.fsum([weights.get(stem, 0.0) for stem in meaning if seen.firsts.get(stem, n) >= n]) / mass,
        max(similar[:here], default=0.0),
        sum(value > NEAR for value in similar) / len(similar),
        similar[here - 1] if here else ABSENT,
        similar[here + 1] if here + 1 < len(similar) else ABSENT,
        len(item.stems & seen.title) / len(seen.title) if seen.title else ABSENT,
        len(item.stems & seen.title) / count if seen.title else ABSENT,
    )


def _wording(item: Candidate, seen: Scene) -> tuple[float, ...]:
    """Count what a sentence names, numbers, quotes and leans on."""
    text, sentence = item.text, item.sentence
    plain, found = folded(text), capitals(text)
    rare = sorted(rarity(stem, seen.language) for stem in item.stems) or [0.0]
    attributed = lexicon.ATTRIBUTION.get(seen.language)
    pronouns = lexicon.PRONOUNS.get(seen.language, lexicon.PRONOUNS["en"])
    first = text.split(maxsplit=1)[0].rstrip(",'’s") if text.strip() else ""
    return (
        len(NUMBER.findall(text)),
        len(found),
        sum(seen.named.get(name, 0) for name in found) / (len(found) or 1),
        len(seen.famous.intersection(found)),
        sum(len(quoted) for quoted in QUOTED.findall(text)) / (len(text) or 1),
        float(attributed is not None and re.search(attributed, plain, re.IGNORECASE) is not None),
        float(DAY.search(text) is not None),
        math.fsum(rare) / len(rare),
        rare[-1],
        float(item.place == 0 or seen.sentences[item.place - 1].block != sentence.block),
        sentence.block,
        float(item.judged),
        sum(word.lower() in pronouns for word in WORD.findall(plain)),
        float(seen.named.get(first, 0) > 0),
        text.count(","),
        len(sentence.text) - len(text),
        float(sentence.kind == "item"),
        float("(" in text),
    )


def _report(item: Candidate, seen: Scene) -> tuple[float, ...]:
    return item.source, seen.words, float(bool(seen.title))
