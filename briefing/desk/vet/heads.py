"""Who or what a statement is about: a cut that lets another take the place of the one who did it, or to whom it was done.

"The son of the general was killed" says nothing of the general; nor does "the general met Sara, who was killed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.vet.grammar import (
    ARTICLES,
    BASES,
    GERUNDS,
    PARTICIPLES,
    PERSONAL,
    PREPOSITIONS,
    before,
    cuts,
    is_finite,
    opens_verb,
    readings,
)
from briefing.desk.vet.lexicon import BOUNDS, DATES

if TYPE_CHECKING:
    from briefing.desk.vet.align import Laid
    from briefing.desk.vet.tokens import Token

# "The city of Halden" is Halden, and "dozens of people" are people.
SAME_AS = frozenset(
    """city town village state province island country republic kingdom port district region county canton borough parish prefecture suburb hamlet settlement
    territory archipelago peninsula capital municipality month
    day year kind sort type form set series pair group number amount lot lots dozens scores hundreds thousands millions tons
    tonnes litres liters kilos ville village commune canton quartier ile pays region departement mois jour annee groupe serie sorte dizaines
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
MODALS = frozenset("to will would can could may might must should".split())
JOINTS = frozenset("after before when while because since as until although though if apres quand lorsque".split())
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
    if last == gap.start or gap.stop not in laid.back:
        return False
    if (
        theirs[gap.start].norm == theirs[gap.stop].norm in ("of", "de")
    ):  # "a ton of salt in crates of tin": no ton of tin
        head = theirs[gap.stop - 1]
        return head.content and not _date(head) and not _stands_for(theirs, gap, head)
    if _is_phrase(theirs, gap):
        return False
    if _chained(theirs, gap):
        return True
    if any(theirs[at].pause for at in range(gap.start + 1, gap.stop + 1)) or any(is_finite(theirs[at]) for at in gap):
        return False
    return _hangs(theirs, gap, last) or _object_differs(laid, gap)


def _is_phrase(found: tuple[Token, ...], gap: range) -> bool:
    """Tell whether a cut begins with a preposition; "about half" does not, nor does the French verb "a"."""
    first, second = found[gap.start], found[gap.start + 1]
    return first.norm in PREPOSITIONS - {"a"} and not (
        first.norm in BOUNDS | {"over", "under"} and second.norm not in ARTICLES
    )


def _chained(found: tuple[Token, ...], gap: range) -> bool:
    """Tell whether a cut took one verb of a chain and what it did it to: "refused to | sign what would | allow it"."""
    norms = [found[at].norm for at in gap]
    if gap.start == 0 or found[gap.start - 1].norm != "to" or norms[0] not in BASES or {"and", "or"} & set(norms):
        return False
    return norms[-1] in MODALS and found[gap.stop].norm in BASES


def _hangs(found: tuple[Token, ...], gap: range, last: int) -> bool:
    """Tell whether a cut ends with what lets the next words hang on a noun in it: "aide to", "lawyer representing"."""
    if found[last].norm in GERUNDS or (found[last].norm in BASES and found[last - 1].norm == "to"):
        return True
    head = found[last - 1]
    return found[last].norm in PREPOSITIONS and head.content and not _date(head) and not _stands_for(found, gap, head)


def _object_differs(laid: Laid, gap: range) -> bool:
    """Tell whether a preposition got another object: "in front of the hall to protest the mine" told as "in the mine"."""
    theirs = laid.passage.tokens
    opening = before(theirs, gap.start)
    if opening < 0 or opening not in laid.back or theirs[opening].norm not in PREPOSITIONS:
        return False
    inside = [at for at in gap if at > gap.start and theirs[at].norm in PREPOSITIONS and theirs[at - 1].content]
    return any(not _date(theirs[at - 1]) and not _stands_for(theirs, gap, theirs[at - 1]) for at in inside[-1:])


def _stands_for(found: tuple[Token, ...], gap: range, head: Token) -> bool:
    """Tell whether what hangs on a noun may stand for it."""
    placed = gap.start > 0 and found[gap.start - 1].norm in PLACED
    return head.norm in SAME_AS or (placed and head.norm in WITHIN)


def _date(token: Token) -> bool:
    return token.date or token.norm in DATES or token.norm in TIMES


def _new_subject(laid: Laid, gap: range) -> bool:
    theirs = laid.passage.tokens
    if gap.start == 0 or gap.start - 1 not in laid.back or gap.stop not in laid.back:
        return False
    cut = [theirs[at] for at in gap]
    if not opens_verb(theirs, gap.stop) or (theirs[gap.stop].pause and not _subordinate(cut)):
        return False
    if cut[-1].norm in PERSONAL and cut[0].norm not in OF_ANOTHER:
        return _another(theirs, gap)
    return _takes_subject(cut)


def _subordinate(cut: list[Token]) -> bool:
    """Tell whether a cut took a verb, and of the clause behind it all but its verb: "struck after the owner, Orl, | paid"."""
    joint = max((at for at, token in enumerate(cut) if token.norm in JOINTS), default=-1)
    return joint > 0 and is_finite(cut[0]) and not any(is_finite(token) for token in cut[joint:])


def _takes_subject(cut: list[Token]) -> bool:
    """Tell whether a cut that ends before a verb ends with that verb's subject, and not with a clause of its own."""
    first, last = cut[0], cut[-1]
    if first.norm in OF_ANOTHER or _subordinate(cut):
        return True
    if _describes(cut) or last.norm in GOES_ON or last.norm.endswith("ly") or is_finite(last):
        return False
    if last.norm in RELATIVE | OF_ANOTHER or is_finite(first):
        return True
    joint = max((at for at, token in enumerate(cut) if token.norm in RELATIVE), default=-1)
    rest = cut[joint + 1 :]
    if joint >= 0:
        return not any(is_finite(token) for token in rest)
    return first.norm in GOES_ON and any(is_finite(token) for token in cut[1:])


def _describes(cut: list[Token]) -> bool:
    """Tell whether a cut only says more of what stands before it: "who (once)", "built on the slope"."""
    if cut[0].norm in RELATIVE and len(cut) <= 2:  # noqa: PLR2004 - its verb is kept
        return True
    ends_whole = cut[-1].norm not in RELATIVE | OF_ANOTHER
    return len(cut) > 1 and cut[0].norm in PARTICIPLES and cut[1].norm in PREPOSITIONS and ends_whole


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
