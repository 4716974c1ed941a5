"""A length in pages: the newsroom binds an edition from an estimate, the press says what it fills, and it is bound again.

The number of words that was found is part of the edition: whoever makes it again from its record asks no press.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import desk, press
from briefing.errors import TemplateError

if TYPE_CHECKING:
    from briefing.desk import Copy
    from briefing.model import Edition
    from briefing.press import Templates

A_PAGE = {"letter": 250, "a4": 260, "a5": 115, "ereader": 105}  # words of stories on a page of the shipped look
LAYOUTS = 4  # the estimate's, and three more while the last page is torn
ENOUGH = 0.25  # of a page that may stay white at the end
FIXED = 0.35  # of a page: masthead, what is to come, what an edition says of itself
MARGIN = 0.08  # of a page that is aimed short, for a line more than was reckoned
LEAST = 40  # words: below that there is nothing left to cut


def bound(copy: Copy, templates: Templates) -> Edition:
    """Bind an edition within its audience's length. One whose first story alone is longer is as long as that."""
    length = copy.snapshot.audience.length
    if length is None or length.unit == "minutes":
        return desk.bind(copy)
    return _within(copy, templates, length.amount)


def _within(copy: Copy, templates: Templates, pages: int) -> Edition:
    """Find the most words whose layout keeps within the pages: from what has filled them."""
    whole = desk.words_told(copy)
    fits, over = 0, whole + 1  # words that are known to fit, and not to
    words = min(whole, A_PAGE[copy.snapshot.audience.paper] * pages)
    best: Edition | None = None
    for layout in range(1, 2 * LAYOUTS):
        edition = desk.bind(copy, words)
        filled = _filled(edition, templates)
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
    return best or desk.bind(copy, LEAST)


def _filled(edition: Edition, templates: Templates) -> float:
    """Ask the press; templates that are wrong are told of where the edition is printed, and the shipped ones measure."""
    try:
        return press.pages_filled(edition, templates)
    except TemplateError:
        return press.pages_filled(edition, press.gather([]))
