"""Just enough grammar for the gate: which words join, which are verbs, and in how many ways a cut can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.questions.verbs import (
    AUXILIARIES,
    BASES,
    CERTAIN_PAST,
    GERUNDS,
    NOUNS,
    PARTICIPLES,
    PAST,
    THIRD,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.desk.vet.align import Laid
    from briefing.desk.vet.tokens import Token

__all__ = ["BASES", "GERUNDS", "PARTICIPLES", "PAST", "THIRD"]

PREPOSITIONS = frozenset(
    """of to for from by with without against on upon in into onto at about over under near off out after before during since
    until despite behind between among amid around through toward towards across along as than like
    de du des d a au aux pour par avec sans contre sur sous dans en vers chez depuis pendant entre apres avant""".split()
)
ARTICLES = frozenset("the a an his her its their le la les l un une son sa ses leur leurs".split())
FRENCH = frozenset("le la les du des et un une".split())
PERSONAL = frozenset("he she they it we i il elle ils elles on".split())
FINITE = AUXILIARIES | frozenset("ont est sont etait etaient avait avaient sera seront fut furent va vont".split())
PRESENT = frozenset(form for form, base in THIRD.items() if base not in NOUNS)
FORMS_OF_VERBS = frozenset(PAST) | PRESENT | FINITE


def is_finite(token: Token) -> bool:
    """Tell whether a word is likely a clause's verb: "was", "resigned", "denies"."""
    return not token.capital and not token.owner and (token.norm in FORMS_OF_VERBS or token.norm in CERTAIN_PAST)


def opens_verb(found: tuple[Token, ...], place: int) -> bool:
    """Tell whether a clause's verb begins at a place; "a" is one in French only."""
    french = found[place].norm == "a" and not FRENCH.isdisjoint(token.norm for token in found)
    return french or is_finite(found[place])


def readings(laid: Laid, gap: range) -> Iterator[range]:
    """Give each stretch that a cut may have taken: of "the brother of the keeper", "the brother of" or "brother of the"."""
    keys = [token.key for token in laid.passage.tokens]
    yield gap
    start, stop = gap.start, gap.stop
    while start > 0 and start - 1 in laid.back and keys[start - 1] == keys[stop - 1]:
        start, stop = start - 1, stop - 1
        yield range(start, stop)
    start, stop = gap.start, gap.stop
    while stop < len(keys) and stop in laid.back and keys[start] == keys[stop]:
        start, stop = start + 1, stop + 1
        yield range(start, stop)


def cuts(laid: Laid) -> Iterator[range]:
    """Give what a claim left out of its passage and set no word of matter for."""
    for ours, gap in laid.gaps:
        if gap and gap.stop < len(laid.passage.tokens) and not any(laid.claim[place].content for place in ours):
            yield gap


def before(found: tuple[Token, ...], place: int, skip: frozenset[str] = ARTICLES) -> int:
    """Give the place of the last word before a place that is not to be skipped; -1 where a clause begins there."""
    at = place
    while at > 0 and not found[at].pause:
        at -= 1
        if found[at].norm not in skip:
            return at
    return -1
