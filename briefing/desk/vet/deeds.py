"""Who does what to whom, in the active or the passive voice: "the army killed the rebels", "they were killed by it"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk.vet.grammar import ARTICLES, GERUNDS, PARTICIPLES, PREPOSITIONS, THIRD, is_finite

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.vet.tokens import Token

BE = frozenset("was were is are been be being ete est sont fut furent sera seront etait etaient".split())
HELPS = BE | frozenset(
    "has have had will would shall should can could may might must do does did a ont avait aura".split()
)
BY = frozenset("by par".split())
OF = frozenset("of de du des d a".split())
STOPS = frozenset("and or but who which that whose where when while as qui que et ou mais dont".split())
ENDINGS = tuple("ed e ee es ees i is ie ies u us ue ues it its ite ites ert erts erte ertes".split())  # of participles
PARTICLES = frozenset("off out up down away over back".split())
RELATIVE = frozenset("that which who qui que".split())
AGENT = 8  # words between a verb and the "by" that tells who did it


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb in its sentence: its place, where its helping verbs begin, its voice, and the places of both sides."""

    verb: int
    opens: int
    passive: bool
    subject: range
    behind: range  # what was done to, in the active; who did it, in the passive


def deeds(found: Sequence[Token]) -> Iterator[Deed]:
    """Give the deeds that a sentence tells."""
    for verb, token in enumerate(found):
        if not token.content or token.capital or token.number or token.date:
            continue
        opens = _opens(found, verb)
        helps = {found[at].norm for at in range(opens, verb)}
        participle = token.norm in PARTICIPLES or token.norm.endswith(ENDINGS)
        passive = participle and not helps.isdisjoint(BE)
        if (
            not passive
            and not is_finite(token)
            and not (token.norm.endswith("ed") and verb and found[verb - 1].content)
            and not (participle and helps & {"has", "have", "had", "a", "ont", "avait"})
        ):
            continue
        by = _by(found, verb) if passive else verb
        behind = range(by + 1, _phrase_end(found, by + 1)) if by >= 0 else range(0)
        yield Deed(verb, opens, passive, range(_phrase_start(found, opens), opens), behind)


def roles_differ(claim: Sequence[Token], passage: Sequence[Token]) -> bool:
    """Tell whether a claim has as doer whom its passage has done to, or the other way round."""
    theirs = list(deeds(passage))
    for ours in deeds(claim):
        same = [deed for deed in theirs if passage[deed.verb].key == claim[ours.verb].key]
        if same and all(_crossed(claim, ours, passage, deed) for deed in same):
            return True
    return False


def agrees(claim: Sequence[Token], ours: Deed, passage: Sequence[Token], theirs: Deed) -> bool:
    """Tell whether two deeds of different voice have the same doer and the same done to."""
    if claim[ours.verb].key != passage[theirs.verb].key or ours.passive == theirs.passive:
        return False
    (doer, object_), (agent, patient) = _sides(claim, ours, core=True), _sides(passage, theirs)
    return bool(object_) and object_ <= patient and doer <= agent


def _crossed(claim: Sequence[Token], ours: Deed, passage: Sequence[Token], theirs: Deed) -> bool:
    (doer, object_), (agent, patient) = _sides(claim, ours), _sides(passage, theirs)
    if (ours.passive or theirs.passive) and not theirs.behind and theirs.passive:
        return False
    if bool(doer & (patient - agent)) or bool(object_ & (agent - patient)):
        return True
    if ours.passive or theirs.passive or not doer or not agent or passage[theirs.opens].pause:
        return False
    before, after = (
        frozenset(token.key for token in part) for part in (passage[: theirs.verb], passage[theirs.verb + 1 :])
    )
    return doer.isdisjoint(agent) and doer <= after and doer.isdisjoint(before)


def _sides(found: Sequence[Token], deed: Deed, *, core: bool = False) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of who did it, and of whom it was done to; of the `core` without what hangs on them."""
    parts = (_core(found, deed.subject), _core(found, deed.behind)) if core else (deed.subject, deed.behind)
    subject, behind = (
        frozenset(found[at].key for at in part if found[at].content and not found[at].date) for part in parts
    )
    return (behind, subject) if deed.passive else (subject, behind)


def _core(found: Sequence[Token], part: range) -> range:
    """Give a phrase up to what hangs on it: "a decree" of "a decree banning the export"."""
    hangs = (
        at
        for at in part[1:]
        if found[at].norm in GERUNDS
        or found[at].norm in STOPS
        or (found[at].norm in PREPOSITIONS and found[at].norm not in OF)
    )
    return range(part.start, next(hangs, part.stop))


def _opens(found: Sequence[Token], verb: int) -> int:
    at = verb
    while at > 0 and not found[at].pause and (found[at - 1].norm in HELPS or found[at - 1].norm.endswith("ly")):
        at -= 1
    return at


def _by(found: Sequence[Token], verb: int) -> int:
    """Give the place of the "by" behind a passive; -1 where nobody is named."""
    for at in range(verb + 1, min(len(found) - 1, verb + 1 + AGENT)):
        if found[at].pause or is_finite(found[at]):
            return -1
        if found[at].norm in BY:
            return -1 if found[at + 1].date or found[at + 1].norm.endswith("ing") else at
    return -1


def _phrase_start(found: Sequence[Token], end: int) -> int:
    at = end
    while at > 0:
        token = found[at - 1]
        if at > 1 and found[at - 2].norm in RELATIVE and not found[at - 2].pause and _verbal(token):
            at -= 2  # "a planet that orbits two stars has been found"
            continue
        hangs = token.norm in PARTICIPLES and at < end and found[at].norm in PREPOSITIONS  # "a strike planned for May"
        if (at < end and found[at].pause) or token.norm in STOPS or (is_finite(token) and not hangs):
            break
        at -= 1
    return at


def _verbal(token: Token) -> bool:
    return is_finite(token) or (token.norm in THIRD and not token.capital)


def _phrase_end(found: Sequence[Token], start: int) -> int:
    at = start
    while at < len(found) and (found[at].date or found[at].norm in PARTICLES) and not found[at].pause:
        at += 1
    start = at
    while at < len(found):
        token = found[at]
        if (token.pause and at > start) or token.norm in STOPS or token.date:
            break
        if (token.norm in PREPOSITIONS and token.norm not in OF) or (is_finite(token) and token.norm not in ARTICLES):
            break
        at += 1
    return at
