"""Where a quotation stands in a text: word for word, but for spaces and the style of quotation marks."""

from __future__ import annotations

import re
from functools import lru_cache

MARKS = str.maketrans(dict.fromkeys("’‘ʼ‛`´", "'") | dict.fromkeys("“”„‟«»", '"'))


def find(text: str, quote: str) -> tuple[int, int] | None:
    """Give the span of a quotation in a text; None where it does not stand there, or is empty."""
    wanted, _ = _folded(quote)
    folded, places = _folded(text)
    wanted = wanted.strip(" ")
    start = folded.find(wanted) if wanted else -1
    return (places[start], places[start + len(wanted) - 1] + 1) if start >= 0 else None


ASIDE = re.compile(r"\s?(?:\([^()]*\)|\[[^\[\]]*\])")


def stands(text: str, said: str) -> bool:
    """Tell whether words stand in a text; what an editor put in brackets among them may be left out."""
    return find(text, said) is not None or find(ASIDE.sub("", text), ASIDE.sub("", said)) is not None


@lru_cache(maxsize=8)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Fold each stretch of white space to one space, and give where each character that is left stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text.translate(MARKS)):
        if letter.isspace():
            if letters and letters[-1] == " ":
                continue
            letters.append(" ")
        else:
            letters.append(letter)
        places.append(place)
    return "".join(letters), tuple(places)


def in_speech(text: str, span: tuple[int, int]) -> bool:
    """Tell whether a stretch stands inside quotation marks that open before it in its paragraph and close behind it."""
    start, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    before, after = text[start : span[0]], text[span[1] : len(text) if end < 0 else end]
    for opening, closing in ("“”", "«»", "„“"):
        if before.rfind(opening) > before.rfind(closing) and closing in after:
            return True
    return before.count('"') % 2 == 1 and '"' in after
