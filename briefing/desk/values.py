"""What a sentence states in figures: how many suffered what, how much, which share, which vote, which day.

A value has bounds ("at least 12", "about 300"), and a frame: the words around it, by which it is known that another
sentence states the same thing.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk.bounds import QUALIFIERS, SLACK, bound_before
from briefing.desk.cluster.about import about
from briefing.desk.counts import NUMBERS, TOKEN, counts, number_of
from briefing.desk.quantities import KINDS, alike, matching, quantities
from briefing.desk.text import WORD, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.desk.quantities import Quantity

# How a count is called, in the story's language.
NOUNS = {
    "en": {"dead": "dead", "missing": "missing", "hurt": "injured", "held": "arrested", "trapped": "trapped",
           "freed": "rescued", "moved": "evacuated", "ill": "ill"},
    "fr": {"dead": "morts", "missing": "disparus", "hurt": "blessés", "held": "arrestations", "trapped": "bloqués",
           "freed": "secourus", "moved": "évacués", "ill": "malades"},
}  # fmt: skip
# What might be, what was believed before, and what somebody else says it is not.
UNSURE = re.compile(
    r"(?i)\b(?:could|might|(?-i:may)|would|if|fear(?:ed|s)?|expect(?:ed|s)?|believed|likely|risk|warn(?:ed|s)?|not|never|den(?:y|ies|ied)|"
    r"earlier|initial(?:ly)?|previous(?:ly)?|first (?:said|reported|put)|pourrai(?:t|ent)|craint|redoute|"
    r"précédent|d'abord|auparavant|nie|dément|former|ago|hop(?:e[ds]?|ing)|attendent|attendai(?:t|ent)|espèr\w+|prévoi\w+)\b|n't\b"
)
BEFORE = re.compile(
    r"(?i)\b(?:last (?:week|month|year)|(?:l'an|l'année|le mois|la semaine) (?:dernier|dernière|passée?))\b"
)
# How badly: "two badly hurt" are some of the twelve who were hurt.
SEVERITY = {
    "badly": re.compile(
        r"(?i)\b(?:badly|seriously|severely|critically|gravely|grièvement|gravement|serious|critical|grave)\b"
    ),
    "slightly": re.compile(r"(?i)\b(?:slightly|lightly|minor|légèrement|légers?|légères?)\b"),
}
# Who says so may be another in each sentence.
ATTRIBUTED = re.compile(
    r"(?i),\s[^,;]{1,60}?\b(?:said|says|announced|reported)\b[^,;]*$|,?\s(?:according to|selon|d['’]après)\s[^,;]+$|"
    r",\s(?:a|ont) (?:indiqué|dit|annoncé|précisé|déclaré)[^;]*$"
)
CHANGED = re.compile(
    r"(?i)\b(?:rose|risen|rises|climb(?:ed|s)?|increased|revised|updated|now|jumped|grew|grown|up from|down from|passe|porté|"
    r"monté|s'alourdit|désormais|corrected)\b"
)
# Groups of people, each with the word by which it is compared: "miners" and "mineurs" are one.
GROUP = {
    word: listed.split()[0]
    for listed in (
        "child children enfant enfants boy boys girl girls",
        "woman women femme femmes",
        "man men homme hommes",
        "soldier soldiers troops soldat soldats",
        "officer officers policeman policemen policier policiers",
        "firefighter firefighters pompier pompiers",
        "worker workers ouvrier ouvriers",
        "miner miners mineur mineurs",
        "student students pupil pupils élève élèves",
        "passenger passengers passager passagers",
        "tourist tourists touriste touristes",
        "migrant migrants",
        "civilian civilians civil civils",
        "journalist journalists journaliste journalistes",
        "family families famille familles",
        "sailor sailors crew marin marins",
        "prisoner prisoners détenu détenus",
        "protester protesters manifestant manifestants",
        "fighter fighters combattant combattants",
        "rescuer rescuers secouriste secouristes",
        "foreigner foreigners étranger étrangers",
        "canadian canadians canadien canadiens",
        "american americans américain américains",
    )
    for word in listed.split()
}
# A part of the country by no name: a town in it is another place.
AREA = re.compile(
    r"\b(?:in|across|throughout|around|dans|à travers)\s+(?:the|la|le|toute?s? l[ae]s?)\s+(?:whole |entire |rest of the )?"
    r"(province|region|country|county|state|nation|district|région|pays|département)\b|\b(nationwide|statewide|countrywide)\b"
)
PLACE = re.compile(r"\b(?:in|near|at|across|around|from|à|au|en|dans|près de)\s+((?:the\s+)?[A-ZÀ-Ý][\w’'-]+)")
AMOUNT = r"\d[\d.,\u00a0\u202f ]*\d|\d"
SCALES = {"thousand": 1e3, "mille": 1e3, "million": 1e6, "billion": 1e9, "milliard": 1e9, "trillion": 1e12}
_SCALE = r"(?:\s?(?P<scale>thousand|million|billion|trillion|milliard)s?(?: (?:de|d'))?)?"
_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
)
MONTHS = {name: n for names in _MONTHS for n, name in enumerate(names, start=1)}
_MONTH = "|".join(MONTHS)
FRAMED = {
    "date": re.compile(
        rf"(?i)\b(?P<month>{_MONTH}) (?P<n>\d{{1,2}})(?!\d|,? \d{{4}})\b|\b(?P<n2>\d{{1,2}})(?:er)? (?P<month2>{_MONTH})\b(?! \d{{4}})"
    ),
    "share": re.compile(rf"(?P<n>{AMOUNT})\s?(?:%|per ?cent\b|pour cent\b)"),
    "sum": re.compile(
        rf"(?i)(?P<unit>[$€£])\s?(?P<n>{AMOUNT}){_SCALE}|(?P<n2>{AMOUNT}){_SCALE.replace('scale', 'scale2')}\s?"
        r"(?P<unit2>dollar|euro|pound|crown|franc|yen|rupee|couronne|livre|peso|rouble|ruble)s?\b"
    ),
    "vote": re.compile(r"\b(?P<n>\d{1,3})\s?(?:[-–]|to|against|contre|voix contre)\s?(?P<against>\d{1,3})\b"),
    "day": re.compile(
        r"(?i)\b(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
    ),
    "extent": re.compile(
        rf"(?i)(?P<n>{AMOUNT}){_SCALE}\s(?P<unit>hectare|acre|kilomet(?:re|er)|mile|tonne|ton|home|house|job|customer|flight|litre|"
        r"barrel|building|vehicle|maison|emploi|foyer|vol)s?\b"
    ),
}
VOTED = re.compile(r"(?i)\b(?:vote[ds]?|voting|ballots?|passed|approved|rejected|adopted|voté|adopté|rejeté)\b")
DAYS = {name: n % 7 for n, name in enumerate(
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)}  # fmt: skip
WHEN = re.compile(
    r"(?i)\b(?:january|february|april|june|july|august|september|october|november|december|q[1-4]|(?:first|second|third|"
    r"fourth) quarter|(?:19|20)\d{2}|(?:(?:in|of|since|until|by|last|next|early|late|mid|\d{1,2})[ -])(?:march|may)|(?:march|may) \d{1,4}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
)
ALIKE = 0.7  # share of all their words that two sentences have in common which state one thing
SHARED = 3  # words at least
FEW = 10  # of a thing: below it a number is as often a part of another
LONGEST = 5  # words that say what it is about


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: its kind, the number, the bound that its words set, those words, and what is around it."""

    kind: str
    number: float
    bound: str
    text: str
    group: str = ""
    places: frozenset[str] = frozenset()
    changed: bool = False
    when: frozenset[str] = frozenset()
    frame: tuple[tuple[str, str], ...] = ()  # stems of the sentence, each with the word as it stands
    quantity: Quantity | None = None  # what else than people who suffered something is counted

    def agrees(self, other: Value) -> bool:
        """Tell whether both can be true."""
        (low, high), (least, most) = self._range(), other._range()
        return low <= most and least <= high

    def about(self, other: Value) -> str:
        """Say in the sentence's words what both are about."""
        stems = {stem for stem, _ in other.frame}
        return " ".join([word for stem, word in self.frame if stem in stems][:LONGEST])

    def _range(self) -> tuple[float, float]:
        return {
            "least": (self.number, math.inf),
            "most": (-math.inf, self.number),
            "about": (self.number * (1 - SLACK), self.number * (1 + SLACK)),
        }.get(self.bound, (self.number, self.number))


def same(left: Value, right: Value) -> bool:
    """Tell whether two values are of one thing: kind, group of people, place and time, or all other words."""
    if left.quantity and right.quantity:
        one, other = left.quantity, right.quantity
        counted_alike = matching(one, other) or (alike(one, other) and one.gathered and other.gathered)
        return (
            counted_alike
            and left.when == right.when
            and (not left.places or not right.places or bool(left.places & right.places))
        )
    if left.kind != right.kind or left.group != right.group or (left.when != right.when and left.kind != "day"):
        return False
    if left.places and right.places and not left.places & right.places:
        return False
    return not left.frame or _same_frame(left, right)


def _same_frame(left: Value, right: Value) -> bool:
    """Tell whether hardly a word around two values is another."""
    ours, theirs = ({stem for stem, _ in one.frame} for one in (left, right))
    if any(word.lower() in QUALIFIERS for one in (left, right) for stem, word in one.frame if stem in ours ^ theirs):
        return False
    if left.kind == "date":  # what opens on the one day may close on the other
        return len(ours & theirs) >= SHARED and (ours <= theirs or theirs <= ours)
    return len(ours & theirs) >= SHARED and len(ours & theirs) >= ALIKE * len(ours | theirs)


def counted(text: str) -> Iterator[Value]:
    """Give the people whom a sentence counts; nothing where it is unsure, or counts two groups alike."""
    plain = folded(text)
    if UNSURE.search(plain):
        return
    if BEFORE.search(plain):
        return
    for kind, numbers in counts(plain).items():
        if len(numbers) != 1:
            continue
        (number,) = numbers
        places = [found for found in TOKEN.finditer(plain) if number_of(found.group().lower()) == number]
        if not places:
            continue
        start, end = places[0].span()
        bound, start = bound_before(plain, start)
        following = [word.lower() for word in WORD.findall(re.split(r"[,;:.()]", plain[end : end + 40])[0])[:2]]
        yield Value(
            kind=kind,
            number=number,
            bound=bound,
            text=text[start:end],
            group=" ".join(
                [next((GROUP[word] for word in following if word in GROUP), ""), _severity(plain, start)]
            ).strip(),
            places=_places(plain),
            changed=CHANGED.search(plain) is not None,
            when=_when(plain),
        )


def _severity(plain: str, start: int) -> str:
    """Say how badly those suffered whom a number counts, in its clause."""
    clause = re.split(r"[,;:()]| and | et ", plain[start:])[0]
    return next((name for name, rule in SEVERITY.items() if rule.search(clause)), "")


def numbered(text: str, language: str) -> Iterator[Value]:
    """Give how many of other things a sentence counts: stranded passengers, people at a rally; each thing only once."""
    plain = folded(text)
    if UNSURE.search(plain):
        return
    found = [one for one in quantities(text, language) if one.thing and one.thing not in KINDS and one.thing != "%"]
    for one in found:
        if one.number >= FEW and sum(other.thing == one.thing for other in found) == 1:
            yield Value(
                kind=f"count {one.thing}",
                number=one.number,
                bound=one.bound,
                text=text[bound_before(plain, one.start)[1] : one.end],
                places=_places(plain),
                changed=CHANGED.search(plain) is not None,
                when=_when(plain),
                quantity=one,
            )


def framed(text: str, language: str) -> Iterator[Value]:
    """Give the sums, shares, votes, extents and days that a sentence states; each kind only where it stands once."""
    plain = folded(text)
    if UNSURE.search(plain):
        return
    for kind, pattern in FRAMED.items():
        found = list(pattern.finditer(plain))
        if len(found) != 1 or (kind == "vote" and not VOTED.search(plain)):
            continue
        start, end = found[0].span()
        number, unit = _measured(kind, found[0])
        if math.isnan(number):
            continue
        bound, start = bound_before(plain, start)
        words = WORD.findall(ATTRIBUTED.sub(" ", f"{plain[:start]} {plain[end:]}"))
        frame = {about(word.lower(), language): word for word in words if not word[0].isdigit()}
        yield Value(
            kind=f"{kind} {unit}".strip(),
            number=number,
            bound=bound,
            text=text[start:end].strip(),
            places=_places(plain),
            changed=CHANGED.search(plain) is not None,
            when=frozenset() if kind == "date" else _when(plain),
            frame=tuple((stem, word) for stem, word in frame.items() if stem and word.lower() not in NUMBERS),
        )


def _measured(kind: str, found: re.Match[str]) -> tuple[float, str]:
    """Read a figure, and of what it is; not a number where it cannot be read."""
    parts = found.groupdict()
    if kind == "day":
        return float(DAYS[parts["day"].lower()]), ""
    if kind == "date":
        month, day = parts["month"] or parts["month2"], parts["n"] or parts["n2"]
        return 100.0 * MONTHS[month.lower()] + int(day), ""
    if kind == "vote":
        return int(parts["n"]) + int(parts["against"]) / 1000, ""
    amount = re.sub(r"[\s\u00a0\u202f]", "", parts.get("n") or parts.get("n2") or "")
    amount = re.sub(r"[,.](?=\d{3}(?:\D|$))", "", amount).replace(",", ".")
    try:
        number = float(amount)
    except ValueError:
        return math.nan, ""
    scale = parts.get("scale") or parts.get("scale2") or ""
    unit = (parts.get("unit") or parts.get("unit2") or "").lower()
    return round(number * SCALES.get(scale.lower(), 1), 6), about(unit, "en") or unit


def _places(text: str) -> frozenset[str]:
    named = {name.removeprefix("the ").lower() for name in PLACE.findall(text) if name.lower() not in DAYS}
    areas = {next(name for name in found if name).lower() for found in AREA.findall(text)}
    return frozenset(named | areas) - frozenset(found.lower() for found in WHEN.findall(text))


def _when(text: str) -> frozenset[str]:
    return frozenset(found.lower() for rule in (WHEN, BEFORE) for found in rule.findall(text))
