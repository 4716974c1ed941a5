"""Why a story is where it is, as a reader is told it: the desk's reasons in words, without their weights."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefing.press.locales import decimal_text
from briefing.press.words import mark, words_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NUMBER = re.compile(r"\d+")
PHRASES: Mapping[str, str] = {
    "outlets": mark("{n} outlets report it"),
    "freshness": mark("Its newest report came {n} h before this edition closed"),
    "fullness": mark("Its fullest report has {n} words"),
    "include": mark("It has words that you asked for: {value}"),
    "page": mark("Its page could be read"),
    "prominence": mark("Place {n} in its feed"),
    "outlet again": mark("Placed lower after {n} others that its outlet alone reports"),
    "topic again": mark("Placed lower after another on its subject: {value}"),
    "section": mark("The first of its section"),
    "kind": mark("Placed lower for its kind: {value}"),
}
SINGLE: Mapping[tuple[str, str], str] = {
    ("outlets", "1"): mark("One outlet reports it"),
    ("freshness", "0"): mark("Its newest report came just before this edition closed"),
}


def reasons_told(reasons: Sequence[Mapping[str, Any]], *, locale: str) -> list[str]:
    """Say each reason that weighed anything, in the order given: one that gave nothing is no reason."""
    return [_told(reason["name"], reason["value"], locale) for reason in reasons if reason["score"]]


def _told(name: str, value: str, locale: str) -> str:
    """Say one reason. A desk of another day may give others: those keep their own name and value."""
    words, found = words_for(locale), NUMBER.match(value)
    number = found[0] if found else ""
    phrase = SINGLE.get((name, number)) or PHRASES.get(name, "")
    if not phrase or ("{n}" in phrase and not number):
        return f"{name}: {value}"
    return words(phrase, value=words(value), n=decimal_text(int(number), locale) if number else "")
