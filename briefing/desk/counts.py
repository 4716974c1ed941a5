"""How many were killed, missed or hurt: a count that a later report gives otherwise is no longer how things stand."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from briefing.desk.text import folded, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model import Report

TOP = 6  # sentences of a report that say how things stand; further down it may count what happened elsewhere
A_DAY = dt.timedelta(days=1)
BEFORE, AFTER = 7, 9  # words between a number and what it counts
SUFFERED = {
    "dead": """killed killing kills dead died die dies deaths death fatalities bodies corpses toll morts mort morte mortes tués tuées tué tuée
        décès corps tuant""",
    "missing": "missing unaccounted disappeared disparus disparues disparu disparue",
    "hurt": "injured wounded hurt injuries injuring blessés blessées blessé",
    "held": "arrested detained arrests interpellés interpellées arrêtés arrêtées interpellations",
    "trapped": "trapped bloqués coincés",
    "freed": "freed rescued saved secourus secourues libérés libérées sauvés sauvées",
    "moved": "evacuated displaced évacués déplacés",
    "ill": "infected hospitalized hospitalised sickened infectés hospitalisés",
}
KINDS = {word: kind for kind, listed in SUFFERED.items() for word in listed.split()}
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_UNITS = "zéro _ deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
NUMBERS = {
    **{word: n for n, word in enumerate(_ONES.split())},
    **{word: n for n, word in enumerate(_UNITS.split())},
    **{word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)},
    **{word: 10 * n for n, word in enumerate("vingt trente quarante cinquante soixante".split(), 2)},
    "quatre-vingt": 80, "quatre-vingts": 80, "quatre-vingt-dix": 90, "hundred": 100, "cent": 100,
}  # fmt: skip
NOT_ALL = frozenset("of des more other others additional further autres supplémentaires".split())
_AGES = (*_ONES.split()[2:], *"twenty thirty forty fifty sixty seventy eighty ninety".split())
# Not a count of anybody: an hour, a day of a month, a year, an age, a sum of money, a share.
ELSE = re.compile(
    r"(?i)\b\d{1,2}[:h]\d{2}\b|\b\d{1,2} (?:a\.m|p\.m)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|"
    r"\b\d{1,2} (?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|jan|feb|apr|jun|jul|aug|dec)[a-zé]*\b|"
    r"[$€£]\s?[\d.,]+|\b[\d.,]+ ?(?:%|per cent|percent|km|metres|kilomet|million|billion|years?|months?|weeks?|days?|hours?|"
    r"ans|jours|heures|mètres)|\b(?:19|20)\d{2}\b|\baged \d+|\b\d+-year|\bno one\b|, \d{1,3},|"
    r"\ban? (?:[\w-]+ )?(?!(?:total|group|crew|party|team|toll|record|maximum|minimum|number|family|convoy|fleet|class|death)\b)[a-z-]+ of "
    rf"(?:\d{{1,2}}|(?:{'|'.join(_AGES)})(?:-\w+)?)\b(?! (?:the|its|their|(?!was\b|has\b|is\b|dies\b)[a-z-]+s)\b)"
)
TOKEN = re.compile(r"\d{1,3}(?:[, \u00a0\u202f.]\d{3})+(?!\d)|\d+|[^\W\d_]+(?:-[^\W\d_]+)*|[,;:.()–—]")

Counts = dict[str, frozenset[int]]
Tally = tuple[dt.datetime, Counts]


def counts(text: str) -> Counts:
    """Say how many a text counts of each kind: {"dead": {12}, "missing": {31}}.

    What it tells of another year is left out: the flood of 1987 killed whom it killed.
    """
    if re.search(r"\b(?:19|20)\d{2}\b", text):
        return {}
    tokens = TOKEN.findall(ELSE.sub(" ; ", folded(text)).lower())
    found: dict[str, set[int]] = {}
    for place, word in enumerate(tokens):
        if word in KINDS:
            number = _before(tokens, place)
            number = _after(tokens, place) if number is None else number
            if number is not None:
                found.setdefault(KINDS[word], set()).add(number)
    return {kind: frozenset(numbers) for kind, numbers in found.items()}


def tallies(reports: Iterable[Report]) -> tuple[Tally, ...]:
    """Give what each report counts, and when it came out."""
    return tuple((report.published or report.heard.arrived, _of_report(report)) for report in reports)


def superseded(text: str, at: dt.datetime, counted: Iterable[Tally]) -> bool:
    """Tell whether other reports have a newer count than a text of that moment.

    A later one that counts otherwise is newer, if none later counts the same. The dead become no fewer: of two reports
    of one day the one with more is newer, whichever came out first.
    """
    ours = counts(text)
    others = [(moment, theirs) for moment, theirs in counted if moment != at] if ours else []
    for kind, numbers in ours.items():
        later = {number for moment, theirs in others if moment > at for number in theirs.get(kind, ())}
        near = {number for moment, theirs in others if moment > at - A_DAY for number in theirs.get(kind, ())}
        if (kind == "dead" and near and max(near) > max(numbers)) or (kind != "dead" and later and not numbers & later):
            return True
    return False


def _of_report(report: Report) -> Counts:
    found: dict[str, frozenset[int]] = {}
    for text in (report.title, *(sentence.text for sentence in sentences(report.article)[:TOP])):
        for kind, numbers in counts(text).items():
            found[kind] = found.get(kind, frozenset()) | numbers
    return found


def _before(tokens: list[str], place: int) -> int | None:
    """Find the number that counts what stands at a place: the nearest before it in its clause."""
    for at in range(place - 1, max(-1, place - 1 - BEFORE), -1):
        if tokens[at] in ",;:.()–—" or tokens[at] in ("and", "et", "but", "mais") or tokens[at] in KINDS:
            return None
        number = number_of(tokens[at])
        if number is not None:
            return None if tokens[at + 1] in NOT_ALL else number
    return None


def _after(tokens: list[str], place: int) -> int | None:
    """Find it behind: "killing at least 12", "the death toll rose to 19"."""
    for at in range(place + 1, min(len(tokens), place + 1 + AFTER)):
        if tokens[at] in ",;:.()–—" or tokens[at] in ("and", "et", "but", "mais"):
            return None
        number = number_of(tokens[at])
        if number is not None:
            return None if tokens[at + 1 : at + 2] and tokens[at + 1] in NOT_ALL else number
    return None


def number_of(token: str) -> int | None:
    """Read a number in figures or words; None where it is none."""
    if token[0].isdecimal():
        return int(re.sub(r"\D", "", token))
    if token in NUMBERS:
        return NUMBERS[token]
    parts = [NUMBERS.get(part) for part in token.split("-")]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) and len(parts) > 1 else None
