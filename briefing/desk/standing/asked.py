"""What a question asks: of what, in which way, of which day; and whether two ask the same in other words.

Precision comes first: a question that is taken for another hides it, one that is not recognised is only asked twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from briefing.desk.questions import verbs
from briefing.desk.questions.same import one_in_words
from briefing.desk.questions.small_words import DETERMINERS, PREPOSITIONS
from briefing.desk.standing.content import Content, base_of, content, days, infinitive, shares
from briefing.desk.text import folded
from briefing.desk.vet.opposites import opposite

if TYPE_CHECKING:
    import datetime as dt

Way = Literal["whether", "who", "when", "where", "count", "cause", "how", "what"]

# Of the concepts of the shorter, and of the longer question, that the other must have.
SHORTER, LONGER = 0.6, 0.5  # where both are of one story
APART = 0.75, 0.6  # where nothing but their words says so
LEAST, LEAST_APART = 2, 3  # concepts
ANEW = re.compile(
    r"(?i)\b(?:an? (?:new|second|third|further|fresh)|another|une? (?:nouve\w+|autre|deuxième|second\w*))\b"
)
_WAYS: tuple[tuple[Way, str], ...] = (
    ("cause", r"(?:what (?:caused|causes|led to|triggered|started|set off)|why|what (?:is|was|were|are) the (?:causes?|reasons?) (?:of|for|behind))\b"),
    ("count", r"(?:how (?:many|much|far|long|big|large|high)|what (?:will|does|did|would|is|was|are) .*\b(?:cost|toll|price|extent)|at what (?:cost|price))\b"),
    ("when", r"(?:when|how soon|(?:on|by|until|since) (?:what|which) (?:day|date)|what (?:day|date))\b"),
    ("where", r"where\b"),
    ("who", r"(?:\w+ )?(?:who|whom|whose)\b"),
    ("how", r"how\b"),
    ("what", r"(?:\w+ )?(?:what|which)\b"),
)  # fmt: skip
_WAYS_FRENCH: tuple[tuple[Way, str], ...] = (
    ("cause", r"(?:qu'est-ce qui a (?:causé|provoqué|déclenché)|pourquoi|quelles? (?:est|sont|était) (?:la|les) (?:causes?|raisons?)|qu'a causé)"),
    ("count", r"(?:(?:à |de |pour |en )?combien|quel(?:le)? (?:est|sera|était) (?:le (?:coût|bilan|prix|montant|nombre)|l'ampleur))"),
    ("when", r"(?:(?:depuis |jusqu'à |d'ici )?quand|(?:à|de) quelle (?:date|heure)|quel jour)"),
    ("where", r"(?:d'|jusqu')?où\b"),
    ("how", r"comment\b"),
    ("who", r"(?:à |de |par |pour |avec |chez )?qui\b"),
    ("whether", r"(?:est-ce qu)"),
    ("what", r"(?:à |de |par |pour |sur |dans |en |avec )?(?:que|qu'|quoi|quel|quelle|quels|quelles|lequel|laquelle)\b"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, taken apart. `verbs` are the bases of what may be its verb, `subject` what stands before that."""

    text: str
    language: str
    way: Way
    about: Content
    days: frozenset[dt.date]
    verbs: tuple[str, ...]
    subject: frozenset[str]
    passive: bool
    inverted: str = ""


@lru_cache(maxsize=4096)
def asked(text: str, language: str, day: dt.date | None) -> Asked:
    """Take a question apart; `day` is the one from which its weekdays count."""
    way = way_of(text, language)
    verb, before, passive = _verbs(text) if language != "fr" else ((), "", False)
    return Asked(
        text=text,
        language=language,
        way=way,
        about=content(text, language),
        days=days(text, day, language),
        verbs=verb,
        subject=content(f"Of {before}", language).concepts if before else frozenset(),
        passive=passive,
        inverted=_inverted(text) if language == "fr" else "",
    )


def _inverted(text: str) -> str:
    """Give the infinitive of the verb that a French question inverts; "" where it inverts none, or only an auxiliary."""
    found = re.search(r"(?i)(\w+)-(?:t-)?(?:il|elle|ils|elles|on)\b(?: (\w+))?", folded(text))
    if found is None:
        return ""
    verb = infinitive(found[1].lower())
    if verb in ("va", "vont", "peut", "peuvent", "pourrer", "doit", "devrer"):
        return infinitive((found[2] or "").lower())
    return "" if verb in ("a", "ont", "est", "sont", "ser", "aur") else verb


def way_of(text: str, language: str) -> Way:
    """Say in which way a text asks: of a yes or a no, of a person, a day, a place, a number, a cause."""
    plain = folded(text).lower().strip()
    rules = _WAYS_FRENCH if language == "fr" else _WAYS
    return next((way for way, rule in rules if re.match(rule, plain)), "whether")


def same(left: Asked, right: Asked, *, of_one_story: bool) -> bool:
    """Tell whether two questions ask the same; where they are of one story, fewer words need say so."""
    if left.way != right.way or (left.days and right.days and not left.days & right.days):
        return False
    if bool(ANEW.search(left.text)) != bool(ANEW.search(right.text)):
        return False  # a new accord is not the one that was asked about
    near = of_one_story or bool(left.about.names & right.about.names)
    if left.language == right.language and near and _in_words(left, right):
        return True
    return _same(left, right, of_one_story=of_one_story)


def _same(left: Asked, right: Asked, *, of_one_story: bool) -> bool:  # noqa: PLR0911 - a gate is a row of checks
    ours, theirs = left.about, right.about
    if ours.figures and theirs.figures and not ours.figures & theirs.figures:
        return False
    mine, other = ours.concepts - theirs.concepts, theirs.concepts - ours.concepts
    if ours.names & mine and theirs.names & other:
        return False
    if any(opposite(ours.base(one), theirs.base(two)) for one in sorted(mine) for two in sorted(other)):
        return False
    if not of_one_story and not ours.names & theirs.names:
        return False
    if left.language != right.language:
        return _named_alike(ours, theirs)
    if not _one_verb(left, right):
        return False
    shared = ours.concepts & theirs.concepts
    shorter, longer = (SHORTER, LONGER) if of_one_story else APART
    if mine and other and not _kin(mine, other):
        return False
    if left.passive == right.passive and left.subject and right.subject and not _one_subject(left, right):
        return False
    few, many = sorted((len(ours.concepts), len(theirs.concepts)))
    enough = LEAST if of_one_story else LEAST_APART
    return len(shared) >= min(enough, few) and len(shared) >= shorter * few and len(shared) >= longer * many


def _in_words(left: Asked, right: Asked) -> bool:
    return left.about.figures == right.about.figures and one_in_words(left.text, right.text, left.language)


def _named_alike(ours: Content, theirs: Content) -> bool:
    """Tell whether questions in two languages speak of the same: each has all the other's names, and something beside."""
    if not ours.names or not theirs.names or ours.names - theirs.concepts or theirs.names - ours.concepts:
        return False
    beside = (ours.concepts & theirs.concepts) - ours.names - theirs.names
    return bool(beside)


def _kin(mine: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether what each of two questions has alone are forms of one word: "close", "closure"."""
    return len(mine) == len(other) == 1 and shares(next(iter(mine)), next(iter(other)))


def _one_subject(left: Asked, right: Asked) -> bool:
    """Tell whether two questions ask of the same: "the bank" is not "the bank's pensions"."""
    if left.subject & right.subject & left.about.names and "'s " not in folded(f"{left.text} {right.text}"):
        return True  # "the lifeboat Marta" is "the Marta"
    extra = (left.subject - right.about.concepts) | (right.subject - left.about.concepts)
    return not extra - left.about.names - right.about.names


def _one_verb(left: Asked, right: Asked) -> bool:
    """Tell whether two questions may have one verb: where each has one, the other has it, too."""
    if left.inverted and right.inverted and left.inverted != right.inverted:
        return False
    if not left.verbs or not right.verbs:
        return True
    ours, theirs = _keys(left.verbs), _keys(right.verbs)
    if not set(ours) & set(theirs):
        return False
    return ours[0] in right.about.concepts and theirs[0] in left.about.concepts


def _keys(bases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(next(iter(content(f"Of {verb}", "en").concepts), verb) for verb in bases)


def _verbs(text: str) -> tuple[tuple[str, ...], str, bool]:
    """Give the bases of what may be an English question's verb, the words before the first, and whether it is passive."""
    words = re.findall(r"[A-Za-z'’-]+", folded(text))
    found: list[str] = []
    before, passive = "", False
    for place, word in enumerate(words):
        low = word.lower()
        previous = words[place - 1].lower() if place else ""
        if (
            place == 0
            or low in verbs.AUXILIARIES
            or low == "be"
            or previous in DETERMINERS
            or previous in PREPOSITIONS - {"to"}
        ):
            continue
        base = base_of(low)
        if base not in verbs.BASES or (word[0].isupper() and base != low) or word[0].isupper():
            continue
        if base == "go" and words[place + 1 : place + 2] == ["to"]:
            continue  # "is going to"
        if not found:
            before = " ".join(words[1:place]).removesuffix("going to")
            passive = low in verbs.PARTICIPLES and (
                previous in ("be", "been") or words[0].lower() in verbs.BE or words[1].lower() in verbs.BE
            )
        found.append(base)
    return tuple(dict.fromkeys(found)), before, passive
