"""Reading what a model answered: the statements that it proposes, out of whatever it wrapped them in.

A whole JSON object, one inside a fence or behind a page of thinking aloud, and one that was cut off in the middle all
give the statements that are complete in them; anything else gives none. Nothing here is believed: `held` decides.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 60_000  # characters of an answer that are read
TRIES = 200  # opening braces at which an object is looked for
MOST = 12  # statements of either kind that are looked at
TEXT, QUOTE = 400, 1500  # characters of a statement, and of its quotation


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement that a model proposes, and the words that it says to have it from; `kind` is a question's."""

    text: str
    quote: str
    kind: str = ""


def proposals(answer: str) -> tuple[tuple[Proposal, ...], tuple[Proposal, ...]]:
    """Give the developments and the questions that an answer proposes."""
    developments: list[Proposal] = []
    questions: list[Proposal] = []
    for found in _objects(answer[:LONGEST]):
        for item in _items(found):
            proposal = _proposal(item)
            if proposal is not None:
                kept = questions if proposal.kind or proposal.text.endswith("?") else developments
                if proposal not in kept:
                    kept.append(proposal)
    return tuple(developments[:MOST]), tuple(questions[:MOST])


def _objects(text: str) -> Iterator[dict[str, object]]:
    """Give the outermost JSON objects that are complete in a text."""
    decoder, at = json.JSONDecoder(), 0
    for _ in range(TRIES):
        at = text.find("{", at)
        if at < 0:
            return
        try:
            found, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at += 1
        else:
            yield found


def _items(found: dict[str, object]) -> Iterator[object]:
    """Give the statements of an object: of its two lists, or itself."""
    if "quote" in found:
        yield found
    for name in ("developments", "questions"):
        listed = found.get(name)
        if isinstance(listed, list):
            yield from listed


def _proposal(item: object) -> Proposal | None:
    """Take a statement only in the shape that was asked for: texts, neither empty nor endless."""
    if not isinstance(item, dict):
        return None
    text, quote, kind = item.get("text"), item.get("quote"), item.get("kind", "")
    if not (isinstance(text, str) and isinstance(quote, str) and isinstance(kind, str)):
        return None
    text, quote = " ".join(text.split()), " ".join(quote.split())
    return Proposal(text, quote, kind) if 0 < len(text) <= TEXT and 0 < len(quote) <= QUOTE else None
