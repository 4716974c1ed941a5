"""What turns a statement while its words stay: a denial, a hedge, who says it, on what condition.

Each of these words in a passage has a scope: the words that it speaks of. Where a claim keeps the scope and not the
word, it says something else than its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.vet.grammar import ARTICLES
from briefing.desk.vet.lexicon import (
    ATTRIBUTES,
    BEFORE_ONE,
    BOUNDS,
    CONDITIONS,
    DENYING,
    HARMLESS,
    HEDGES,
    LIMITS,
    NEGATIONS,
    SAYING,
    WITH_NE,
    WONDERING,
)
from briefing.desk.vet.opposites import turned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.vet.align import Laid
    from briefing.desk.vet.tokens import Token

REACH = 5  # words that a denial or a hedge reaches
AROUND = 4  # words before a claim's word in which its own denial or hedge may stand
CUT = 3  # words: a longer gap is a clause left out
SUBJECT = 9  # words of who says something: "the head of the port's union said"
WHOLE = 0.6  # share of a claim that must stand in what somebody said
OF_SOMEBODY = frozenset(
    "thought believed understood feared claim claims plan plans hope hopes".split()
)  # before "to", hedges
# Behind one of these "fears" and "warn" are no statement: "raising fears", "to warn".
NO_VERB = frozenset(
    "to the a an of his her their its no for amid over raising despite about le la les de des un une".split()
)
LIGHT = frozenset(
    "been be have has had yet ever any even longer immediately more get got go going able so much".split()
)
TURNS = frozenset("but while although though whereas however yet mais tandis toutefois pourtant".split())
RELATIVE = frozenset("who which that where when while as after because qui que dont ou quand".split())


def negation_differs(laid: Laid, covered: frozenset[int]) -> bool:
    """Tell whether a claim denies what its passage says, or says what it denies."""
    ours = [place for place, token in enumerate(laid.claim) if token.norm in NEGATIONS]
    theirs = denials(laid.passage.tokens)
    added = [place for place in ours if place not in covered and _new_denial(laid, place, theirs)]
    if added or _cut_out(laid, NEGATIONS - {"ni", "nor", "neither"}, NEGATIONS | DENYING):
        return True
    for place in theirs:
        if place in laid.back or laid.passage.tokens[place].aside:
            continue
        held = _held(laid, place, laid.passage.tokens[place].norm in ("pas", "plus", "guere", "personne"))
        if held is not None and not _denied_near(laid, held, place):
            return True
    return False


def denials(found: Sequence[Token]) -> tuple[int, ...]:
    """Give the places of words that deny."""
    norms = [token.norm for token in found]
    places = []
    for place, norm in enumerate(norms):
        before, after = norms[max(0, place - 4) : place], norms[place + 1 : place + 2]
        if norm in WITH_NE:
            if {"ne", "n"} & {*before, *after}:
                places.append(place)
        elif norm in NEGATIONS and not (after and after[0] in HARMLESS):
            places.append(place)
    return tuple(places)


def hedge_dropped(laid: Laid) -> bool:
    """Tell whether a claim states flatly what its passage gives as possible, alleged, expected, or about so many."""
    theirs = laid.passage.tokens
    if _cut_out(laid, HEDGES - BOUNDS, HEDGES | DENYING):
        return True
    for place, token in enumerate(theirs):
        if place in laid.back or token.aside or not _hedges(theirs, place):
            continue
        held = _held(laid, place, backward=False)
        if held is None:
            continue
        if _instead(laid, range(held - REACH - 1, held + AROUND), HEDGES | DENYING):
            continue
        if token.norm not in BOUNDS or _counts(laid.claim[held]):
            return True
    return _limit_dropped(laid)


def attribution_dropped(laid: Laid) -> bool:
    """Tell whether a claim states as fact what its passage lays into somebody's mouth."""
    if any(token.norm in ATTRIBUTES for token in laid.claim):
        return False
    theirs = laid.passage.tokens
    kept = [there for here, there in laid.pairs.items() if laid.claim[here].content]
    for place, said in spoken(theirs):
        if place in laid.back:
            continue
        inside = set(said)
        if kept and sum(there in inside for there in kept) >= WHOLE * len(kept):
            return True
    return False


def condition_dropped(laid: Laid) -> bool:
    """Tell whether a claim leaves out the "if" on which its passage's statement hangs."""
    if any(token.norm in CONDITIONS for token in laid.claim):
        return False
    theirs = laid.passage.tokens
    for place, token in enumerate(theirs):
        before = theirs[place - 1].norm if place else ""
        if token.norm not in CONDITIONS or token.aside or before in WONDERING | {"even", "as"}:
            continue
        end = next((at for at in range(place + 1, len(theirs)) if theirs[at].pause), len(theirs))
        clause = [at for at in range(place, end) if theirs[at].content]
        if clause and not any(at in laid.back for at in clause) and _main_kept(laid, place, end):
            return True
    return False


def _main_kept(laid: Laid, start: int, end: int) -> bool:
    """Tell whether a claim has what hangs on a condition: the part before it, or behind one that opens the sentence."""
    theirs = laid.passage.tokens
    if start == 0 or (theirs[start - 1].norm in ("but", "and") and theirs[start - 1].pause) or start == 1:
        main = range(end, len(theirs))
    else:
        main = range(next((at for at in range(start - 1, -1, -1) if theirs[at].pause), 0), start)
    return any(theirs[at].content and at in laid.back for at in main)


def _cut_out(laid: Laid, kind: frozenset[str], instead: frozenset[str]) -> bool:
    """Tell whether such a word was cut out of a copied stretch by itself, and none like it set for it."""
    theirs = laid.passage.tokens
    for ours, gap in laid.gaps:
        if not 0 < len(gap) <= CUT or gap.start == 0 or gap.stop == len(theirs):
            continue
        cut = [at for at in gap if theirs[at].norm in kind and not theirs[at].aside and not _other_sense(theirs, at)]
        cut = [at for at in cut if not any(_heavy(theirs[after]) for after in range(at + 1, gap.stop))]
        if cut and not _instead(laid, range(ours.start - 2, ours.stop + 2), instead):
            return True
    return False


def _instead(laid: Laid, around: range, kind: frozenset[str]) -> bool:
    """Tell whether a claim has there such a word of its own, that answers to no other in the passage."""
    return any(
        laid.claim[place].norm in kind and place not in laid.pairs for place in around if 0 <= place < len(laid.claim)
    )


def _heavy(token: Token) -> bool:
    """Tell whether a word can be what a denial or a hedge speaks of."""
    return token.content and token.norm not in LIGHT | HEDGES and not token.norm.endswith("ly")


def _other_sense(found: Sequence[Token], place: int) -> bool:
    """Tell a month from a hedge, "thought of" from "is thought to", and what could not be from what could."""
    token = found[place]
    after = found[place + 1].norm if place + 1 < len(found) else ""
    before = found[place - 1].norm if place else ""
    if token.date or (token.norm in ("could", "can") and after == "not") or before == "than":
        return True
    if token.norm == "expected" and before == "as":
        return True
    if token.norm == "suspect" and before in ARTICLES:  # somebody
        return True
    if token.norm in OF_SOMEBODY:
        return after not in ("to", "that")
    if token.norm in BEFORE_ONE - {"likely"} and not (after and place + 1 < len(found) and found[place + 1].content):
        return True
    return token.norm in ("may", "might") and token.capital and place > 0


def _new_denial(laid: Laid, place: int, theirs: tuple[int, ...]) -> bool:
    """Tell whether nothing in the passage answers to a denial of the claim."""
    before = max((here for here in laid.pairs if here < place), default=-1)
    after = min((here for here in laid.pairs if here > place), default=len(laid.claim))
    left = laid.pairs.get(before, -1)
    right = laid.pairs.get(after, len(laid.passage.tokens))
    span = range(max(0, left - 2), min(len(laid.passage.tokens), right + 2))
    tokens = laid.passage.tokens
    if any(at in theirs and at not in laid.back for at in span):
        return False
    following = [token.norm for token in laid.claim[place + 1 : place + 1 + AROUND]]
    left_out = [tokens[at].norm for at in span if at not in laid.back]
    return not any(other in DENYING or any(turned(word, other) for word in following) for other in left_out)


def _held(laid: Laid, place: int, backward: bool) -> int | None:
    """Give where the claim has the word that a denial or hedge of the passage speaks of; None where it left it out."""
    theirs = laid.passage.tokens
    steps = (
        range(place - 1, max(-1, place - 1 - REACH), -1)
        if backward
        else range(place + 1, min(len(theirs), place + 1 + REACH))
    )
    for at in steps:
        token = theirs[at]
        if not backward and token.pause and at > place + 1:
            return None
        if not _heavy(token):
            continue
        return laid.back.get(at)
    return None


def _denied_near(laid: Laid, held: int, place: int) -> bool:
    if _instead(laid, range(held - REACH, held + 2), NEGATIONS | DENYING):
        return True
    # "has not been seen, no word" - one denial of two that speak of one word may go
    return any(other in laid.back for other in denials(laid.passage.tokens) if abs(other - place) <= 2)  # noqa: PLR2004


def _counts(token: Token) -> bool:
    return token.number or token.norm in ("twice", "half", "double", "triple", "moitie")


def _hedges(found: Sequence[Token], place: int) -> bool:
    token = found[place]
    if token.norm not in HEDGES or token.date:
        return False
    if token.norm in BOUNDS:
        return place + 1 < len(found) and _counts(found[place + 1])
    return not _other_sense(found, place)


def _limit_dropped(laid: Laid) -> bool:
    """Tell whether "at least 12" became "12"."""
    theirs = laid.passage.tokens
    for here, there in laid.pairs.items():
        if not theirs[there].number:
            continue
        for limit in LIMITS:
            size = limit.count(" ") + 1
            words = theirs[max(0, there - size) : there]
            if " ".join(token.norm for token in words) == limit and not any(
                token.norm in limit.split() or token.norm in BOUNDS or token.norm in ("over", "under", "nearly")
                for token in laid.claim[max(0, here - AROUND) : here]
            ):
                return True
    return False


def _all_but(found: Sequence[Token], verb: int) -> list[int]:
    """Give the places outside the part between two marks of punctuation in which somebody is named."""
    left = next((at for at in range(verb, 0, -1) if found[at].pause), verb)
    right = next((at for at in range(verb + 1, len(found)) if found[at].pause), len(found))
    first, last = clause_of(found, verb)
    return [at for at in range(first, last) if at < left or at >= right]


def _said(found: Sequence[Token], verb: int) -> list[int]:
    """Give the places of what somebody is told to have said: behind the verb, or all around "…, the police said"."""
    left = next((at for at in range(verb, -1, -1) if found[at].pause or at == 0), 0)
    right = next((at for at in range(verb + 1, len(found)) if found[at].pause), len(found))
    if found[left].norm in RELATIVE:
        return list(range(verb + 1, right))
    if verb == left and _apposed(found, left):
        return list(range(verb + 1, _turning(found, verb)))
    short = verb - left <= SUBJECT and right - verb <= SUBJECT
    if left > 0 and short and (right == len(found) or right - verb <= 2):  # noqa: PLR2004 - "…, she said, …"
        return _all_but(found, verb)
    return list(range(verb + 1, _turning(found, verb)))


def _turning(found: Sequence[Token], verb: int) -> int:
    """Give where what somebody says ends: with its clause, or where a "but" turns to what others did."""
    last = clause_of(found, verb)[1]
    return next((at for at in range(verb + 1, last) if found[at].pause and found[at].norm in TURNS), last)


def _apposed(found: Sequence[Token], end: int) -> bool:
    """Tell whether what stands before a comma only tells more of a subject: "Sunak, who promised it, said …"."""
    start = next((at for at in range(end - 1, 0, -1) if found[at].pause), 0)
    return start > 0 and (
        found[start].norm in RELATIVE or found[start].norm in ("the", "a", "an") or found[start].number
    )


def spoken(found: Sequence[Token]) -> Iterator[tuple[int, list[int]]]:
    """Give the words of a sentence that tell who says something, each with the places of what is said."""
    for place, token in enumerate(found):
        if token.norm in ("according", "selon"):
            yield place, _all_but(found, place)
        elif token.norm in SAYING and not (place and found[place - 1].norm in NO_VERB):
            yield place, _said(found, place)


def clause_of(found: Sequence[Token], place: int) -> tuple[int, int]:
    """Give the first and the last place, exclusive, between two semicolons."""
    first = next((at for at in range(place, -1, -1) if found[at].halt), 0)
    return first, next((at for at in range(place + 1, len(found)) if found[at].halt), len(found))
