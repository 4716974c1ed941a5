"""One sentence of a claim held against a source: what covers it, what is wrong with it, what it is worth."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk.vet import governing, heads, limits, operators, relations, scope, slots
from briefing.desk.vet.align import Laid, lay
from briefing.desk.vet.deeds import roles_differ
from briefing.desk.vet.lexicon import ATTRIBUTES
from briefing.desk.vet.orders import orders
from briefing.desk.vet.pronouns import resolved
from briefing.desk.vet.source import Source, content_pairs, threes
from briefing.desk.vet.weights import BIAS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.desk.vet.tokens import Token

NEAREST, FEWER, LONG = 6, 3, 45  # passages that are looked at, and how many for more words than LONG
BESIDE = 3  # passages that may together cover one sentence
ALIKE = 0.9  # of the best passage's matches: as good a reading
WHOLE = 0.5  # what a sentence without a fault is worth at least, if one passage has all its matter in order
DENSE = 3.5  # the logarithm of the density of a long sentence that was copied whole
MOVED = 0.69  # what a sentence is worth at most, if its parts were moved or a name stands for a pronoun
ACCORDING = frozenset({"according", "selon"})  # says what "said" says
RUN = 2  # words of matter that a further passage must give in a row


@dataclass(frozen=True, slots=True)
class Held:
    """What was found: the passages that cover a sentence, best first; the fault, if any; and the probability."""

    laid: tuple[Laid, ...]
    fault: str
    likely: float


def held(claim: tuple[Token, ...], source: Source, *, asks: bool) -> Held:
    """Hold a sentence against a source."""
    places = range(len(claim))
    found = [lay(claim, passage, places) for passage in source.nearest(claim, NEAREST if len(claim) <= LONG else FEWER)]
    found = [laid for laid in found if laid.pairs]
    if not found:
        return Held((), "too little of it in the source", 0.0)
    found.sort(key=lambda laid: (-_gain(laid), laid.passage.number))
    readings = [laid for laid in found[:3] if _gain(laid) >= ALIKE * _gain(found[0])]
    best = _read(readings[0], found, source, asks=asks)
    for laid in readings[1:]:
        if not best.fault:
            break
        other = _read(laid, found, source, asks=asks)
        best = best if other.fault else other
    return best if _passes(best) else _otherwise(best, readings, found, source, asks=asks)


def _passes(one: Held) -> bool:
    return not one.fault and one.likely >= WHOLE


def _otherwise(best: Held, readings: list[Laid], found: list[Laid], source: Source, *, asks: bool) -> Held:
    """Read a sentence with its parts in another order, or with a pronoun for a name, where that says the same."""
    for laid in readings:
        passage, claim = laid.passage, laid.claim
        bases = (claim, *resolved(claim, laid, source))
        for base in bases:
            rows = orders(base, passage.tokens)
            for row in rows if base is claim else (base, *rows):
                other = _read(lay(row, passage, range(len(row))), found, source, asks=asks)
                if _passes(other):
                    return Held(other.laid, "", min(other.likely, MOVED))
    return best


def _gain(laid: Laid) -> float:
    return round(math.fsum([laid.matter, *(0.1 * length for _, length in laid.runs())]), 9)


def _read(first: Laid, found: list[Laid], source: Source, *, asks: bool) -> Held:
    laid = _beside(first, found)
    covered = frozenset(here for one in laid for here in one.pairs)
    fault = _fault(laid, source, covered, asks=asks)
    likely = _likely(evidence(laid, source))
    return Held(laid, fault, max(likely, WHOLE + likely / 10) if _whole(laid) else likely)


def _whole(laid: tuple[Laid, ...]) -> bool:
    """Tell whether all matter of a sentence stands in one passage, in its order but for who said it and when."""
    first = laid[0]
    covered = set(first.pairs)
    for one in laid[1:]:
        if one.passage is first.passage and any(_speaks(one.claim[place]) for place in one.pairs):
            covered |= set(one.pairs)
    told = any(token.norm in ATTRIBUTES for token in first.passage.tokens)
    return all(
        place in covered or (told and token.norm in ACCORDING)
        for place, token in enumerate(first.claim)
        if token.content
    )


def _speaks(token: Token) -> bool:
    return token.date or token.norm in ATTRIBUTES


def _beside(first: Laid, found: list[Laid]) -> tuple[Laid, ...]:
    """Add the passages that cover what the first leaves, most first."""
    chosen, covered = [first], set(first.pairs)
    while len(chosen) < BESIDE:
        rest = [place for place in range(len(first.claim)) if place not in covered]
        if not any(first.claim[place].content for place in rest):
            break
        more = [_strong(lay(first.claim, laid.passage, rest), own=laid.passage is first.passage) for laid in found]
        best = max(more, key=lambda laid: (_gain(laid), -laid.passage.number))
        if not best.pairs:
            break
        chosen.append(best)
        covered |= set(best.pairs)
    return tuple(chosen)


def _strong(laid: Laid, *, own: bool) -> Laid:
    """Keep the stretches in which a further passage gives more than a lone word or a name.

    Of the `own`, first passage, who said it and when may stand anywhere: "On Friday …", "She said: …".
    """
    kept: dict[int, int] = {}
    for start, length in laid.runs():
        stretch = [laid.claim[place] for place in range(start, start + length) if laid.claim[place].content]
        beside = laid.claim[max(0, start - 1) : start + length + 1]
        moved = own and bool(stretch) and any(_speaks(token) for token in beside)
        if moved or (len(stretch) >= RUN and not all(token.capital for token in stretch)):
            kept.update({place: laid.pairs[place] for place in range(start, start + length)})
    return Laid(laid.claim, laid.passage, kept)


def _fault(laid: tuple[Laid, ...], source: Source, covered: frozenset[int], *, asks: bool) -> str:
    """Say what is wrong, the gravest first; "" where nothing is."""
    first = laid[0]
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("question", lambda: asks != first.passage.asks),
        ("number not in the source", lambda: slots.number_differs(first, source, covered)),
        ("name not in the source", lambda: slots.wrong_name(first, source, covered) == "name not in the source"),
        (
            "names change places",
            lambda: bool(slots.wrong_name(first, source, covered)) or slots.possessor_instead(first),
        ),
        ("opposite word", lambda: slots.opposite_word(first)),
        ("negation differs", lambda: scope.negation_differs(first, covered) or limits.few_dropped(first)),
        ("hedge dropped", lambda: any(scope.hedge_dropped(one) for one in laid)),
        ("condition dropped", lambda: scope.condition_dropped(first) or limits.limit_dropped(first)),
        ("governing word dropped", lambda: governing.governing_dropped(first) or limits.particle_dropped(first)),
        ("mood differs", lambda: governing.mood_differs(first)),
        ("head noun dropped", lambda: heads.head_dropped(first) or heads.owned_dropped(first)),
        ("head noun dropped", lambda: limits.part_dropped(first) or limits.other_dropped(first)),
        ("subject differs", lambda: heads.subject_differs(first)),
        ("relation differs", lambda: relations.relation_differs(first) or relations.sides_changed(first)),
        ("relation differs", lambda: limits.time_differs(first) or limits.compared_otherwise(first)),
        ("relation differs", lambda: limits.more_dropped(first)),
        ("relation differs", lambda: roles_differ(first.claim, first.passage.tokens)),
        ("attribution dropped", lambda: scope.attribution_dropped(first)),
        ("word changed", lambda: slots.changed_word(first, source, covered)),
    )
    dropped = operators.dropped(first)
    return next((why for why, wrong in checks if why in dropped or wrong()), "")


def evidence(laid: tuple[Laid, ...], source: Source) -> dict[str, float]:
    """Give what speaks for a sentence, each between 0 and 1.

    How much of its matter one passage has; how long the stretches are that it copies
    (density, after Grusky et al. 2018); how many of its word triples and of its neighbours in matter the source has.
    """
    first, claim = laid[0], laid[0].claim
    matter = max(1, sum(token.content for token in claim))
    pairs, three = content_pairs(claim), threes(claim)
    squares = sum(length * length for one in laid for _, length in one.runs())
    return {
        "first": sum(one.matter for one in laid if one.passage is first.passage) / matter,
        "density": min(1.0, math.log1p(squares / len(claim)) / DENSE),
        "threes": sum(row in source.trigrams for row in three) / len(three) if three else 1.0,
        "pairs": sum(pair in source.bigrams for pair in pairs) / len(pairs) if pairs else 1.0,
    }


def _likely(features: dict[str, float]) -> float:
    total = math.fsum([BIAS, *(WEIGHTS[name] * value for name, value in features.items())])
    return round(1 / (1 + math.exp(-total)), 9)
