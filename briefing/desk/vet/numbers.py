"""Numbers, however they are written: "12", "twelve", "1.2 million", "35 per cent", "un tiers", "the 19th"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
 eighteen nineteen"""
_UNITS = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_ORDINALS = """_ first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
 fifteenth"""
_RANGS = "_ _ deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme"
SMALL = {
    **{word: n for n, word in enumerate(_ONES.split())},
    **{word: n for n, word in enumerate(_UNITS.split()) if n != 1},
}
TENS = {
    **{word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)},
    **{word: 10 * n for n, word in enumerate("vingt trente quarante cinquante soixante".split(), 2)},
    "vingts": 20, "septante": 70, "huitante": 80, "nonante": 90,
}  # fmt: skip
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12, "score": 20,
    "cent": 10**2, "cents": 10**2, "mille": 10**3, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
    "billions": 10**12, "hundreds": 0, "thousands": 0, "bn": 10**9, "tn": 10**12, "mn": 10**6,
}  # fmt: skip
GLUED = {"m": 10**6, "k": 10**3, "b": 10**9}  # only where they touch the figure: "$23m"
ORDINALS = {
    **{word: n for n, word in enumerate(_ORDINALS.split()) if n},
    **{word: n for n, word in enumerate(_RANGS.split()) if n > 1},
}
SUFFIXES = frozenset("st nd rd th er ere eme e re".split())
PER = frozenset("per pour".split())
CENT = frozenset("cent percent pct".split())
FIGURES = re.compile(r"\d[\d.,\s]*", re.ASCII)
SCALINGS = 2  # words that raise one figure: "1.2 thousand billion"
SPELT = 14  # words of one number
DIGITS = 30  # figures of a number that count: a longer one is a code


class Part(NamedTuple):
    """A word of a text before its numbers are put together; `key` is empty where it is no date."""

    start: int
    end: int
    norm: str
    key: str
    capital: bool
    pause: bool
    owner: bool
    aside: bool
    halt: bool


def merged(found: Sequence[Part]) -> list[tuple[int, int, str]]:
    """Put the tokens of one number together: its first place, how many tokens it takes, and its key.

    The key names the value: "#12", "#1200000", "#35%", "#19th"; of a token that is no number it is the token's own.
    """
    parts: list[tuple[int, int, str]] = []
    place = 0
    while place < len(found):
        value, size = _cardinal(found, place)
        if value is None:
            ordinal = ORDINALS.get(found[place].norm)
            parts.append((place, 1, found[place].key if ordinal is None else f"#{ordinal}th"))
            place += 1
            continue
        size, sign = _sign(found, place, size)
        parts.append((place, size, f"#{value}{sign}"))
        place += size
    return parts


def values(key: str) -> Fraction | None:
    """Give the value that a number's key names; None for an ordinal or a word."""
    plain = key[1:].removesuffix("%")
    return Fraction(plain) if key.startswith("#") and re.fullmatch(r"\d+(?:/\d+)?", plain, re.ASCII) else None


def _figure(norm: str) -> Fraction | None:
    """Read figures: a comma or a space before three figures parts thousands, else it is a decimal mark."""
    if len(norm) > DIGITS or not FIGURES.fullmatch(norm):
        return None
    plain = re.sub(r"(?:, ?|\s)(?=\d{3}(?!\d))", "", norm)
    whole, *rest = re.split(r"[.,]", plain)
    if len(rest) > 1:
        return Fraction(whole + "".join(rest)) if all(len(part) == 3 for part in rest) else None  # noqa: PLR2004 - "1.200.000"
    return Fraction(f"{whole}.{rest[0]}") if rest else Fraction(whole)


def _cardinal(found: Sequence[Part], place: int) -> tuple[Fraction | None, int]:
    """Read the longest cardinal that begins at a place: its value, and how many tokens it takes."""
    first = found[place].norm
    figure = _figure(first)
    if figure is not None:
        return _scaled(found, place, figure)
    if first in ("a", "an", "un", "une") and place + 1 < len(found):
        scale = SCALES.get(found[place + 1].norm, 0)
        return (Fraction(scale), 2) if scale and found[place + 1].norm not in ("cent", "cents", "score") else (None, 1)
    if first not in SMALL and first not in TENS and first not in ("cent", "mille"):
        return None, 1
    return _spelt(found, place)


def _scaled(found: Sequence[Part], place: int, value: Fraction) -> tuple[Fraction, int]:
    size = 1
    while place + size < len(found) and size <= SCALINGS and not found[place + size].pause:
        norm = found[place + size].norm
        scale = SCALES.get(norm, 0)
        if not scale and found[place + size].start == found[place + size - 1].end:
            scale = GLUED.get(norm, 0)
        if not scale or norm in ("cent", "cents", "score"):
            break
        value, size = value * scale, size + 1
    return value, size


def _spelt(found: Sequence[Part], place: int) -> tuple[Fraction, int]:
    """Add up number words: "two hundred and five", "quatre-vingt-dix-sept"."""
    total, part, size, last = Fraction(0), Fraction(0), 0, ""
    while place + size < len(found) and size < SPELT and (size == 0 or not found[place + size].pause):
        norm = found[place + size].norm
        after = found[place + size + 1].norm if place + size + 1 < len(found) else ""
        if (
            norm in ("and", "et")
            and size
            and (last in SCALES or last in TENS)
            and (after in SMALL or after in TENS or after == "un")
        ):
            size, last = size + 1, norm
            continue
        if not _follows(last, norm):
            break
        if norm in SCALES:
            scale = SCALES[norm]
            part = (part or Fraction(1)) * scale
            total, part = (total + part, Fraction(0)) if scale >= 1000 else (total, part)  # noqa: PLR2004 - thousands close a group
        elif norm.startswith("vingt") and last == "quatre":
            part = part - 4 + 80
        else:
            part += SMALL[norm] if norm in SMALL else TENS.get(norm, 1)
        size, last = size + 1, norm
    return total + part, size


def _follows(last: str, norm: str) -> bool:
    """Tell whether a number word may come behind another in one number: "twenty one", never "one twenty"."""
    if norm in SCALES:
        return bool(SCALES[norm]) and (bool(last) or norm in ("cent", "mille")) and norm != "score"
    if norm not in SMALL and norm not in TENS and norm != "un":
        return False
    if not last:
        return norm != "un"
    if last in SCALES or last in ("and", "et"):
        return True
    if last == "quatre":
        return norm.startswith("vingt")
    return (last in TENS and (norm in SMALL or norm == "un")) or (last == "dix" and norm in ("sept", "huit", "neuf"))


def _sign(found: Sequence[Part], place: int, size: int) -> tuple[int, str]:
    """See whether a percent sign or an ordinal's ending follows."""
    following = [row.norm for row in found[place + size : place + size + 2]]
    if following[:1] == ["%"] or (following and following[0] in CENT and following[0] != "cent"):
        return size + 1, "%"
    if len(following) > 1 and following[0] in PER and following[1] in CENT:
        return size + 2, "%"
    if following and following[0] in SUFFIXES and found[place + size].start == found[place + size - 1].end:
        return size + 1, "th"
    return size, ""


def rounded_from(left: str, right: str, *, share: Fraction = Fraction(1, 20)) -> bool:
    """Tell whether a number is another one rounded: near it, and with fewer figures that count."""
    ours, theirs = values(left), values(right)
    if ours is None or theirs is None or left.endswith("%") != right.endswith("%"):
        return False
    return abs(ours - theirs) <= share * theirs and _figures(ours) < _figures(theirs)


def _figures(value: Fraction) -> int:
    """Count the figures of a number that are not noughts at its ends."""
    while value.denominator > 1 and value.denominator < 10**DIGITS and (value * 10).denominator < value.denominator:
        value *= 10
    return len(str(value.numerator).strip("0"))
