"""What narrows a statement: "only", "few", "two of them", "until 2021", "except in Tarvo"; a claim without it says more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.vet.grammar import ARTICLES, PARTICIPLES, is_finite
from briefing.desk.vet.lexicon import TITLES
from briefing.desk.vet.stems import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.vet.align import Laid
    from briefing.desk.vet.tokens import Token

FEW = frozenset("only few little solely exclusively peu seulement uniquement rares".split())
OF_THEM = frozenset("them whom which these those eux elles lesquels lesquelles".split())
SHARES = frozenset(
    "most many some half several few one none all majority plupart certains certaines plusieurs moitie beaucoup".split()
)
OUT_OF = frozenset("of among parmi sur".split())
EXCEPT = frozenset("except excluding barring unless sauf hormis excepte".split())
OUTSIDE = frozenset("outside beyond hors".split())
UNTIL = frozenset("until till jusqu jusque".split())
BEFORE = frozenset("before prior avant".split())
STATES = frozenset(
    "was were had held employed could used lived owned belonged stood etait etaient avait avaient".split()
)
# Which end of a stretch of time a preposition names.
TIMES = {
    **dict.fromkeys("since depuis".split(), "since"),
    **dict.fromkeys("until till by before avant jusqu jusque ici".split(), "until"),
    **dict.fromkeys("after from apres des".split(), "after"),
    **dict.fromkeys("in on at during of en".split(), "at"),
}
YEARS = range(1500, 2101)
_PARTED = """
call off|turn down away back off|rule out|pull out back|back out down off|give up away|write off|lay off|shut down|
break off down up|fall through apart out|step down aside|strike down|vote down|hold off back|put off|shoot down|
take off over down|send back away|cut off|set aside|play down|stand down aside|shrug off|brush off aside|run out away|
sell off out|throw out|knock out down|pay off|wipe out|phase out|burn down|walk out away|drop out|opt out|stay away out|
keep out away|look away|wave away|sign off away|bring down|tear down up|talk down|scale down back|cut back down
"""
PARTED = {
    (key_of(verb), particle)
    for verb, *particles in (row.split() for row in _PARTED.replace("\n", "").split("|"))
    for particle in particles
}
ALL = frozenset("all every everybody everyone everything none nobody nothing any no".split())
MORE = frozenset("more less fewer higher lower plus moins".split())
# What is called so with one of these is not what is called so without.
NOT_QUITE = frozenset(
    """former ex deputy vice assistant acting interim retired future fake mock late aspiring failed ancien ancienne anciens futur
    future adjoint feu""".split()
)
PARTICLE = 4  # words between a verb and its particle


def few_dropped(laid: Laid) -> bool:
    """Tell whether a claim leaves out "only" or "few"."""
    theirs, norms = laid.passage.tokens, frozenset(token.norm for token in laid.claim)
    return any(
        token.norm in FEW and not token.aside and token.norm not in norms and _few(laid, place)
        for place, token in enumerate(theirs)
    )


def limit_dropped(laid: Laid) -> bool:
    """Tell whether a claim leaves out what is excepted, or until when it was so."""
    theirs = laid.passage.tokens
    for place, token in enumerate(theirs):
        if place in laid.back or token.aside or any(ours.norm == token.norm for ours in laid.claim):
            continue
        opens = place <= 1 and (place == 0 or not theirs[0].content)
        if token.norm == "but" and place and theirs[place - 1].norm in ALL and place - 1 in laid.back:
            return True
        if token.norm in EXCEPT or (opens and token.norm in OUTSIDE | UNTIL):
            if _rest_kept(laid, place):
                return True
        elif opens and token.norm in BEFORE and _rest_kept(laid, place) and _state(laid):
            return True
    return False


def part_dropped(laid: Laid) -> bool:
    """Tell whether a claim says of all what its passage says of some: "14 were hurt, two of them seriously"."""
    theirs = laid.passage.tokens
    for part, after in _parts(theirs):
        kept = any(at in laid.back and theirs[at].content for at in after)
        before = any(at in laid.back and theirs[at].content for at in range(min(part, after.start)))
        if kept and before and part not in laid.back and not any(t.key == theirs[part].key for t in laid.claim):
            return True
    return False


def time_differs(laid: Laid) -> bool:
    """Tell whether "since 2020" became "in 2020", or "by Friday" became "on Friday"."""
    theirs = laid.passage.tokens
    for here, there in laid.pairs.items():
        if laid.claim[here].date or _year(laid.claim[here]):
            ours, other = _bound(laid.claim, here), _bound(theirs, there)
            if ours and other and ours != other:
                return True
    return False


def particle_dropped(laid: Laid) -> bool:
    """Tell whether "called off" became "called"."""
    theirs = laid.passage.tokens
    for here, there in laid.pairs.items():
        for at in range(there + 1, min(len(theirs), there + 1 + PARTICLE)):
            if (theirs[there].key, theirs[at].norm) in PARTED and at not in laid.back:
                direct = at == there + 1 or at + 1 == len(theirs) or theirs[at + 1].pause
                near = laid.claim[here : here + 2 + PARTICLE]
                if direct and all(token.norm != theirs[at].norm for token in near):
                    return True
    return False


def more_dropped(laid: Laid) -> bool:
    """Tell whether "lost 40 million less than" became "lost 40 million"."""
    theirs, norms = laid.passage.tokens, frozenset(token.norm for token in laid.claim)
    return any(
        theirs[there].number
        and there + 2 < len(theirs)
        and theirs[there + 1].norm in MORE
        and norms.isdisjoint(MORE)
        and theirs[there + 2].norm in ("than", "que")
        for there in laid.back
    )


def other_dropped(laid: Laid) -> bool:
    """Tell whether "the former coach" became "the coach", or "the deputy head" became "the head"."""
    theirs, norms = laid.passage.tokens, frozenset(token.norm for token in laid.claim)
    return any(
        token.norm in NOT_QUITE
        and token.norm not in norms
        and place + 1 in laid.back
        and not theirs[place + 1].pause
        and theirs[place + 1].content
        and (not theirs[place + 1].capital or _titled(laid, place + 1))
        for place, token in enumerate(theirs)
    )


def _titled(laid: Laid, place: int) -> bool:
    """Tell whether a word with a capital is a title before a name: "former President Blum"."""
    theirs = laid.passage.tokens
    return theirs[place].norm in TITLES and place + 1 < len(theirs) and theirs[place + 1].capital


def compared_otherwise(laid: Laid) -> bool:
    """Tell whether what stood on one side of a "than" stands on its other."""
    ours, theirs = _than(laid.claim), _than(laid.passage.tokens)
    if ours is None or theirs is None:
        return False
    (left, right), (less, more) = ours, theirs
    return bool(left & (more - less)) or bool(right & (less - more))


def _few(laid: Laid, place: int) -> bool:
    theirs = laid.passage.tokens
    before = theirs[place - 1].norm if place else ""
    if (
        before in ARTICLES | {"not", "no", "if", "quite"}
        or before.endswith("'s")
        or (place and theirs[place - 1].owner)
    ):
        return False
    following = next((at for at in range(place + 1, len(theirs)) if theirs[at].content), -1)
    return following in laid.back


def _rest_kept(laid: Laid, place: int) -> bool:
    """Tell whether a claim keeps the clause, and nothing of what an excepting word brings."""
    theirs = laid.passage.tokens
    end = next((at for at in range(place + 1, len(theirs)) if theirs[at].pause), len(theirs))
    if place == 0 and end == len(theirs):
        end = min(len(theirs), 3)
    return not any(at in laid.back and theirs[at].content for at in range(place + 1, end)) and bool(laid.pairs)


def _state(laid: Laid) -> bool:
    theirs = laid.passage.tokens
    return any(
        theirs[at].norm in STATES and is_finite(theirs[at]) and not _done(theirs[at + 1 : at + 2]) for at in laid.back
    )


def _done(following: Sequence[Token]) -> bool:
    """Tell whether a participle follows: "had sold" is a deed, "had shops" a state."""
    return any(token.norm in PARTICIPLES or token.norm.endswith("ed") for token in following)


def _parts(found: Sequence[Token]) -> Iterator[tuple[int, range]]:
    """Give each word that tells a part of what was named before, and the places of what is told of that part."""
    for place, token in enumerate(found):
        norms = [word.norm for word in found[place + 1 : place + 4]]
        last = next((at for at in range(place + 2, len(found)) if found[at].pause), len(found))
        if (token.number or token.norm in SHARES) and norms[:1] in (["of"], ["d"], ["de"], ["entre"]):
            if OF_THEM & set(norms):
                yield place, range(place + 2, last)
        elif token.norm == "dont" and place + 1 < len(found) and (found[place + 1].number or norms[0] in SHARES):
            yield place + 1, range(place + 2, last)
    if found and found[0].norm in OUT_OF:
        at = next((at for at in range(1, len(found)) if found[at].pause), len(found))
        if at < len(found) and (found[at].number or found[at].norm in SHARES):
            yield at, range(at + 1, len(found))


def _year(token: Token) -> bool:
    return token.number and token.key[1:].isdigit() and int(token.key[1:]) in YEARS


def _bound(found: Sequence[Token], place: int) -> str:
    """Give which end of time stands before a day or a year; "" where none does."""
    at = place - 1
    while at >= 0 and (found[at].norm in ARTICLES or found[at].date or found[at].number) and not found[at + 1].pause:
        at -= 1
    return TIMES.get(found[at].norm, "") if at >= 0 else ""


def _than(found: Sequence[Token]) -> tuple[frozenset[str], frozenset[str]] | None:
    at = next((at for at, token in enumerate(found) if token.norm == "than"), -1)
    if at < 0 or (at + 1 < len(found) and found[at + 1].number and found[at - 1].norm in ("more", "less", "fewer")):
        return None
    first = next((place for place in range(at, 0, -1) if found[place].halt), 0)
    return (
        frozenset(token.key for token in found[first:at] if token.content),
        frozenset(token.key for token in found[at + 1 :] if token.content),
    )
