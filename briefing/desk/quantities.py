"""How many of what a sentence counts: "17 of its 22 ships", "the number of stranded passengers reached 5,200", "4.1%".

A quantity is a number with the thing that it counts, the words around it in its clause, and who gives it. By these it is
known that another sentence counts the same.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.bounds import QUALIFIERS, SLACK, bound_before
from briefing.desk.cluster.about import about
from briefing.desk.counts import ELSE, NOT_ALL, counts, number_of
from briefing.desk.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

TOO_LONG = 1000  # characters: what is longer is no sentence of a report, and searched in vain for minutes
TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[,\u00a0\u202f .]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)|(?P<word>[^\W\d_]+(?:[-'][^\W\d_]+)*)|(?P<mark>[,;:.()–—%])"
)
BREAKS = frozenset(", ; : . ( ) – — and et but mais while whereas tandis".split())
OF_ALL = frozenset("of des de sur out".split())
SMALL = frozenset("the its their his her our a an le la les ses leur leurs d' line's ce ces these those".split())
COUNTING = re.compile(
    r"numbers?|counts?|counted|total|totals|figures?|toll|reach(?:es|ed)?|stands?|stood|put|puts|ros[et]|rise[ns]?|climbed|grew|grown|"
    r"fell|fallen|nombre|total|bilan|chiffre|atteint|compte|comptait|comptés|passé|passe|porté|monté|now|still|about|some|nearly"
)  # says that something is counted, and not what
UNCOUNTED = frozenset(
    """times days hours minutes weeks months years dollars euros cents crowns francs degrees metres meters kilometres
    kilometers miles points points seats news series lives others percent always perhaps reports reuters jours heures ans
    mois fois degrés mètres kilomètres""".split()
)
PEOPLE = frozenset(
    "crowd turnout attendance foule cortège affluence people persons men women children crew police staff personnes hommes femmes enfants gens".split()
)
KINDS = frozenset("dead missing hurt held trapped freed moved ill".split())
VAGUE = frozenset("% people person personn".split())  # what is counted in many ways
FAR = 10  # times a number that another of the same thing may be
MATCHING = 0.6  # of all words around two numbers
SURE, SURE_OF_SHARES = 0.4, 0.75  # of the fewer words around two numbers that both have
AHEAD, BACK, OF_BASE = (
    5,
    9,
    4,
)  # words in which what a number counts is looked for; between "17" and "22" in "17 of its 22"
# One thing by several names; whom a crowd is called by is the writer's choice, and so is what keeps a ship in port.
ALIKE = {
    word: first
    for first, *others in (
        listed.split()
        for listed in (
            "ship vessel boat ferry navire bateau",
            "passenger traveller traveler voyager rider",
            "protester demonstrator marcher participant manifestant crowd turnout attendance foule cortège affluence",
            "home house household customer foyer",
            "worker employee salarié staff",
            "resident inhabitant villager",
            "strand stuck block wait maroon bloqu attendent",
            "idle idled dock halt arrest arrêt",
            "protest march rally demonstration demonstrate demonstrat manifestation défil défilé rassembl",
            "damage endommag",
            "destroy détruit",
            "evacuate move displace évacu",
        )
    )
    for word in (first, *others)
}
SHARES = frozenset({"%", "per", "percent", "pour"})
GATHERED = frozenset({"protest", "gather", "attend", "turn", "join", "protester"})  # a crowd of "people" or "personnes"
CROWD = frozenset({"protester", "people", "person", "personn"})
SAYS = (
    r"said|says|put|puts|counted|counts|estimated|estimates|reported|reports|gave|gives|announced|told|a (?:dit|indiqué|annoncé|précisé|"
    r"déclaré|affirmé|estimé|compté|fait état)|compte|estime|indique|affirme|revendique|dénombre|a (?:dénombré|recensé)"
)
WHO = re.compile(
    r"(?i)\b(?:according to|as counted by|selon|d'après)\s+(?P<after>[^,.;:]{2,60})|"
    rf"(?P<before>(?:[^\W\d_][\w'’.-]*\s+){{1,5}})(?:{SAYS})\b|\b(?:a indiqué|ont indiqué|a annoncé|a précisé)\s+(?P<behind>[^,.;:\d]{{2,40}})"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts; `start` and `end` are where it stands in its sentence."""

    number: float
    thing: str
    start: int
    end: int
    text: str
    bound: str = ""
    base: float = math.nan  # "17 of its 22 ships"
    around: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    named: tuple[int, int] = (0, 0)  # where what it counts is named

    @property
    def gathered(self) -> bool:
        """Tell whether it counts a crowd."""
        return self.thing == "protester" or (self.thing in CROWD and bool(self.around & GATHERED))

    def agrees(self, other: Quantity) -> bool:
        """Tell whether both can be true: their bounds meet."""
        (low, high), (least, most) = self._range(), other._range()
        return low <= most and least <= high

    def _range(self) -> tuple[float, float]:
        slack = SLACK * self.number
        return {
            "least": (self.number, math.inf),
            "most": (-math.inf, self.number),
            "about": (self.number - slack, self.number + slack),
        }.get(self.bound, (self.number, self.number))


def alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities count the same thing in the same state."""
    if (one.around ^ other.around) & QUALIFIERS:
        return False
    if one.thing in KINDS or other.thing in KINDS:
        return one.thing == other.thing
    near = other.number / FAR <= one.number <= other.number * FAR
    return near and ((one.gathered and other.gathered) or _of_one_whole(one, other) or _of_one_thing(one, other))


def _of_one_whole(one: Quantity, other: Quantity) -> bool:
    """Tell whether both are parts of one whole, of which one does not say again what it is: "that makes 19 of the 22"."""
    return one.base == other.base and not (one.thing and other.thing)


def _of_one_thing(one: Quantity, other: Quantity) -> bool:
    bases = math.isnan(one.base) or math.isnan(other.base) or one.base == other.base
    shared = len(one.around & other.around)
    return one.thing == other.thing and bases and shared >= (2 if one.thing in VAGUE else 1)


def surely(one: Quantity, other: Quantity) -> bool:
    """Tell whether so much around two quantities is the same that one may be set beside the other as what it was."""
    if one.thing in KINDS:
        return True
    shared, sides = len(one.around & other.around), (len(one.around), len(other.around))
    least = SURE_OF_SHARES * max(sides) if one.thing == "%" else SURE * min(sides)
    return shared > 0 and shared >= least


def matching(one: Quantity, other: Quantity) -> bool:
    """Tell whether hardly anything around two quantities is another, but for who gives them."""
    ours, theirs = one.around - one.who, other.around - other.who
    near = ours <= theirs or theirs <= ours or len(ours & theirs) >= MATCHING * len(ours | theirs)
    return alike(one, other) and bool(ours & theirs or one.base == other.base) and near


def one_voice(one: Quantity, other: Quantity) -> bool:
    """Tell whether both may be the same authority's: both name it, or one names none."""
    return not one.who or not other.who or bool(one.who & other.who)


@lru_cache(maxsize=8192)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Give what a sentence counts, people who suffered something first; hours, years, ages and sums of money are none."""
    if len(text) > TOO_LONG:
        return ()
    plain = folded(text)
    who = _who(plain, language)
    things = _things(plain, text, language, who)
    waiting = {one.start for one in things if one.thing == "passenger"}  # « bloqués » à quai, and under no ground
    suffered = [one for one in _suffered(plain, text, who) if one.thing != "trapped" or one.start not in waiting]
    taken = {one.start for one in suffered}
    return (*suffered, *(one for one in things if one.start not in taken))


def _suffered(plain: str, text: str, who: frozenset[str]) -> list[Quantity]:
    """Give the dead, the missing and the hurt, as `counts` knows them."""
    found = []
    for kind, numbers in counts(plain).items():
        for number in sorted(numbers):
            at = next((one for one in TOKEN.finditer(plain) if number_of_token(one) == number), None)
            if at and len(numbers) == 1:
                found.append(
                    Quantity(
                        number=number,
                        thing=kind,
                        start=at.start(),
                        end=at.end(),
                        text=_with_bound(plain, text, at),
                        bound=bound_before(plain, at.start())[0],
                        who=who,
                    )
                )
    return found


def _things(plain: str, text: str, language: str, who: frozenset[str]) -> list[Quantity]:
    barred = [
        (one.start(), one.end()) for one in ELSE.finditer(plain) if "%" not in one.group() and "cent" not in one.group()
    ]
    tokens = list(TOKEN.finditer(plain))
    clauses = _clauses(tokens)
    found, bases = [], set[int]()
    for place, token in enumerate(tokens):
        number = number_of_token(token)
        if number is None or place in bases or any(start <= token.start() < end for start, end in barred):
            continue
        if token["word"] and number < 2:  # noqa: PLR2004 - "one" is as often a pronoun
            continue
        base = _base(tokens, place)
        if base:
            bases.add(base)
        at = _thing(tokens, place, base, clauses)
        if at is None and base is None:
            continue
        thing = "" if at is None else _named(tokens[at], language)
        found.append(
            Quantity(
                number=number,
                thing=thing,
                start=token.start(),
                end=token.end(),
                text=_with_bound(plain, text, token),
                bound=bound_before(plain, token.start())[0],
                base=math.nan if base is None else number_of_token(tokens[base]) or math.nan,
                around=_around(tokens, clauses, place, at, language),
                who=who,
                named=tokens[at].span() if at is not None else (0, 0),
            )
        )
    return found


def number_of_token(token: re.Match[str]) -> float | None:
    """Read a token as a number; None where it is none."""
    if token["number"]:
        figure = re.sub(r"[,.\u00a0\u202f ](?=\d{3}(?!\d))", "", token["number"]).replace(",", ".")
        return float(figure)
    return number_of(token["word"].lower()) if token["word"] else None


def _clauses(tokens: Sequence[re.Match[str]]) -> list[int]:
    """Give each token the number of its clause."""
    clause, found = 0, []
    for token in tokens:
        clause += token.group().lower() in BREAKS
        found.append(clause)
    return found


def _base(tokens: Sequence[re.Match[str]], place: int) -> int | None:
    """Find the whole of which a number is a part: "17 of its 22 ships"."""
    if place + 1 >= len(tokens) or tokens[place + 1].group().lower() not in OF_ALL:
        return None
    for at in range(place + 2, min(len(tokens), place + 2 + OF_BASE)):
        if tokens[at]["mark"]:
            return None
        if number_of_token(tokens[at]) is not None:
            return at
    return None


def _thing(tokens: Sequence[re.Match[str]], place: int, base: int | None, clauses: Sequence[int]) -> int | None:
    """Find what a number counts: a plural behind it, a percent sign, or the nearest plural before its verb."""
    start = (base or place) + 1
    behind = tokens[start].group().lower() if start < len(tokens) else ""
    if behind in SHARES:
        return start
    if base is None and behind in NOT_ALL:
        return None
    ahead = _counted_ahead(tokens, start)
    if ahead is not None or base is not None:
        return ahead if ahead is not None and ahead >= 0 else None
    for at in range(place - 1, max(-1, place - 1 - BACK), -1):
        if clauses[at] != clauses[place] or number_of_token(tokens[at]) is not None:
            break
        if _plural(tokens[at]):
            return at
    return None


def _counted_ahead(tokens: Sequence[re.Match[str]], start: int) -> int | None:
    """Find the plural behind a number; -1 where it counts hours or the like, None where there is none."""
    for at in range(start, min(len(tokens), start + AHEAD)):
        word = tokens[at].group().lower()
        if tokens[at]["mark"] or word in BREAKS or number_of_token(tokens[at]) is not None:
            return None
        if word in UNCOUNTED:
            return -1
        if _plural(tokens[at]):
            return at
    return None


def _plural(token: re.Match[str]) -> bool:
    word = (token["word"] or "").lower()
    if word in PEOPLE or word.split("'")[-1] in PEOPLE:
        return True
    return (
        len(word) > 4  # noqa: PLR2004 - "was", "has", "plus"
        and word[-1] in "sx"
        and not word.endswith(("ss", "ous", "us", "is", "'s"))
        and word not in UNCOUNTED
        and not token["word"][0].isupper()
    )


def _named(token: re.Match[str], language: str) -> str:
    """Name what is counted by the stem that its names share."""
    if token.group().lower() in SHARES:
        return "%"
    return _same(token.group().lower(), language)


def _same(word: str, language: str) -> str:
    for form in (word, word.removesuffix("s"), word.removesuffix("x"), word.removesuffix("es")):
        if form in ALIKE:
            return ALIKE[form]
    plain = about(word, language)
    if plain in ALIKE:
        return ALIKE[plain]
    return next((ALIKE[form] for form in STARTS if word.startswith(form)), plain or (word if word in PEOPLE else ""))


STARTS = tuple(sorted((word for word in ALIKE if len(word) > 4), key=lambda word: (-len(word), word)))  # noqa: PLR2004 - short beginnings say little


def _around(
    tokens: Sequence[re.Match[str]], clauses: Sequence[int], place: int, thing: int | None, language: str
) -> frozenset[str]:
    """Give the words of a number's clause, without what it counts, names and other numbers."""
    found = set()
    for at, token in enumerate(tokens):
        word = token["word"]
        if clauses[at] != clauses[place] or at == thing or not word or (at and word[0].isupper()):
            continue
        lower = word.lower()
        if lower == "port" and at and tokens[at - 1].group().lower() in ("in", "au"):
            lower = "idle"  # a ship in port; a port authority is another matter
        if number_of(lower) is None and not COUNTING.fullmatch(lower):
            found.add(lower if lower in QUALIFIERS else _same(lower, language))
    return frozenset(found - {""})


def _who(plain: str, language: str) -> frozenset[str]:
    """Say who gives a sentence's figures, by the words that name them."""
    said = WHO.search(plain)
    if said is None:
        return frozenset()
    named = next(part for part in said.groups() if part)
    words = re.findall(r"[^\W\d_]+", named.split(" that ")[0])
    return frozenset(stem for word in words if word.lower() not in UNNAMED and (stem := _same(word.lower(), language)))


UNNAMED = frozenset(
    "number count figure total people spokesman spokeswoman official officials he she they it who".split()
)


def _with_bound(plain: str, text: str, token: re.Match[str]) -> str:
    return text[bound_before(plain, token.start())[1] : token.end()]
