"""Other orders of a claim's parts that say the same: "At noon he left" and "he left at noon", active and passive.

Each order given here is laid beside the passage like the claim itself, and every check holds for it too.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from briefing.desk.vet.deeds import BE, Deed, agrees, deeds
from briefing.desk.vet.grammar import ARTICLES, PREPOSITIONS, is_finite
from briefing.desk.vet.lexicon import ATTRIBUTES, CONDITIONS
from briefing.desk.vet.operators import DOUBT, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.desk.vet.tokens import Token

    Row = tuple[Token, ...]

OPENING = (
    PREPOSITIONS - {"of", "a", "de", "du", "d", "des", "than", "by", "par"}
    | CONDITIONS
    | frozenset("when while because where shortly soon early late earlier later si quand lorsque peu".split())
)
ACCORDING = frozenset({"according", "selon"})
STRAY = 1  # words that a claim may leave out between a name and what tells more of it: an age
JOINING = frozenset("but and while mais et".split())
TELLING = ATTRIBUTES | TOLD | DOUBT
MOST = 6  # orders that are tried
LONG = 45  # words of a claim whose parts are moved


def orders(claim: Row, passage: Row) -> Iterator[Row]:
    """Give other orders of a claim whose words all stand so in a passage."""
    if len(claim) <= LONG:
        yield from islice((one for one in _all(claim, passage) if _in_order(one, passage)), MOST)


def _all(claim: Row, passage: Row) -> Iterator[Row]:
    bases = [claim, *_of(claim, passage)]
    bases += [new for base in bases for new in (*_apposed(base, passage), *_aside(base, passage), *_joined(base))]
    yield from bases[1:]
    for base in bases:
        turned = list(islice(_voiced(base, passage), MOST))
        for one in (base, *turned):
            if one is not base:
                yield one
            yield from _moved(one, passage)


def _in_order(found: Row, passage: Row) -> bool:
    keys = [token.key for token in passage]
    dates, rest = frozenset(token.key for token in passage if token.date), iter(keys)
    return all(
        token.key in dates if token.date else token.key in rest
        for token in found
        if token.content and token.norm not in ACCORDING
    )


def _moved(claim: Row, passage: Row) -> Iterator[Row]:
    """Move what tells when, where or on what condition, from one end of a sentence to the other; and who says it."""
    ends = [*(at for at in range(2, len(claim)) if claim[at].pause), len(claim)]
    for cut in range(1, len(claim)):
        if claim[cut].norm in JOINING and claim[cut].pause:
            yield claim[cut + 1 :] + claim[cut : cut + 1] + claim[:cut]
        for end in (at for at in ends if at > cut):
            new = claim[cut:end] + claim[:cut] + claim[end:]
            told = end == len(claim) and claim[cut].pause and any(_says(part) for part in (claim[:cut], claim[cut:]))
            if (
                told
                or _same_opening(claim[cut], passage[0])
                or _placed(claim[cut:], passage)
                or (_opens(claim[0]) and any(_same_opening(claim[0], token) for token in passage[1:]))
            ):
                yield new


def _placed(part: Row, passage: Row) -> bool:
    """Tell whether both open with the French "à" and a place."""
    return all(len(row) > 1 and row[0].norm == "a" and row[1].capital for row in (part, passage))


def _says(part: Row) -> bool:
    return any(token.norm in TELLING for token in part)


def _opens(token: Token) -> bool:
    return token.norm in OPENING or token.date or token.number


def _aside(claim: Row, passage: Row) -> Iterator[Row]:
    """Move an aside of a claim's subject from its head: "Built in 1931, the bridge" for "the bridge, built in 1931,"."""
    end = next((at for at, token in enumerate(claim) if token.pause and at), 0)
    verb = next((at for at in range(end, len(claim)) if is_finite(claim[at])), 0)
    if not 0 < end < verb or claim[0].norm in OPENING:
        return
    keys = [token.key for token in claim[:end]]
    for at in range(1, len(passage) - end):
        alike = (
            [token.key for token in passage[at : at + end]] == keys and passage[at].pause and passage[at + end].pause
        )
        if alike and passage[at - 1].key == claim[verb - 1].key:
            yield claim[end:verb] + claim[:end] + claim[verb:]


def _joined(claim: Row) -> Iterator[Row]:
    """Let two deeds of one subject change places: "blocked two roads and left many without power"."""
    for joint, token in enumerate(claim):
        if token.norm in ("and", "et") and joint + 1 < len(claim) and is_finite(claim[joint + 1]):
            first = next((at for at in range(joint) if is_finite(claim[at])), joint)
            yield claim[:first] + claim[joint + 1 :] + (token,) + claim[first:joint]


def _of(claim: Row, passage: Row) -> Iterator[Row]:
    """Let an owner stand before what is owned, where a passage has it so: "the company's head", "head of the company"."""
    for joint, token in enumerate(claim):
        if token.owner:
            yield from _owner_behind(claim, joint)
        if token.norm != "of" or not joint:
            continue
        end = next(
            (at for at in range(joint + 1, len(claim)) if claim[at].pause or claim[at].norm in PREPOSITIONS), len(claim)
        )
        owner = claim[joint + 1 : end]
        start = next((at + 1 for at in range(joint - 1, -1, -1) if not claim[at].content or claim[at + 1].pause), 0)
        owned = claim[start:joint]
        if owner and owned and any(there.owner and there.key == owner[-1].key for there in passage):
            # the commas stay where they were
            opening = owner[0]._replace(pause=owned[0].pause)
            yield (*claim[:start], opening, *owner[1:], owned[0]._replace(pause=False), *owned[1:], *claim[end:])


def _owner_behind(claim: Row, joint: int) -> Iterator[Row]:
    """Let what is owned stand before its owner: "Norland's central bank" for "the central bank of Norland"."""
    start, end = joint, joint + 1
    while start > 0 and claim[start].capital and claim[start - 1].capital and claim[start - 1].content:
        start -= 1
    while end < len(claim) and claim[end].content and not claim[end].pause and not is_finite(claim[end]):
        end += 1
        opening = claim[joint + 1]._replace(pause=claim[start].pause)
        owner = tuple(token._replace(owner=False) for token in claim[start : joint + 1])
        yield (*claim[:start], opening, *claim[joint + 2 : end], *owner, *claim[end:])


def _same_opening(ours: Token, theirs: Token) -> bool:
    return _opens(ours) and (ours.norm == theirs.norm or (ours.date and ours.key == theirs.key))


def _apposed(claim: Row, passage: Row) -> Iterator[Row]:
    """Let a name and what tells more of it change places: "Lena Bruun, the mayor of Tarvo,"."""
    pauses = [0, *(at for at, token in enumerate(claim) if token.pause and at), len(claim)]
    for start, middle, end in zip(pauses, pauses[1:], pauses[2:], strict=False):
        other = claim[middle:end]
        if any(is_finite(token) for token in other) or not any(
            token.capital and token.content for token in claim[start:end]
        ):
            continue
        # what stands before the name, its verb included, stays
        verb = max((at for at in range(start, middle) if is_finite(claim[at])), default=start - 1) + 1
        name = claim[verb:middle]
        if name and _beside(other, name, passage):
            yield claim[:verb] + other + name + claim[end:]


def _beside(left: Row, right: Row, passage: Row) -> bool:
    """Tell whether two parts stand side by side in a passage, with nothing but articles between them."""
    wanted = [token.key for token in (*left, *right) if token.content]
    keys = [token.key for token in passage if token.content]
    windows = (iter(keys[at : at + len(wanted) + STRAY]) for at in range(len(keys)) if keys[at] == wanted[0])
    return any(all(key in window for key in wanted) for window in windows)


def _voiced(claim: Row, passage: Row) -> Iterator[Row]:
    """Turn a passive into the active, or an active into the passive, where who did it to whom stays the same."""
    theirs = list(deeds(passage))
    for ours in deeds(claim):
        deed = next((deed for deed in theirs if agrees(claim, ours, passage, deed)), None)
        if deed is None:
            continue
        subject = _phrase(claim, ours)
        before, behind = claim[: ours.opens - len(subject)], tuple(claim[at] for at in ours.behind)
        helps = tuple(token for token in claim[ours.opens : ours.verb] if token.norm not in BE)
        last = ours.behind.stop if behind else ours.verb + 1
        rest, verb = claim[last:], claim[ours.verb]
        if ours.passive:
            between = claim[ours.verb + 1 : ours.behind.start - 1] if behind else ()
            if behind:
                stop = next((at for at in range(last, len(claim)) if claim[at].pause), len(claim))
                yield (*before, *behind, *claim[last:stop], *helps, verb, *subject, *between, *claim[stop:])
            yield (*before, *behind, *helps, verb, *subject, *between, *rest)
            yield (*before, *behind, *helps, verb, *between, *subject, *rest)
            continue
        stop = next((at for at in range(last, len(claim)) if claim[at].pause), len(claim))
        is_done = (*helps, *(token for token in passage[deed.opens : deed.verb] if token.norm in BE), verb)
        by = passage[deed.behind.start - 1]
        yield (*before, *behind, *is_done, by, *subject, *rest)
        yield (*before, *behind, *is_done, *rest, by, *subject)
        yield (*before, *behind, *claim[last:stop], *is_done, by, *subject, *claim[stop:])


def _phrase(claim: Row, deed: Deed) -> Row:
    """Give a deed's subject without what opens the sentence: a day, a place."""
    start = deed.subject.start
    for at in deed.subject:
        if (claim[at].pause and at > deed.subject.start) or (claim[at].norm in ARTICLES and start == at):
            start = at
    return claim[start : deed.opens]
