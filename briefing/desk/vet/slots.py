"""What stands in a claim where its passage has something else: another number, another name, the opposite word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.vet.lexicon import ATTRIBUTES, BOUNDS, DENYING, HEDGES, NEGATIONS, PLACES, PRONOUNS, SAYING, TITLES
from briefing.desk.vet.numbers import rounded_from
from briefing.desk.vet.opposites import opposite
from briefing.desk.vet.source import OPENING, is_name, related
from briefing.desk.vet.stems import kin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.vet.align import Laid
    from briefing.desk.vet.source import Source
    from briefing.desk.vet.tokens import Token

ACRONYM = range(2, 6)  # letters of one
FACING = 4  # words on each side of a long gap that face a claim's words
FEW = 2  # words that may stand in for one another: more is another wording
AUXILIARIES = frozenset("is are was were has have had will would may might could can did does a ont est sont".split())
OF_ONE = frozenset("he she il elle".split())  # of one person, whoever that is
PLACED = frozenset(
    "in at near from to of into for dans a en de du".split()
)  # before a name, which then is hardly a person's
CLOSE = 3  # passages before, in which a pronoun's name may stand
DEFINITE = frozenset("the his her their its this that le la les son sa ses leur ce cette".split())
COPIED = 0.6  # share of a claim's matter from which a changed word is a change, and not another wording
WORD_FOR_WORD = 0.8  # share of a claim's words from which it is a copy, in which nothing new may stand
ROUND = frozenset(
    "about nearly almost around approximately roughly some more than over under less fewer environ pres plus moins".split()
)

Slot = tuple[tuple[int, ...], tuple[int, ...]]


def slots(laid: Laid) -> Iterator[Slot]:
    """Give the claim's places that have no match, with the passage's places that they stand in for."""
    for ours, theirs in laid.gaps:
        if not ours:
            continue
        reach = len(ours) + FACING
        if len(theirs) > 2 * reach:
            near_left = theirs[:reach] if theirs.start > 0 and ours.start > 0 else range(0)
            near_right = theirs[-reach:] if ours.stop < len(laid.claim) else range(0)
            yield tuple(ours), (*near_left, *near_right)
        else:
            yield tuple(ours), tuple(theirs)


def number_differs(laid: Laid, source: Source, covered: frozenset[int]) -> bool:
    """Tell whether a claim has a number or a day where its passage has another, or one that the source does not have."""
    theirs = laid.passage.tokens
    for ours, facing in slots(laid):
        for place in ours:
            token = laid.claim[place]
            if not (token.number or token.date):
                continue
            rounded = any(laid.claim[at].norm in ROUND for at in range(max(0, place - 3), place))
            if rounded and any(rounded_from(token.key, theirs[at].key) for at in facing):
                continue
            if token.key not in source.places and token.key not in ("#1", "#1th"):
                return True
            if place in covered or _moved(laid, place):
                continue
            if any(theirs[at].number == token.number and (theirs[at].number or theirs[at].date) for at in facing):
                return True
    return False


def _moved(laid: Laid, place: int) -> bool:
    """Tell whether a number came along with its neighbour: "from 5 % to 6 %" for "to 6 % from 5 %"."""
    claim, theirs = laid.claim, laid.passage.tokens
    return any(
        (at > 0 and place > 0 and theirs[at - 1].key == claim[place - 1].key)
        or (
            at + 1 < len(theirs)
            and place + 1 < len(claim)
            and theirs[at + 1].content
            and theirs[at + 1].key == claim[place + 1].key
        )
        for at, token in enumerate(theirs)
        if token.key == claim[place].key
    )


def wrong_name(laid: Laid, source: Source, covered: frozenset[int]) -> str:
    """Say what is wrong with a claim's names: "" where nothing is."""
    for ours, facing in slots(laid):
        for place in ours:
            token = laid.claim[place]
            if not (is_name(token, source, first=place == 0) or _like_name(laid, source, place, facing)):
                continue
            if not _known(token, source) and not _spelt_out(token, source):
                return "name not in the source"
            if not _in_place(laid, source, place, ours, facing, covered):
                return "names change places"
    return ""


def _like_name(laid: Laid, source: Source, place: int, facing: Sequence[int]) -> bool:
    """Tell whether a word of a claim stands like a name where its source has one."""
    token = laid.claim[place]
    if not token.capital or token.number or token.date:
        return False
    if place and laid.copied >= WORD_FOR_WORD and token.content and token.norm not in TITLES:
        return True
    if not any(_capital(laid.passage.tokens[at], source) for at in facing):
        return False
    if place == 0:
        return token.content and token.norm not in source.lower
    return not (place + 1 < len(laid.claim) and laid.claim[place + 1].capital and token.norm in TITLES)


def _in_place(
    laid: Laid, source: Source, place: int, ours: Sequence[int], facing: Sequence[int], covered: frozenset[int]
) -> bool:
    """Tell whether a name may stand where a claim has it."""
    theirs = laid.passage.tokens
    others = [at for at in facing if _capital(theirs[at], source)]
    if _accounted(laid, source, place, others):
        return True
    if others and len(ours) <= 2 * FACING:
        return len(ours) > FACING and covered.issuperset(ours)
    if place in covered:
        return True
    token = laid.claim[place]
    if any(theirs[at].norm in PRONOUNS or theirs[at].norm in DEFINITE for at in facing):
        unclear = any(theirs[at].norm in OF_ONE for at in facing) and several(source, laid.passage.number, token.key)
        return not unclear and any(
            -CLOSE <= number - laid.passage.number <= 0 for number in source.places.get(token.key, ())
        )
    if place and not laid.claim[place - 1].content:
        own = [at for at in range(1, len(theirs)) if theirs[at].norm == token.norm]
        before = laid.claim[place - 1].norm
        # it came along with its preposition, or from another sentence with it
        return any(theirs[at - 1].norm == before for at in own) if own else (before, token.norm) in source.beside
    return laid.copied < COPIED


def several(source: Source, number: int, key: str, placed: frozenset[str] = PLACED) -> bool:
    """Tell whether the nearest sentence that has a name has other names, whom a pronoun behind it may mean as well."""
    near = [at for at in source.places.get(key, ()) if number - CLOSE <= at <= number]
    if not near:
        return False
    found = source.passages[near[-1]].tokens
    heads = [
        token.key
        for at, token in enumerate(found)
        if _capital(token, source)
        and not (at == 0 and _many(found, source))
        and (
            at == 0 or found[at].pause or not (_capital(found[at - 1], source) or found[at - 1].norm in placed | TITLES)
        )
    ]
    return len(set(heads)) > 1


def _many(found: Sequence[Token], source: Source) -> bool:
    """Tell whether a sentence opens with a plural, and with nobody's name: "Detectives arrested"."""
    plural = found[0].norm.endswith("s") or found[0].norm == "police"
    return plural and found[0].norm not in source.proper and len(found) > 1 and not found[1].capital


def _capital(token: Token, source: Source) -> bool:
    """Tell whether a word of a passage is written as a name."""
    return (
        token.capital
        and token.content
        and not token.date
        and not token.number
        and (token.norm in source.proper or token.norm not in source.lower)
    )


def possessor_instead(laid: Laid) -> bool:
    """Tell whether "Putin's aide described" became "Putin described"."""
    for here, there in laid.pairs.items():
        theirs = laid.passage.tokens
        if theirs[there].owner and not laid.claim[here].owner and there + 1 < len(theirs):
            following = laid.pairs.get(here + 1, there + 1)
            if following > there + 1 and _verbal(theirs[following]):
                return True
    return False


def _verbal(token: Token) -> bool:
    """Tell whether a word is likely a verb: an owner does nothing with what is owned left out."""
    return token.norm in AUXILIARIES or token.norm in SAYING or (token.norm.endswith("ed") and not token.capital)


def opposite_word(laid: Laid) -> bool:
    """Tell whether a word of the claim says the opposite of what stands in its place."""
    theirs = laid.passage.tokens
    for ours, facing in slots(laid):
        for place in ours:
            word = laid.claim[place].norm
            if any(opposite(word, theirs[at].norm) for at in facing):
                return True
    return False


def changed_word(laid: Laid, source: Source, covered: frozenset[int]) -> bool:
    """Tell whether one word of a copied sentence was set for another that is no form of it and no known synonym."""
    matter = sum(token.content for token in laid.claim)
    if laid.matter < COPIED * matter or laid.matter < FEW:
        return False
    theirs = laid.passage.tokens
    for ours, facing in slots(laid):
        new = [place for place in ours if _plain(laid.claim[place], source, place) and place not in covered]
        old = [at for at in facing if theirs[at].content and not theirs[at].number and at not in laid.back]
        if laid.copied >= WORD_FOR_WORD and any(laid.claim[place].key not in source.places for place in new):
            old = old or [-1]
        elif (
            not 0 < len(new) <= FEW or not 0 < len(old) <= FEW or not any(_plain(theirs[at], source, at) for at in old)
        ):
            continue
        if any(not any(at >= 0 and kin(laid.claim[place].norm, theirs[at].norm) for at in old) for place in new):
            return True
    return False


def _plain(token: Token, source: Source, place: int) -> bool:
    if not token.content or token.number or token.date or is_name(token, source, first=place == 0):
        return False
    return (
        token.norm not in ATTRIBUTES | HEDGES | NEGATIONS | DENYING | TITLES | BOUNDS | PRONOUNS and len(token.norm) > 1
    )


def _known(token: Token, source: Source) -> bool:
    return token.norm in source.proper or token.norm in source.lower or token.key in source.places


def _spelt_out(token: Token, source: Source) -> bool:
    """Tell whether a name that the source does not have is a form of one that it has: a people, an acronym."""
    home = PLACES.get(token.norm)
    if home is not None and home in source.homes:
        return True
    if any(kin(token.norm, name) for name in source.openings.get(token.norm[:OPENING], ())):
        return True
    return len(token.norm) in ACRONYM and token.norm in source.initials


def _accounted(laid: Laid, source: Source, place: int, others: list[int]) -> bool:
    """Tell whether a claim's name is one of those that stand in its place, or completes one that it has."""
    token, theirs = laid.claim[place], laid.passage.tokens
    if any(related(token, theirs[at]) for at in others):
        return True
    initials = "".join(theirs[at].norm[0] for at in others)
    if token.norm in initials:
        return True
    for beside, pair in ((place - 1, (-1, 0)), (place + 1, (0, 1))):
        if beside in laid.pairs and 0 <= beside < len(laid.claim) and is_name(laid.claim[beside], source, first=False):
            words = (laid.claim[place + pair[0]].norm, laid.claim[place + pair[1]].norm)
            if words in source.beside:
                return True
    return False
