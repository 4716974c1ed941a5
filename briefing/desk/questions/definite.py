"""Definite nouns that lean on the text before: "the deal", "the firms"; and the fuller name that the text gave them.

"Will the Senate approve the deal?" asks nothing of who has not read the story. Where an earlier sentence says which deal,
by a name beside the same noun, the question takes that over (coreference by head match, as in Soon, Ng and Lim 2001);
where none does, or two differ, the question is worth less.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.questions import verbs
from briefing.desk.questions.nouns import phrase
from briefing.desk.questions.small_words import DETERMINERS, IN_THE_WAY, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 4  # words of a bare noun phrase behind "the"
REACH = 8  # sentences of an opening in which a thing is named
FURTHEST = 24  # words of a question that takes a fuller name over
TELLING = 2  # content words behind "of", "in" … that say which without a name
# What there is only one of, or what any reader knows by the noun.
ALONE = frozenset(
    """world earth planet sun moon internet web sea future past present public poor rich elderly law end rest first same right year week month
    weekend day summer winter spring autumn century decade economy north south east west middle president pope king queen senate house
    parliament congress government cabinet euro dollar pound yen crown krone climate weather press media army police ground air street matter
    way time number use need chance possibility risk role part question answer cause reason origin""".split()
)
LINKS = frozenset(
    "of in on at for against with between over into from to behind near by about outside inside under across off among through".split()
)
CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
)


def leaning(question: str) -> tuple[str, ...]:
    """Give the nouns of an English question that lean on the text before it, in their order."""
    return tuple(found[-1] for _, _, found in _bare(question))


def named(question: str) -> bool:
    """Tell whether a question names somebody or something: a capital inside it that is no day or month, or a figure."""
    parts = question.rstrip("? ").split()[1:]
    return any(
        (part[0].isupper() and not CALENDAR.match(part)) or part[0].isdigit()
        for part in (one.strip("\"'“”(") or "x" for one in parts)
    )


def _bare(question: str) -> Iterator[tuple[int, int, list[str]]]:
    """Find what follows "the" and is told by nothing: where it begins and ends among a question's words, and its words."""
    parts = question.rstrip("? ").split()
    for place, part in enumerate(parts):
        if part.lower() != "the":
            continue
        found = _phrase(parts, place + 1)
        end = place + 1 + len(found)
        if (
            not found
            or found[-1] in ALONE
            or any(word[0].isupper() or word[0].isdigit() or "'s" in word for word in found)
        ):
            continue
        if parts[end - 1].endswith(",") or not _told(parts[end:]):
            yield place, end, found


def _phrase(parts: Sequence[str], start: int) -> list[str]:
    found: list[str] = []
    for place in range(start, min(len(parts), start + LONGEST)):
        word = parts[place].rstrip(",")
        low = word.lower()
        after = parts[place + 1].lower() if place + 1 < len(parts) else ""
        verb = low in verbs.BASES and (low not in verbs.NOUNS or after in DETERMINERS)
        stop = low in PREPOSITIONS | DETERMINERS | IN_THE_WAY | verbs.AUXILIARIES or low in (
            "and",
            "or",
            "not",
            "be",
            "been",
            "have",
            "to",
            "now",
            "still",
            "ever",
        )
        if stop or (found and (verb or low in verbs.PARTICIPLES or low.endswith("ly"))):
            break
        found.append(word)
        if parts[place].endswith(","):
            break
    return found


def _told(rest: Sequence[str]) -> bool:
    """Tell whether what follows a noun says which it is: a name, or some words, behind "of", "in", "who"."""
    if not rest or rest[0].lower() not in LINKS | {"who", "that", "which", "whose"}:
        return bool(rest) and rest[0].lower() in verbs.PARTICIPLES and any(word[0].isupper() for word in rest[1:6])
    near = rest[1:7]
    content = [word for word in near if word.lower() not in DETERMINERS | PREPOSITIONS and len(word) > 2]  # noqa: PLR2004 - "to", "it"
    return any(word[0].isupper() for word in near) or len(content) >= TELLING + (
        rest[0].lower() in ("to", "by", "with")
    )


def completed(question: str, earlier: Sequence[str]) -> str:
    """Give a question whose leaning nouns bear the name that the opening gave them, where it gave one; else as it is."""
    parts = question.rstrip("? ").split()
    for place, end, found in reversed(list(_bare(question))):
        fuller = _fuller(found[-1], earlier)
        if fuller and len(parts) + len(fuller.split()) <= FURTHEST:
            parts[place:end] = fuller.split()
    return f"{' '.join(parts)}?"


def _fuller(head: str, earlier: Sequence[str]) -> str:
    """Give the one noun phrase with a name by which the opening tells of a thing; "" where there is none, or are several."""
    rule = re.compile(
        rf"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) |(?P<whose>\b[A-Z][\w.-]+(?: [A-Z][\w.-]+)?'s ))(?P<mods>(?:[\w'-]+ ){{0,3}}?){re.escape(head)}\b(?P<rest> (?:of|in|with|between|against|on|over|at|near|from) (?:the |[A-Z]).+)?"
    )
    told: dict[str, None] = {}
    for sentence in earlier[:REACH]:
        for found in rule.finditer(sentence.replace("’", "'")):
            fuller = _name(head, found)
            if fuller:
                told.setdefault(fuller)
    return next(iter(told)) if len(told) == 1 else ""


def _name(head: str, found: re.Match[str]) -> str:
    mods = found["mods"].split()
    if any(
        word.lower() in PREPOSITIONS | DETERMINERS | IN_THE_WAY | verbs.AUXILIARIES | {"and", "or"} for word in mods
    ):
        return ""
    if any(CALENDAR.match(word) for word in mods) or (found["whose"] and CALENDAR.match(found["whose"])):
        return ""
    if found["whose"]:
        return f"{found['whose']}{' '.join([*mods, head])}"
    if any(word[0].isupper() for word in mods):
        return f"the {' '.join([*mods, head])}"
    link, _, rest = (found["rest"] or "").strip().partition(" ")
    of = phrase(rest, 6) if rest else ""
    return (
        f"the {' '.join([*mods, head])} {link} {of}"
        if of and re.search(r"(?:^| )[A-Z]", of) and not CALENDAR.search(of)
        else ""
    )
