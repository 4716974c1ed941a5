"""Which word of an English clause is its verb: only where its form or its place leaves no doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.questions import verbs
from briefing.desk.questions.small_words import (
    ADVERBS,
    CONTRACTED,
    DETERMINERS,
    IN_THE_WAY,
    PREPOSITIONS,
    SINGULARS,
    number,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def finite_base(word: str, subject: Sequence[str], rest: Sequence[str]) -> str:  # noqa: PLR0911 - one return a form of verb
    """Give the base of a clause's full verb; "?" where a word may be one and is not sure to be, "" where it is none."""
    before = subject[-1].lower()
    after = rest[0].lower() if rest else ""
    if before.endswith(("'s", "s'", "ly")) or before in DETERMINERS | PREPOSITIONS | {"and", "or", "-"}:
        return ""
    if word in verbs.CERTAIN_PAST:
        return "" if _verb_later(rest) else verbs.PAST[word]
    if word in verbs.PAST:
        base = verbs.PAST[word]
        sure = _object_follows(rest) if base not in verbs.INTRANSITIVE else after != "by"
        return base if sure and after != "by" and not _verb_later(rest) else "?"
    if word in verbs.THIRD and word not in SINGULARS:
        base = verbs.THIRD[word]
        if number(subject) == "plural":
            return "?"
        if base not in verbs.NOUNS:
            return "" if _verb_later(rest) else base
        return (
            base
            if rest and _object_follows(rest) and after not in ("of", "in", "for", "at") and not _verb_later(rest)
            else "?"
        )
    if word in verbs.BASES and number(subject) == "plural":
        if word not in verbs.NOUNS and not _verb_later(rest):
            return word
        return word if after in DETERMINERS or after == "to" else "?"
    return ""


def _object_follows(rest: Sequence[str]) -> bool:
    """Tell whether what follows can only follow a verb: the end, an object with its article, when or where."""
    if not rest:
        return True
    after = rest[0].lower()
    return (
        after in DETERMINERS or after in PREPOSITIONS - {"by"} or after in ADVERBS or rest[0][0].isupper()
        or after.endswith("ly") or after in ("up", "down", "out", "off", "away", "back", "and")
    )  # fmt: skip


def _verb_later(rest: Sequence[str]) -> bool:
    for place, word in enumerate(rest):
        low = word.lower()
        if low in IN_THE_WAY or low in ("after", "before", "until", "once"):
            return False
        if low in verbs.AUXILIARIES or low in verbs.CERTAIN_PAST or low in CONTRACTED:
            return True
        before = rest[place - 1].lower() if place else "a"
        if (
            low in verbs.PAST
            and before not in DETERMINERS
            and before not in PREPOSITIONS
            and before not in ("and", "or", "not")
        ):
            return True
    return False
