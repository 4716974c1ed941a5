"""What is news against what was told: a sentence that says of the same matter nothing new is none.

A sentence is old if a known one holds most of its content words, counts the same, says that the same party did the
same, and says it as surely (`desk/asserting.py`): what was denied and is now said, what was unknown, wanted or expected
and is now decided or done, what another party did before, is news in the same words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.asserting import NOT_KNOWN, bases_of, deed_of, elsewhere, names_of, same_deed, sureness
from briefing.desk.boundaries import split
from briefing.desk.counts import NUMBERS
from briefing.desk.text import folded, stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.desk.asserting import Deed, Sure
    from briefing.model import Before

COVERED = 0.6  # of a sentence's stems in a known sentence: it says the same in other words
COPIED = 0.8  # of them: it is the same sentence, hardly touched
_MONTH = r"(?:jan|feb|fév|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|août|sep|oct|nov|dec|déc)[a-zéû]*\.?"  # English and French
# A day of the month, a year, an hour: when it is said changes every day, and is no figure.
WHEN = re.compile(
    rf"(?i)\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th|er)? {_MONTH}(?!\w)|\b(?:19|20)\d{{2}}\b|"
    r"\b\d{1,2}[:h]\d{2}\b|\b\d{1,2} ?(?:a\.?m|p\.?m)\b|\b\d{4} gmt\b"
)
FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
DENIED = re.compile(
    r"(?i)\b(?:not|no|nor|never|neither|none|nobody|nothing|without|refus\w+|reject\w+|den(?:y|ies|ied)|fail\w*|"
    r"ne|n'|pas|jamais|aucune?|rien|personne|sans|rejet\w+|dément\w*|échou\w+)(?!\w)|n't\b|\bn'(?=\w)"
)
SMALL = frozenset({1, 100, 1000})  # "one" is as often a pronoun, and "hundreds" no count

SERVICE = re.compile(r"^(?:CORRECT(?:ED|ION)|UPDATE ?\d*|REFILE|RPT|WRAPUP ?\d*)\s*[-–—:]\s*")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a sentence says, coarsely: its content, its figures, whether it denies, how surely, and who did what."""

    stems: frozenset[str]
    figures: frozenset[str]
    denied: bool
    sure: Sure
    deed: Deed
    names: frozenset[str]
    bases: frozenset[str]


class Known:
    """What is known of a story: sentences, against which others are held."""

    def __init__(self, known: Iterable[str], language: str) -> None:
        self.language = language
        self._verbatim = {bare(text): text for text in known}
        self._meanings = [meaning(text, language) for text in self._verbatim.values()]
        self.figures = frozenset[str]().union(*(said.figures for said in self._meanings))

    def has(self, text: str) -> bool:
        """Tell whether a sentence says nothing that is not known."""
        return self._covering(text, COVERED)

    def copies(self, text: str) -> bool:
        """Tell whether a sentence stands among the known ones, as it is or hardly touched."""
        return self._covering(text, COPIED)

    def share(self, text: str) -> float:
        """Say which share of a sentence's content words the nearest known one has."""
        said = meaning(text, self.language).stems
        shared = (len(said & known.stems) for known in self._meanings)
        return max(shared, default=0) / max(1, len(said))

    def counts_otherwise(self, text: str) -> bool:
        """Tell whether a sentence is a known one with another figure: what moved, in one look."""
        said = meaning(text, self.language)
        return bool(said.figures - self.figures) and any(
            known.figures - said.figures and len(said.stems & known.stems) >= COVERED * len(said.stems)
            for known in self._meanings
        )

    def _covering(self, text: str, share: float) -> bool:
        if bare(text) in self._verbatim:
            return True
        said = meaning(text, self.language)
        if not said.stems or said.figures - self.figures:
            return False
        return any(_covers(known, said, share) for known in self._meanings)


@lru_cache(maxsize=32)
def of_story(before: Before, language: str) -> Known:
    """Give all that is known of a story that was told."""
    return Known((*before.known, *before.printed), language)


@lru_cache(maxsize=16384)
def meaning(text: str, language: str) -> Meaning:
    """Say what a sentence says, as far as it is compared."""
    plain = folded(text)
    figures = figures_of(plain)
    words = (stem for stem in stems(WHEN.sub(" ", text), language) if not stem[0].isdigit())
    return Meaning(
        stems=frozenset(words),
        figures=figures,
        denied=DENIED.search(NOT_KNOWN.sub(" ", plain)) is not None,
        sure=sureness(plain),
        deed=deed_of(plain, language),
        names=names_of(plain, language),
        bases=bases_of(plain, language),
    )


def figures_of(text: str) -> frozenset[str]:
    """Give the figures of a text, written in digits or words; hours, days and years are none."""
    plain = WHEN.sub(" ", folded(text)).lower()
    found = {
        re.sub(r"[,.\u00a0\u202f ](?=\d{3}(?!\d))", "", figure).replace(",", ".") for figure in FIGURE.findall(plain)
    }
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain):
        parts = [NUMBERS.get(word)] if word in NUMBERS else [NUMBERS.get(part) for part in word.split("-")]
        number = 0 if None in parts else sum(part for part in parts if part)
        if number and number not in SMALL:
            found.add(str(number))
    return frozenset(found)


def otherwise(old: str, new: str, language: str) -> bool:
    """Tell whether two versions of a sentence differ in what they say: its words in sum, figures, hours, denials.

    Typographic marks, spaces, capitals, endings and small words are none of that.
    """
    return _content(old, language) != _content(new, language)


def bare(text: str) -> str:
    """Give a text as its letters, digits and signs that count: without the marks and spaces that typography changes.

    What an agency sets before the headline of its new version is no word of it.
    """
    plain = SERVICE.sub("", folded(text)).lower()
    return " ".join(re.findall(r"[^\W_]+(?:[.,:]\d+)*|[%€$£°]|(?<!\w)[-−–](?=\d)", plain))


@lru_cache(maxsize=512)
def sentences_of(text: str) -> tuple[str, ...]:
    """Split a text of several lines into sentences."""
    return tuple(line[start:end] for line in text.split("\n") for start, end in split(line))


def _covers(known: Meaning, said: Meaning, share: float) -> bool:
    if known.denied != said.denied or said.sure > known.sure or not same_deed(said.deed, known.stems, known.bases):
        return False
    if elsewhere(said.names, known.names):
        return False
    return len(said.stems & known.stems) >= share * len(said.stems)


def _content(text: str, language: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    plain = bare(text)
    return (
        Counter(stems(plain, language)),
        Counter(re.findall(r"\S*\d\S*|[%€$£]", plain)),
        Counter(found.lower() for found in DENIED.findall(folded(text))),
    )
