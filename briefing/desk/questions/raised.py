"""A question found: its words, where they stand, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.model import QuestionKind

    Common = Callable[[], frozenset[str]]  # the words that an article writes small
    Seen = tuple[str, QuestionKind, str]  # a question, its kind, and the rule that found it


LONGEST = 600  # characters of a sentence that is read for questions: a longer one is no sentence, and slow to search


@dataclass(frozen=True, slots=True)
class Raised:
    """A question that a sentence raises; `family` names the rule that found it, `rank` what it is worth."""

    text: str
    kind: QuestionKind
    family: str
    source: int = 0
    start: int = 0
    end: int = 0
    rank: float = 0.0
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Context:
    """What an article knows around a sentence: `common` gives its words in small letters, `earlier` holds the sentences before it.

    `accused` gives the names of whom guilt is spoken; it is asked for only where a question names somebody.
    """

    common: Common
    earlier: Sequence[str]
    accused: Callable[[], frozenset[str]]
