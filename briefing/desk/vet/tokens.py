"""A text's words as the gate compares them: one key for all forms of a word, and one for all spellings of a number."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.desk.vet.lexicon import AMBIGUOUS, DATES, FUNCTION, NAMES_TOO
from briefing.desk.vet.numbers import Part, merged
from briefing.desk.vet.stems import folded_word, key_of

WORD = re.compile(
    r"\d{1,3}(?:,? \d{3}|[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)?|[%$€£¥]"
)
CUT = frozenset("d l m s t n j c qu jusqu lorsqu puisqu quoiqu".split())  # what French elides before an apostrophe
DENIED = {"can": "can", "won": "will", "shan": "shall", "ain": "is"}  # before "'t"
SHORT = {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}  # behind an apostrophe
WHOLE = frozenset("aujourd o".split())  # one word, apostrophe and all
SIGNS = frozenset("%$€£¥")
PAUSE = frozenset(',;:.!?()[]–—…"“”«»`-')


class Token(NamedTuple):
    """A word, a number or a sign of money: where it stands, how it is spelt, and what it is compared by.

    `key` is the same for all forms of a word ("rose", "rising") and all spellings of a number ("12", "twelve").
    `pause` tells that a mark of punctuation stands before it, `halt` that one does which ends a clause for good; `owner` that it is a possessor ("Putin's"), `aside` that it
    stands in brackets. `content` is a word that says something by itself: a name, a number, a noun, a verb; no article
    or preposition. A tuple, as there are many.
    """

    start: int
    end: int
    norm: str
    key: str
    capital: bool
    pause: bool
    halt: bool
    owner: bool
    aside: bool
    content: bool
    number: bool
    date: bool


def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Give the tokens of a text, in order; `offset` is where it stands in the text that their places count in."""
    found: list[Part] = []
    end = depth = 0
    for match in WORD.finditer(text):
        gap = text[end : match.start()]
        if gap != " ":
            depth = max(0, depth + gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]"))
        pause = gap != " " and not PAUSE.isdisjoint(gap) and not (gap == "-" and end > 0)
        end = match.end()
        parts = _parts(match.group(), match.start() + offset, pause=pause, aside=depth > 0)
        found.append(parts[0]._replace(halt=True)) if ";" in gap else found.append(parts[0])
        found.extend(parts[1:])
    return tuple(_token(found, at, size, key) for at, size, key in merged(found))


def _token(found: list[Part], at: int, size: int, key: str) -> Token:
    part = found[at]
    key = key or key_of(part.norm)
    number = key[0] == "#"
    return Token(
        part.start,
        found[at + size - 1].end,
        part.norm,
        key,
        part.capital,
        part.pause,
        part.halt,
        part.owner,
        part.aside,
        number or _matters(part),
        number,
        key[0] == "@",
    )


def _matters(part: Part) -> bool:
    return part.capital if part.norm in NAMES_TOO else part.norm not in FUNCTION and part.norm not in SIGNS


def _parts(word: str, start: int, *, pause: bool, aside: bool) -> list[Part]:
    """Take a match apart: "didn't" is "did" and "not", "l'accord" is "l'" and "accord"."""
    end = start + len(word)
    mark = -1 if word.isalnum() else next((place for place, letter in enumerate(word) if letter in "'’ʼ"), -1)
    if mark < 0:
        if folded_word(word) == "cannot":
            return [_part(word[:3], start, pause=pause, aside=aside), _part(word[3:], start + 3, aside=aside)]
        return [_part(word, start, pause=pause, aside=aside)]
    left, tail = word[:mark], folded_word(word[mark + 1 :])
    low = folded_word(left)
    if tail == "t" and low.endswith("n"):
        cut = start + max(1, mark - 1)
        verb = _part(left, start, pause=pause, aside=aside, end=cut, norm=DENIED.get(low, low[:-1]))
        return [verb, _part("not", cut, aside=aside, end=end)]
    if low not in CUT and tail == "s":
        return [_part(left, start, pause=pause, aside=aside, owner=True, end=end)]
    if low in WHOLE:
        return [_part(word, start, pause=pause, aside=aside)]
    short = "" if low in CUT else SHORT.get(tail, "")
    rest = (short, start + mark) if short else (word[mark + 1 :], start + mark + 1)
    return [_part(left, start, pause=pause, aside=aside), _part(*rest, aside=aside, end=end)]


def _part(
    word: str,
    start: int,
    *,
    aside: bool,
    pause: bool = False,
    owner: bool = False,
    end: int | None = None,
    norm: str = "",
) -> Part:
    """Make a part of a match; its key is given here where it is a date, and by `tokens` where it is not."""
    norm = norm or folded_word(word)
    capital = word[0].isupper()
    key = DATES.get(norm, "") if norm not in AMBIGUOUS or capital else ""
    return Part(start, start + len(word) if end is None else end, norm, key, capital, pause, owner, aside, halt=False)
