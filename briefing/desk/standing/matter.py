"""What of a question's matter a sentence has: its verbs, their opposites, its object."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.standing.content import content
from briefing.desk.standing.cues import CAUSED
from briefing.desk.text import folded
from briefing.desk.vet.opposites import opposite

if TYPE_CHECKING:
    from briefing.desk.standing.asked import Asked
    from briefing.desk.standing.content import Content

# What a French participle says the opposite of, by how both begin.
CONTRARIES = tuple(
    tuple(pair.split("/"))
    for pair in "approuv/rejet adopt/rejet autoris/interdi accept/rejet accept/refus augment/baiss relev/baiss ouvr/ferm retir/maint lev/mainten lev/prolong valid/annul confirm/annul".split()
)


def keys(question: Asked) -> frozenset[str]:
    """Give the concepts of a question's verbs."""
    return (
        frozenset().union(*(content(f"Of {verb}", "en").concepts for verb in question.verbs))
        if question.verbs
        else question.about.concepts
    )


def turned(about: Content, said: Content) -> frozenset[str]:
    """Give the concepts of a question of which a sentence says the opposite."""
    theirs = [word for name, word in said.bases if name not in about.concepts]
    lacking = [(name, word) for name, word in about.bases if name not in said.concepts]
    return frozenset(name for name, base in lacking if any(_opposed(base, word) for word in theirs))


@lru_cache(maxsize=131072)
def _opposed(left: str, right: str) -> bool:
    return opposite(left, right) or contrary(left, right)


def until(question: Asked) -> frozenset[str]:
    """Give what a question says of the time by which it asks: what was done is done by then."""
    found = re.search(r"(?i)\b(?:before|by|this|avant|d'ici|cet(?:te)?) .+$", folded(question.text))
    return content(f"Of {found.group()}", question.language).concepts - question.about.names if found else frozenset()


def upon(question: Asked, done: frozenset[str], rest: list[str]) -> bool:
    """Tell whether what a verb takes is what the question says: "left the union", and not "left no doubt about the union"."""
    taken = question.about.concepts - done - until(question)
    if not taken:
        return True
    for place, part in enumerate(rest):
        found = content(part, question.language).concepts
        if part in (",", ";", ":"):
            return False
        if found and _owned(part, question.text):  # "the reactor's roof" is not the reactor
            return any(
                content(other, question.language).concepts & question.about.concepts
                for other in rest[place + 1 : place + 2]
            )
        if found:
            return bool(found & question.about.concepts)
    return False


def _owned(part: str, text: str) -> bool:
    return part.endswith(("'s", "s'")) and part not in folded(text)


def contrary(left: str, right: str) -> bool:
    """Tell whether two French verbs' forms say the opposite, as far as their beginnings tell."""
    return any(
        (left.startswith(one) and right.startswith(other)) or (left.startswith(other) and right.startswith(one))
        for one, other in CONTRARIES
    )


def causes(question: Asked, text: str) -> bool:
    """Tell whether a sentence names what caused the thing that a question asks of, and not what that caused."""
    cause = CAUSED.search(text)
    if cause is None:
        return False
    event = question.about.concepts - keys(question) if question.verbs else question.about.concepts
    event -= content(f"Of {cause.group()}", question.language).concepts
    by = re.match(r"(?: \w+ly)? (?:by|to|par)\b", text[cause.end() :])
    told = text[: cause.start()] if by or "traced" in cause.group() else text[cause.end() :]
    said = content(f"Of {told}", question.language).concepts
    return bool(event) and len(event & said) >= len(event) - (len(event) // 3)
