"""Words that rule a whole clause: who denies it, doubts it, tells it, dreams it, or on what it hangs.

"The ministry denied on Tuesday, in a letter, that …": whatever stands between, such a word rules its clause to the end.
A claim that keeps the clause and nothing of its kind says something else than its source. After Karttunen's plugs and
holes (Presuppositions of Compound Sentences, Linguistic Inquiry 4, 1973): verbs of saying and denying let nothing through.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.desk.vet.grammar import ARTICLES, PARTICIPLES, PREPOSITIONS, THIRD, is_finite
from briefing.desk.vet.lexicon import ATTRIBUTES, CONDITIONS, DENYING, HEDGES, NEGATIONS
from briefing.desk.vet.scope import TURNS, clause_of, denials, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.vet.align import Laid
    from briefing.desk.vet.tokens import Token

REACH = 14  # words between a word and the "that" which opens what it rules
NOUNS = 8  # words between a verb and the verb of its clause without a "that"
INSIDE = 0.6  # share of a claim's matched matter that must stand in a clause
DENY = DENYING | frozenset(
    """denying denial denials reject rejects rejected rejecting dismiss dismisses dismissed dismissing refute refutes refuted
    rebut rebutted dispute disputes disputed disprove disproves disproved debunk debunked contradict contradicts contradicted
    untrue incorrect incorrectly myth lie lies lied hoax retract retracts retracted withdrew dropped disbelieve disbelieved
    erroneously mistakenly inaccurate unfounded baseless
    dementent refute refutent rejette rejettent rejete conteste contestent fausse fausses tort mensonge ecarte ecartent
    infirme infirment demente""".split()
)
DOUBT = frozenset(
    """doubt doubts doubted doubtful doubting fear fears feared fearing suspect suspects suspected suspicion suspicions hope hopes
    hoped hoping worry worries worried afraid wonder wonders wondered question questions questioned speculate speculated
    speculation rumour rumours rumor rumors theory theories idea notion myth belief perception hypothesis possibility chance chances risk risks danger prospect
    likely unlikely possible impossible probable threat expect expects expected expecting believe believes believed believing
    think thinks thought thinking assume assumes assumed assumption guess guessed predict predicts predicted prediction
    predictions forecast forecasts bet suppose supposes supposed impression sceptical skeptical unclear unsure uncertain
    doute doutent idee craint craignent craignait crainte craintes redoute redoutent espere esperent soupconne soupconnent probable
    hypothese hypotheses eventualite risque rumeur rumeurs suppose supposent croit croient croyait pense pensent pensait ignore
    ignorent demande""".split()
)
TOLD = frozenset(
    """report reports reported reporting write writes wrote written state states stated allege alleges alleged allegation
    allegations claim claims claimed claiming say says said saying tell tells told argue argues argued insist insists insisted
    warn warns warned warning warnings suggest suggests suggested suggestion suggestions estimate estimates estimated accuse
    accuses accused accusation accusations contend contends contended maintain maintains maintained assert asserts asserted
    assertion declare declares declared testify testifies testified swear swears swore tweet tweeted boast boasts boasted
    complain complains complained according story stories hearsay
    dit disent disait ecrit ecrivent ecrivait affirme affirment affirmait assure assurent assurait estime estiment estimait
    pretend pretendent pretendait pretendu soutient soutiennent soutenu indique indiquent explique expliquent rapporte rapportent
    raconte racontent declare declarent juge jugent avertit averti previent allegation allegations accuse accusation accusations
    lesquelles""".split()
)
UNREAL = frozenset(
    """dream dreams dreamed dreamt imagine imagines imagined imagining pretend pretends pretended pretending wish wishes wished
    film movie novel thriller sitcom fable demand demands demanded demanding urge urges urged propose proposes proposed proposal
    recommend recommends recommended recommendation promise promises promised promising vow vows vowed pledge pledges pledged
    threaten threatens threatened request requested require requires required desire want wants wanted joke jokes joked
    reve revent imagine imaginent roman exige exigent propose proposent promet promettent promis souhaite souhaitent voudrait
    menace menacent""".split()
)
BARE = frozenset(  # they rule a clause without a "that"
    """deny denies denied doubt doubts doubted fear fears feared suspect suspects suspected hope hopes hoped think thinks thought
    believe believes believed assume assumes assumed expect expects expected claim claims claimed allege alleges alleged say says
    said insist insists insisted warn warns warned argue argues argued suggest suggests suggested report reports reported
    pretend pretends pretended wish wishes wished imagine imagines imagined predict predicts predicted bet guess swear swears
    swore write writes wrote dream dreams dreamed""".split()
)
OPENERS = frozenset("that whether how que qu".split())
WONDERING = frozenset(
    "say said tell ask asks asked know knows knew unknown wonder wonders wondered see decide determine unclear sure clear".split()
)
ADVERBS = frozenset(
    "wrongly falsely mistakenly erroneously incorrectly supposedly allegedly reportedly purportedly perhaps maybe possibly "
    "probably apparently presumably".split()
)
TALES = frozenset(
    "film movie novel play thriller sitcom fable tale series episode dream roman piece reve serie conte".split()
)
PROOF = frozenset("proof evidence sign signs indication indications".split())  # with a "no"
FAR = 8  # words of what opens a sentence
MODALS = frozenset("will would can could may might".split())
IFS = CONDITIONS | frozenset("provided assuming should supposing si sinon".split())
INVERTED = frozenset("had were should".split())  # "Had the dam burst, …"
RELATIVE = frozenset("who which qui whom whose".split())
DENIED, DOUBTED, SAID, UNDONE, CONDITION = (
    "negation differs",
    "hedge dropped",
    "attribution dropped",
    "governing word dropped",
    "condition dropped",
)
KEEPING = {
    DENIED: DENY | NEGATIONS,
    DOUBTED: DOUBT | HEDGES | DENY | NEGATIONS | frozenset({"if"}),
    SAID: TOLD | ATTRIBUTES | DENY,
    UNDONE: UNREAL | DENY | HEDGES | frozenset("would should must to".split()),
    CONDITION: IFS | frozenset({"would", "could"}),
}
KINDS = ((DENY, DENIED), (UNREAL, UNDONE), (DOUBT, DOUBTED), (TOLD, SAID))


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that rules a clause: its place, what is wrong with a claim that drops it, and the places that it rules."""

    place: int
    kind: str
    scope: range


def dropped(laid: Laid) -> frozenset[str]:
    """Say what is wrong with a claim that has what such words of its passage rule, and nothing of their kind."""
    return frozenset(one.kind for one in operators(laid.passage.tokens) if _dropped(laid, one))


def turned_outside(laid: Laid, quoted: range) -> str:
    """Say what a claim drops that rules its quotation from outside it; "" where nothing does."""
    found = laid.passage.tokens
    outside = [one for one in operators(found) if one.place not in quoted or one.kind == CONDITION]
    outside += [Operator(at, SAID, _reach(said)) for at, said in spoken(found) if at not in quoted and said]
    return next((one.kind for one in outside if _dropped(laid, one)), "")


def operators(found: Sequence[Token]) -> tuple[Operator, ...]:
    """Give the words of a sentence that rule a clause of it, the gravest kinds first."""
    every = (*_opened(found), *_bare(found), *_adverbs(found), *_conditions(found))
    order = [kind for _, kind in KINDS]
    return tuple(sorted(every, key=lambda one: order.index(one.kind) if one.kind in order else len(order)))


def _reach(places: list[int]) -> range:
    return range(min(places), max(places) + 1)


def _dropped(laid: Laid, one: Operator) -> bool:
    kept = [there for here, there in laid.pairs.items() if laid.claim[here].content]
    if one.place in laid.back or not kept:
        return False
    inside = sum(there in one.scope for there in kept)
    if inside < INSIDE * len(kept) and not _told_in(laid, one.scope):
        return False
    kind = KEEPING[one.kind]
    return not any(
        token.norm in kind and laid.pairs.get(place, one.place) not in one.scope
        for place, token in enumerate(laid.claim)
    )


def _told_in(laid: Laid, scope: range) -> bool:
    """Tell whether the verbs that a claim has from its passage all stand in a clause."""
    verbs = [there for there in laid.back if is_finite(laid.passage.tokens[there])]
    return bool(verbs) and all(there in scope for there in verbs)


def _kind(token: Token) -> str:
    return next((why for words, why in KINDS if token.norm in words), "") if not token.capital else ""


def _opened(found: Sequence[Token]) -> Iterator[Operator]:
    """Give what rules a clause that a "that" opens: every such word before it in its sentence part."""
    refused = frozenset(denials(found))
    for opener, token in enumerate(found):
        wonders = token.norm == "if" and opener > 0 and found[opener - 1].norm in WONDERING
        if not (token.norm in OPENERS or wonders) or opener + 1 == len(found):
            continue
        scope = range(opener + 1, _end(found, opener))
        if token.norm in ("whether", "if"):
            yield Operator(opener, DOUBTED, scope)
        for place in range(opener - 1, max(-1, opener - 1 - REACH), -1):
            if found[place].halt or (found[place].norm in TURNS and found[place].pause):
                break
            paused = any(found[at].pause for at in range(place + 1, opener + 1))
            if place in refused and not paused:
                yield Operator(place, DENIED, scope)
            kind = _kind(found[place])
            if kind and not (token.norm == "how" and kind != UNDONE) and not _ended(found, place, opener):
                yield Operator(place, kind, _within(found, place, scope))


def _ended(found: Sequence[Token], place: int, opener: int) -> bool:
    """Tell whether another clause's verb stands between a word and a "that": "denied it and announced that"."""
    between = found[place + 1 : opener]
    joined = any(
        token.norm in ("and", "et") and after.norm not in ARTICLES and is_finite(after)
        for token, after in pairwise(between)
    )
    relative = any(token.norm in RELATIVE for token in found[max(0, place - 4) : place])
    return joined or (relative and any(token.pause for token in between) and any(map(is_finite, between)))


def _within(found: Sequence[Token], place: int, scope: range) -> range:
    """End the scope of a word in an aside where the aside ends: "Koll, who denied that she knew, resigned"."""
    left = next((at for at in range(place, -1, -1) if found[at].pause), 0)
    if found[left].norm not in RELATIVE:
        return scope
    return range(scope.start, next((at for at in scope if found[at].pause), scope.stop))


def _end(found: Sequence[Token], opener: int) -> int:
    """Give the end of the clause that opens at a place: at a semicolon, or where a "but" turns away."""
    for at in range(opener + 1, len(found)):
        if found[at].halt or (found[at].pause and found[at].norm in TURNS):
            return at
    return len(found)


def _bare(found: Sequence[Token]) -> Iterator[Operator]:
    """Give the verbs that rule a clause without a "that": "denied the wall fell"."""
    for place, token in enumerate(found):
        unproven = token.norm in PROOF and place > 0 and found[place - 1].norm in NEGATIONS
        if not (token.norm in BARE or unproven) or token.capital:
            continue
        for at in range(place + 1, min(len(found), place + 1 + NOUNS)):
            word = found[at]
            if word.pause or word.norm in OPENERS | RELATIVE | {
                "and",
                "or",
                "to",
                "if",
                "as",
                "when",
                "after",
                "before",
            }:
                break
            works = word.norm in THIRD and found[at - 1].content and not word.capital  # a verb, or a noun's plural
            if not (is_finite(word) or works or word.norm in MODALS):
                continue
            participle = word.norm in PARTICIPLES and at + 1 < len(found) and found[at + 1].norm in PREPOSITIONS
            if at > place + 1 and not participle:
                kind = DENIED if unproven else _kind(token)
                yield Operator(place, kind, _within(found, place, range(place + 1, _end(found, place))))
            break


def _adverbs(found: Sequence[Token]) -> Iterator[Operator]:
    """Give an adverb that opens a sentence and speaks of all of it: "Wrongly, the report said …"."""
    for place in range(min(2, len(found))):
        last = place + 1 == len(found)
        if found[place].norm in ADVERBS and not last and (found[place + 1].pause or place == 0):
            kind = DENIED if found[place].norm in DENY else DOUBTED
            yield Operator(place, kind, range(place + 1, _end(found, place)))
    opening = next((at for at in range(1, min(len(found), FAR)) if found[at].pause), 0)
    if opening and found[0].norm in ("in", "dans") and any(token.norm in TALES for token in found[:opening]):
        yield Operator(0, UNDONE, range(opening, len(found)))
    if [token.norm for token in found[:2]] == ["a", "tort"]:
        yield Operator(1, DENIED, range(2, _end(found, 1)))


def _conditions(found: Sequence[Token]) -> Iterator[Operator]:
    """Give each "if", with its own clause: what is only supposed is not told."""
    for place, token in enumerate(found):
        before = found[place - 1].norm if place else ""
        after = found[place + 1].norm if place + 1 < len(found) else ""
        opens = token.norm in IFS - {"provided", "should", "assuming"} or (
            (place == 0 and (token.norm in INVERTED or token.norm in IFS))
            or (token.norm in ("provided", "assuming") and (token.pause or after == "that"))
        )
        if not opens or token.aside or before in WONDERING | {"even", "as", "comme"} or token.norm == "sinon":
            continue
        if token.norm == "si" and place + 1 < len(found) and not _french_if(found, place):
            continue
        first, last = clause_of(found, place)
        comma = next((at for at in range(place + 1, last) if found[at].pause), last)
        yield Operator(place, CONDITION, range(place + 1, comma))
        closed = comma < last and not found[comma].halt  # an aside: "the mayor, if asked, will go"
        if place <= 1 or not token.pause or not closed:
            yield from _main(found, place, range(first, last), comma)


def _main(found: Sequence[Token], place: int, part: range, comma: int) -> Iterator[Operator]:
    """Give what hangs on a condition: what follows one that opens the sentence, or stands before another."""
    if place <= part.start + 1:
        yield Operator(place, CONDITION, range(comma, part.stop))
        return
    left = next((at for at in range(place - 1, part.start, -1) if found[at].pause), part.start)
    yield Operator(place, CONDITION, range(left, place))


def _french_if(found: Sequence[Token], place: int) -> bool:
    """Tell an "if" from "so": "si la pluie dure", not "si grave"."""
    after = found[place + 1]
    return not after.content or after.capital
