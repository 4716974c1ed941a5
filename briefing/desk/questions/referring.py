"""Whether a pronoun surely means the party that its sentence names; where it may mean another, nothing is asked.

A pronoun agrees with what it stands for in number and in being a person (Hobbs 1978, "Resolving pronoun references"),
and what it does must be what only a party does: "it" in "the ministry has not said whether it will hold" may be a dam.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.questions import verbs
from briefing.desk.questions.small_words import ADVERBS, CONTRACTED, PREPOSITIONS, number

if TYPE_CHECKING:
    from collections.abc import Sequence

MODALS = frozenset("will would may might can could should must did does do".split())
PEOPLE = frozenset(
    """president minister king queen prince princess pope senator secretary chief mayor judge coach captain star actor actress singer
    chairman chairwoman director general prosecutor lawyer attorney leader founder governor author envoy ambassador spokesman spokeswoman
    spokesperson officer journalist candidate premier chancellor man woman boy girl pilot driver doctor player manager owner suspect victim
    sheriff commander executive analyst official expert scientist researcher professor teacher student resident witness""".split()
)
SPOKEN_FOR = re.compile(
    r"(?i)^(?:an? |the )?(?:\w+ )?(?:spokes(?:man|woman|person)|representative|lawyer|attorney) (?:for|of) (?P<who>.+)$"
)
# What a party does by its own decision, with an object; and without one.
ACTS = frozenset(
    """abandon accept acquire adopt appeal approve attend back ban block boycott build buy cancel challenge change close compensate
    contest cut defend deploy drop enforce expand extend fight file fire free grant hire honour honor impose introduce investigate join keep merge
    launch leave lift limit negotiate offer open oppose order overturn pardon pay postpone prosecute publish pursue raise ratify rebuild
    recall recognise recognize reduce refuse refund reject release remove replace restore retain return reveal review revoke
    scrap seek sell send settle shut sign stop sue support suspend use veto withdraw give provide know ask allow charge demand reopen resume restart admit share reform repeal evacuate dismiss appoint nominate elect sack abolish subsidise subsidize widen raise""".split()
)
ALONE = frozenset(
    "appeal resign retaliate intervene withdraw testify quit retire surrender cooperate compete apologise apologize comply attend run".split()
)
LINKS = frozenset(
    ("in", "on", "by", "after", "before", "until", "at", "next", "this", "again", "today", "tomorrow", "from")
)


def meant(pronoun: str, party: str, clause: Sequence[str]) -> str:
    """Give the party for which a clause's first word stands; "" where it may stand for another.

    `clause` is what follows the pronoun. A spokesman's "it" is the institution for which he speaks.
    """
    low = pronoun.lower()
    spoken = SPOKEN_FOR.match(party)
    if spoken is not None:
        party = "" if low in ("he", "she") else spoken["who"]
    head = _head(party)
    if not head or not _acts(clause):
        return ""
    person = any(word in PEOPLE for word in head) or head[0] in ("mr", "mrs", "ms", "dr")
    many = number(party.split())
    if low == "they":
        fits = many == "plural"
    elif low == "it":
        fits = many != "plural" and not person
    else:
        fits = many != "plural" and (person or (party[0].isupper() and len(head) <= 3))  # noqa: PLR2004 - first, middle, last name
    return party if fits and (low in ("he", "she") or _alone(party)) else ""


def _head(party: str) -> list[str]:
    head: list[str] = []
    for word in party.lower().split():
        if word in PREPOSITIONS:
            break
        head.append(word)
    return head


def _alone(party: str) -> bool:
    """Tell whether a party is one: of "the ministry of trade and the navy" or "the navy of Orm, the port" more may be meant."""
    return "," not in party and " and the " not in f"{party.lower()} "


def _acts(clause: Sequence[str]) -> bool:
    """Tell whether a clause's verb is what a party does itself."""
    words = [word.lower().strip(",") for word in clause if word.lower() not in ADVERBS and word.lower() != "not"]
    if words[:1] and (words[0] in MODALS or words[0] in CONTRACTED):
        return _act(words[1:])
    if words[:2] in (["plans", "to"], ["intends", "to"], ["plan", "to"], ["intend", "to"], ["wants", "to"]):
        return _act(words[2:])
    if words[:1] and words[0] in verbs.PERFECT:
        base = next((base for past, base in verbs.PAST.items() if words[1:2] == [past]), "")
        return base in ACTS and len(words) > 2  # noqa: PLR2004 - what it has done, and to what
    return bool(words) and (verbs.PAST.get(words[0]) or verbs.THIRD.get(words[0]) or "") in ACTS and len(words) > 1


def _act(words: Sequence[str]) -> bool:
    if not words:
        return False
    if words[0] in ALONE and (len(words) == 1 or words[1] in LINKS):
        return True
    return words[0] in ACTS and len(words) > 1 and words[1] not in LINKS
