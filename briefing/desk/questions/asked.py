"""The questions that a source asks itself, in its text and its subheads; rhetoric, tricks and prompts told apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.openness import replied, settled_at_once
from briefing.desk.questions.form import AUX, well_formed
from briefing.desk.questions.interviews import interviews, unlabelled
from briefing.desk.questions.raised import LONGEST, Raised
from briefing.desk.text import closed, first_prompt, folded, stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.text import Sentence
    from briefing.model import Report

RHETORICAL = 1  # of an opinion piece every question in the text is taken for its writer's
HABIT = 4  # questions of one text: more are a manner of writing, a quiz, or a list of answers
# A subhead that opens so promises the article's own explanation.
EXPLAINER = re.compile(
    r"(?i)^(?:what (?:is|are|was|were|happened|does|do|did|we|you|to|can|has|have|about|about)|who (?:is|are|was|were)|why |how |"
    r"where (?:is|are)|when (?:is|was|did)|qu'est|c'est quoi|pourquoi |comment |qui (?:est|sont) |"
    r"que (?:dit|sait|s'est)|quoi )"
)
RHETORIC = re.compile(
    r"(?i)^(?:who (?:knew|knows|cares|wouldn't|would have|could have|doesn't|needs|wants|says|said)|what (?:could|better|else|if|kind of|more|good)|how (?:could|can|dare|about|many times|"
    r"hard|else|do you)|why (?:not|should|would|else|bother)|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|can't|couldn't|wouldn't|shouldn't|"
    r"hasn't|haven't|is it any|is there any|can there|does anyone|did anyone|does anybody|has anyone|can anyone|could |or )|\b(?:really|after all|exactly|possibly|on earth|in the world|"
    r"ever so|the point|anyone|anybody|someone who|somebody|you're|oneself)\b"
)
LEADING = re.compile(r"(?i)^(?:but|and|so|yet|or|mais|et|alors|now|then),? (?=\w)")
COLON = re.compile(r"[:\u2014] +(?=[\w\"'])")
AT_ONCE = 2  # sentences behind a question that may be its reply
SHARED = 0.5  # share of a last subhead's content that its article's text holds: else it is another article's title


def asked(source: int, report: Report, split: Sequence[Sentence], language: str) -> Iterator[Raised]:
    """Take the questions that a report asks in its own voice and leaves open."""
    places = [
        place for place, sentence in enumerate(split) if sentence.text.endswith("?") and len(sentence.text) <= LONGEST
    ]
    if not places or first_prompt(report.article) is not None or interviews(report.article):
        return
    opinion = (report.article.kind or report.feed.kind) == "opinion"
    own = [place for place in places if split[place].text[0] not in "“\"«‘'-–—"]
    if len([place for place in own if split[place].kind == "paragraph"]) >= (RHETORICAL if opinion else HABIT):
        own = [place for place in own if split[place].kind == "heading"]
    quoted = _open_quotation(split)
    for place in own:
        if place not in quoted and split[place].kind in ("heading", "paragraph"):
            yield from _one(source, report, split, place, language)


def _open_quotation(split: Sequence[Sentence]) -> frozenset[int]:
    """Name the sentences that stand inside a quotation of several."""
    inside, depth, block = set[int](), 0, -1
    for place, sentence in enumerate(split):
        if sentence.block != block:
            depth, block = 0, sentence.block
        if depth:
            inside.add(place)
        straight = sentence.text.count('"') % 2
        depth = (
            1 - depth
            if straight
            else max(
                0,
                depth
                + sum(sentence.text.count(mark) for mark in "“«")
                - sum(sentence.text.count(mark) for mark in "”»"),
            )
        )
    return frozenset(inside)


def _one(source: int, report: Report, split: Sequence[Sentence], place: int, language: str) -> Iterator[Raised]:
    sentence = split[place]
    heading = sentence.kind == "heading"
    start = _start(sentence)
    text = report.text[start : sentence.end]
    plain = folded(text)
    if (
        not closed(text)
        or any(mark in text for mark in '“"«')
        or not well_formed(text[:1].upper() + text[1:], language)
    ):
        return
    if RHETORIC.search(plain) or (EXPLAINER.match(plain) and (heading or len(stems(text, language)) < 4)):  # noqa: PLR2004 - "What is the euro?"
        return
    following = split[place + 1] if place + 1 < len(split) else None
    if following is not None and (
        replied(unlabelled(following.text), language) or (not heading and following.text.endswith("?"))
    ):
        return
    if settled_at_once(text, split[place + 1 : place + 1 + AT_ONCE], language):
        return
    if (
        heading
        and not any(later.kind == "paragraph" for later in split[place + 1 :])
        and not _shared(text, split, place, language)
    ):
        return
    if not heading and language == "en" and plain.split()[0].lower() not in AUX and not _names(plain):
        return
    family = "subhead" if heading else "asked"
    yield Raised(text[:1].upper() + text[1:], "asked", family, source, start, sentence.end, 0.0, language)


def _start(sentence: Sentence) -> int:
    """Give where a question begins: behind a colon, or a connective that joins it to what was said."""
    text = sentence.text
    found = [match.end() for match in COLON.finditer(text)]
    start = found[-1] if found else 0
    lead = LEADING.match(text, start) if start == 0 else None
    return sentence.start + (lead.end() if lead else start)


def _shared(text: str, split: Sequence[Sentence], place: int, language: str) -> bool:
    content = set(stems(text, language))
    rest = {stem for other, sentence in enumerate(split) if other != place for stem in stems(sentence.text, language)}
    return len(content & rest) >= SHARED * len(content)


def _names(text: str) -> bool:
    return re.search(r"\s[A-Z]\w", text) is not None
