"""What of a report may be told: its sentences, in the units in which they make sense.

A quotation of several sentences is one unit. Of an interview that prints its questions, what stands before the first is
told; of a transcript, the opening sentence of each turn, with the speaker's name in front.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.alone import LONGEST
from briefing.desk.compression import QUOTED
from briefing.desk.selling import about_itself, paid, released
from briefing.desk.text import closed, first_prompt, folded, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.desk.text import Sentence
    from briefing.model import Report

TURN = re.compile(
    r"(?:[A-ZÀ-Ý][A-ZÀ-Ý.'’-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý.'’-]*){0,4}|[A-ZÀ-Ý][\w.'’-]+(?: [A-ZÀ-Ý][\w.'’-]*){0,3}|[QRA])(?: \([^()]{1,40}\))?\s?:\s"
)
# Who asks in a transcript: what they say is no statement of theirs.
HOST = re.compile(
    r"(?i)(?:(?:the )?(?:host|moderator|interviewer|anchor|presenter|reporter|journalist|question|announcer|questioner|q|"
    r"animat\w+|journaliste|présentat\w+|intervieweu\w+|modérat\w+)s?)(?: \([^()]{1,40}\))?\s?:"
)
OWN_WORDS = re.compile(r"\b(?:I|I'm|I've|my|me|We|we|our|us)\b|(?i:\b[jm]'|\b(?:je|moi|mon|ma|mes|nous|notre|nos)\b)")
INTERVIEW = 0.1  # share of answers with "I" or "we" above which it is one
FRAGMENT = re.compile(  # an answer without a verb of its own
    r"(?:Yes|No|Oui|Non|Because|Parce qu)\b|[^,.;]{0,60}\b(?:who|which|whose|qui|dont)\b(?![^.]*\b(?:is|are|was|were|will|must|can|say|said|est|sont|doit)\b)[^,]*\.$"
)
TURNS, OFTEN = 3, 0.3  # blocks that open with a speaker's name, and their share, make a transcript
QUOTATION = 5  # sentences of one quotation that are told as one


@lru_cache(maxsize=16)  # a report is asked for them by all that tells of it
def body(report: Report) -> tuple[Sentence, ...]:
    """Give the sentences of a report that can be told, quotations whole."""
    if paid(report.article):
        return ()
    split = [sentence for sentence in sentences(report.article) if sentence.kind in ("paragraph", "item")]
    if released(report) and (end := about_itself(report.article)) is not None:
        split = [sentence for sentence in split if sentence.block < end]
    prompted = first_prompt(report.article)
    if prompted is not None:
        split = _explained(split, prompted) or [sentence for sentence in split if sentence.block < prompted]
    return tuple(_whole(_turns(report, split), report.text))


def _explained(split: Sequence[Sentence], prompted: int) -> list[Sentence]:
    """Give what an explainer says, which asks its reader's questions and answers them itself; none of an interview.

    An answer that is no whole sentence without its question is left out. In an interview somebody says "I".
    """
    answers = [
        QUOTED.sub("", folded(one.text)) for one in split if one.block >= prompted and not one.text.endswith("?")
    ]
    own = sum(OWN_WORDS.search(text) is not None for text in answers)
    if not answers or own > INTERVIEW * len(answers):
        return []
    return [
        one
        for place, one in enumerate(split)
        if not (place and split[place - 1].text.endswith("?") and FRAGMENT.match(one.text))
    ]


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
    return [one for one in told if one.block < first or (turn(report, one) and not HOST.match(blocks[one.block].text))]


@lru_cache(maxsize=16)
def _starts(report: Report) -> tuple[int, ...]:
    """Say where each block begins in a report's text."""
    return tuple(itertools.accumulate((len(block.text) + 1 for block in report.article.blocks), initial=0))


def turn(report: Report, sentence: Sentence) -> tuple[int, int] | None:
    """Give where a transcript names who says a sentence, in the report's text; None where it does not."""
    block = report.article.blocks[sentence.block].text
    found = TURN.match(block)
    if found is None:
        return None
    start = _starts(report)[sentence.block]
    return start, start + len(found.group().rstrip())


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
