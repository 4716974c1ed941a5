"""Whether a claim is held by the words that it quotes. A first version: numbers, names, negations, covered words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk.text import names, stems, words

if TYPE_CHECKING:
    from briefing.model import Evidence

THRESHOLD = 0.7
NOT = frozenset("no not never none without nobody n't ne pas jamais aucun aucune rien sans".split())
DOUBT = frozenset(
    "may might could would alleged allegedly reportedly about unclear possibly pourrait aurait environ".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a claim is supported, how well its words are covered, and why not."""

    supported: bool
    score: float
    evidence: tuple[Evidence, ...] = ()
    why: str = ""


def vet(text: str, claim: str, quote: str | None = None, *, language: str = "") -> Verdict:
    """Hold a claim against a quotation, or against the whole text."""
    if quote is not None and quote not in text:
        return Verdict(supported=False, score=0.0, why="quote")
    against = text if quote is None else quote
    why = _missing(claim, against)
    ours, theirs = frozenset(stems(claim, language)), frozenset(stems(against, language))
    score = round(len(ours & theirs) / max(1, len(ours)), 9)
    if not why and score < THRESHOLD:
        why = "coverage"
    return Verdict(supported=not why, score=0.0 if why else score, why=why)


def _missing(claim: str, against: str) -> str:
    said = frozenset(words(against))
    ours = words(claim)
    if not set(re.findall(r"\d[\d.,]*\d|\d", claim)) <= set(re.findall(r"\d[\d.,]*\d|\d", against)):
        return "number"
    if not all(name in said for name in names(claim)):
        return "name"
    for kind, lexicon in (("negation", NOT), ("hedge", DOUBT)):
        if _has(ours, lexicon) != _has(words(against), lexicon):
            return kind
    return ""


def _has(said: tuple[str, ...], lexicon: frozenset[str]) -> bool:
    return (
        any(word in lexicon or word.endswith("n't") for word in said)
        if "not" in lexicon
        else any(word in lexicon for word in said)
    )
