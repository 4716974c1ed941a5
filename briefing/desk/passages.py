"""What of a report may be told: its sentences, in the units in which they make sense.

A quotation of several sentences is one unit. Of an interview that prints its questions, what stands before the first is
told; of a transcript, the opening sentence of each turn, with the speaker's name in front.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.alone import LONGEST
from briefing.desk.text import closed, first_prompt, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.desk.text import Sentence
    from briefing.model import Report

TURN = re.compile(
    r"(?:[A-ZÀ-Ý][A-ZÀ-Ý.'’-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý.'’-]*){0,4}|[A-ZÀ-Ý][\w.'’-]+(?: [A-ZÀ-Ý][\w.'’-]*){0,3}|[QRA])(?: \([^()]{1,40}\))?\s?:\s"
)
TURNS, OFTEN = 3, 0.3  # blocks that open with a speaker's name, and their share, make a transcript
QUOTATION = 5  # sentences of one quotation that are told as one


@lru_cache(maxsize=16)  # a report is asked for them by all that tells of it
def body(report: Report) -> tuple[Sentence, ...]:
    """Give the sentences of a report that can be told, quotations whole."""
    split = [sentence for sentence in sentences(report.article) if sentence.kind in ("paragraph", "item")]
    prompted = first_prompt(report.article)  # what follows are somebody's own words, without quotation marks
    told = split if prompted is None else [sentence for sentence in split if sentence.block < prompted]
    return tuple(_whole(_turns(report, told), report.text))


def spoken(report: Report) -> bool:
    """Tell whether a report is a transcript: many of its blocks open with a speaker's name."""
    turns = sum(TURN.match(block.text) is not None for block in report.article.blocks)
    return turns >= TURNS and turns >= OFTEN * len(report.article.blocks)


def _turns(report: Report, told: list[Sentence]) -> list[Sentence]:
    """Keep of a transcript what names who says it."""
    if not spoken(report):
        return told
    blocks = report.article.blocks
    first = next(number for number, block in enumerate(blocks) if TURN.match(block.text))
    return [sentence for sentence in told if sentence.block < first or TURN.match(sentence.text)]


def _whole(told: Sequence[Sentence], text: str) -> list[Sentence]:
    """Join the sentences of a quotation that runs over several, where that is not too long to be told."""
    found, place = list["Sentence"](), 0
    while place < len(told):
        sentence = told[place]
        end = place if closed(sentence.text) else _closing(told, place, text)
        found.append(_joined(sentence, told[end], text))
        place = end + 1
    return found


def _closing(told: Sequence[Sentence], place: int, text: str) -> int:
    """Find the sentence with which a quotation that opens in one is closed; that one itself where none does."""
    first = told[place]
    for end in range(place + 1, min(len(told), place + QUOTATION)):
        if told[end].block != first.block:
            break
        whole = text[first.start : told[end].end]
        if closed(whole):
            return end if len(whole.split()) <= LONGEST else place
    return place


def _joined(first: Sentence, last: Sentence, text: str) -> Sentence:
    return first if first is last else replace(first, end=last.end, text=text[first.start : last.end])
