"""What nobody knows yet: the questions that a story raises, and what it says is unknown.

A question is printed only in a form that stands alone: from the text or a subhead as it is asked, or turned from
"it remains unclear whether the dam was inspected". Whatever cannot be turned surely stays among the unknowns, in its
source's own sentence: a clumsy question is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.desk.cite import plain, point
from briefing.desk.openness import answered, taken_up
from briefing.desk.order import moment
from briefing.desk.outcomes import came_out
from briefing.desk.questions import english, french
from briefing.desk.questions.asked import asked
from briefing.desk.questions.form import well_formed
from briefing.desk.questions.interviews import spoken
from briefing.desk.questions.naming import accused, names_any
from briefing.desk.questions.raised import LONGEST, Context
from briefing.desk.questions.same import alike
from briefing.desk.questions.unknowns import says_unknown
from briefing.desk.questions.worth import PRINTED, worth
from briefing.desk.text import first_prompt, folded, language_of, sentences, stems
from briefing.model import OpenQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.desk.questions.raised import Raised
    from briefing.desk.text import Sentence
    from briefing.model import Report, Statement, Story

__all__ = ["alike", "questions", "raised", "well_formed"]

PER_STORY = 2
SOURCES_HEARD = 6
TAKEN_UP = 2  # sentences behind one that raises a question, in which "it" may still be who was asked of
REPEATED = 0.75  # share of the shorter unknown's stems that another, or a question, may not repeat: agency copy, mostly
RULES = {"en": english.found, "fr": french.found}
NAMED = re.compile(r"\s(?:[ldnsLD]['’])?[A-ZÀ-Ý\d]")  # a name or a figure within a question


def questions(story: Story) -> tuple[tuple[OpenQuestion, ...], tuple[Statement, ...]]:
    """Give a story's open questions, most consequential first, and the unknowns that make no good question."""
    found, unknown = raised(story)
    home = language_of(story.reports[0].article)
    chosen = _unlike(_at_home([item for item in found if item.rank >= PRINTED], home))[:PER_STORY]
    asked_ = tuple(
        OpenQuestion(
            text=item.text,
            kind=item.kind,
            evidence=(point(story, item.source, item.start, item.end),),
            language=_elsewhere(item.language, home),
        )
        for item in chosen
    )
    rest = [(n, one) for n, one in unknown if not any(_covers(item, n, one) for item in chosen)]
    once = _told_once(story, rest, tuple(frozenset(stems(item.text, item.language)) for item in chosen))
    return asked_, tuple(_unknown(story, n, one, home) for n, one in once[:PER_STORY])


def _at_home(found: list[Raised], home: str) -> list[Raised]:
    """Take the questions in the story's own language; where it has none, those in another that name somebody or something."""
    own = [item for item in found if item.language == (home or "en")]
    return own or [item for item in found if NAMED.search(item.text)]


def _elsewhere(language: str, home: str) -> str:
    return "" if language == (home or "en") else language


def _unknown(story: Story, source: int, one: Sentence, home: str) -> Statement:
    language = language_of(story.reports[source].article) or "en"
    return replace(plain(story, source, one.start, one.end), language=_elsewhere(language, home))


def _told_once(
    story: Story, unknown: Sequence[tuple[int, Sentence]], told: tuple[frozenset[str], ...]
) -> list[tuple[int, Sentence]]:
    """Keep of unknowns the first of those that say the same, and none that a question asks already."""
    kept: list[tuple[int, Sentence]] = []
    for source, sentence in unknown:
        said = frozenset(stems(sentence.text, language_of(story.reports[source].article)))
        if all(len(said & other) < REPEATED * min(len(said), len(other)) for other in told if said and other):
            kept.append((source, sentence))
            told = (*told, said)
    return kept


def raised(story: Story) -> tuple[list[Raised], list[tuple[int, Sentence]]]:
    """Give all open questions of a story, the worthiest first, and all that it says is unknown."""
    found: list[Raised] = []
    unknown: list[tuple[int, Sentence]] = []
    splits: dict[int, Sequence[Sentence]] = {}
    for source, report in enumerate(story.reports[:SOURCES_HEARD]):
        if report.feed.use == "headline":
            continue
        splits[source] = split = sentences(report.article)
        language = language_of(report.article) or "en"
        guilty = _guilty(report, split)
        found.extend(_of_report(source, report, split, language))
        unknown.extend(
            (source, sentence)
            for sentence in split
            if says_unknown(sentence, language) and not names_any(sentence.text, guilty)
        )
    settled = [item for item in found if _settled(item, story, splits)]
    still = [item for item in found if item not in settled]
    unknown = [(n, one) for n, one in unknown if not any(_covers(item, n, one) for item in settled)]
    return sorted(still, key=lambda item: (-item.rank, item.source, item.start, item.text)), unknown


def _of_report(source: int, report: Report, split: Sequence[Sentence], language: str) -> Iterator[Raised]:
    seen = [*asked(source, report, split, language), *_derived(source, report, split, language)]
    if seen:
        yield from (replace(item, rank=worth(item, report, split)) for item in seen)


def _derived(source: int, report: Report, split: Sequence[Sentence], language: str) -> Iterator[Raised]:
    if language not in RULES:
        return
    prompted, voices = first_prompt(report.article), spoken(report.article)
    common = _once(lambda: frozenset(re.findall(r"\b[a-z][a-z'-]+", report.text)))
    guilty = _guilty(report, split)
    earlier: list[str] = []
    for sentence in split:
        if (
            len(sentence.text) <= LONGEST
            and sentence.kind in ("paragraph", "item")
            and (prompted is None or sentence.block < prompted)
            and sentence.block not in voices
        ):
            said = frozenset(re.split(r"[\s,;.()\"“”:]+", folded(sentence.text).lower()))
            for item in RULES[language](sentence.text, said, Context(common, earlier, guilty)):
                if well_formed(item.text, language) and not names_any(item.text, guilty):
                    yield replace(item, source=source, start=sentence.start, end=sentence.end)
        earlier.append(sentence.text)


def _guilty(report: Report, split: Sequence[Sentence]) -> Callable[[], frozenset[str]]:
    """Give the names of whom nothing is asked, where a report speaks of guilt; looked for when they are first wanted."""
    return _once(lambda: accused((report.title, *(sentence.text for sentence in split))))


def _once(make: Callable[[], frozenset[str]]) -> Callable[[], frozenset[str]]:
    """Give the answer of a call that is made when it is first wanted, and not again."""
    kept: list[frozenset[str]] = []

    def give() -> frozenset[str]:
        if not kept:
            kept.append(make())
        return kept[0]

    return give


def _settled(item: Raised, story: Story, splits: dict[int, Sequence[Sentence]]) -> bool:
    """Tell whether what its report says later, or a newer report, answers a question."""
    if item.rank < PRINTED and item.kind != "unknown":
        return False  # it is not printed, and no unknown stands for it
    at = moment(story.reports[item.source])
    for source, split in splits.items():
        if source == item.source:
            later = [sentence for sentence in split if sentence.start > item.end]
            if taken_up(item.text, later[:TAKEN_UP], item.language):
                return True
            if any(came_out(item.text, sentence.text, item.language) for sentence in later):
                return True
        elif moment(story.reports[source]) > at:
            later = list(split)
            newer = [story.reports[source].title, *(sentence.text for sentence in later)]
            if any(came_out(item.text, text, item.language) for text in newer):
                return True
        else:
            continue
        if answered(item.text, later, item.language):
            return True
    return False


def _unlike(found: Sequence[Raised]) -> list[Raised]:
    kept: list[Raised] = []
    for item in found:
        same = any(alike(item.text, other.text, item.language) or _at(item) == _at(other) for other in kept)
        if not same:
            kept.append(item)
    return kept


def _at(item: Raised) -> tuple[int, int]:
    return item.source, item.end


def _covers(item: Raised, source: int, sentence: Sentence) -> bool:
    return item.source == source and item.start < sentence.end and sentence.start < item.end
