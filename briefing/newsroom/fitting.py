"""A length in pages: the newsroom binds an edition from an estimate, the press says what it fills, and it is bound again.

The number of words that was found is part of the edition: whoever makes it again from its record asks no press.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing import desk, press
from briefing.errors import TemplateError
from briefing.newsroom.picturing import plates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing.desk import Copy
    from briefing.model import Edition, Looking
    from briefing.newsroom.house import Newsroom
    from briefing.press import Templates

A_PAGE = {"letter": 250, "a4": 260, "a5": 115, "ereader": 105}  # words of stories on a page of the shipped look
LAYOUTS = 4  # the estimate's, and three more while the last page is torn
ENOUGH = 0.25  # of a page that may stay white at the end
FIXED = 0.35  # of a page: masthead, what is to come, what an edition says of itself
MARGIN = 0.08  # of a page that is aimed short, for a line more than was reckoned
LEAST = 40  # words: below that there is nothing left to cut


def bound(newsroom: Newsroom, copy: Copy, looked: Sequence[Looking], templates: Templates) -> Edition:
    """Bind an edition within its audience's length, with its pictures. One whose first story alone is longer is as long as that."""
    length = copy.snapshot.audience.length
    if length is None or length.unit == "minutes":
        return desk.illustrated(desk.bind(copy), looked)

    def trial(words: int, shown: Sequence[Looking]) -> tuple[Edition, float]:
        edition = desk.illustrated(desk.bind(copy, words), shown)
        return edition, _filled(edition, templates, plates(newsroom, edition))

    whole, a_page = desk.words_told(copy), A_PAGE[copy.snapshot.audience.paper]
    for shown in (
        (looked, ()) if looked and length.amount > 1 else ((),)
    ):  # one page is for words, and so are two that are full
        best = _within(length.amount, whole, a_page, partial(trial, shown=shown))
        if best:
            return best
    return trial(LEAST, ())[0]


def _within(pages: int, whole: int, a_page: int, trial: Callable[[int], tuple[Edition, float]]) -> Edition | None:
    """Find the most words whose layout keeps within the pages: from what has filled them. None where none does."""
    fits, over = 0, whole + 1  # words that are known to fit, and not to
    words = min(whole, a_page * pages)
    best: Edition | None = None
    for layout in range(1, 2 * LAYOUTS):
        edition, filled = trial(words)
        if filled <= pages:
            best, fits = edition, words
        else:
            over = words
        if best and (fits >= whole or layout >= LAYOUTS or (filled <= pages and filled >= pages - ENOUGH)):
            return best
        wanted = round(words * (pages - MARGIN - FIXED) / max(filled - FIXED, FIXED))
        words = wanted if fits < wanted < over else (fits + over) // 2
        if words <= LEAST or words == fits:
            break
    return best


def _filled(edition: Edition, templates: Templates, pictures: Mapping[str, bytes]) -> float:
    """Ask the press; templates that are wrong are told of where the edition is printed, and the shipped ones measure."""
    try:
        return press.pages_filled(edition, templates, pictures)
    except TemplateError:
        return press.pages_filled(edition, press.gather([]), pictures)
