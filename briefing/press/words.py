"""The words that templates print, in the edition's language: gettext catalogues, whose keys are the English phrases.

A language without a catalogue prints English. `{name}` stands for a value. `make catalogues` gathers the phrases.
"""

from __future__ import annotations

import gettext
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

CATALOGUES = Path(__file__).parent / "catalogues"
SLOT = re.compile(r"\{(\w+)\}(\.?)")


class Words:
    """The words of one language: `words(phrase, name=value)`, `words.count(one, many, n)`."""

    def __init__(self, told: NullTranslations) -> None:
        self._told = told

    def __call__(self, phrase: str, /, **values: object) -> str:
        """Give the phrase in this language, its names filled in."""
        text = self._told.gettext(phrase) if phrase else ""  # gettext keeps its own head under ""
        return SLOT.sub(lambda slot: _fill(slot, values), text) if values else text

    def count(self, one: str, many: str, n: int) -> str:
        """Give the phrase that fits the number, by the language's own rule: French counts nought as one."""
        return SLOT.sub(lambda slot: _fill(slot, {"n": n}), self._told.ngettext(one, many, n))


def mark(phrase: str) -> str:
    """Mark a phrase that is translated elsewhere than where it stands, so that it is gathered."""
    return phrase


def mark_count(one: str, many: str) -> tuple[str, str]:
    """Mark a phrase with a number, likewise."""
    return one, many


KINDS = (mark("analysis"), mark("opinion"), mark("press release"))  # of a source, as templates print them


def _fill(slot: re.Match[str], values: dict[str, object]) -> str:
    """Put a value where its name stands; a value that ends in a point ("6:00 a.m.") needs no second one."""
    if slot[1] not in values:
        return slot[0]
    value = str(values[slot[1]])
    return value if value.endswith(".") else value + slot[2]


def languages() -> tuple[str, ...]:
    """Name the languages that there is a catalogue of, English without one among them."""
    return tuple(sorted({"en", *(path.parent.parent.name for path in CATALOGUES.glob("*/LC_MESSAGES/briefing.mo"))}))


@lru_cache(maxsize=16)
def words_for(locale: str) -> Words:
    """Give the words for a locale: its own, else its language's, else English."""
    name = locale.replace("-", "_")
    wanted = [name, name.split("_")[0].lower()]
    return Words(gettext.translation("briefing", str(CATALOGUES), languages=wanted, fallback=True))
