"""Who or what a statement is about: a cut that lets another take the place of the one who did it, or to whom it was done.

"The son of the general was killed" says nothing of the general; nor does "the general met Sara, who was killed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.vet.grammar import ARTICLES, PERSONAL, PREPOSITIONS, cuts, is_finite, opens_verb, readings
from briefing.desk.vet.lexicon import DATES

if TYPE_CHECKING:
    from briefing.desk.vet.align import Laid
    from briefing.desk.vet.tokens import Token

# "The city of Halden" is Halden, and "dozens of people" are people.
SAME_AS = frozenset(
    """city town village state province island country republic kingdom port district region county capital municipality month
    day year kind sort type form set series pair group number amount lot lots dozens scores hundreds thousands millions tons
    tonnes litres liters kilos ville village commune ile pays region departement mois jour annee groupe serie sorte dizaines
    centaines milliers millions nombre""".split()
)
PLACED = frozenset("in at near off from to into around outside dans a en pres de".split())
# "In the north of Spain" is in Spain.
WITHIN = frozenset(
    """north south east west northeast northwest southeast southwest centre center heart middle outskirts suburb suburbs area
    parts part coast edge shore nord sud est ouest coeur banlieue cote""".split()
)
RELATIVE = frozenset("who which that qui que".split())
OF_ANOTHER = frozenset("whose whom where dont".split())
GOES_ON = frozenset("and or but then also later still once not never been being et ou mais puis aussi to".split())
TIMES = frozenset("year month week day today yesterday tomorrow tonight season century decade morning evening".split())
OWNED = 6  # words in which what somebody owns is named


def head_dropped(laid: Laid) -> bool:
    """Tell whether a cut took a head noun and left what hung on it: "the ban on guns" told as "guns"."""
    return any(all(_headless(laid, reading) for reading in readings(laid, gap)) for gap in cuts(laid))


def owned_dropped(laid: Laid) -> bool:
    """Tell whether a claim has the owner where its passage has what is owned: "the general's son" told as "the general"."""
    theirs, keys = laid.passage.tokens, frozenset(token.key for token in laid.claim)
    for here, there in laid.pairs.items():
        token = theirs[there]
        if not token.owner or laid.claim[here].owner or token.date or token.norm in TIMES:
            continue
        owned = []
        for at in range(there + 1, min(len(theirs), there + 1 + OWNED)):
            if not theirs[at].content or is_finite(theirs[at]):
                break
            owned.append(theirs[at].key)
        if owned and keys.isdisjoint(owned):
            return True
    return False


def subject_differs(laid: Laid) -> bool:
    """Tell whether a cut took a clause's own subject, so that its verb is told of another: "X, whose brother | was held"."""
    return any(_new_subject(laid, reading) for gap in cuts(laid) for reading in readings(laid, gap))


def _headless(laid: Laid, gap: range) -> bool:
    theirs = laid.passage.tokens
    last = gap.stop - 1
    while last > gap.start and theirs[last].norm in ARTICLES:
        last -= 1
    if theirs[last].norm not in PREPOSITIONS or last == gap.start or gap.stop not in laid.back:
        return False
    if theirs[gap.start].norm in PREPOSITIONS - {"a"} or any(
        theirs[at].pause for at in range(gap.start + 1, gap.stop + 1)
    ):
        return False
    head = theirs[last - 1]
    if not head.content or _date(head) or _stands_for(laid, gap, head):
        return False
    return not any(is_finite(theirs[at]) for at in gap) or theirs[gap.start].norm in ARTICLES


def _stands_for(laid: Laid, gap: range, head: Token) -> bool:
    """Tell whether what hangs on a noun may stand for it."""
    theirs = laid.passage.tokens
    placed = gap.start > 0 and theirs[gap.start - 1].norm in PLACED
    return head.norm in SAME_AS or (placed and head.norm in WITHIN)


def _date(token: Token) -> bool:
    return token.date or token.norm in DATES or token.norm in TIMES


def _new_subject(laid: Laid, gap: range) -> bool:
    theirs = laid.passage.tokens
    if gap.start == 0 or gap.start - 1 not in laid.back or gap.stop not in laid.back:
        return False
    if theirs[gap.stop].pause or not opens_verb(theirs, gap.stop):
        return False
    cut = [theirs[at] for at in gap]
    if cut[-1].norm in PERSONAL and cut[0].norm not in OF_ANOTHER:
        return _another(theirs, gap)
    return _takes_subject(cut)


def _takes_subject(cut: list[Token]) -> bool:
    """Tell whether a cut that ends before a verb ends with that verb's subject, and not with a clause of its own."""
    first, last = cut[0], cut[-1]
    if first.norm in OF_ANOTHER:
        return True
    if first.norm in RELATIVE and len(cut) <= 2:  # noqa: PLR2004 - "who", "who once": its verb is kept
        return False
    if last.norm in RELATIVE | OF_ANOTHER:
        return True
    if last.norm in GOES_ON or last.norm.endswith("ly") or is_finite(last):
        return False
    joint = max((at for at, token in enumerate(cut) if token.norm in RELATIVE), default=-1)
    if joint >= 0:
        return not any(is_finite(token) for token in cut[joint + 1 :])
    return is_finite(first) or (first.norm in GOES_ON and any(is_finite(token) for token in cut[1:]))


def _another(found: tuple[Token, ...], gap: range) -> bool:
    """Tell whether a pronoun at the end of a cut may mean another than the name that stands before the cut."""
    first = gap.start - 1
    if not _named(found[first]):
        return True
    while first > 0 and _named(found[first - 1]) and not found[first].pause:
        first -= 1
    others = (*range(first), *gap)
    return any(_named(found[at]) and not (at and found[at - 1].norm in PLACED) for at in others)


def _named(token: Token) -> bool:
    return token.capital and token.content and not token.date
