"""Which of a page's passages are its article: trafilatura's word, our own evidence, and weights that were learnt.

The first extractor is trafilatura's own fast way. Where it hardly agrees with where the page's prose is, it is doubtful,
and trafilatura's standard way (which asks readability and jusText too) is heard as the second.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter, mul
from typing import TYPE_CHECKING

from briefing.wire.evidence import Evidence, Hints, Looked, Said, evidence_of, is_prose, look, plain
from briefing.wire.headings import mend_headings
from briefing.wire.passages import passages
from briefing.wire.prose import walk
from briefing.wire.weights import BIAS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from briefing.model import Block
    from briefing.wire.passages import Passage, Place

_DOUBTFUL = 0.5  # of the words that one of the two has, what both have
_LARGE = 20_000  # elements, beyond which trafilatura's second opinions cost seconds
_HUGE = 60_000  # elements, beyond which its first does
_TOGETHER = {"item": 0.5, "row": 1.0}  # how far a list's items, and a table's rows, stand or fall together
_HOLDERS = frozenset(("ul", "ol", "dl", "table"))
_AMID = 2.0  # what it is worth for a heading, a list, a table or a listing that the text before and after it is chosen
_LINKED = 0.5  # of its words: then it leads away
_NAMED, _WORTH = itemgetter(*WEIGHTS), tuple(WEIGHTS.values())
_ABOVE, _BELOW = 12, 4  # lines, among which writer and day, or a wall, are looked for
_SAME_WORDS = 6  # said again word for word, so many are a pull quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An article's blocks, each as the page sets it, in its order; and the lines before and after them."""

    blocks: list[Block]
    above: list[str]
    below: list[str]


def choose(tree: HtmlElement, hints: Hints) -> Chosen:
    """Choose the article on a page."""
    found, rows = weighed(tree, hints)
    if not found:
        return Chosen(blocks=[], above=[], below=[])
    scores = [score(row) for row in rows]
    lines = [number for number, worth in enumerate(scores) if worth >= 0 and is_prose(found[number])] or [0]
    texts = [passage.text for passage in found]
    return Chosen(
        blocks=taken(found, scores),
        above=texts[max(0, lines[0] - _ABOVE) : lines[0]],
        below=texts[lines[-1] : lines[-1] + _BELOW + 1],
    )


def taken(found: Sequence[Passage], scores: Sequence[float]) -> list[Block]:
    """The blocks of the passages whose scores, drawn together, are above zero."""
    drawn = _together(scores, found)
    kept = [passage for passage, worth in zip(found, drawn, strict=True) if worth >= 0]
    return [block for passage in _once(kept) for block in passage.blocks()]


def weighed(tree: HtmlElement, hints: Hints) -> tuple[list[Passage], list[Evidence]]:
    """Every passage of a page with the evidence for it."""
    size = sum(1 for _ in tree.iter())
    said = Said(_texts(tree, fast=True)) if size <= _HUGE else None
    mend_headings(tree)  # after trafilatura, which takes a line in bold for text
    page = look(passages(tree))
    first = second = list(map(said.share, page.words)) if said else _prose(page)
    if size <= _LARGE and doubtful(page, first):
        second = list(map(Said(_texts(tree, fast=False)).share, page.words))
    return page.found, evidence_of(page, first, second, hints)


def _prose(page: Looked) -> list[float]:
    """What stands in for an extractor on a page too large for one: the prose where most of it is."""
    return [float(is_prose(passage) and passage.place.is_in(page.home)) for passage in page.found]


def _texts(tree: HtmlElement, *, fast: bool) -> list[str]:
    """The main text as trafilatura finds it, with fixed settings: no metadata, so no date is guessed."""
    import trafilatura  # noqa: PLC0415 - heavy, wanted only where there is a page

    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        include_links=False,
        include_images=False,
        deduplicate=False,
        with_metadata=False,
        fast=fast,
    )
    body = getattr(found, "body", None)
    return [] if body is None else [block.text for block in walk(body)]


def doubtful(page: Looked, first: Sequence[float]) -> bool:
    """Whether the first extractor's text is not where the page's prose is."""
    both = either = 0
    for passage, share in zip(page.found, first, strict=True):
        told = share > _DOUBTFUL
        ours = is_prose(passage) and passage.place.is_in(page.home)
        words = passage.text.count(" ") + 1
        both += words * (told and ours)
        either += words * (told or ours)
    return both < _DOUBTFUL * either or not either


def score(row: Evidence) -> float:
    """Above zero, a passage is more likely of the article than not: the logarithm of the odds."""
    return round(BIAS + math.fsum(map(mul, _WORTH, _NAMED(row))), 9)


def _together(scores: Sequence[float], found: Sequence[Passage]) -> list[float]:
    """The scores with what stands together drawn together: a list's items, a table's rows, a heading and its text."""
    groups: dict[Place | None, list[int]] = defaultdict(list)
    for number, passage in enumerate(found):
        if passage.kind in _TOGETHER:
            groups[_holder(passage.place)].append(number)
    drawn = list(scores)
    for holder, numbers in groups.items():
        mean = math.fsum(scores[number] for number in numbers) / len(numbers)
        worth = _AMID if holder and _is_amid(numbers[0], numbers[-1], holder.parent, drawn, found) else 0.0
        for number in numbers:
            drawn[number] += _TOGETHER[found[number].kind] * (mean - scores[number]) + worth
    for number, passage in enumerate(found):
        part = passage.kind == "heading" or bool(passage.lines)
        if part and _is_amid(number, number, passage.place.parent, drawn, found):
            drawn[number] += _AMID
    return drawn


def _holder(place: Place) -> Place | None:
    """The list or table that a passage is a part of."""
    return next((around for around in place.line() if around.tag in _HOLDERS), None)


def _is_amid(first: int, last: int, home: Place | None, scores: Sequence[float], found: Sequence[Passage]) -> bool:
    """Whether what stands from `first` to `last` has chosen text before and after it in the same element."""
    before, after = first - 1, last + 1
    while first != last and before > 0 and found[before].kind == "heading":
        before -= 1
    if before < 0 or after >= len(found):
        return False
    around = (found[before], found[after])
    return (
        scores[before] >= 0
        and scores[after] >= 0
        and all(passage.place.is_in(home) for passage in around)
        and math.fsum(passage.linked for passage in found[first : last + 1]) < _LINKED * (last + 1 - first)
    )


def _once(chosen: Sequence[Passage]) -> list[Passage]:
    """The passages without what is said twice: a pull quote, or a text that a page holds again for another screen."""
    words = [plain(passage.text) for passage in chosen]
    running = "\n".join(said for said, passage in zip(words, chosen, strict=True) if passage.kind == "paragraph")
    seen: set[str] = set()
    kept = []
    for passage, said in zip(chosen, words, strict=True):
        again = said.count(" ") >= _SAME_WORDS - 1 and (said in seen or (passage.kind == "quote" and said in running))
        seen.add(said)
        if not again:
            kept.append(passage)
    return kept
