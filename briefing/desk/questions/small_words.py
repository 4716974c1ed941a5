"""The closed classes of English words: what may begin a noun phrase, join two, or stand in for a name.

After Quirk et al., A Comprehensive Grammar of the English Language (1985), chapters 2, 5 and 6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DETERMINERS = frozenset(
    """the a an any all both each every no some its their his her our this that these those another most many several
    few more such one two three four five six seven eight nine ten dozens hundreds thousands millions""".split()
)
PREPOSITIONS = frozenset(
    """of in on at near inside outside during after before under over with without for from by to into against between
    among through across about around behind beyond despite toward towards until since within along amid aboard above below beneath throughout""".split()
)
PRONOUNS = frozenset("he she it they".split())
# Nothing that follows one of these belongs to the subject's own clause.
IN_THE_WAY = frozenset(
    "that which who whom where when why how what whether if because as than while but so though".split()
)
OTHER_STARTS = frozenset(
    """he she it they we you i him them us me this these those that here not only even just to also still then it's
    there's he's she's they're we're you're""".split()
)
ADVERBS = frozenset(
    """also still ever even already yet now soon again once never always actually really simply just not only finally
    eventually immediately fully ultimately first further""".split()
)
PLURALS = frozenset(
    "people police men women children officials talks authorities data media families others both".split()
)
SINGULARS = frozenset(
    """news crisis virus status campus census bus gas series business process success access congress press loss
    address congress boss class crossfire weakness illness witness illness basis analysis thesis chaos bias atlas us
    lens focus consensus bonus politics economics athletics mathematics physics headquarters swiss""".split()
)
MEASURES = frozenset(
    """long far badly often soon quickly fast big large severe serious severely seriously widely widespread deep deeply
    close closely high low much well effective dangerous likely strong reliable accurate old""".split()
)
CONTRACTED = {
    "didn't": "did", "doesn't": "does", "don't": "do", "won't": "will", "wouldn't": "would", "can't": "can",
    "couldn't": "could", "wasn't": "was", "weren't": "were", "isn't": "is", "aren't": "are", "hasn't": "has",
    "haven't": "have", "hadn't": "had", "shouldn't": "should",
}  # fmt: skip


def number(subject: Sequence[str]) -> str:
    """Tell whether a subject is "singular" or "plural"; "" where its form does not say."""
    head: list[str] = []
    for word in subject:
        if (word.lower() in PREPOSITIONS or word.lower() == "off") and head:
            break
        head.append(word)
    if not head:
        return ""
    low = [word.lower() for word in head]
    if "and" in low or low[0] in (
        "both",
        "all",
        "several",
        "many",
        "few",
        "some",
        "these",
        "those",
        "two",
        "three",
        "most",
    ):
        return "plural"
    last = low[-1]
    if low[0] in ("a", "an", "each", "every", "this", "another", "there") and last != "number":
        return "" if low[0] == "there" else "singular"
    if last in PLURALS:
        return "plural"
    if last.endswith("s") and last not in SINGULARS and not last.endswith(("ss", "'s")):
        return "" if head[-1][0].isupper() else "plural"
    return "" if last.endswith("'") or "number" in low or last in ("team", "family", "staff", "fish") else "singular"
