"""Whether two words say the opposite of one another: by the list, or as a prefix turns the one into the other."""

from __future__ import annotations

from functools import lru_cache

from briefing.desk.vet.antonyms import LINES
from briefing.desk.vet.stems import key_of

PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de", "mal", "counter", "under", "over")


def _pairs() -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for line in LINES.strip().split("\n"):
        left, right = (side.split() for side in line.split(" : "))
        found.update((one, other) for one in left for other in right)
    return frozenset(found | {(other, one) for one, other in found})


PAIRS = _pairs()
KEYED = frozenset((key_of(left), key_of(right)) for left, right in PAIRS)


@lru_cache(maxsize=65536)
def opposite(left: str, right: str) -> bool:
    """Tell whether two words, in lower case, say the opposite of one another: "rose", "fell"; "safe", "unsafe"."""
    if (left, right) in PAIRS or ((key_of(left), key_of(right)) in KEYED and key_of(left) != key_of(right)):
        return True
    return turned(left, right) or turned(right, left)


def turned(plain: str, word: str) -> bool:
    """Tell whether a word is another with a prefix, or an ending, that turns it round: "unsafe", "hopeless"."""
    rest = next(
        (word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix) and len(word) > len(prefix) + 2), ""
    )
    if rest and (rest == plain or key_of(rest) == key_of(plain)):
        return True
    return word.endswith("less") and key_of(word[:-4]) == key_of(plain.removesuffix("ful"))
