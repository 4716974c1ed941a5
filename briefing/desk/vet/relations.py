"""How the parts of a statement hang together: where from and where to, by whom and against whom, because and after."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from briefing.desk.vet.grammar import ARTICLES, BASES, PREPOSITIONS, is_finite
from briefing.desk.vet.lexicon import ATTRIBUTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.desk.vet.align import Laid
    from briefing.desk.vet.tokens import Token

_TURNED = """
to into onto toward towards : from off out
for : against
by : for against to from about on
against : by for with to of
with : against for without
before until : after since
vers : de depuis
contre : par pour avec de du des
par : pour contre sur
pour : contre
avant : apres
"""
TURNED = frozenset(
    pair
    for line in _TURNED.strip().split("\n")
    for one, other in product(*(side.split() for side in line.split(" : ")))
    for pair in ((one, other), (other, one))
)
CAUSES = frozenset(
    """because due owing cause causes caused causing thanks result results resulted resulting lead leads led leading prompt
    prompts prompted trigger triggers triggered therefore hence consequently
    parce cause causes provoque provoquent grace raison entraine""".split()
)
# A passage with one of these may be told with a "because".
REASONS = CAUSES | frozenset("blame blamed blames over so why reason reasons since as for from car puisque".split())
SIDES = frozenset("for against by from contre pour par".split())
SPEAKER = 5  # words around a verb of saying in which stands who says it
NARROW = 2  # words that face one another where one preposition was set for another


def relation_differs(laid: Laid) -> bool:
    """Tell whether a preposition was set for one that says something else, or a cause made of what merely came before."""
    return (
        any(_turned(laid, ours, gap) or _set(laid, ours, gap) for ours, gap in laid.gaps)
        or _swapped(laid)
        or _cause_made(laid)
    )


def sides_changed(laid: Laid) -> bool:
    """Tell whether what stood on one side of a verb stands on its other: "the flood caused the panic"."""
    theirs, claim = laid.passage.tokens, laid.claim
    spoken = ("by" in [token.norm for token in claim]) != ("by" in [token.norm for token in theirs])
    verbs = [pair for pair in laid.pairs.items() if is_finite(theirs[pair[1]]) and _tells(theirs[pair[1]])]
    if spoken or not verbs:
        return False
    left = {token.key: at for at, token in enumerate(theirs) if token.content and at not in laid.back}
    for here, token in enumerate(claim):
        there = left.get(token.key, -1)
        if here in laid.pairs or there < 0 or token.date or token.number or is_finite(token):
            continue
        if any(near.norm in ATTRIBUTES for near in claim[max(0, here - SPEAKER) : here + SPEAKER]):
            continue
        if _joined(claim, here) == _joined(theirs, there) != "":
            continue
        if any((here < verb) != (there < other) for verb, other in verbs):
            return True
    return False


def _tells(token: Token) -> bool:
    return token.content and token.norm not in ATTRIBUTES


def _turned(laid: Laid, ours: range, gap: range) -> bool:
    theirs = laid.passage.tokens
    mine = [laid.claim[place].norm for place in ours if laid.claim[place].norm in PREPOSITIONS]
    other = [theirs[at].norm for at in gap if theirs[at].norm in PREPOSITIONS]
    if not mine or not other or not 0 < len(ours) <= NARROW or len(gap) > NARROW:
        return False
    return any(pair in TURNED for pair in product(mine, other)) and set(mine).isdisjoint(other)


def _set(laid: Laid, ours: range, gap: range) -> bool:
    """Tell whether a claim set a preposition of its own, and nothing else, for words of matter: "for" for "to reject the"."""
    theirs = laid.passage.tokens
    mine = [laid.claim[place].norm for place in ours if laid.claim[place].norm not in ARTICLES]
    if len(mine) != 1 or mine[0] not in SIDES or gap.start == 0 or gap.stop == len(theirs):
        return False
    cut = [theirs[at] for at in gap]
    return any(token.content for token in cut) and mine[0] not in [token.norm for token in cut]


def _swapped(laid: Laid) -> bool:
    """Tell whether what something came from is what it goes to, wherever the two stand: "from A to B", "from B to A"."""
    theirs: dict[str, set[str]] = {}
    for word, key in _objects(laid.passage.tokens):
        theirs.setdefault(key, set()).add(word)
    return any(
        word not in theirs.get(key, ()) and any((word, other) in TURNED for other in sorted(theirs.get(key, ())))
        for word, key in _objects(laid.claim)
    )


def _objects(found: tuple[Token, ...]) -> Iterator[tuple[str, str]]:
    """Give each preposition with what stands behind it."""
    for place, token in enumerate(found):
        at = place + 1
        while at < len(found) and found[at].norm in ARTICLES:
            at += 1
        if token.norm not in PREPOSITIONS or at == len(found) or found[at].date or found[at].number:
            continue
        if found[at].content and not (token.norm == "to" and found[at].norm in BASES):
            yield token.norm, found[at].key


def _cause_made(laid: Laid) -> bool:
    new = [here for here, token in enumerate(laid.claim) if token.norm in CAUSES and here not in laid.pairs]
    if not new or not laid.pairs:
        return False
    first, last = min(laid.back), max(laid.back)
    return not any(token.norm in CAUSES | {"blame", "blamed"} for token in laid.passage.tokens) and any(
        laid.passage.tokens[at].norm not in ARTICLES for at in range(first, last) if at not in laid.back
    )


def _joined(found: tuple[Token, ...], place: int) -> str:
    """Give the preposition that stands before a noun and its articles; "" where none does."""
    at = place - 1
    while at >= 0 and found[at].norm in ARTICLES:
        at -= 1
    return found[at].norm if at >= 0 and found[at].norm in PREPOSITIONS else ""
