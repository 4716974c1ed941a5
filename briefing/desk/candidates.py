"""Which sentences of a story may be printed: those that stand alone, say a fact or what a named party said, and are whole.

What leads a sentence and belongs to the one before, an agency's dateline or a connective, is left out of its spans.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk import lexicon
from briefing.desk.alone import stands_alone
from briefing.desk.counts import superseded, tallies
from briefing.desk.order import moment
from briefing.desk.text import dateline, first_prompt, language_of, sentences, stems

if TYPE_CHECKING:
    from briefing.desk.cite import Span
    from briefing.desk.text import Sentence
    from briefing.model import Report, Story

SOURCES_HEARD = 10  # reports of a story that are read for statements: the leading one and the newest


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be printed: where it comes from, and the spans that are left of it.

    `place` is its number among the `length` sentences of its report that could be told; `judged` tells that its writer
    speaks in it, `score` what it is worth, once that is known.
    """

    source: int
    sentence: Sentence
    spans: tuple[Span, ...]
    text: str
    stems: frozenset[str]
    judged: bool
    place: int
    length: int
    score: float = 0.0

    @property
    def whole(self) -> Span:
        """The span of the whole sentence."""
        return self.sentence.start, self.sentence.end

    @property
    def part(self) -> int:
        """In which third of its report it stands."""
        return min(2, 3 * self.place // self.length)


def candidates(story: Story) -> list[Candidate]:
    """Give every sentence of a story that can stand alone and still holds, report by report."""
    counted = tallies(story.reports) if len(story.reports) > 1 else ()
    return [
        candidate
        for n, report in enumerate(story.reports[:SOURCES_HEARD])
        for candidate in _of_report(n, report)
        if not superseded(candidate.sentence.text, moment(report), counted)
    ]


def body(report: Report) -> list[Sentence]:
    """Give the sentences of a report that can be told: in an interview those before its first question."""
    split = sentences(report.article)
    prompted = first_prompt(report.article)  # what follows are somebody's own words, without quotation marks
    told = split if prompted is None else [sentence for sentence in split if sentence.block < prompted]
    return [sentence for sentence in told if sentence.kind in ("paragraph", "item")]


def _of_report(source: int, report: Report) -> list[Candidate]:
    language = language_of(report.article)
    told = body(report)
    found = []
    for place, sentence in enumerate(told):
        spans = _spans(sentence, language)
        text = " ".join(report.text[start:end] for start, end in spans)
        if stands_alone(text, language):
            meaning, judges = frozenset(stems(text, language)), judged(text, language)
            found.append(Candidate(source, sentence, spans, text, meaning, judges, place, len(told)))
    return found


def judged(text: str, language: str) -> bool:
    """Tell whether the writer speaks here, and nobody else is named for it."""
    unquoted = re.sub(r"“[^”]*”|\"[^\"]*\"|«[^»]*»", "", text.replace("’", "'"))
    rules = lexicon.JUDGEMENT.get(language), lexicon.ATTRIBUTION.get(language)
    if rules[0] is None or rules[1] is None:
        return False
    said = re.search(rules[1], unquoted, re.IGNORECASE)
    return re.search(rules[0], unquoted, re.IGNORECASE) is not None and said is None


def _spans(sentence: Sentence, language: str) -> tuple[Span, ...]:
    """Drop what leads a sentence and belongs to the one before: an agency's dateline, a connective."""
    text = sentence.text
    start = len(dateline(text))
    dash = _DASH.match(text, start)
    start = dash.end() if dash else start
    start += _connective(text[start:], language)
    return ((sentence.start + start, sentence.end),)


_DASH = re.compile(r"(?:\s|[–—-](?![\d.,]))+")  # before a figure it is no dash but a sign


def _connective(text: str, language: str) -> int:
    for words_of_it in _connectives(language):
        match = re.match(rf"{words_of_it}(?:, (?:predictably|tellingly|however|too),)?,?\s+(?=\S)", text, re.IGNORECASE)
        if match and (
            match.group().rstrip().endswith(",") or words_of_it in ("but", "and", "so", "yet", "mais", "et", "or")
        ):
            return match.end()
    return 0


def _connectives(language: str) -> tuple[str, ...]:
    lines = lexicon.CONNECTIVES.get(language, "")
    return tuple(sorted(lines, key=lambda phrase: (-len(phrase), phrase)))
