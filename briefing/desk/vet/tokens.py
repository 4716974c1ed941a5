"""A text's words as the gate compares them: one key for all forms of a word, and one for all spellings of a number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.desk.vet.lexicon import AMBIGUOUS, DATES, FUNCTION
from briefing.desk.vet.numbers import merged
from briefing.desk.vet.stems import folded_word, key_of

WORD = re.compile(r"\d{1,3}(?:,? \d{3}|[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)?|[%$€£¥]")
CUT = frozenset("d l m s t n j c qu jusqu lorsqu puisqu quoiqu".split())  # what French elides before an apostrophe
WHOLE = frozenset("aujourd o".split())  # one word, apostrophe and all
PAUSE = frozenset(",;:.!?()[]–—…\"“”«»`-")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign of money: where it stands, how it is spelt, and what it is compared by.

    `key` is the same for all forms of a word ("rose", "rising") and all spellings of a number ("12", "twelve").
    `pause` tells that a mark of punctuation stands before it, `owner` that it is a possessor ("Putin's"), `aside` that it
    stands in brackets.
    """

    start: int
    end: int
    norm: str
    key: str
    capital: bool
    pause: bool
    owner: bool
    aside: bool = False

    @property
    def number(self) -> bool:
        """Tell whether it is a number, in figures or in words."""
        return self.key.startswith("#")

    @property
    def date(self) -> bool:
        """Tell whether it is a day of the week or a month."""
        return self.key.startswith("@")

    @property
    def content(self) -> bool:
        """Tell whether it says something by itself: a name, a number, a noun, a verb; no article or preposition."""
        return self.number or (self.norm not in FUNCTION and self.norm not in "%$€£¥")


def tokens(text: str) -> tuple[Token, ...]:
    """Give the tokens of a text, in order."""
    found: list[Token] = []
    end = depth = 0
    for match in WORD.finditer(text):
        gap = text[end : match.start()]
        depth = max(0, depth + gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]"))
        pause = not PAUSE.isdisjoint(gap) and not (gap == "-" and end > 0)
        end = match.end()
        parts = _parts(match.group(), match.start(), pause=pause)
        found.extend(replace(part, aside=True) for part in parts) if depth else found.extend(parts)
    return tuple(
        replace(found[at], end=found[at + size - 1].end, key=key or key_of(found[at].norm)) for at, size, key in merged(found)
    )


def _parts(word: str, start: int, *, pause: bool) -> list[Token]:
    """Take a match apart: "didn't" is "did" and "not", "l'accord" is "l'" and "accord"."""
    mark = next((place for place, letter in enumerate(word) if letter in "'’ʼ"), -1)
    if mark < 0:
        norm = folded_word(word)
        if norm == "cannot":
            return [_token(word[:3], start, pause=pause), _token(word[3:], start + 3)]
        return [_token(word, start, pause=pause)]
    left, right = word[:mark], word[mark + 1 :]
    low, tail = folded_word(left), folded_word(right)
    if tail == "t" and low.endswith("n"):
        stem = {"can": "can", "won": "will", "shan": "shall", "ain": "is"}.get(low, low[:-1])
        cut = start + max(1, mark - 1)
        verb = Token(start, cut, stem, key_of(stem), word[:1].isupper(), pause, False)  # noqa: FBT003 - a noun's field
        return [verb, Token(cut, start + len(word), "not", key_of("not"), False, False, False)]  # noqa: FBT003 - likewise
    if low in CUT:
        return [_token(left, start, pause=pause), _token(right, start + mark + 1)]
    if low in WHOLE:
        return [_token(word, start, pause=pause)]
    short = {"s": "", "re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}.get(tail)
    if short is None:
        return [_token(left, start, pause=pause), _token(right, start + mark + 1)]
    owner = _token(left, start, pause=pause, owner=not short, end=start + len(word) if not short else None)
    if not short:
        return [owner]
    at = start + mark
    return [owner, Token(at, start + len(word), short, key_of(short), False, False, False)]  # noqa: FBT003 - likewise


def _token(word: str, start: int, *, pause: bool = False, owner: bool = False, end: int | None = None) -> Token:
    norm = folded_word(word)
    key = DATES.get(norm, "") if norm not in AMBIGUOUS or word[:1].isupper() else ""
    stop = start + len(word) if end is None else end
    return Token(start, stop, norm, key, word[:1].isupper(), pause, owner)
