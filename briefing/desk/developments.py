"""What happened: three to five statements of a story, each the sources' own words.

A sentence is a candidate if it stands alone, says a fact or what a named party said, and is whole. Candidates are
scored by their place, their words' weight in the story, the title, numbers and names; they are taken best first,
each as different as can be from what was taken before (maximal marginal relevance, Carbonell and Goldstein 1998),
and a long article is heard to its end. What a writer judges or forecasts goes to `analysis`.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk import lexicon
from briefing.desk.alone import stands_alone
from briefing.desk.cite import Span, statement
from briefing.desk.counts import superseded, tallies
from briefing.desk.order import moment, newest_first
from briefing.desk.text import dateline, first_prompt, language_of, names, sentences, stems, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.desk.text import Sentence
    from briefing.model import KeyDevelopment, Report, Story

ALIKE = 0.5  # share of the shorter statement's stems that another may repeat
REPEATED = 0.8  # share of a statement's stems in the headline at which it says nothing else
LEADS = 0.2  # what the headline's own report says is worth more than what an earlier one said
ASIDE = 0.6  # of an older statement's score: a newer one below it is no news
COMPARED = 60  # statements, the best of a story, that an older one is compared with
SOURCES_HEARD = 6  # reports of a story that are read for statements: the leading one and the newest
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be printed: where it comes from, the spans that are left of it, and what it is worth."""

    source: int
    sentence: Sentence
    spans: tuple[Span, ...]
    stems: frozenset[str]
    judged: bool
    score: float
    part: int


def how_many(story: Story) -> int:
    """Say how many developments a story bears, by the length of its fullest report."""
    length = max(len(report.text.split()) for report in story.reports)
    return next((n for n, words_below in ((1, 60), (2, 130), (3, 420), (4, 900)) if length < words_below), 5)


def developments(story: Story) -> tuple[tuple[KeyDevelopment, ...], tuple[KeyDevelopment, ...]]:
    """Give a story's key developments, and its writers' judgements."""
    order = newest_first(story)
    found = _latest(candidates(story), order)
    facts = choose(_adding([item for item in found if not item.judged], story.reports[0]), how_many(story))
    views = choose([item for item in found if item.judged and _is_view(story.reports[item.source])], 2)
    return (
        tuple(statement(story, item.source, item.spans, whole=_whole(item)) for item in _told(facts, order)),
        tuple(
            statement(story, item.source, item.spans, whole=_whole(item), by=writer(story.reports[item.source]))
            for item in _told(views, order)
        ),
    )


def candidates(story: Story) -> list[Candidate]:
    """Score every sentence of a story that can stand alone."""
    parts = [(n, report, sentences(report.article)) for n, report in enumerate(story.reports[:SOURCES_HEARD])]
    weights = _weights([sentence.text for _, _, split in parts for sentence in split], parts)
    counted = tallies(story.reports) if len(story.reports) > 1 else ()
    return [
        candidate
        for n, report, split in parts
        for candidate in _of_report(n, report, split, weights)
        if not superseded(candidate.sentence.text, moment(report), counted)
    ]


def _latest(found: Sequence[Candidate], order: Sequence[int]) -> list[Candidate]:
    """Leave out what a newer report says anew: of two that are alike the newer stands, unless it is a mere aside."""
    told = {source: place for place, source in enumerate(order)}
    best = sorted(found, key=lambda item: (-item.score, item.source, item.sentence.start))[:COMPARED]
    return [
        item
        for item in found
        if not any(
            told[other.source] < told[item.source]
            and other.score >= ASIDE * item.score
            and _overlap(item.stems, other.stems) >= ALIKE
            for other in best
        )
    ]


def _told(items: Iterable[Candidate], order: Sequence[int]) -> list[Candidate]:
    """Put statements in the order in which they are told: the newest report's first, each report's as they stand."""
    return sorted(items, key=lambda item: (order.index(item.source), item.sentence.start))


def _adding(found: list[Candidate], lead: Report) -> list[Candidate]:
    """Leave out what merely repeats the headline, where anything else is left."""
    title = frozenset(stems(lead.title, language_of(lead.article)))
    return [item for item in found if len(item.stems & title) < REPEATED * len(item.stems)] or found


def choose(found: Sequence[Candidate], count: int) -> tuple[Candidate, ...]:
    """Take the best that are not alike, one from each third of a long article first."""
    ranked = sorted(found, key=lambda item: (-item.score, item.source, item.sentence.start))
    taken: list[Candidate] = []
    if count >= 5:  # noqa: PLR2004 - a long piece is heard to its end
        for part in range(3):
            of_part = (item for item in ranked if item.part == part and item.source == 0 and _new(item, taken))
            taken.extend(itertools.islice(of_part, 1))
    for item in ranked:
        if len(taken) >= count:
            break
        if item not in taken and _new(item, taken):
            taken.append(item)
    return tuple(taken[:count])


def writer(report: Report) -> str:
    """Name who speaks where an article judges: its author, else its outlet."""
    return (
        report.article.byline or report.heard.entry.author or report.article.site or report.feed.name or report.feed.id
    )


def _of_report(source: int, report: Report, split: Sequence[Sentence], weights: dict[str, float]) -> list[Candidate]:
    language = language_of(report.article)
    title = frozenset(stems(report.title, language))
    prompted = first_prompt(report.article)  # what follows are somebody's own words, without quotation marks
    told = split if prompted is None else [sentence for sentence in split if sentence.block < prompted]
    body = [sentence for sentence in told if sentence.kind in ("paragraph", "item")]
    found = []
    for place, sentence in enumerate(body):
        spans = _spans(sentence, language)
        text = " ".join(report.text[start:end] for start, end in spans)
        if not stands_alone(text, language):
            continue
        meaning = frozenset(stems(text, language))
        score = _score(text, meaning, title, weights, place / max(1, len(body)), place) + (0 if source else LEADS)
        part = min(2, 3 * place // max(1, len(body)))
        found.append(Candidate(source, sentence, spans, meaning, judged(text, language), round(score, DIGITS), part))
    return found


def judged(text: str, language: str) -> bool:
    """Tell whether the writer speaks here, and nobody else is named for it."""
    unquoted = re.sub(r"“[^”]*”|\"[^\"]*\"|«[^»]*»", "", text.replace("’", "'"))
    rules = lexicon.JUDGEMENT.get(language), lexicon.ATTRIBUTION.get(language)
    if rules[0] is None or rules[1] is None:
        return False
    said = re.search(rules[1], unquoted, re.IGNORECASE)
    return re.search(rules[0], unquoted, re.IGNORECASE) is not None and said is None


def _is_view(report: Report) -> bool:
    return (report.article.kind or report.feed.kind) in ("analysis", "opinion") or report.feed.kind == "analysis"


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


def _weights(texts: Sequence[str], parts: Sequence[tuple[int, Report, Sequence[Sentence]]]) -> dict[str, float]:
    """Weigh a story's stems: said in many sentences and by many reports, they are what it is about."""
    counts: Counter[str] = Counter()
    for _, report, split in parts:
        language = language_of(report.article)
        counts.update({stem for sentence in split for stem in stems(sentence.text, language)})
        for sentence in split:
            counts.update(frozenset(stems(sentence.text, language)))
    most = max(counts.values(), default=1)
    return {stem: math.log1p(n) / math.log1p(most) for stem, n in counts.items() if n > 1 or len(texts) < 4}  # noqa: PLR2004 - in a very short text every word counts


def _score(
    text: str, meaning: frozenset[str], title: frozenset[str], weights: dict[str, float], depth: float, place: int
) -> float:
    """Sum what makes a sentence worth printing; each part is about one at its best."""
    centrality = math.fsum(weights.get(stem, 0.0) for stem in sorted(meaning)) / (len(meaning) + 4)
    of_title = len(meaning & title) / len(title) if title else 0.0
    early = math.exp(-place / 4) + 0.3 * (1 - depth)
    numbers = 0.15 * min(2, len(re.findall(r"\d[\d.,]*", text)))
    named = 0.08 * min(4, len(names(text)))
    length = len(words(text))
    return 1.2 * centrality + 0.5 * of_title + early + numbers + named - 0.02 * max(0, length - 30)


def _new(item: Candidate, taken: Sequence[Candidate]) -> bool:
    return all(_overlap(item.stems, other.stems) < ALIKE for other in taken)


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))


def _whole(item: Candidate) -> Span:
    return item.sentence.start, item.sentence.end
