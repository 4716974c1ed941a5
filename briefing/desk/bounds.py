"""Which bound the words before a figure set ("at least 12", "about 300"), and which words make it another figure."""

from __future__ import annotations

import re

LEAST = r"at least|no fewer than|more than|over|upwards of|au moins|plus de"
MOST = r"up to|as many as|at most|fewer than|less than|under|no more than|jusqu'à|au plus|moins de"
ABOUT = r"about|around|some|nearly|almost|roughly|approximately|an estimated|environ|près de|quelque|une"
BOUND = re.compile(rf"(?i)\b(?:(?P<least>{LEAST})|(?P<most>{MOST})|(?P<about>{ABOUT}))\s+$")
SLACK = 0.1  # of a number that "about" may stand away from it
# Who says one of these in one sentence and not in the other speaks of another figure.
QUALIFIERS = frozenset(
    """core headline annual yearly monthly quarterly weekly daily net gross total average median upper lower youth early
    preliminary final first second third north south east west northern southern eastern western adult adults child
    children women men annuel annuelle mensuel nette brut brute total totale moyenne nord sud est ouest""".split()
)


def bound_before(text: str, start: int) -> tuple[str, int]:
    """Give the bound that the words before a figure set, and where these words begin."""
    found = BOUND.search(text[:start])
    if found is None:
        return "", start
    return found.lastgroup or "", found.start()
