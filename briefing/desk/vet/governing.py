"""Words that govern others: what somebody failed to do, denied or planned did not happen by being told of.

After Karttunen, Implicative Verbs (Language 47, 1971): "managed to sign" says that somebody signed, "failed to sign" that
nobody did, "refused to", "promised to", "was accused of" leave it open. A claim that keeps what was governed and not the
word that governs it says something else.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from briefing.desk.vet.grammar import BASES, GERUNDS, PARTICIPLES, PAST, PRESENT, before
from briefing.desk.vet.lexicon import DENYING, HEDGES, NEGATIONS
from briefing.desk.vet.stems import kin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.desk.vet.align import Laid
    from briefing.desk.vet.tokens import Token

REACH = 5  # words that such a word reaches
NEAR = 3  # words before a claim's word in which one of its own may stand
# What they speak of did not happen, or nobody says that it did.
UNDONE = frozenset(
    """fail fails failed failing failure refuse refuses refused refusing refusal decline declines declined declining unable
    deny denies denied denying avoid avoids avoided avoiding forget forgets forgot neglect neglects neglected
    cancel cancels cancelled canceled cancelling postpone postpones postponed postponing delay delays delayed scrap scraps
    scrapped drop drops dropped dropping abandon abandons abandoned abandoning overturn overturns overturned quash quashes
    quashed annul annulled block blocks blocked prevent prevents prevented preventing stop stops stopped halt halts halted
    suspend suspends suspended reject rejects rejected rejecting rule ruled threaten threatens threatened threatening
    tried trying attempt attempts attempted attempting seek seeks sought propose proposes proposed proposing plan plans planned
    planning want wants wanted demand demands demanded urge urges urged consider considers considered considering fear fears
    feared promise promises promised promising vow vows vowed offer offers offered refrain refrained miss missed nearly almost
    failli refuse refusent annule annulent annulee reporte reportent reportee tente tentent tentative essaye essayent menace menacent
    nie nient rejette rejete rejetee echoue echouent renonce renoncent evite evitent suspendu suspendue empeche""".split()
)
# What they speak of did happen: "managed to", "was forced to", "began to".
DONE = frozenset(
    """manage manages managed able begin begins began begun start starts started continue continues continued help helps helped
    force forced compel compelled come came go goes went gone get got enough proceed proceeded happen happened use used lead
    led cause caused allow allowed keep keeps kept spend spent bother bothered return returned finish finished resume resumed
    by after before while when in through is are was were be been being""".split()
)
AHEAD = frozenset("will would shall should must can could may might ll to going set due".split())
YET = (AHEAD - {"set", "due"}) | frozenset("sera seront aura auront devrait devraient va vont serait seraient".split())
IS = frozenset("is are was were has had have am est sont etait etaient a ont avait avaient fut furent".split())
BE = frozenset("be have been being etre avoir sera seront aura auront".split())
ALIKE = frozenset("cut put set hit let quit shut hurt cost bid cast split spread burst".split())  # today and yesterday
BETWEEN = 4  # words between "will be" and what somebody will be
UNSURE = frozenset("would could might may should must".split())
SURE = frozenset("will shall would ll".split())
OPEN = UNDONE | DENYING | HEDGES | NEGATIONS


def governing_dropped(laid: Laid) -> bool:
    """Tell whether a claim keeps what its passage says was failed, tried, denied or planned, and not that word."""
    return _undone(laid) or _infinitive(laid) or _gerund(laid)


def mood_differs(laid: Laid) -> bool:
    """Tell whether "will sail" or "must sail" became "sailed", or the other way round."""
    theirs = laid.passage.tokens
    for here, there in (*laid.pairs.items(), *_kindred(laid)):
        ours, verb = laid.claim[here], theirs[there]
        if not ours.content:
            continue
        modal, own = _modal(theirs, there), _modal(laid.claim, here)
        if modal and not own and verb.norm in BASES and ours.norm != verb.norm and ours.norm in PAST:
            return True
        if modal and not own and ours.norm in ALIKE and verb.norm in ALIKE and theirs[there - 1].norm in AHEAD - {"to"}:
            return True
        if modal & UNSURE and not own and verb.norm in BASES and _present(ours, verb):
            return True
        if own & SURE and not modal and verb.norm in PAST and ours.norm in BASES and ours.norm != verb.norm:
            return True
    return any(_already(laid, here, there) for here, there in laid.pairs.items())


def _present(ours: Token, verb: Token) -> bool:
    """Tell whether a claim has as a present what its passage has behind a "would"."""
    return ours.norm == verb.norm or (ours.norm in PRESENT and ours.norm != verb.norm)


def _already(laid: Laid, here: int, there: int) -> bool:
    """Tell whether "will be the first", "would be named" or "would have drowned" became "is", "was named", "drowned"."""
    theirs, claim = laid.passage.tokens, laid.claim
    if not theirs[there].content or not _helps(theirs, there) & BE or not _helps(theirs, there) & YET:
        return False
    ours = _helps(claim, here)
    if ours & YET:
        return False
    return bool(ours & IS) or (claim[here].norm in PAST and not claim[here].capital)


def _helps(found: tuple[Token, ...], place: int) -> frozenset[str]:
    """Give the words of grammar right before a word."""
    near: list[str] = []
    for at in range(place - 1, max(-1, place - 1 - BETWEEN), -1):
        word = found[at].norm
        if found[at + 1].pause or (found[at].content and word not in YET | IS | BE and not word.endswith("ly")):
            break
        near.append(found[at].norm)
    return frozenset(near)


def _kindred(laid: Laid) -> Iterator[tuple[int, int]]:
    """Give the words that face one another and are forms of one, although their keys differ: "vote", "voted"."""
    for ours, gap in laid.gaps:
        for here, there in product(ours, gap):
            if kin(laid.claim[here].norm, laid.passage.tokens[there].norm):
                yield here, there


def _undone(laid: Laid) -> bool:
    theirs, keys = laid.passage.tokens, frozenset(token.key for token in laid.claim)
    for place, token in enumerate(theirs):
        if place in laid.back or token.aside or token.capital or token.norm not in UNDONE or token.key in keys:
            continue
        for at in range(place + 1, min(len(theirs), place + 1 + REACH)):
            if theirs[at].pause:
                break
            if theirs[at].content and not theirs[at].date and theirs[at].norm not in OPEN:
                if at in laid.back and not theirs[at].capital and not _said_otherwise(laid, laid.back[at]):
                    return True
                break
    return False


def _infinitive(laid: Laid) -> bool:
    """Tell whether a claim keeps the verb behind a "to", and neither the "to" nor what stood before it."""
    theirs = laid.passage.tokens
    for here, there in (*laid.pairs.items(), *_kindred(laid)):
        if there < 2 or theirs[there - 1].norm != "to" or theirs[there].norm not in BASES:  # noqa: PLR2004 - governor, "to"
            continue
        governor = before(theirs, there - 1)
        if governor < 0 or governor in laid.back or theirs[governor].norm in DONE - {"is", "are", "was", "were"}:
            continue
        if not _modal(laid.claim, here) and not _said_otherwise(laid, here):
            return True
    return False


def _gerund(laid: Laid) -> bool:
    """Tell whether a claim tells as a deed what its passage has behind another word: "denied taking", "accused of taking"."""
    theirs = laid.passage.tokens
    for here, there in (*laid.pairs.items(), *_kindred(laid)):
        verb, ours = theirs[there], laid.claim[here]
        if not _ing(verb, ours) or not _deed(laid.claim, here, verb):
            continue
        governor = before(theirs, there)
        if governor < 0 or governor in laid.back or theirs[governor].norm in DONE:
            continue
        if theirs[governor].norm in PAST or not theirs[governor].content:
            return True
    return False


def _ing(verb: Token, ours: Token) -> bool:
    """Tell whether a passage has a verb with "-ing" that the claim has in another form; no noun ("building")."""
    if ours.norm in GERUNDS or not verb.norm.endswith("ing"):
        return False
    return verb.norm in GERUNDS or ours.norm.endswith("ed")


def _deed(found: tuple[Token, ...], place: int, verb: Token) -> bool:
    """Tell whether a claim's word is a past: by its form, or because a form that is both stands behind no modal."""
    norm = found[place].norm
    return (
        norm in PAST
        or norm.endswith("ed")
        or (norm == GERUNDS.get(verb.norm) and norm in PARTICIPLES and not _modal(found, place))
    )


def _modal(found: tuple[Token, ...], place: int) -> frozenset[str]:
    """Give the words right before a verb that set it into the future, or make it a duty or a chance."""
    near: list[str] = []
    for at in range(place - 1, max(-1, place - 1 - NEAR), -1):
        if found[at].norm in AHEAD:
            near.append(found[at].norm)
        elif found[at].content and not found[at].norm.endswith("ly"):
            break
        if found[at].pause:
            break
    return frozenset(near)


def _said_otherwise(laid: Laid, here: int) -> bool:
    """Tell whether the claim has a word of its own near there that leaves open or denies."""
    around = range(max(0, here - REACH), min(len(laid.claim), here + NEAR))
    return any(laid.claim[at].norm in OPEN and at not in laid.pairs for at in around)
