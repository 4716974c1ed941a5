"""Which standing questions a page shows, and how: what is answered, what is new, what stands, what has faded.

A question that a story of the day prints stands there and not here again.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from briefing.press.words import mark_count, words_for

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORT = 2  # of them in an edition with a length: its room is for news
SHOWN = 6  # questions of which nothing new was heard: a page is no register, `briefing questions` is
IS_OPEN = mark_count("open for {n} day", "open for {n} days")
WAS_OPEN = mark_count("it was open for {n} day", "it was open for {n} days")


def standing_shown(edition: Mapping[str, Any]) -> dict[str, Any]:
    """Sort an edition's standing questions as a page shows them; empty where there is nothing to show.

    `answered`, `moved` (new words on it today), `open`, `faded` are lists of questions, `more` counts what stands beside.
    """
    today = edition["date"]
    told = [one for one in edition["standing_questions"] if one["state"] == "standing" and one["printed"] != today]
    moved = [one for one in told if one["since"] and one["since"][-1]["date"] == today]
    still = [one for one in told if one not in moved]
    most = SHORT if edition["extent"] else SHOWN
    shown = {
        "answered": [one for one in edition["standing_questions"] if one["state"] == "answered"],
        "moved": moved,
        "open": still[:most],
        "more": len(still[most:]),
        "faded": [one for one in edition["standing_questions"] if one["state"] == "faded"],
    }
    return shown if any(shown.values()) else {}


def open_for(first: str | None, until: str, *, locale: str, over: bool = False) -> str:
    """Say for how many days a question is open, or was where that is `over`: "open for 6 days"; nothing on its first day."""
    days = (dt.date.fromisoformat(until) - dt.date.fromisoformat(first)).days if first else 0
    one, many = WAS_OPEN if over else IS_OPEN
    return words_for(locale).count(one, many, days) if days > 0 else ""
