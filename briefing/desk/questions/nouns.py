"""Nouns of which a sentence says that they are not known: the cause of the fire, the fate of the crew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.questions import verbs
from briefing.desk.questions.clause import trimmed
from briefing.desk.questions.small_words import DETERMINERS, IN_THE_WAY, OTHER_STARTS, PREPOSITIONS, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.questions.raised import Common, Seen

_SOON = r"(?:(?:still|also|as yet|yet|not yet|so far|currently|immediately|entirely|fully|at once|largely) ){0,2}"
AS_NOUNS = {
    "cause": "What caused {}?", "causes": "What caused {}?", "motive": "What was the motive for {}?", "motives": "What was the motive for {}?",
    "motivation": "What was the motive for {}?", "reason": "What was the reason for {}?", "reasons": "What were the reasons for {}?",
    "fate": "What is the fate of {}?", "whereabouts": "Where {be} {}?", "identity": "What is the identity of {}?",
    "identities": "Who {be} {}?", "origin": "What is the origin of {}?", "origins": "What are the origins of {}?",
    "source": "What is the source of {}?", "extent": "What is the extent of {}?", "scope": "What is the scope of {}?",
    "cost": "What is the cost of {}?", "future": "What is the future of {}?", "location": "What is the location of {}?",
    "status": "What is the status of {}?", "condition": "What is the condition of {}?", "size": "What is the size of {}?", "value": "What is the value of {}?",
}  # fmt: skip
_NOUN = "|".join(sorted(AS_NOUNS))
NOUN = re.compile(
    rf"(?i)\b(?:the )?(?:\w+ )?(?P<noun>{_NOUN}) (?:of|for|behind|in) (?P<of>.+?) (?:(?:is|are|was|were|remains?|remained) "
    rf"{_SOON}(?:unknown|unclear|uncertain|undetermined|in doubt|a mystery|under investigation|being investigated|not {_SOON}(?:known|clear|certain|determined|established|disclosed))|"
    r"(?:has|have|had)(?: not|n't) (?:yet |so far )?been (?:determined|established|disclosed|released|confirmed|explained|identified|revealed))\b"
)
PROBED = re.compile(
    r"(?i)\b(?:investigat(?:e|ing)|determin(?:e|ing)|looking into|prob(?:e|ing)|establish(?:ing)?|identify(?:ing)?|find(?:ing)?|ascertain|know|"
    r"uncertainty over|questions (?:about|over)) (?:the )?(?:exact |possible |likely )?(?P<noun>cause|causes|motive|motives|fate|whereabouts|origin|origins|extent) (?:of|for|behind) (?P<of>.+)"
)
CLAIMED = re.compile(
    r"(?i)\b(?:(?:no (?:one|group|militant group|organi[sz]ation)|nobody) (?:has |had |have |immediately |yet |so far )*claimed responsibility|"
    r"no (?:immediate )?claims? of responsibility) for (?P<of>.+)"
)
# An event without anything that tells which.
BARE = re.compile(
    r"(?i)^(?:What (?:caused|led to|was the (?:motive|reason) for)|Who was behind) the (?P<event>(?:\w+ )?(?:fire|crash|blast|explosion|attack|shooting|bombing|collapse|derailment|outbreak|sinking|blaze|accident|outage|leak|"
    r"spill|stabbing|clash|clashes|stampede|killing|killings|assault|raid|robbery))\?$"
)
MISSING = re.compile(r"(?i)\b(?:search(?:es|ed|ing)?|hunt(?:ing)?|looking) for (?P<of>the missing .+|missing .+)")


def phrase(rest: str, most: int = 9) -> str:
    """Give the noun phrase that a text opens with, up to a verb, a comma or another clause; "" where it is not sure."""
    parts = trimmed(rest)
    taken: list[str] = []
    for place, word in enumerate(parts):
        low = word.lower()
        before = taken[-1].lower() if taken else ""
        if low == "on" and place + 1 < len(parts) and parts[place + 1].endswith("day"):
            break
        if (
            low in verbs.AUXILIARIES
            or low in IN_THE_WAY
            or low in verbs.CERTAIN_PAST
            or low in ("after", "before", "since")
        ):
            break
        if place and low in verbs.PAST and before not in DETERMINERS and before not in PREPOSITIONS:
            break
        taken.append(word)
    while taken and taken[-1].lower() in PREPOSITIONS | DETERMINERS | {"and"}:
        taken.pop()
    if not taken or len(taken) > most or (taken[0].lower() not in ("the", "a", "an") and not taken[0][0].isupper()):
        return ""
    if (len(taken) == 1 and taken[0].islower()) or any(
        word.lower() in OTHER_STARTS or word.lower() in ("his", "her", "its", "their") for word in taken
    ):
        return ""
    return " ".join(["the" if taken[0] in ("a", "an") else taken[0], *taken[1:]])


def unknown_nouns(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - every rule is given the same
    """Ask for a noun that a sentence says is not known."""
    for rule in (NOUN, PROBED):
        found_ = rule.search(text)
        of = phrase(found_["of"]) if found_ else ""
        if found_ is not None and of:
            be = "are" if number(of.split()) == "plural" else "is"
            yield AS_NOUNS[found_["noun"].lower()].format(of, be=be), "unknown", "noun"
    claimed = CLAIMED.search(text)
    of = phrase(claimed["of"]) if claimed else ""
    if of:
        yield f"Who was behind {of}?", "unknown", "noun"
    missing = MISSING.search(text)
    of = phrase(missing["of"][:1].upper() + missing["of"][1:]) if missing else ""
    if of:
        be = "are" if number(of.split()) == "plural" else "is"
        yield (
            f"Where {be} the {of.split(maxsplit=1)[1] if of.lower().startswith('the ') else of[:1].lower() + of[1:]}?",
            "unknown",
            "noun",
        )


def located(asked: str, earlier: Sequence[str]) -> str:
    """Say of a bare event where it was, by the first of the sentences before that tells: "What caused the fire?" asks of any."""
    bare = BARE.search(asked)
    if bare is None:
        return asked
    where = re.compile(
        rf"(?i)\b{re.escape(bare['event'])}(?: [a-z]+){{0,3}}? (?P<at>at|in|on|near|outside|aboard|off|of|through) (?P<of>(?:the |an? |[A-Z]).+)"
    )
    for sentence in earlier:
        told = where.search(sentence)
        of = phrase(told["of"], 6) if told else ""
        if (
            told is not None
            and of
            and not re.search(r"(?i)day$|^the (?:hospital|scene|morning|evening|early|past|last|19|20)", of)
        ):
            return f"{asked[:-1]} {told['at'].lower()} {of}?"
    return asked
