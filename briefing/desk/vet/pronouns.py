"""Whom a pronoun means, where only one can be meant: then a claim may have the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.vet.grammar import ARTICLES
from briefing.desk.vet.slots import several, slots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.vet.align import Laid
    from briefing.desk.vet.source import Source
    from briefing.desk.vet.tokens import Token

STANDS_FOR = frozenset("he she it they him her them il elle ils elles".split())
DEFINITE = frozenset("the le la l".split())
COMPANIES = frozenset(
    """company firm group bank club party agency airline maker manufacturer retailer carrier insurer publisher supplier
    entreprise societe groupe banque compagnie""".split()
)
# Before a place, and before "the company Stavik": whoever stands there is not "she".
PLACED = frozenset("in at near en dans".split()) | COMPANIES
NEAR = 4  # words between a name and the noun that tells who bears it
CLOSE = 3  # sentences before, in which a name may stand


def resolved(claim: tuple[Token, ...], laid: Laid, source: Source) -> Iterator[tuple[Token, ...]]:
    """Give a claim with the passage's pronoun, or its "the company", in the place of the name that it has instead."""
    theirs = laid.passage.tokens
    for ours, facing in slots(laid):
        names = [claim[place] for place in ours]
        if not all(token.capital and not token.number and not token.date for token in names) or not facing:
            continue
        stand = tuple(theirs[at] for at in facing)
        if _may_stand(stand, names, laid.passage.number, source):
            yield (*claim[: ours[0]], *stand, *claim[ours[-1] + 1 :])


def _may_stand(stand: Sequence[Token], names: Sequence[Token], number: int, source: Source) -> bool:
    head = names[-1]
    earlier = [at for at in source.places.get(head.key, ()) if number - CLOSE <= at < number]
    if not earlier or several(source, number, head.key, PLACED):
        return False
    if len(stand) == 1:
        return stand[0].norm in STANDS_FOR
    return len(stand) == 2 and stand[0].norm in DEFINITE and _called(stand[1], head, earlier[-1], source)  # noqa: PLR2004 - "the", noun


def _called(noun: Token, name: Token, number: int, source: Source) -> bool:
    """Tell whether a name is told to be such, or opens a sentence as a company's may."""
    found = source.passages[number].tokens
    at = next(place for place, token in enumerate(found) if token.key == name.key)
    if any(token.key == noun.key for token in found[max(0, at - NEAR) : at + 1 + NEAR]):
        return True
    while at > 0 and found[at - 1].capital and found[at - 1].content:
        at -= 1
    return noun.norm in COMPANIES and all(token.norm in ARTICLES for token in found[:at])
