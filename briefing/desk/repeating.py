"""Whether a statement says again what another says: in most of the same words, or of the same date or figure in many.

Days count as they are resolved: "on Thursday [December 11]" and "on December 11" are one date.
"""

from __future__ import annotations

import re

from briefing.desk.news import figures_of
from briefing.desk.sets import overlap
from briefing.desk.text import folded, stems

ALIKE = 0.5  # share of the shorter statement's stems that another may repeat
SHARED = 2  # stems at least, where the shorter has as many
MARKED = 0.34  # the same, where both give the same date or figure
_MONTH = r"(?P<{0}>jan|feb|fév|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|août|sep|oct|nov|dec|déc)[a-zéû]*\.?"
DATE = re.compile(
    rf"(?i)\b{_MONTH.format('after')} (?P<day>\d{{1,2}})(?!\d)|\b(?P<number>\d{{1,2}})(?:st|nd|rd|th|er)? {_MONTH.format('before')}(?!\w)"
)


def said(text: str, language: str, known: frozenset[str] | None = None) -> frozenset[str]:
    """Give what a statement says, with what is inserted in it: its stems, its dates ("@dec11") and its figures ("#19").

    `known` are its stems, where they are counted already.
    """
    own = frozenset(stems(text, language)) if known is None else known
    if not any(map(str.isdigit, text)):
        return own
    dates = (
        f"@{(found['after'] or found['before'])[:3].lower()}{found['day'] or found['number']}"
        for found in DATE.finditer(folded(text))
    )
    return own.union(dates, (f"#{figure}" for figure in figures_of(text)))


def repeats(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether one of two statements says mostly what the other says."""
    marks = {mark for mark in left & right if mark[0] in "@#"}
    one, other = _stems(left), _stems(right)
    share = overlap(one, other)
    if len(one & other) < min(SHARED, len(one), len(other)):  # "Thal quit." shares no more than a name
        return False
    return share >= ALIKE or (bool(marks) and share >= MARKED)


def _stems(of: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for stem in of if stem[0] not in "@#")
